"""The designs of an event's name tags: those that come with the program and its own ones."""

import base64
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from reception_app.documents.label_sheet import (
    A4_TEN,
    LabelSheet,
    SheetLargerThanPaper,
    SheetMeasureImpossible,
    SheetUnknown,
    measures_of,
    sheet_from,
)
from reception_app.documents.name_tags import TagLooks
from reception_app.documents.picture_file import Picture
from reception_app.documents.shipped_designs import DEFAULT, SHIPPED
from reception_app.documents.tag_design_file import (
    DesignImpossible,
    design_from,
    design_json,
    read_template,
    write_template,
)
from reception_app.domain.errors import ReceptionError
from reception_app.domain.facts import EventChanged, PictureKept, TagDesignRemoved, TagDesignSaved
from reception_app.domain.guest import clean_text, fold
from reception_app.domain.tag_design import EVENT_LOGO, TagDesign
from reception_app.storage import tag_designs
from reception_app.storage.event_file import Act, EventFile, EventReader
from reception_app.storage.fact_journal import new_id
from reception_app.wording import Wording


@dataclass(eq=False)
class DesignUnknown(ReceptionError):
    """There is no design of this name."""

    text: str


@dataclass(eq=False)
class DesignShipped(ReceptionError):
    """A design that comes with the program stays as it is; a copy of it can be changed."""

    name: str


def list_designs(event: EventReader, wording: Wording) -> tuple[TagDesign, ...]:
    """All designs to choose from, named in the language of `wording`: the event's own ones first.

    A design that a newer version of the program saved, and this one cannot read, is left out.
    """
    own = []
    for key, body in tag_designs.list_tag_designs(event).items():
        try:
            own.append(replace(design_from(body, key), key=key))
        except DesignImpossible:
            continue
    return (*own, *shipped_designs(wording))


def shipped_designs(wording: Wording) -> tuple[TagDesign, ...]:
    """The designs that come with the program."""
    names = wording.table("tag_design")
    return tuple(replace(design, name=names[key]) for key, design in SHIPPED.items())


def is_shipped(key: str) -> bool:
    """Whether the design of this key comes with the program."""
    return key in SHIPPED


def find_design(event: EventReader, text: str, wording: Wording) -> TagDesign:
    """The design of this key or name.

    Raises:
        DesignUnknown: there is none.
    """
    designs = list_designs(event, wording)
    for design in designs:
        if text == design.key:
            return design
    wanted = fold(text)
    for design in designs:
        if wanted and wanted == fold(design.name):
            return design
    raise DesignUnknown(text)


def find_looks(
    event: EventReader,
    *,
    design: TagDesign | None = None,
    draft: Mapping[str, Picture] | None = None,
) -> TagLooks:
    """What the event's tags look like, with all pictures they need.

    Args:
        event: the event, or a snapshot of it.
        design: one for all tags in place of the chosen ones.
        draft: pictures that are not saved yet, by hash.
    """
    chosen = tag_designs.find_tag_settings(event)
    if design is not None:
        designs: dict[str, TagDesign] = {}
        main = design
    else:
        known = {one.key: one for one in list_designs(event, Wording("en"))}
        main = known.get(chosen.design, SHIPPED[DEFAULT])
        designs = {
            category: known[key] for category, key in chosen.by_category.items() if key in known
        }
    wanted = main.pictures.union(*(one.pictures for one in designs.values()))
    if chosen.logo:
        wanted |= {chosen.logo}
    pictures = find_pictures(event, wanted) | dict(draft or {})
    if chosen.logo in pictures and EVENT_LOGO not in pictures:
        pictures[EVENT_LOGO] = pictures[chosen.logo]
    return TagLooks(main, designs, pictures)


def find_pictures(event: EventReader, keys: frozenset[str]) -> dict[str, Picture]:
    """The event's pictures of these hashes."""
    return {
        key: Picture(kept.key, kept.media, kept.width, kept.height, kept.content)
        for key, kept in tag_designs.list_pictures(event, keys).items()
    }


