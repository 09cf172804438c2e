"""The cards of the overview page."""
