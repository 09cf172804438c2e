"""Taking guest lists in."""
