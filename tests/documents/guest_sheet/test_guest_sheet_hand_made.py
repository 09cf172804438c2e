"""Lists typed by hand or exported by forms in odd shapes: each guest told in one line.

A line says the name, then what the list tells besides: `ふりがな`, `@company`, `#category`,
`accepted` where it is another status, `paid` or `due`, `+2` and the companions' names.
"""

from pathlib import Path

import pytest
from guest_sheet_files import guests_of
from openpyxl import Workbook

from reception_app.documents.guest_sheet.guests import read_guests
from reception_app.documents.guest_sheet.list_file import read_list
from reception_app.documents.guest_sheet.listed_guest import GuestList, ListedGuest, WarningKind
from reception_app.documents.guest_sheet.mapping import recognise
from reception_app.domain.guest import GuestField, GuestStatus


def line(guest: ListedGuest) -> str:
    """A guest in the notation of this module."""
    parts = [guest.name, guest.text(GuestField.READING)]
    for mark, field in (("@", GuestField.COMPANY), ("#", GuestField.CATEGORY)):
        parts.append(mark + guest.text(field) if guest.text(field) else "")
    parts.append("" if guest.status is GuestStatus.ACCEPTED else guest.status.value)
    parts.append({True: "paid", False: "due", None: ""}[guest.paid])
    parts.append(f"+{guest.companions}" if guest.companions else "")
    return " / ".join(part for part in (*parts, *guest.companion_names) if part)


def lines(listed: GuestList) -> list[str]:
    """The guests of a list in the notation of this module."""
    return [line(guest) for guest in listed.guests]


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        ("本人+1", "+1"),
        ("本人のみ", ""),
        ("ご本人様と2名", "+2"),
        ("他2名", "+2"),
        ("ほか３名様", "+3"),
        ("計3名", "+2"),
        ("合計4人", "+3"),
        ("１人", ""),
        ("2名様", "+1"),
    ],
)
def test_who_comes_is_counted_with_the_guest(cell: str, said: str) -> None:
    """In a column of heads, without a doubt."""
    listed = guests_of(f"氏名,参加人数\n佐藤 花子,{cell}\n")

    assert lines(listed) == [f"佐藤 花子 / {said}".removesuffix(" / ")]
    assert listed.warnings == ()


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        ("他2名", "+2"),
        ("妻", "+1 / 妻"),
        ("鈴木 次郎、鈴木 三郎", "+2 / 鈴木 次郎 / 鈴木 三郎"),
        ("田中部長 他1名", "+2 / 田中部長"),
        ("田中 花様・田中 空様", "+2 / 田中 花 / 田中 空"),
        ('"①山本 海\n②山本 空"', "+2 / 山本 海 / 山本 空"),
        ("山本花子（妻）", "+1 / 山本花子"),
        ("同伴あり(1名)", "+1"),
        ("なし", ""),
    ],
)
def test_companions_are_named_or_counted_in_one_cell(cell: str, said: str) -> None:
    """By commas, dots, line breaks or numbers in circles."""
    listed = guests_of(f"氏名,同行者氏名\n佐藤 花子,{cell}\n鈴木 一郎,乙川 次郎\n")

    assert lines(listed)[0] == f"佐藤 花子 / {said}".removesuffix(" / ")
    assert listed.warnings == ()


@pytest.mark.parametrize(("cell", "count"), [("夫婦で参加", 1), ("妻・子2名", 3), ("家族", 0)])
def test_a_sentence_about_companions_is_doubted(cell: str, count: int) -> None:
    """Never left out in silence, never a companion's name."""
    listed = guests_of(f"氏名,同行者氏名\n佐藤 花子,{cell}\n鈴木 一郎,乙川 次郎\n")

    assert (listed.guests[0].companions, listed.guests[0].companion_names) == (count, ())
    assert [one.kind for one in listed.warnings] == [WarningKind.COMPANIONS_UNCLEAR]


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        ("10/5振込", "paid"),
        ("10月5日 PayPay", "paid"),
        ("PayPay済", "paid"),
        ('"8,000円"', "paid"),
        ("８，０００円（済）", "paid"),
        ("0円", "due"),
        ("―", "due"),
        ("8000円（未）", "due"),
        ("10/5振込予定", "due"),
        ("当日払い", "due"),
        ("", "due"),
    ],
)
def test_payment_is_told_by_days_amounts_and_marks(cell: str, said: str) -> None:
    """A promise to pay is no payment."""
    listed = guests_of(f"氏名,入金\n佐藤 花子,{cell}\n鈴木 一郎,済\n")

    assert lines(listed)[0] == f"佐藤 花子 / {said}"


