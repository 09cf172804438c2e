"""The guests of a list: what is taken, refused, skipped and doubted."""

import pytest
from guest_sheet_files import guests_of, listed
from hypothesis import given
from hypothesis import strategies as st

from reception_app.documents.guest_sheet.guests import ListNameColumnMissing, read_guests
from reception_app.documents.guest_sheet.headings import ListField
from reception_app.documents.guest_sheet.listed_guest import (
    ListWarning,
    RefusalReason,
    RefusedRow,
    SkipReason,
    WarningKind,
)
from reception_app.documents.guest_sheet.mapping import recognise
from reception_app.documents.guest_sheet.raw_list import DateText, RawList, RawRow
from reception_app.domain.guest import GuestField, GuestStatus


def test_a_row_without_a_name_is_refused_with_its_cell() -> None:
    """The cell where the name should stand is named; blank rows are passed over."""
    guests = guests_of("会社名,お名前\nACME,前田\n,\nGlass,\n,　\n井上,村上\n")

    assert [guest.name for guest in guests.guests] == ["前田", "村上"]
    assert guests.refused == (RefusedRow(4, "B4", RefusalReason.NO_NAME),)


def test_a_paragraph_is_no_name() -> None:
    """A name of more than 200 characters is refused."""
    guests = guests_of(f"お名前,会社名\n{'あ' * 201},A\n{'い' * 200},B\n")

    assert [refused.reason for refused in guests.refused] == [RefusalReason.NAME_TOO_LONG]
    assert len(guests.guests) == 1


def test_rows_numbered_in_advance_are_blank() -> None:
    """A running number, and a formula's zero, make no guest."""
    guests = guests_of("No,お名前,人数\n1,前田,1\n2,,0\n3,,\n")

    assert len(guests.guests) == 1
    assert guests.refused == ()


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("合計,,2名,", SkipReason.TOTALS),
        (",合計,2,16000", SkipReason.TOTALS),
        (",,計,16000", SkipReason.TOTALS),
        ("Total,,,16000", SkipReason.TOTALS),
        ("No,お名前,会社名,会費", SkipReason.HEADING_AGAIN),
        ("例,山田 太郎,ACME,8000", SkipReason.EXAMPLE),
        ("※キャンセル待ち2名を含む,,,", SkipReason.FOOTNOTE),
    ],
)
def test_rows_that_are_no_guests_are_skipped_with_a_reason(row: str, reason: SkipReason) -> None:
    """Totals, repeated headings, examples and footnotes are told apart from refused guests."""
    guests = guests_of(f"No,お名前,会社名,会費\n1,前田,A,8000\n2,村上,B,8000\n{row}\n")

    assert [guest.name for guest in guests.guests] == ["前田", "村上"]
    assert [(skipped.row, skipped.reason) for skipped in guests.skipped] == [(4, reason)]
    assert guests.refused == ()


def test_headings_in_a_second_language_are_skipped() -> None:
    """The English row under the Japanese one is nobody."""
    guests = guests_of("お名前,会社名,備考\nName,Company,Note\n前田,A,\n")

    assert [guest.name for guest in guests.guests] == ["前田"]
    assert [skipped.reason for skipped in guests.skipped] == [SkipReason.HEADING_AGAIN]


def test_family_and_given_names_are_joined_in_their_order() -> None:
    """Japanese family first, Western given first, and one of them alone is enough."""
    guests = guests_of("姓,名,セイ,メイ\n佐藤,花子,サトウ,ハナコ\nLopez,William,,\n,Cher,,\n")

    assert [guest.name for guest in guests.guests] == ["佐藤 花子", "William Lopez", "Cher"]
    assert guests.guests[0].text(GuestField.READING) == "サトウ ハナコ"


def test_the_form_of_address_is_no_part_of_a_name() -> None:
    """御芳名 in a seating list reads 山田 太郎 様."""
    guests = guests_of("御芳名,貴社名\n山田 太郎 様,A\n鈴木様,B\n様,C\n")

    assert [guest.name for guest in guests.guests] == ["山田 太郎", "鈴木", "様"]


def test_half_width_readings_are_widened() -> None:
    """ﾏｴﾀﾞ and マエダ are one reading."""
    guests = guests_of("お名前,フリガナ\n前田,ﾏｴﾀﾞ ｻﾕﾘ\n")

    assert guests.guests[0].text(GuestField.READING) == "マエダ サユリ"


