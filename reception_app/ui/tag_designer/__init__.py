"""The designer of name tags: a live tag to drag things on, layers, properties, a whole sheet."""