@pytest.mark.parametrize(
    ("cell", "status"),
    [
        ("◎", GuestStatus.ACCEPTED),
        ("出席予定", GuestStatus.ACCEPTED),
        ("参加（遅刻）", GuestStatus.ACCEPTED),
        ("―", GuestStatus.DECLINED),
        ("欠席します", GuestStatus.DECLINED),
        ("当日キャンセル", GuestStatus.CANCELLED),
        ("△", GuestStatus.INVITED),
        ("保留", GuestStatus.INVITED),
        ("連絡なし", GuestStatus.INVITED),
        ("仮予約", GuestStatus.INVITED),
        ("行けたら行く", GuestStatus.INVITED),
        ("Not sure yet", GuestStatus.INVITED),
        ("Awaiting reply", GuestStatus.INVITED),
    ],
)
def test_answers_are_understood(cell: str, status: GuestStatus) -> None:
    """Marks, short words and whole sentences."""
    listed = guests_of(f"氏名,出欠\n佐藤 花子,{cell}\n鈴木 一郎,参加\n")

    assert listed.guests[0].status is status
    assert listed.guests[0].paid is None
    assert listed.warnings == ()


@pytest.mark.parametrize(
    "row",
    ["合計人数,3,", "小計（1名）,,8000", "出席者 2名,,", "計2名,,", "以上3名,,", "合計,2名,16000"],
)
def test_a_total_is_nobody(row: str) -> None:
    """In whatever words, with or without the number beside."""
    listed = guests_of(f"氏名,会社,会費\n佐藤 花子,甲,8000\n{row}\n鈴木 一郎,乙,8000\n")

    assert lines(listed) == ["佐藤 花子 / @甲", "鈴木 一郎 / @乙"]
    assert [skipped.row for skipped in listed.skipped] == [3]


@pytest.mark.parametrize(
    ("text", "guests"),
    [
        (
            "お名前\n佐藤 花子（さとう はなこ）\n鈴木 一郎（すずき いちろう）\n",
            ["佐藤 花子 / さとう はなこ", "鈴木 一郎 / すずき いちろう"],
        ),
        (
            "氏名（ふりがな）,会社\n佐藤 花子（さとう はなこ）,甲\n鈴木 一郎,乙\n",
            ["佐藤 花子 / さとう はなこ / @甲", "鈴木 一郎 / @乙"],
        ),
        ("氏名,会社\n佐藤 花子[サトウ ハナコ],甲\n", ["佐藤 花子 / サトウ ハナコ / @甲"]),
        (
            ("氏名,出欠\n佐藤 花子,出席\n※ここから二次会も\n鈴木 一郎,出席\n--- 以下ゲスト ---\n"
            "高橋 桜,出席\n"),
            ["佐藤 花子", "鈴木 一郎", "高橋 桜 / #ゲスト"],
        ),
        ("御芳名,御出欠\n佐藤 花子 様,御出席\n鵜殿,御欠席\n鈴木 一郎 殿,御出席\n",
         ["佐藤 花子", "鵜殿 / declined", "鈴木 一郎"]),
        (
            "氏名,参加/支払\n佐藤 花子,参加・支払済\n鈴木 一郎,参加・未払\n高橋 桜,不参加\n",
            ["佐藤 花子 / paid", "鈴木 一郎 / due", "高橋 桜 / declined"],
        ),
        (
            "LINE名,本名,参加可否,支払い\nはな,佐藤花子,参加,PayPay済\nいち,鈴木一郎,不参加,\n",
            ["佐藤花子 / paid", "鈴木一郎 / declined / due"],
        ),
        (
            "お名前,参加形態をお選びください\n佐藤 花子,現地参加\n鈴木 一郎,オンライン参加\n",
            ["佐藤 花子 / #現地参加", "鈴木 一郎 / #オンライン参加"],
        ),
        ("№\t氏　名\t住　所\t出欠\n①\t佐藤 花子\t東京都\t出\n②\t鈴木 一郎\t大阪府\t欠\n",
         ["佐藤 花子", "鈴木 一郎 / declined"]),
        ("氏名,,,,,,,会社,,,,,出欠\n佐藤 花子,,,,,,,甲,,,,,出\n鈴木,,,,,,,乙,,,,,欠\n",
         ["佐藤 花子 / @甲", "鈴木 / @乙 / declined"]),
        ("No.,氏名,支払,出席\n【会員の部】\n1,佐藤 花子,済,○\n【ビジターの部】,,,\n2,鈴木,,○\n",
         ["佐藤 花子 / #会員の部 / paid", "鈴木 / #ビジターの部 / due"]),
        ("【氏名】:,【ご所属】:,【ご連絡先】:\n佐藤 花子,甲,a@example.com\n",
         ["佐藤 花子 / @甲"]),
        (
            ("Name;Firma;Teilnahme;Begleitung;Bezahlt\nMüller, Anna;Müller GmbH;Ja;1;ja\n"
            "Weiß, Karl;;vielleicht;;offen\n"),
            ["Anna Müller / @Müller GmbH / paid / +1", "Karl Weiß / invited / due"],
        ),
        (
            ("Nom;Prénom;Courriel;Société;Présence;Accompagnants\n"
            "Dupont;Élise;e@x.fr;ACME;Oui;2\nMartin;Luc;l@x.fr;;Non;0\n"),
            ["Élise Dupont / @ACME / +2", "Luc Martin / declined"],
        ),
        (
            "Guest(s),Party size,Response\nMr & Mrs John Smith,2,Attending\nBob Ray,1,Declined\n",
            ["Mr & Mrs John Smith / +1", "Bob Ray / declined"],
        ),
        (
            ("First,Last,Plus one?,RSVP,Meal\nAnn,Lee,Y,Accepts with pleasure,Fish\n"
            "Bob,Ray,N,Regretfully declines,\n"),
            ["Ann Lee / +1", "Bob Ray / declined"],
        ),
        (
            ("氏名,よみがな,チケット,ステータス,支払い状況\n"
                "佐藤 花子,さとう はなこ,一般,参加,支払い済み\n"
            "鈴木 一郎,すずき いちろう,早割,キャンセル,返金済み\n"
                "高橋 桜,たかはし さくら,早割,補欠,未払い\n"),
            ["佐藤 花子 / さとう はなこ / #一般 / paid",
             "鈴木 一郎 / すずき いちろう / #早割 / cancelled",
             "高橋 桜 / たかはし さくら / #早割 / waiting / due"],
        ),
        (
            ("Sales ID\tAttendee name\tTicket name\tQuantity\tTicket ID\tStatus\n"
            "1\tAnn Lee\tVIP\t1\t9001\tPaid\n2\tBob Ray\tVIP\t1\t9002\tRefunded\n"),
            ["Ann Lee / #VIP / paid", "Bob Ray / #VIP / cancelled"],
        ),
        ("姓名,公司,是否参加\n王小明,上海公司,参加\n李雷,,不参加\n",
         ["王小明 / @上海公司", "李雷 / declined"]),
    ],
)  # fmt: skip
def test_a_list_is_read_as_a_person_would(text: str, guests: list[str]) -> None:
    """Each guest with what the list tells of them, nobody else."""
    assert lines(guests_of(text)) == guests


