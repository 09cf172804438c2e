"""The guests of a list: each row read under a mapping, nothing left out in silence."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field

from reception_app.documents.guest_sheet import cell_wording, companion_wording
from reception_app.documents.guest_sheet.cell_wording import Standing
from reception_app.documents.guest_sheet.ditto_marks import DittoMarks
from reception_app.documents.guest_sheet.headings import (
    NAME_FIELDS,
    ListField,
    may_hold_name_too,
)
from reception_app.documents.guest_sheet.listed_guest import (
    GuestList,
    ListedGuest,
    RefusalReason,
    RefusedRow,
    SkippedRow,
    SkipReason,
    WarningKind,
)
from reception_app.documents.guest_sheet.mapping import ColumnMapping, ListColumn
from reception_app.documents.guest_sheet.merged_cells import MergedCells
from reception_app.documents.guest_sheet.name_cells import (
    are_turned_round,
    asks_for_company,
    closed_up,
    hold_readings,
    name_and_company,
    name_and_reading,
    section_title,
    turned_back,
)
from reception_app.documents.guest_sheet.raw_list import RawList, RawRow, cell_name
from reception_app.documents.guest_sheet.row_cells import NOTE_SEPARATOR, RowCells
from reception_app.documents.guest_sheet.row_doubts import RowDoubts
from reception_app.documents.guest_sheet.skipped_rows import skip_reason
from reception_app.domain.errors import ReceptionError
from reception_app.domain.guest import GuestField, GuestStatus, clean_text, fold, join_name
from reception_app.domain.labels import join_labels

LONGEST_NAME = 200
"""Characters; a longer one is a paragraph in the wrong column."""

_PLAIN_TEXTS = {
    ListField.BADGE_NAME: GuestField.BADGE_NAME,
    ListField.COMPANY: GuestField.COMPANY,
    ListField.CATEGORY: GuestField.CATEGORY,
    ListField.INTRODUCER: GuestField.INTRODUCER,
    ListField.TABLE: GuestField.TABLE,
    ListField.TICKET_NUMBER: GuestField.TICKET_NUMBER,
}
_NOTED_WITH_HEADING = (
    ListField.STANDS_IN_FOR,
    ListField.ALLERGIES,
    ListField.INDUSTRY,
    ListField.EXTRA_NOTE,
)
"""What has no field of its own among the guest's is told to the desk under its heading."""

_COUNTED_BY = {
    ListField.QUANTITY: companion_wording.whole_party,
    ListField.COMPANIONS: companion_wording.companions,
}
_LONGEST_LABEL = 40
_ADDRESSED = re.compile(r"\s*様$|(?<=\S)\s+殿$")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")


@dataclass(eq=False)
class ListNameColumnMissing(ReceptionError):
    """The mapping names no column that holds names."""

    file: str


def read_guests(raw: RawList, mapping: ColumnMapping) -> GuestList:
    """The guests of the list, each row once: taken, refused with a reason, or skipped as no guest.

    Wholly blank rows, and rows that hold nothing but a running number, are passed over.

    Raises:
        ListNameColumnMissing: no column holds names.
    """
    if not mapping.has_name:
        raise ListNameColumnMissing(raw.file)
    reader = _Reader(raw, mapping)
    for row in raw.rows:
        if row.number >= mapping.first_row:
            reader.read(row)
    return GuestList(
        tuple(reader.guests),
        tuple(reader.refused),
        tuple(reader.skipped),
        tuple(reader.doubts.told),
    )


