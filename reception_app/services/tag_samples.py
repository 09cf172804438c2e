"""Whom a designer shows on a tag: real guests, the hardest names first."""

from collections.abc import Sequence

from reception_app.documents import fonts
from reception_app.documents.fonts import Weight
from reception_app.documents.name_tag import NameTag
from reception_app.domain.badge_code import badge_code_for
from reception_app.services.name_tags import TagSelection, make_name_tags, select_for_tags
from reception_app.storage import settings
from reception_app.storage.event_file import EventReader
from reception_app.storage.guests import GuestRow
from reception_app.wording import Wording

_MOST_LOOKED_AT = 3000
"""Guests whose names are measured; among so many the longest is long enough."""

_CODE_TOKEN = "0123456789" * 2 + "01234"


def sample_tags(event: EventReader, count: int) -> tuple[NameTag, ...]:
    """So many tags of guests for a preview, the longest names first; invented ones if need be."""
    rows = select_for_tags(event, TagSelection.ALL)[:_MOST_LOOKED_AT]
    hard = sorted(rows, key=_length, reverse=True)
    chosen = [*hard[: count // 2], *rows[: count * 2]]
    distinct = list({row.guest.id: row for row in chosen}.values())[:count]
    made = list(make_name_tags(event, distinct))
    invented = _invented(event)
    while len(made) < count:
        made.append(invented[len(made) % len(invented)])
    return tuple(made)


def _length(row: GuestRow) -> float:
    return fonts.width(row.guest.shown_name, 1, Weight.BOLD)


def _invented(event: EventReader) -> Sequence[NameTag]:
    details, plan = settings.find_event(event), settings.find_fee_plan(event)
    wording = Wording(details.language)
    words = wording.table("tag_sample")
    category = plan.categories[0] if plan.categories else None
    code = str(badge_code_for(details.tag, _CODE_TOKEN))
    return [
        NameTag(
            number,
            words[f"name_{number}"],
            code,
            reading=words[f"reading_{number}"],
            company=words[f"company_{number}"],
            title=words[f"title_{number}"],
            category=category.name if category else words["category"],
            colour=category.colour if category else "#2F56D9",
            event_name=details.name,
            event_date=wording.date(details.date),
            venue=details.venue,
            table=words["table"],
            talks_about=words["talks_about"],
            position=words["position"],
        )
        for number in (1, 2)
    ]
