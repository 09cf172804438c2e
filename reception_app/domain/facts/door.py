"""What happens at the door."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Admitted:
    """A guest entered. `scan` is the random id of the scan, by which merging de-duplicates.

    `payment` is the entry of a payment taken in the same act. `noted_at` is when it was by the
    paper list, ISO with offset, where it was entered later than it happened.
    """

    admission: str
    guest: str
    desk: str
    scan: str
    payment: str | None = None
    forced: bool = False
    reason: str = ""
    noted_at: str = ""


@dataclass(frozen=True, kw_only=True)
class AdmissionVoided:
    """An admission was a mistake and is undone."""

    admission: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class Left:
    """A guest went out and may come back."""

    guest: str
    desk: str


@dataclass(frozen=True, kw_only=True)
class Refused:
    """A scan that let nobody in; `text` is the badge code that was read when no guest was found.

    Any other text that was read is a personal value.
    """

    scan: str
    desk: str
    verdict: str
    guest: str | None = None
    text: str = ""


@dataclass(frozen=True, kw_only=True)
class PaymentPromised:
    """A guest entered without paying and said why, and until when: `until` is ISO or empty."""

    guest: str
    reason: str
    until: str = ""
