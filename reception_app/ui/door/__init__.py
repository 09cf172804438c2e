"""The door: scan, the answer, what is to be done."""
