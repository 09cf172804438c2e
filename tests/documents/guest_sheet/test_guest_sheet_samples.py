"""The two sample lists, as they are, through the whole reading."""

import csv
from collections import Counter

import pytest
from guest_sheet_files import SAMPLES, fields_of

from reception_app.documents.guest_sheet.guests import read_guests
from reception_app.documents.guest_sheet.list_file import read_list
from reception_app.documents.guest_sheet.listed_guest import GuestList, WarningKind
from reception_app.documents.guest_sheet.mapping import recognise
from reception_app.domain.guest import GuestField, GuestStatus


def _read(name: str) -> GuestList:
    raw = read_list(SAMPLES / name)
    return read_guests(raw, recognise(raw))


@pytest.fixture(scope="module")
def form() -> GuestList:
    """The form's 700 answers."""
    return _read("guests_form_answers.xlsx")


@pytest.fixture(scope="module")
def handmade() -> GuestList:
    """The 120 rows made by hand."""
    return _read("guests_handmade_cp932.csv")


def test_every_heading_of_the_form_is_recognised() -> None:
    """The form's twelve questions are all understood."""
    raw = read_list(SAMPLES / "guests_form_answers.xlsx")

    assert raw.sheets == ("フォームの回答 1",)
    assert fields_of(recognise(raw)) == {
        "タイムスタンプ": "answered_at",
        "メールアドレス": "email",
        "お名前": "name",
        "フリガナ": "reading",
        "会社名・団体名": "company",
        "部署・役職": "title",
        "参加区分": "category",
        "同伴者の人数": "companions",
        "ご紹介者": "introducer",
        "アレルギー・備考": "note",
        "話せるテーマ": "talks_about",
        "会いたい人": "wants_to_meet",
    }


def test_all_answers_become_guests(form: GuestList) -> None:
    """700 answers are 700 accepted guests with 182 companions, and no row is left out."""
    assert len(form.guests) == 700
    assert form.companions == 182
    assert form.categories == {
        "会員": 297,
        "ゲスト": 163,
        "登壇者": 103,
        "スタッフ": 87,
        "学生": 50,
    }
    assert form.statuses == {GuestStatus.ACCEPTED: 700}
    assert form.refused == ()
    assert form.skipped == ()
    assert Counter(guest.paid for guest in form.guests) == {None: 700}


@pytest.mark.parametrize(
    "name",
    [
        "髙﨑 𠮷郎",
        "Nguyễn Thị Minh Khai",
        "O'Brien, Séamus",
        "=SUM(1+1) 太郎",
        "<b>太字</b> 花子",
        "김민준",
        "Александр Пушкин",
        "ヴァン・デル・ベーク 絵里",
    ],
)
def test_hard_names_come_through_as_they_are(form: GuestList, name: str) -> None:
    """No name is changed, folded or taken for a formula."""
    assert [guest.name for guest in form.guests].count(name) == 1


def test_a_name_that_looks_like_a_formula_is_pointed_out(form: GuestList) -> None:
    """`=SUM(1+1) 太郎` is the only doubt in the list, with its cell."""
    assert [(w.cell, w.kind, w.text) for w in form.warnings] == [
        ("C363", WarningKind.FORMULA_TEXT, "=SUM(1+1) 太郎")
    ]


def test_the_first_answer_is_read_whole(form: GuestList) -> None:
    """Each cell of the first answer is where it belongs."""
    first = form.guests[0]

    assert first.row == 2
    assert first.answered_at == "2026-09-01 09:07"
    assert first.texts == {
        GuestField.NAME: "前田 さゆり",
        GuestField.READING: "マエダ サユリ",
        GuestField.COMPANY: "有限会社井上デザイン",
        GuestField.TITLE: "弁護士",
        GuestField.EMAIL: "guest0001@example.com",
        GuestField.CATEGORY: "登壇者",
        GuestField.INTRODUCER: "山田さん",
        GuestField.TALKS_ABOUT: "IT",
        GuestField.WANTS_TO_MEET: "マーケティング",
    }


def test_letters_lost_in_saving_are_pointed_out(form: GuestList, handmade: GuestList) -> None:
    """The list made by hand holds the form's first people; 𠮷 became ? in it, and is told."""
    differing = [
        (first.name, second.name)
        for first, second in zip(form.guests, handmade.guests, strict=False)
        if first.name != second.name
    ]

    assert differing == [("髙﨑 𠮷郎", "髙﨑 ?郎")]
    assert [(w.cell, w.kind) for w in handmade.warnings] == [("C9", WarningKind.LETTER_LOST)]


def test_the_handmade_list_is_joined_and_paid(handmade: GuestList) -> None:
    """Names and readings are joined in their own order, 済 is paid, a blank is unpaid."""
    assert len(handmade.guests) == 120
    assert Counter(guest.paid for guest in handmade.guests) == {False: 76, True: 44}
    assert handmade.guests[1].name == "村上 美加子"
    assert handmade.guests[1].text(GuestField.READING) == "ムラカミ ミカコ"
    assert handmade.guests[5].name == "William Lopez"
    assert handmade.guests[5].text(GuestField.PHONE) == "090-0000-0006"
    assert handmade.guests[5].listed_number == "6"


def test_row_numbers_are_those_of_the_file(handmade: GuestList) -> None:
    """A guest's row is the line a person sees in the file."""
    with (SAMPLES / "guests_handmade_cp932.csv").open(encoding="cp932", newline="") as file:
        lines = list(csv.reader(file))

    assert all(lines[guest.row - 1][0] == guest.listed_number for guest in handmade.guests)


def test_the_second_export_is_read_alike() -> None:
    """The export of a week later has as many guests and one more late one."""
    second = _read("guests_form_answers_second_export.xlsx")

    assert len(second.guests) == 700
    assert second.guests[-1].text(GuestField.EMAIL) == "late@example.com"