def test_department_and_title_are_one_line() -> None:
    """Japanese reads department first, English title first."""
    guests = guests_of("お名前,部署,役職\n前田,営業部,部長\nAnn,Sales,Director\n村上,研究所,\n")

    assert [guest.text(GuestField.TITLE) for guest in guests.guests] == [
        "営業部 部長",
        "Director, Sales",
        "研究所",
    ]


def test_a_ticket_for_three_is_a_host_with_two_companions() -> None:
    """枚数 counts the host too; 同伴者 does not; names count as many as they are."""
    guests = guests_of(
        "参加者名,枚数,同伴者名\n前田,3,\n村上,1,\n井上,1,井上 花子、井上 次郎\n佐藤,2,佐藤 一郎\n"
    )

    assert [guest.companions for guest in guests.guests] == [2, 0, 2, 1]
    assert guests.guests[2].companion_names == ("井上 花子", "井上 次郎")
    assert guests.companions == 5


def test_an_unclear_number_of_companions_is_doubted() -> None:
    """The guest comes all the same, alone or with one."""
    guests = guests_of("お名前,同伴者の人数\n前田,たくさん\n村上,あり\n井上,2\n佐藤,0\n")

    assert [guest.companions for guest in guests.guests] == [0, 1, 2, 0]
    assert [(w.cell, w.kind, w.text) for w in guests.warnings] == [
        ("B2", WarningKind.COMPANIONS_UNCLEAR, "たくさん"),
        ("B3", WarningKind.COMPANIONS_UNCLEAR, "あり"),
    ]


def test_status_and_payment_are_understood_together() -> None:
    """A ticket site's status column tells both."""
    guests = guests_of(
        "参加者名,ステータス\n前田,支払済\n村上,未払・入金待ち\n井上,キャンセル\n佐藤,返金\n"
    )

    assert [(guest.status, guest.paid) for guest in guests.guests] == [
        (GuestStatus.ACCEPTED, True),
        (GuestStatus.ACCEPTED, False),
        (GuestStatus.CANCELLED, None),
        (GuestStatus.CANCELLED, None),
    ]


def test_a_blank_status_depends_on_the_others() -> None:
    """Where others say they come, a blank has not answered; where only absences are marked, not."""
    answered = guests_of("お名前,出欠\n前田,出席\n村上,\n")
    marked = guests_of("お名前,状況\n前田,キャンセル\n村上,\n")

    assert [guest.status for guest in answered.guests] == [
        GuestStatus.ACCEPTED,
        GuestStatus.INVITED,
    ]
    assert [guest.status for guest in marked.guests] == [
        GuestStatus.CANCELLED,
        GuestStatus.ACCEPTED,
    ]


def test_unknown_wordings_are_doubted_not_guessed() -> None:
    """A status and a payment nobody knows leave the guest accepted and the payment open."""
    guests = guests_of("お名前,出欠,入金\n前田,ゴールド,要確認\n村上,欠席,済\n")

    assert (guests.guests[0].status, guests.guests[0].paid) == (GuestStatus.ACCEPTED, None)
    assert [(w.cell, w.kind) for w in guests.warnings] == [
        ("B2", WarningKind.STATUS_UNKNOWN),
        ("C2", WarningKind.PAYMENT_UNKNOWN),
    ]


def test_notes_are_gathered_with_their_headings() -> None:
    """Allergies and the event's own questions reach the desk; answers that say nothing do not."""
    guests = guests_of(
        "お名前,備考,アレルギー,二次会\n前田,車椅子,えび,行く\n村上,なし,特になし,いいえ\n"
    )

    assert guests.guests[0].text(GuestField.NOTE) == "車椅子 / アレルギー: えび / 二次会: 行く"
    assert guests.guests[1].text(GuestField.NOTE) == ""


def test_a_barcode_is_an_alias_and_a_number_the_key() -> None:
    """Both codes of a ticket are kept apart."""
    guests = guests_of("Name,Attendee #,Barcode #\nAnn,701,B-77\n")

    assert guests.guests[0].text(GuestField.TICKET_NUMBER) == "701"
    assert guests.guests[0].ticket_alias == "B-77"


