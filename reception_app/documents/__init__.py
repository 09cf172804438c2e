"""Files that come in and go out: guest lists, name tags, receipts, workbooks."""
