"""A name tag 名札: what it says of a guest, whatever design puts it on paper."""

from dataclasses import dataclass

from reception_app.documents.drawing import Mark
from reception_app.documents.text_problem import ProblemKind
from reception_app.domain.tag_design import TagField, TagWord
from reception_app.wording import Wording

NO_CATEGORY = "#98A2B3"
"""The band of a guest without a category."""


@dataclass(frozen=True, slots=True)
class NameTag:
    """What one name tag 名札 can show; texts that are empty leave no trace.

    `category` is the word on the band, `category_code` its code in the fee plan and `colour` the
    band's `#RRGGBB`; `number` the guest's;
    `badge_code` the digits in the QR; `position` says where the tag waits on the desk (箱3-14). A
    `spare` tag has a code and no guest yet: its name is written by hand.
    """

    number: int
    name: str
    badge_code: str
    reading: str = ""
    company: str = ""
    title: str = ""
    category: str = ""
    category_code: str = ""
    colour: str = NO_CATEGORY
    event_name: str = ""
    event_date: str = ""
    venue: str = ""
    table: str = ""
    talks_about: str = ""
    wants_to_meet: str = ""
    introducer: str = ""
    host: str = ""
    ticket_number: str = ""
    email: str = ""
    phone: str = ""
    note: str = ""
    position: str = ""
    spare: bool = False


@dataclass(frozen=True, slots=True)
class TagProblem:
    """One text of one guest's tag that did not come out as it should.

    `part` is the field, None for a text of the design itself; `text` the text, or of a missing
    glyph the characters that no typeface has.
    """

    kind: ProblemKind
    number: int
    part: TagField | None
    text: str


@dataclass(frozen=True, slots=True)
class LaidOutTag:
    """A tag ready to be drawn, and what could not be done well."""

    marks: tuple[Mark, ...]
    problems: tuple[TagProblem, ...]


_ATTRIBUTES = {
    TagField.EVENT: "event_name",
    TagField.DATE: "event_date",
}


def said_by(tag: NameTag, asked: TagField | TagWord, wording: Wording) -> str:
    """What stands for a field or word of a template on this tag."""
    if isinstance(asked, TagWord):
        return wording.text("tag_word", asked.value)
    if asked is TagField.NUMBER:
        if tag.spare and not tag.number:
            return ""
        return wording.text("document", "tag_number", number=f"{tag.number:03}")
    text: str = getattr(tag, _ATTRIBUTES.get(asked, asked.value))
    return text
