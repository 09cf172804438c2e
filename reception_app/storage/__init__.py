"""The event file: facts, the tables derived from them, and every query."""
