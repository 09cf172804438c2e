"""Queries over the event's own tag designs, which of them are used, and its pictures."""

import json
from dataclasses import dataclass

from reception_app.domain.canonical_json import JsonObject
from reception_app.storage.event_file import EventReader

DESIGN_SETTING = "tag_design"
"""The setting that names the design of all; with `/` and a category, of that category."""

SHEET_SETTING = "tag_sheet"
LOGO_SETTING = "event_logo"


@dataclass(frozen=True, slots=True)
class KeptPicture:
    """A picture of the event: its SHA-256, `png` or `jpeg`, pixels, and its bytes."""

    key: str
    media: str
    width: int
    height: int
    content: bytes


@dataclass(frozen=True, slots=True)
class TagSettings:
    """What the event says of its tags; texts are empty when nobody chose.

    `design` and those in `by_category` are keys of designs, `sheet` the key of a sheet or its
    measures as JSON, `logo` the hash of a picture.
    """

    design: str
    by_category: dict[str, str]
    sheet: str
    logo: str


def list_tag_designs(event: EventReader) -> dict[str, JsonObject]:
    """The bodies of the event's own designs by key, in the order of their names."""
    rows = event.db.execute("SELECT key, body FROM tag_design WHERE body <> '' ORDER BY name, key")
    return {str(key): json.loads(body) for key, body in rows}


def find_tag_settings(event: EventReader) -> TagSettings:
    """Which designs, sheet and logo the event uses."""
    rows = event.db.execute(
        "SELECT field, value FROM event_setting WHERE field IN (:design, :sheet, :logo)"
        " OR field LIKE :design || '/%'",
        {"design": DESIGN_SETTING, "sheet": SHEET_SETTING, "logo": LOGO_SETTING},
    )
    value = {str(field): str(text) for field, text in rows}
    start = f"{DESIGN_SETTING}/"
    by_category = {
        field.removeprefix(start): key
        for field, key in value.items()
        if field.startswith(start) and key
    }
    return TagSettings(
        value.get(DESIGN_SETTING, ""),
        by_category,
        value.get(SHEET_SETTING, ""),
        value.get(LOGO_SETTING, ""),
    )


def list_pictures(event: EventReader, keys: frozenset[str]) -> dict[str, KeptPicture]:
    """The pictures of these hashes that the event has."""
    return {
        key: KeptPicture(key, media, width, height, content)
        for wanted in sorted(keys)
        for key, media, width, height, content in event.db.execute(
            "SELECT key, media, width, height, content FROM picture WHERE key = ?", (wanted,)
        )
    }
