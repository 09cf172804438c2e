"""An event's own tag designs: kept with their pictures, chosen per category, derived anew."""

import io
from pathlib import Path

import pytest
from evening import Evening, new_evening
from notation import at
from PIL import Image

from reception_app.documents.label_sheet import A4_TEN, sheet_from
from reception_app.documents.picture_file import Picture, picture_from
from reception_app.documents.shipped_designs import DEFAULT
from reception_app.domain.errors import ReceptionError
from reception_app.domain.tag_design import EVENT_LOGO, Frame, PictureElement, TagDesign
from reception_app.services import tag_designs
from reception_app.services.name_tags import (
    TagOrder,
    TagSelection,
    in_order,
    make_job,
    select_for_tags,
)
from reception_app.services.spare_badges import make_spare_badges
from reception_app.wording import Wording

ENGLISH = Wording("en")


@pytest.fixture
def evening(tmp_path: Path) -> Evening:
    return new_evening(tmp_path / "a.reception")


def logo(colour: str = "#0F766E") -> Picture:
    """A picture of one colour."""
    stream = io.BytesIO()
    Image.new("RGB", (40, 20), colour).save(stream, "PNG")
    return picture_from(stream.getvalue(), "logo.png")


def own(name: str = "Own", key: str = "") -> TagDesign:
    """A design with a picture of its own."""
    return TagDesign(key, name, 91.0, 55.0, (PictureElement(Frame(1, 1, 20, 10), logo().key),))


def test_a_saved_design_is_there_with_its_pictures(evening: Evening) -> None:
    """It comes first in the list, and again after everything was derived anew."""
    kept = tag_designs.save_design(evening.file, own(), (logo(),), now=at("12:30"), operator="op")
    evening.file.rebuild()

    assert tag_designs.list_designs(evening.file, ENGLISH)[0] == kept
    assert tag_designs.find_pictures(evening.file, kept.pictures) == {logo().key: logo()}
    assert tag_designs.find_design(evening.file, "own", ENGLISH) == kept


def test_a_design_is_changed_and_removed(evening: Evening) -> None:
    """Saved again under its key it replaces itself; removed it is gone, and tags are as before."""
    kept = tag_designs.save_design(evening.file, own(), now=at("12:30"), operator="op")
    changed = tag_designs.save_design(
        evening.file, own("Other", kept.key), now=at("12:31"), operator="op"
    )
    tag_designs.use_design(evening.file, kept.key, now=at("12:31"), operator="op")
    assert tag_designs.find_looks(evening.file).design == changed

    tag_designs.remove_design(evening.file, kept.key, now=at("12:32"), operator="op")

    assert kept.key not in [d.key for d in tag_designs.list_designs(evening.file, ENGLISH)]
    assert tag_designs.find_looks(evening.file).design.key == DEFAULT


def test_what_comes_with_the_program_stays(evening: Evening) -> None:
    """A shipped design is neither overwritten nor removed, an unknown one not removed."""
    for act in (
        lambda: tag_designs.save_design(
            evening.file, own(key=DEFAULT), now=at("12:30"), operator=""
        ),
        lambda: tag_designs.remove_design(evening.file, DEFAULT, now=at("12:30"), operator=""),
        lambda: tag_designs.remove_design(evening.file, "own-x", now=at("12:30"), operator=""),
        lambda: tag_designs.find_design(evening.file, "", ENGLISH),
    ):
        with pytest.raises(ReceptionError):
            act()


def test_each_category_may_have_its_design(evening: Evening) -> None:
    """A category's tags are in its design, and in everybody's when the choice is taken back."""
    evening.guest("佐藤", "学生")
    evening.guest("鈴木", "会員")
    student = evening.guest("林", "学生")
    tag_designs.use_design(evening.file, "lanyard", now=at("12:30"), operator="op")
    tag_designs.use_design(
        evening.file, "card", category=student.category, now=at("12:30"), operator="op"
    )

    job = make_job(evening.file, select_for_tags(evening.file, TagSelection.ALL))
    used = {tag.name: job.looks.design_of(tag).key for tag in job.tags}
    assert used == {"佐藤": "card", "鈴木": "lanyard", "林": "card"}

    tag_designs.use_design(
        evening.file, "", category=student.category, now=at("12:31"), operator="op"
    )
    assert tag_designs.find_looks(evening.file).by_category == {}


