"""Paper on screen and on printers: the marks of documents, drawn by Qt."""
