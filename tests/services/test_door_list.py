"""The paper door list: everybody by reading under the boxes, with what is due; who is out apart."""

from pathlib import Path

from evening import Evening
from notation import at
from pdf_reading import page_texts, without_spaces

from reception_app.documents.report import Cell, RowKind, Table
from reception_app.domain.facts import StatusChanged
from reception_app.domain.guest import GuestStatus
from reception_app.services.door_list import export_door_list, make_door_list
from reception_app.wording import Wording


def tables(evening: Evening) -> list[Table]:
    """The tables of the list: who comes, maybe who does not, walk-ins."""
    report = make_door_list(evening.file, Wording("en"), now=at("18:30"))
    return [block for block in report.blocks if isinstance(block, Table)]


def test_guests_stand_under_their_boxes_with_dues(evening: Evening) -> None:
    """A box to tick, the number, name and reading, the fee where it is due, the time if inside."""
    evening.guest("佐藤 花子")
    inside = evening.guest("来賓", "ご招待")
    coming, _ = tables(evening)

    sections = [row.cells[0] for row in coming.rows if row.kind is RowKind.SECTION]
    bodies = {
        row.cells[2].text: row
        for row in coming.rows
        if row.kind is RowKind.BODY and isinstance(row.cells[2], Cell)
    }
    assert sections == ["タ"]
    assert bodies["佐藤 花子"].cells[4] == "¥8,000"
    assert bodies["佐藤 花子"].cells[0] == Cell(tick=True)
    assert (bodies["来賓"].cells[0], bodies["来賓"].cells[4]) == ("✓", "")
    assert bodies["来賓"].cells[1] == str(inside.number)


def test_who_is_not_expected_stands_apart(evening: Evening) -> None:
    """The cancelled are not among those who come, but can be looked up."""
    guest = evening.guest("佐藤 花子")
    with evening.file.act(now=at("17:00"), actor="") as act:
        act.record(StatusChanged(guest=guest.id, status=GuestStatus.CANCELLED))
    coming, others, _ = tables(evening)

    assert coming.rows == ()
    assert others.rows[0].cells[3] == "Cancelled"


def test_list_is_a_readable_pdf(evening: Evening, tmp_path: Path) -> None:
    """The PDF says the names, in the event's language."""
    evening.guest("佐藤 花子")
    path = tmp_path / "list.pdf"
    export_door_list(evening.file, path, now=at("18:30"))

    text = without_spaces("".join(page_texts(path)))
    assert "受付名簿" in text
    assert "佐藤" in text
