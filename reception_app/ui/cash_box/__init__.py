"""Counting, closing and handing over a cash box; carrying cash; which change to bring."""
