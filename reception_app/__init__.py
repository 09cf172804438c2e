"""Reception runs the door and the books of an event."""