def test_the_events_logo_fills_its_place(evening: Evening) -> None:
    """Set, changed and taken away; the same picture is kept once."""
    for picture in (logo(), logo("#C2410C"), logo()):
        tag_designs.use_logo(evening.file, picture, now=at("12:30"), operator="op")
        assert tag_designs.find_looks(evening.file).pictures[EVENT_LOGO] == picture
    tag_designs.use_logo(evening.file, None, now=at("12:31"), operator="op")

    assert EVENT_LOGO not in tag_designs.find_looks(evening.file).pictures
    kept = evening.file.db.execute("SELECT COUNT(*) FROM picture").get
    assert kept == 2


def test_templates_go_from_event_to_event(evening: Evening, tmp_path: Path) -> None:
    """Written at one event and taken in at another, a design brings its pictures along."""
    kept = tag_designs.save_design(evening.file, own(), (logo(),), now=at("12:30"), operator="op")
    template = tmp_path / "own.reception-tag"
    tag_designs.write_design_template(evening.file, kept, template)
    other = new_evening(tmp_path / "b.reception")

    taken = tag_designs.take_in_template(other.file, template, now=at("12:30"), operator="op")

    assert (taken.name, taken.front) == (kept.name, kept.front)
    assert tag_designs.find_pictures(other.file, taken.pictures)
    again = tag_designs.take_in_template(other.file, template, now=at("12:30"), operator="op")
    assert again.key != taken.key


def test_the_sheet_is_kept(evening: Evening) -> None:
    """The chosen sheet, an own one too; the usual one until somebody chooses."""
    assert tag_designs.find_tag_sheet(evening.file) == A4_TEN
    for text in ("Avery 5395", "3x7 64x33.9 7,12 2.5,0 letter", "1x2 180x110 10,10 folded"):
        sheet = sheet_from(text)
        tag_designs.use_sheet(evening.file, sheet, now=at("12:30"), operator="op")
        assert tag_designs.find_tag_sheet(evening.file) == sheet


def test_tags_come_in_the_order_that_is_asked(evening: Evening) -> None:
    """By company, table counted as people count, category as in the fee plan, or number."""
    from reception_app.domain.guest import GuestField
    from reception_app.services.guest_list import change_guest

    for name, table, category in (
        ("田中", "10", "学生"), ("青木", "2", "会員"), ("木村", "", "会員"), ("林", "1", "ご招待"),
    ):  # fmt: skip
        guest = evening.guest(name, category)
        change_guest(
            evening.file, guest.id, {GuestField.TABLE: table}, now=at("18:10"), operator="op"
        )
    rows = select_for_tags(evening.file, TagSelection.ALL)

    def names(order: TagOrder) -> list[str]:
        return [row.guest.name for row in in_order(evening.file, rows, order)]

    assert names(TagOrder.TABLE) == ["林", "青木", "田中", "木村"]
    assert names(TagOrder.NUMBER) == ["田中", "青木", "木村", "林"]
    assert names(TagOrder.CATEGORY)[2:] == ["田中", "林"]
    assert names(TagOrder.READING) == [row.guest.name for row in rows]


def test_spare_tags_follow_with_their_label(evening: Evening) -> None:
    """Blank tags have a code, their label and no number, and are nobody's."""
    guest = evening.guest("佐藤")
    spares = make_spare_badges(evening.file, 2, now=at("12:30"), operator="op")
    job = make_job(evening.file, select_for_tags(evening.file, TagSelection.ALL), spares=spares)

    assert job.guests == (guest.id,)
    assert [(tag.position, tag.spare, tag.badge_code) for tag in job.tags[1:]] == [
        (spare.label, True, spare.code) for spare in spares
    ]
    sheets = job.on_sheets()
    assert (sheets.count, sheets.page(0).problems) == (1, ())
