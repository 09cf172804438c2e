"""Facts put into the sentences of the screen."""

import re

_PLACE = re.compile(r"%(\d)")


def filled(sentence: str, *facts: object) -> str:
    """The sentence with `%1`, `%2`, … replaced by the facts.

    All at once: a guest may be called `%2`, which must not be filled in again.
    """
    return _PLACE.sub(lambda place: str(facts[int(place[1]) - 1]), sentence)
