"""What the verdict banner shows: the answer as ready texts, and the ground it stands on."""

from dataclasses import dataclass
from enum import Enum


class BannerKind(Enum):
    """Which ground the answer stands on."""

    IDLE = "idle"
    ADMITTED = "admitted"
    COLLECT = "collect"
    REFUSED = "refused"
    TROUBLE = "trouble"
    NOTED = "noted"


@dataclass(frozen=True, slots=True)
class BannerView:
    """What the banner shows, every text ready to be read; empty texts take no room.

    `icon` names an icon of `resources/icons` and is the kind's own when empty; `chips` say what the
    guest is; `note` is the note for the desk; `findings` are the lesser findings under the gravest;
    `foot` says when and at which desk.
    """

    kind: BannerKind
    headline: str
    icon: str = ""
    reading: str = ""
    name: str = ""
    company: str = ""
    chips: tuple[str, ...] = ()
    note: str = ""
    amount_label: str = ""
    amount: str = ""
    findings: tuple[str, ...] = ()
    foot: str = ""

    def spoken(self) -> str:
        """All of it as one text, for a screen reader."""
        parts = (
            self.headline, self.name, self.reading, self.company, self.amount_label, self.amount,
            *self.chips, self.note, *self.findings, self.foot,
        )  # fmt: skip
        return ". ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class Ground:
    """The colours of one kind as `#rrggbb`.

    `area` is the full ground, `ink` its words, `quiet` its lesser words, `soft` the ground of chips
    and of the note, on which `soft_ink` stands.
    """

    area: str
    ink: str
    quiet: str
    soft: str
    soft_ink: str


ICONS = {
    BannerKind.IDLE: "scan",
    BannerKind.ADMITTED: "check",
    BannerKind.COLLECT: "diamond",
    BannerKind.REFUSED: "cross",
    BannerKind.TROUBLE: "trouble",
    BannerKind.NOTED: "undo",
}
"""The icon of each kind: a shape of its own, so colour is never alone."""

GROUNDS = {
    BannerKind.ADMITTED: Ground("#00795C", "#FFFFFF", "#E1F3ED", "#B9E0D5", "#00382A"),
    BannerKind.COLLECT: Ground("#F5B301", "#241A00", "#43330A", "#FCE3A1", "#241A00"),
    BannerKind.REFUSED: Ground("#B3261E", "#FFFFFF", "#FBE9E7", "#F4C7C3", "#4A0A06"),
    BannerKind.TROUBLE: Ground("#3B4657", "#FFFFFF", "#E4E8EE", "#CBD3DE", "#1B2330"),
    BannerKind.NOTED: Ground("#2445B4", "#FFFFFF", "#E3E9FB", "#C9D5F8", "#0E1E5C"),
}
"""The ground of each verdict, the same in both themes: they are signals, not decoration."""