def test_a_fixed_text_speaks_for_every_guest() -> None:
    """A fixed category replaces the column's, until it is taken away."""
    raw = listed("お名前,区分\n前田,会員\n村上,ゲスト\n")
    mapping = recognise(raw)
    fixed = mapping.with_fixed(ListField.CATEGORY, "招待")

    assert read_guests(raw, fixed).categories == {"招待": 2}
    assert read_guests(raw, fixed.with_fixed(ListField.CATEGORY, None)).categories == {
        "会員": 1,
        "ゲスト": 1,
    }


def test_duplicates_are_shown_with_both_rows() -> None:
    """The same e-mail, number, or name and company; a household may share an address."""
    guests = guests_of(
        "お名前,会社名,メールアドレス,受付番号\n"
        "前田,A,a@example.com,1\n"
        "前田 花子,A,A@example.com,2\n"
        "村上,B,,3\n"
        "村 上,B,,1\n"
    )

    assert [(w.cell, w.kind, w.other_row) for w in guests.warnings] == [
        ("C3", WarningKind.DUPLICATE_EMAIL, 2),
        ("D5", WarningKind.DUPLICATE_TICKET, 2),
        ("A5", WarningKind.DUPLICATE_GUEST, 4),
    ]
    assert len(guests.guests) == 4


def test_dates_and_numbers_as_names_are_doubted() -> None:
    """They are taken, as a spreadsheet may have changed a name into one."""
    raw = RawList(
        "list.xlsx",
        (
            RawRow(1, ("お名前", "会社名")),
            RawRow(2, (DateText("2026-03-01"), "A")),
            RawRow(3, (12, "B")),
            RawRow(4, ("007", "C")),
        ),
    )

    guests = read_guests(raw, recognise(raw))

    assert [guest.name for guest in guests.guests] == ["2026-03-01", "12", "007"]
    assert [(w.cell, w.kind) for w in guests.warnings] == [
        ("A2", WarningKind.NAME_IS_DATE),
        ("A3", WarningKind.NAME_IS_NUMBER),
        ("A4", WarningKind.NAME_IS_NUMBER),
    ]


def test_invisible_characters_are_dropped_and_told() -> None:
    """A bidirectional override cannot hide in a name; a full-width space is a space."""
    guests = guests_of("お名前,会社名\n前\u202e田\u200b　さゆり,A\n村上　美加子,B\n")

    assert [guest.name for guest in guests.guests] == ["前田 さゆり", "村上 美加子"]
    assert guests.warnings == (ListWarning(2, "A2", WarningKind.CHARACTERS_DROPPED, "前田 さゆり"),)


def test_full_width_addresses_are_narrowed_and_odd_ones_doubted() -> None:
    """ａ＠ｅｘａｍｐｌｅ．ｃｏｍ is an address; a name is none."""
    guests = guests_of("お名前,メールアドレス\n前田,ａ＠ｅｘａｍｐｌｅ．ｃｏｍ\n村上,なし@\n")

    assert guests.guests[0].text(GuestField.EMAIL) == "a@example.com"
    assert [w.kind for w in guests.warnings] == [WarningKind.EMAIL_ODD]


def test_without_a_name_column_nobody_is_read() -> None:
    """The person must say which column holds names."""
    raw = listed("シャツ,備考\nM,x\n")

    with pytest.raises(ListNameColumnMissing):
        read_guests(raw, recognise(raw, heading_row=1))


@given(
    st.lists(
        st.lists(st.one_of(st.text(max_size=12), st.integers(), st.floats()), max_size=4),
        max_size=12,
    )
)
def test_every_row_is_accounted_for(rows: list[list[str | int | float]]) -> None:
    """Whatever the cells hold: no row is read twice, none raises, every guest has a name."""
    body = tuple(RawRow(number, tuple(cells)) for number, cells in enumerate(rows, start=2))
    raw = RawList("l", (RawRow(1, ("お名前", "出欠", "同伴者の人数", "メール")), *body))

    guests = read_guests(raw, recognise(raw))

    seen = [guest.row for guest in guests.guests]
    seen += [refused.row for refused in guests.refused]
    seen += [skipped.row for skipped in guests.skipped]
    assert len(seen) == len(set(seen))
    assert all(guest.name.strip() for guest in guests.guests)
    assert all(0 <= guest.companions <= 100 for guest in guests.guests)
