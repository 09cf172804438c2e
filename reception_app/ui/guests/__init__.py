"""The guests page: the list, the card, and what is done to guests."""
