"""The parts of the name tags page: whose tags, on which paper, in which design."""