def test_a_merged_category_is_every_guests_beside_it(tmp_path: Path) -> None:
    """Hidden rows too; a merged name is still one guest's, and a blank row nobody's."""
    book = Workbook()
    book.active.append(["この表は別シートの名簿の説明です"])  # type: ignore[union-attr] # a sheet
    sheet = book.create_sheet("名簿")
    for row in (
        ("秋の会", None, None, None),
        ("区分", "No", "氏名", "会社"),
        ("会員", 1, "佐藤 花子", "甲"),
        (None, 2, "鈴木 一郎", "乙"),
        (None, 3, "高橋 桜", None),
        ("来賓", 4, "田中 実", "市役所"),
        (None, 5, None, "市役所"),
        (None, 6, None, None),
        (None, 7, "林 空", None),
    ):
        sheet.append(row)
    for cells in ("A1:D1", "A3:A5", "D4:D5", "A6:A8", "C6:C7"):
        sheet.merge_cells(cells)
    sheet.row_dimensions[5].hidden = True
    path = tmp_path / "名簿.xlsx"
    book.save(path)
    raw = read_list(path)
    listed = read_guests(raw, recognise(raw))

    assert lines(listed) == [
        "佐藤 花子 / @甲 / #会員",
        "鈴木 一郎 / @乙 / #会員",
        "高橋 桜 / @乙 / #会員",
        "田中 実 / @市役所 / #来賓",
        "林 空",
    ]
    assert [refused.row for refused in listed.refused] == [7]


def test_whoever_stands_on_the_right_of_a_page_is_told() -> None:
    """Two lists side by side: the second is not taken in, and not lost in silence."""
    listed = guests_of(
        "No,氏名,会社,,No,氏名,会社\n1,佐藤 花子,甲,,3,高橋 桜,丙\n2,鈴木 一郎,乙,,,,\n"
    )

    assert [guest.name for guest in listed.guests] == ["佐藤 花子", "鈴木 一郎"]
    assert [(one.cell, one.kind, one.text) for one in listed.warnings] == [
        ("F2", WarningKind.NAME_ELSEWHERE, "高橋 桜")
    ]


@pytest.mark.parametrize(
    ("headings", "note", "doubted"),
    [
        ("氏名,備考", "キャンセル 10/3", True),
        ("氏名,備考", "体調不良のため欠席", True),
        ("氏名,備考", "二次会のキャンセル料は不要", False),
        ("氏名,備考", "19時着", False),
        ("氏名,備考,出欠", "二次会は欠席", False),
    ],
)
def test_a_note_that_takes_back_an_answer_is_doubted(
    headings: str, note: str, *, doubted: bool
) -> None:
    """The guest is taken as coming where no column says who comes, and the person is asked."""
    listed = guests_of(f"{headings}\n佐藤 花子,{note},出席\n鈴木 一郎,,出席\n")

    assert [one.kind for one in listed.warnings] == [WarningKind.NOTED_AS_ABSENT] * doubted
