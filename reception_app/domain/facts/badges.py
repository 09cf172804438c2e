"""Badge codes, the name tags that carry them, and their designs."""

from dataclasses import dataclass
from typing import Any

from reception_app.domain.canonical_json import JsonObject


@dataclass(frozen=True, kw_only=True)
class BadgeIssued:
    """A code opens the door for a guest; `alias` marks a foreign code, such as a ticket's."""

    guest: str
    badge_code: str
    alias: bool = False


@dataclass(frozen=True, kw_only=True)
class BadgeRevoked:
    """A code opens the door no longer."""

    badge_code: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class SpareBadgesMade:
    """Codes for blank name tags 予備の名札 that are nobody's yet; each is `[number, code]`.

    A spare becomes a guest's by `BadgeIssued` with its code.
    """

    badges: list[list[Any]]


@dataclass(frozen=True, kw_only=True)
class NameTagsPrinted:
    """Name tags were printed for these guests, in this order."""

    guests: list[str]
    design: str


@dataclass(frozen=True, kw_only=True)
class NameTagHandedOut:
    """A guest was given their name tag at a desk, which is not the same as having come in."""

    guest: str
    desk: str


@dataclass(frozen=True, kw_only=True)
class TagDesignSaved:
    """A tag design 名札のデザイン was made or changed; `body` is the whole of it."""

    design: str
    name: str
    body: JsonObject


@dataclass(frozen=True, kw_only=True)
class TagDesignRemoved:
    """A tag design is offered no longer."""

    design: str


@dataclass(frozen=True, kw_only=True)
class PictureKept:
    """A picture for paper, such as the event's logo; `picture` is the SHA-256 of its content.

    `content` is base64, `media` is `png` or `jpeg`.
    """

    picture: str
    media: str
    width: int
    height: int
    content: str
