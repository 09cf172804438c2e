"""What a guest list says of a guest it knows: what is new in it, and what people wrote since.

Three words are compared: what the list says now, what it said last time, and what stands on the
event's list. Where the list only repeats itself nothing changes, so nothing that was written at the
desk is overwritten by an old answer.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

STATUS = "status"
"""The name of a guest's status among the fields that lists speak of."""


@dataclass(frozen=True, slots=True)
class ListWord:
    """What guest lists said of one guest last time.

    Attributes:
        said: the texts by field, `status` among them; only where something was written since the
            guest was recorded.
        by_people: the fields that a person wrote after every list.
        from_list: whether a list brought the guest, so that what stands there is a list's word.
    """

    said: Mapping[str, str] = field(default_factory=dict)
    by_people: frozenset[str] = frozenset()
    from_list: bool = False

    def before(self, name: str, stands: str) -> str | None:
        """What a list said of a field last time, None when no list ever did."""
        if name in self.said:
            return self.said[name]
        return stands if self.from_list and name not in self.by_people else None


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A list's new word on one field of a guest: `old` stands there, the list says `new`.

    `field` is a `GuestField` or `status`. `conflict` means that `old` was written by a person, so
    it stays unless a person decides otherwise.
    """

    field: str
    old: str
    new: str
    conflict: bool = False


def change_of(
    name: str, *, stands: str, listed: str, word: ListWord, same_list: bool
) -> FieldChange | None:
    """What a list changes in one field, None when it has nothing new to say.

    Args:
        name: the field.
        stands: what stands on the event's list.
        listed: what the guest list says.
        word: what lists said of the guest before.
        same_list: whether this list spoke of the guest before; only then an empty cell means that
            something was taken away.
    """
    before = word.before(name, stands)
    if listed in (stands, before) or (not listed and not (same_list and before)):
        return None
    by_people = name in word.by_people or (before is None and stands != "")
    return FieldChange(name, stands, listed, conflict=by_people and stands != before)