def find_tag_sheet(event: EventReader) -> LabelSheet:
    """The sheet the event prints its tags on; ten to A4 until somebody chooses."""
    try:
        return sheet_from(tag_designs.find_tag_settings(event).sheet)
    except (SheetUnknown, SheetLargerThanPaper, SheetMeasureImpossible):
        return A4_TEN


def save_design(
    event: EventFile, design: TagDesign, pictures: Iterable[Picture] = (), *, now: datetime,
    operator: str,
) -> TagDesign:  # fmt: skip
    """Keep the design, under its key; one without a key is new and gets one.

    Raises:
        DesignShipped: it has the key of a design that comes with the program.
        DesignImpossible: a measure or text of it cannot be.
    """
    if is_shipped(design.key):
        raise DesignShipped(design.name)
    kept = replace(design, key=design.key or f"own-{new_id()}", name=clean_text(design.name))
    body = design_json(kept)
    design_from(body, kept.name)
    with event.act(now=now, actor=operator) as act:
        _keep_pictures(event, act, pictures)
        act.record(TagDesignSaved(design=kept.key, name=kept.name, body=body))
    return kept


def remove_design(event: EventFile, key: str, *, now: datetime, operator: str) -> None:
    """Offer the design no longer; tags that use it get the default one.

    Raises:
        DesignShipped: it comes with the program.
        DesignUnknown: there is none of this key.
    """
    if is_shipped(key):
        raise DesignShipped(key)
    if key not in tag_designs.list_tag_designs(event):
        raise DesignUnknown(key)
    with event.act(now=now, actor=operator) as act:
        act.record(TagDesignRemoved(design=key))


def use_design(
    event: EventFile, key: str, *, category: str = "", now: datetime, operator: str
) -> None:
    """Print all tags, or those of one category, in this design from now on.

    An empty key takes the choice back: a category has the design of all again.
    """
    field = tag_designs.DESIGN_SETTING + (f"/{category}" if category else "")
    _change(event, {field: key}, now, operator)


def use_sheet(event: EventFile, sheet: LabelSheet, *, now: datetime, operator: str) -> None:
    """Print tags on this sheet from now on."""
    _change(event, {tag_designs.SHEET_SETTING: measures_of(sheet)}, now, operator)


def use_logo(event: EventFile, logo: Picture | None, *, now: datetime, operator: str) -> None:
    """Show this logo wherever a design has a place for the event's, or none."""
    with event.act(now=now, actor=operator) as act:
        if logo is not None:
            _keep_pictures(event, act, (logo,))
        act.record(EventChanged(fields={tag_designs.LOGO_SETTING: logo.key if logo else ""}))


def take_in_template(event: EventFile, path: Path, *, now: datetime, operator: str) -> TagDesign:
    """Keep the design of a template file among the event's own ones, always as a new one.

    Raises:
        TemplateFileMissing, TemplateFileTooLarge, TemplateFileForeign, TemplateFileNewer,
        DesignImpossible, PictureUnreadable, PictureTooLarge: nothing was kept.
    """
    design, pictures = read_template(path)
    named = replace(design, key="", name=design.name or path.stem)
    return save_design(event, named, pictures, now=now, operator=operator)


def write_design_template(event: EventReader, design: TagDesign, path: Path) -> None:
    """Write the design with its pictures as a template file for other events.

    Raises:
        FileNotWritable, NoRoomForFile: nothing was written.
    """
    write_template(path, design, find_pictures(event, design.pictures))


def _keep_pictures(event: EventReader, act: Act, pictures: Iterable[Picture]) -> None:
    """Record those pictures that the event does not have yet."""
    new = {picture.key: picture for picture in pictures}
    known = tag_designs.list_pictures(event, frozenset(new))
    for key, picture in sorted(new.items()):
        if key not in known:
            content = base64.b64encode(picture.content).decode("ascii")
            act.record(
                PictureKept(
                    picture=key, media=picture.media, width=picture.width, height=picture.height,
                    content=content,
                )
            )  # fmt: skip


def _change(event: EventFile, fields: dict[str, str], now: datetime, operator: str) -> None:
    with event.act(now=now, actor=operator) as act:
        act.record(EventChanged(fields=fields))