@dataclass
class _Reader:
    raw: RawList
    mapping: ColumnMapping
    guests: list[ListedGuest] = field(default_factory=list)
    refused: list[RefusedRow] = field(default_factory=list)
    skipped: list[SkippedRow] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.doubts = RowDoubts(self.mapping)
        self._above = DittoMarks()
        self._merged = MergedCells(self.raw, self.mapping)
        self.cells = RowCells(self.mapping, self.doubts)
        self._name_columns = [c for c in self.mapping.columns if c.field in NAME_FIELDS]
        self._name_index = self._name_columns[0].index
        self._section = ""
        self._asks_reading = any(may_hold_name_too(c.heading) for c in self._name_columns)
        self._asks_company = any(asks_for_company(c.heading) for c in self._name_columns)
        names = [self.cells.cell(row, self._name_index) for row in self._rows()]
        self._asks_reading = self._asks_reading or hold_readings([name for name in names if name])
        self._turned_round = are_turned_round([name for name in names if name])
        self._blank_status = self._status_where_blank()
        self._blank_paid = self._paid_where_blank()

    def read(self, row: RawRow) -> None:
        row = self._above.filled(row)
        name = self._name(row)
        skip = skip_reason(row, name, self.mapping)
        if skip is not None:
            reason, index = skip
            if reason is SkipReason.SECTION:
                self._section = section_title(self.cells.cell(row, index))
            self.skipped.append(SkippedRow(row.number, cell_name(row.number, index), reason))
            return
        if not name:
            if self._says_something(row):
                self._refuse(row, RefusalReason.NO_NAME)
            return
        if len(name) > LONGEST_NAME:
            self._refuse(row, RefusalReason.NAME_TOO_LONG)
            return
        row = self._merged.filled(row)
        self.doubts.look_at_cells(row)
        guest = self._guest(row, name)
        self.doubts.look_for_twins(guest)
        self.guests.append(guest)

    def _guest(self, row: RawRow, name: str) -> ListedGuest:
        texts = {
            GuestField.NAME: name,
            GuestField.READING: self._reading(row),
            GuestField.TITLE: _joined_title(
                self.cells.text(row, ListField.DEPARTMENT), self.cells.text(row, ListField.TITLE)
            ),
            GuestField.EMAIL: self._email(row),
            GuestField.PHONE: unicodedata.normalize("NFKC", self.cells.text(row, ListField.PHONE)),
            GuestField.LABELS: self._labels(row),
            GuestField.NOTE: self._note(row),
            GuestField.TALKS_ABOUT: self.cells.several(row, ListField.TALKS_ABOUT),
            GuestField.WANTS_TO_MEET: self.cells.several(row, ListField.WANTS_TO_MEET),
        }
        texts |= {kept: self.cells.text(row, listed) for listed, kept in _PLAIN_TEXTS.items()}
        if self._asks_company:
            written = self.cells.text(row, ListField.NAME)
            texts[GuestField.COMPANY] = texts[GuestField.COMPANY] or name_and_company(written)[1]
        if category := self._marked_answer(row, ListField.CATEGORY):
            texts[GuestField.CATEGORY] = category
        if not self.cells.columns[ListField.CATEGORY] and not texts[GuestField.CATEGORY]:
            texts[GuestField.CATEGORY] = self._section
        status, paid = self._standing(row)
        companions, companion_names = self._party(row, name)
        payment = self.cells.text(row, ListField.PAYMENT)
        return ListedGuest(
            row=row.number,
            texts={kept: text for kept, text in texts.items() if text},
            status=status,
            paid=paid,
            companions=companions,
            companion_names=companion_names,
            ticket_alias=self._alias(row),
            stands_in_for=self.cells.answer(row, ListField.STANDS_IN_FOR),
            amount=self.cells.text(row, ListField.AMOUNT)
            or (payment if cell_wording.is_number(payment) else ""),
            answered_at=self.cells.text(row, ListField.ANSWERED_AT),
            listed_number=self.cells.text(row, ListField.NUMBER),
        )

    # What belongs together.

    def _name(self, row: RawRow) -> str:
        name = self.cells.text(row, ListField.NAME) or join_name(
            self.cells.text(row, ListField.FAMILY_NAME), self.cells.text(row, ListField.GIVEN_NAME)
        )
        name = closed_up(name, written=str(row.cell(self._name_index)))
        if self._asks_company:
            name = name_and_company(name)[0]
        if self._asks_reading:
            name = name_and_reading(name)[0]
        if self._turned_round:
            name = turned_back(name)
        # 様 or a 殿 apart is how the list addresses the guest, no part of any name.
        return _ADDRESSED.sub("", name) or name

    def _reading(self, row: RawRow) -> str:
        reading = self.cells.text(row, ListField.READING) or join_name(
            self.cells.text(row, ListField.FAMILY_READING),
            self.cells.text(row, ListField.GIVEN_READING),
        )
        if self._asks_reading and not reading:
            reading = name_and_reading(self.cells.text(row, ListField.NAME))[1]
        return unicodedata.normalize("NFKC", reading)

    def _email(self, row: RawRow) -> str:
        email = unicodedata.normalize("NFKC", self.cells.text(row, ListField.EMAIL)).replace(
            " ", ""
        )
        if email and not re.fullmatch(r"[^@]+@[^@]+\.[^@.]+", email):
            self.doubts.tell(
                row.number, self.cells.index_of(ListField.EMAIL), WarningKind.EMAIL_ODD, email
            )
        return email

    def _labels(self, row: RawRow) -> str:
        fixed = self.mapping.fixed.get(ListField.LABELS)
        columns = self.cells.columns[ListField.LABELS]
        cells = [self.cells.cell(row, column.index) for column in columns]
        return join_labels(cells if fixed is None else [fixed])

    def _note(self, row: RawRow) -> str:
        notes = [self.cells.several(row, ListField.NOTE)]
        for wanted in _NOTED_WITH_HEADING:
            for column in self.cells.columns[wanted]:
                text = self.cells.cell(row, column.index)
                if text and not cell_wording.says_nothing(text):
                    label = _label(column)
                    notes.append(f"{label}: {text}" if label else text)
        return NOTE_SEPARATOR.join(note for note in notes if note)

    def _standing(self, row: RawRow) -> tuple[GuestStatus, bool | None]:
        said = self._understood(row, ListField.STATUS, WarningKind.STATUS_UNKNOWN)
        payment = self._understood(row, ListField.PAYMENT, WarningKind.PAYMENT_UNKNOWN)
        status = said.status if said else self._blank_status
        if status is None:
            status = GuestStatus.ACCEPTED
        if payment and payment.status is GuestStatus.CANCELLED:
            status = GuestStatus.CANCELLED
        elif payment and payment.status is GuestStatus.DECLINED and said is None:
            # 参加・支払済 and 不参加 may share one column.
            status = GuestStatus.DECLINED
        paid = payment.paid if payment else self._blank_paid
        if paid is None and said:
            paid = said.paid
        return status, paid

    def _understood(self, row: RawRow, wanted: ListField, unknown: WarningKind) -> Standing | None:
        text = self._marked_answer(row, wanted)
        text = text or self.cells.text(row, wanted)
        if not text:
            return None
        understood = _understand(wanted, text)
        if understood is None:
            self.doubts.tell(row.number, self.cells.index_of(wanted), unknown, text)
            return Standing()
        return understood

    def _marked_answer(self, row: RawRow, wanted: ListField) -> str:
        """The heading under which the row is marked, where each answer has a column of its own."""
        columns = self.cells.columns[wanted]
        if len(columns) < 2:  # noqa: PLR2004 - one column holds the answer itself
            return ""
        return next((c.heading for c in columns if self.cells.cell(row, c.index)), "")

    def _alias(self, row: RawRow) -> str:
        """The foreign code of this row, unless an earlier row has it."""
        alias = self.cells.text(row, ListField.BARCODE)
        return alias if self.doubts.is_first(ListField.BARCODE, alias, row.number) else ""

    def _party(self, row: RawRow, own_name: str) -> tuple[int, tuple[str, ...]]:
        """How many come along, and their names; 参加者1 may repeat the guest's own."""
        count, names = 0, list[str]()
        for wanted, counted in _COUNTED_BY.items():
            text = self.cells.text(row, wanted)
            if not text:
                continue
            party = counted(text)
            if party is None or not party.sure:
                self._doubt_party(row, self.cells.index_of(wanted), text)
            if party is not None:
                count = max(count, party.count)
                names += party.names
            else:
                names += companion_wording.names_only(text)
        for column in self.cells.columns[ListField.COMPANION_NAMES]:
            # From the cell as written: line breaks part names too.
            text = str(row.cell(column.index))
            party = companion_wording.named_party(text)
            if not party.sure:
                self._doubt_party(row, column.index, clean_text(text))
            if len(party.names) != party.count:
                count = max(count, party.count)
            names += party.names
        own = fold(own_name)
        others = [name for name in names if fold(name) != own]
        return max(count, len(others)), tuple(others)

    def _doubt_party(self, row: RawRow, index: int, text: str) -> None:
        self.doubts.tell(row.number, index, WarningKind.COMPANIONS_UNCLEAR, text)

    # What a blank cell means in this list.

    def _status_where_blank(self) -> GuestStatus:
        """Not answered where others say they come; accepted where only absences are marked."""
        said = (_understand(ListField.STATUS, text) for text in self._all(ListField.STATUS))
        come = any(one and one.status is GuestStatus.ACCEPTED for one in said)
        return GuestStatus.INVITED if come else GuestStatus.ACCEPTED

    def _paid_where_blank(self) -> bool | None:
        """Unpaid where others are marked as paid."""
        said = (_understand(ListField.PAYMENT, text) for text in self._all(ListField.PAYMENT))
        return False if any(one and one.paid for one in said) else None

    def _all(self, wanted: ListField) -> set[str]:
        return {
            str(row.cell(column.index))
            for column in self.cells.columns[wanted]
            for row in self._rows()
        }

    def _rows(self) -> Iterator[RawRow]:
        """The rows that may be guests."""
        return (row for row in self.raw.rows if row.number >= self.mapping.first_row)

    # Rows that are no guests, and doubts.

    def _says_something(self, row: RawRow) -> bool:
        """Whether a row without a name holds more than a running number and zeros of formulas."""
        numbers = {column.index for column in self.cells.columns[ListField.NUMBER]}
        return any(
            index not in numbers and str(cell).strip() not in {"", "0", "FALSE"}
            for index, cell in enumerate(row.cells)
        )

    def _refuse(self, row: RawRow, reason: RefusalReason) -> None:
        self.refused.append(RefusedRow(row.number, cell_name(row.number, self._name_index), reason))


def _understand(wanted: ListField, text: str) -> Standing | None:
    return cell_wording.paid(text) if wanted is ListField.PAYMENT else cell_wording.standing(text)


def _joined_title(department: str, title: str) -> str:
    if _NOT_ASCII.search(department + title):
        return " ".join(part for part in (department, title) if part)
    return ", ".join(part for part in (title, department) if part)


def _label(column: ListColumn) -> str:
    """What a note from this column is headed by; a form's whole question is cut to be readable."""
    if column.field is ListField.ALLERGIES:
        return "アレルギー" if _NOT_ASCII.search(column.heading) else "Allergies"
    label = clean_text(column.heading)
    return label if len(label) <= _LONGEST_LABEL else f"{label[: _LONGEST_LABEL - 1]}…"
