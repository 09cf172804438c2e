"""One function per action of a person: look up, ask the rule, record facts, return what changed."""
