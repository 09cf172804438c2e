"""What guests owe."""

from dataclasses import dataclass

from reception_app.domain.canonical_json import JsonObject


@dataclass(frozen=True, kw_only=True)
class FeePlanChanged:
    """The whole fee plan as it is from now on."""

    categories: list[JsonObject]


@dataclass(frozen=True, kw_only=True)
class NoShowsCharged:
    """Guests who did not come 欠席 owe another fee from now on.

    Each of `guests` is the guest's id and the entries that were taken back for it: the charge and
    then its waivers. The fee that took their place is the entry `run-guest`, where there is one.
    """

    run: str
    guests: list[list[str]]


@dataclass(frozen=True, kw_only=True)
class NoShowsTakenBack:
    """The fees for not having come were a mistake, and the ordinary fees hold again."""

    run: str
    reason: str
