"""The parts of the money page: its tables, cards and questions."""
