"""Who is invited, what stands of them, and what a person says of who is whom."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class GuestRecorded:
    """A guest is on the list; `source` says from where (`form.xlsx 14`, `walk-in`).

    `fields` are those of `guest.NOT_PERSONAL`; the others are personal values. `list_import` is the
    import of a guest list that brought the guest.
    """

    guest: str
    number: int
    fields: dict[str, str]
    host: str | None = None
    walk_in: bool = False
    source: str = ""
    list_import: str | None = None


@dataclass(frozen=True, kw_only=True)
class GuestChanged:
    """Fields of a guest were written; personal ones are personal values.

    `list_import` is the import of a guest list that wrote them, None when a person did.
    """

    guest: str
    fields: dict[str, str]
    list_import: str | None = None


@dataclass(frozen=True, kw_only=True)
class StatusChanged:
    """An invitation was accepted, cancelled, blocked and so on.

    `list_import` is the import of a guest list that said so, None when a person did.
    """

    guest: str
    status: str
    reason: str = ""
    list_import: str | None = None


@dataclass(frozen=True, kw_only=True)
class Substituted:
    """Somebody comes in a guest's place 代理."""

    guest: str
    substitute: str


@dataclass(frozen=True, kw_only=True)
class SamePerson:
    """A person says that these guests are one and the same; they stay apart in everything else."""

    link: str
    guests: list[str]


@dataclass(frozen=True, kw_only=True)
class SamePersonWithdrawn:
    """These guests are several people after all."""

    link: str


@dataclass(frozen=True, kw_only=True)
class ToldApart:
    """These guests look like one person and are several, or may be one again after all."""

    guests: list[str]
    apart: bool = True


@dataclass(frozen=True, kw_only=True)
class PastCarried:
    """What earlier events know of a guest: how often they came, how often they did not.

    `owed` is what they still owed the last of them, in minor units; that event's books keep it.
    """

    guest: str
    attended: int
    missed: int
    owed: int
    last_event: str
    last_date: str


@dataclass(frozen=True, kw_only=True)
class Erased:
    """A guest's personal values were erased; `shown_name` stands where the name was."""

    guest: str
    shown_name: str
