"""Lists as people really send them, in shapes no site exports: each is read without a word."""

from pathlib import Path

import pytest
from openpyxl import Workbook

from reception_app.documents.guest_sheet.guests import read_guests
from reception_app.documents.guest_sheet.headless import guessed
from reception_app.documents.guest_sheet.list_file import read_list, read_pasted
from reception_app.documents.guest_sheet.listed_guest import GuestList, ListedGuest, SkipReason
from reception_app.documents.guest_sheet.mapping import recognise
from reception_app.domain.guest import GuestField, GuestStatus

_TABLE = (
    "1\t山田太郎\tやまだたろう\t㈱山田\tt@example.com\t090-1111-2222\n"
    "2\t鈴木花子\tすずきはなこ\t鈴木商店\th@example.com\t03-3333-4444"
)

DECLINED, INVITED = GuestStatus.DECLINED, GuestStatus.INVITED


def read(text: str) -> GuestList:
    """The guests of a list that is pasted."""
    raw = read_pasted(text)
    return read_guests(raw, recognise(raw))


def only(text: str) -> ListedGuest:
    """The one guest of a list."""
    guests = read(text).guests
    assert len(guests) == 1
    return guests[0]


def test_each_answer_may_have_a_column_of_its_own() -> None:
    """Whoever marks 不参加 does not come; a single such column stays what it is."""
    guests = read(
        "氏名\t会社\t参加\t不参加\t未定\n"
        "山田 太郎\t山田商店\t○\t\t\n鈴木 花子\t鈴木屋\t\t○\t\n佐藤 次郎\t\t\t\t✓\n"
    ).guests

    assert [guest.status for guest in guests] == [GuestStatus.ACCEPTED, DECLINED, INVITED]


def test_a_representative_lists_the_whole_party() -> None:
    """参加者1 repeats who signed up, and is not a companion of themselves."""
    guests = read(
        "代表者氏名,参加人数,参加者1,参加者2,参加者3\n"
        "山田 太郎,3,山田　太郎,山田 花子,山田 一郎\n鈴木 次郎,1,鈴木 次郎,,\n"
    ).guests

    assert [(one.companions, one.companion_names) for one in guests] == [
        (2, ("山田 花子", "山田 一郎")),
        (0, ()),
    ]


def test_a_sponsor_sends_who_comes() -> None:
    """担当者 is a guest, ご参加者名① too where it is another."""
    guest = only(
        "会社名,ご担当者名,ご担当者フリガナ,ご参加人数,ご参加者名①,ご参加者名②\n"
        "山田商店,山田 太郎,ヤマダ タロウ,2,山田 太郎,山田 花子\n"
    )

    assert guest.texts == {
        GuestField.NAME: "山田 太郎",
        GuestField.READING: "ヤマダ タロウ",
        GuestField.COMPANY: "山田商店",
    }
    assert guest.companion_names == ("山田 花子",)


def test_the_company_may_stand_behind_the_name() -> None:
    """In either kind of brackets, when the heading asks for it; else brackets are left alone."""
    guests = read("お名前（会社名）,人数\n山田 太郎（山田商店）,1\n鈴木 花子 (鈴木屋),1\n").guests
    kept = only("お名前,人数\n山田 太郎（旧姓 佐藤）,1\n")

    assert [(one.name, one.text(GuestField.COMPANY)) for one in guests] == [
        ("山田 太郎", "山田商店"),
        ("鈴木 花子", "鈴木屋"),
    ]
    assert kept.name == "山田 太郎（旧姓 佐藤）"


def test_sections_are_no_guests_but_their_category() -> None:
    """【会員】 over rows, unless the list has a category of its own."""
    listed = read("氏名,会社\n【会員】,\n山田 太郎,山田商店\n■来賓,\n佐藤 次郎,佐藤組\n")
    own = read("氏名,区分\n【会員】,\n山田 太郎,学生\n")

    assert [(one.name, one.text(GuestField.CATEGORY)) for one in listed.guests] == [
        ("山田 太郎", "会員"),
        ("佐藤 次郎", "来賓"),
    ]
    assert [row.reason for row in listed.skipped] == [SkipReason.SECTION] * 2
    assert own.guests[0].text(GuestField.CATEGORY) == "学生"


def test_family_names_first_are_turned_back() -> None:
    """`Smith, John` in a column of such names; one alone among others stays."""
    guests = read('Guest,RSVP\n"Smith, John",Yes\n"O\'Brien, Anna-Marie",No\n').guests
    mixed = read('Name,Company\n"Smith, John",A\n山田 太郎,B\nLee Min-ho,C\n').guests

    assert [one.name for one in guests] == ["John Smith", "Anna-Marie O'Brien"]
    assert mixed[0].name == "Smith, John"


@pytest.mark.parametrize(
    ("answer", "status"),
    [
        ("Yes, I'll be there", GuestStatus.ACCEPTED),
        ("Yes!", GuestStatus.ACCEPTED),
        ("Sorry, I can’t make it", DECLINED),
        ("No, thank you", DECLINED),
        ("no reply yet", INVITED),
    ],
)
def test_forms_in_english_are_answered_in_sentences(answer: str, status: GuestStatus) -> None:
    """Straight and curly apostrophes alike."""
    guest = only(f'What is your full name?\tWill you be joining us on Nov 14?\nAnna\t"{answer}"\n')

    assert guest.status is status


def test_a_name_may_stand_where_a_number_was_asked() -> None:
    """It is a companion's, and doubted; a lot of people is nobody's name."""
    rows = ("John Smith,Yes,Jane Smith", "Mary Major,Yes,1", "Al,Yes,lots", "Bo,Yes,2", "Cy,Yes,0")
    listed = read("Guest,RSVP,+1\n" + "\n".join(rows))

    assert [one.companions for one in listed.guests] == [1, 1, 0, 2, 0]
    assert listed.guests[0].companion_names == ("Jane Smith",)
    assert [one.row for one in listed.warnings] == [2, 4]


def test_a_forms_own_name_goes_before_what_a_site_calls_the_guest() -> None:
    """Connpass and LINE show a handle; the question asks for the real name."""
    connpass = only("表示名,お名前（本名）を教えてください,参加ステータス\nたろう,山田 太郎,参加\n")
    line = only("LINE表示名,1. お名前（フルネーム）\nたろ,山田太郎\n")

    assert (connpass.name, line.name) == ("山田 太郎", "山田太郎")


def test_pretix_in_german_is_understood() -> None:
    """Product, paid, secret and company under their German headings."""
    guest = only(
        "Bestellnummer;Name des Teilnehmers;Name des Teilnehmers: Vorname;Produkt;Preis;"
        "Eingecheckt;Bezahlt;Geheimnis;E-Mail;Firma;Bestelldatum;"
        "Erfordert besondere Aufmerksamkeit;Kommentar\n"
        "ABCDE;Max Mustermann;Max;Regulär;80,00;;Ja;s3cr3t;m@example.de;Muster GmbH;"
        "2026-10-01;Nein;Rollstuhl\n"
    )

    assert guest.texts == {
        GuestField.NAME: "Max Mustermann",
        GuestField.CATEGORY: "Regulär",
        GuestField.EMAIL: "m@example.de",
        GuestField.COMPANY: "Muster GmbH",
        GuestField.TICKET_NUMBER: "ABCDE",
        GuestField.NOTE: "Rollstuhl",
    }
    assert (guest.paid, guest.ticket_alias) == (True, "s3cr3t")


def test_eventbrite_in_japanese_is_understood() -> None:
    """オーダー is an order; fees and price levels are no guest's."""
    guest = only(
        "オーダー番号,オーダー日,名,姓,メールアドレス,数量,料金レベル,チケットタイプ,参加者番号,"
        "オーダータイプ,通貨,支払い合計額,Eventbrite手数料,参加者のステータス\n"
        "123456,2026/10/01,太郎,山田,t@example.com,1,,一般,99881,完了,JPY,8000,0,参加\n"
    )

    assert guest.texts == {
        GuestField.NAME: "山田 太郎",
        GuestField.EMAIL: "t@example.com",
        GuestField.CATEGORY: "一般",
        GuestField.TICKET_NUMBER: "99881",
    }
    assert guest.paid is True


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932", "utf-16"])
def test_connpass_in_every_encoding(tmp_path: Path, encoding: str) -> None:
    """The same guests, whichever year the file was exported in."""
    path = tmp_path / "event_1_participants.csv"
    lines = (
        "参加枠名,ユーザー名,表示名,コメント,参加ステータス,出欠ステータス,更新日時,受付番号\r\n"
        "一般枠,taro,山田 太郎,よろしく,参加,,2026年10月1日 10時00分,1234567\r\n"
        "一般枠,hana,髙橋 花子,,補欠,,2026年10月2日 10時00分,1234568\r\n"
    )
    path.write_bytes(lines.encode(encoding))
    raw = read_list(path)
    guests = read_guests(raw, recognise(raw)).guests

    assert [(one.name, one.status, one.text(GuestField.TICKET_NUMBER)) for one in guests] == [
        ("山田 太郎", GuestStatus.ACCEPTED, "1234567"),
        ("髙橋 花子", GuestStatus.WAITING, "1234568"),
    ]


def test_a_printed_looking_workbook_is_read(tmp_path: Path) -> None:
    """Merged titles, two rows of merged headings, a section, totals and remarks at the bottom."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "名簿"
    for row in (
        ("令和8年度 秋の異業種交流会 参加者名簿",),
        (None, None, None, None, None, "10月20日現在"),
        (),
        ("№", "氏名", None, "所属", None, "会費"),
        (None, "姓", "名", "会社名", "役職", "入金"),
        (1, "山田", "太郎", "㈱山田商店", "代表取締役", "済"),
        (2, "鈴木", "花子", "鈴木屋", None, None),
        (None, "合計", None, "2名", None, "8,000円"),
        (),
        ("※敬称略",),
    ):
        sheet.append(row)
    for cells in ("A1:F1", "B4:C4", "D4:E4", "A4:A5"):
        sheet.merge_cells(cells)
    path = tmp_path / "名簿.xlsx"
    book.save(path)
    raw = read_list(path)
    listed = read_guests(raw, recognise(raw))

    assert [(one.row, one.name, one.paid) for one in listed.guests] == [
        (6, "山田 太郎", True),
        (7, "鈴木 花子", False),
    ]
    assert [row.reason for row in listed.skipped] == [SkipReason.TOTALS, SkipReason.FOOTNOTE]
    assert listed.refused == ()


def test_a_code_that_stands_twice_is_the_first_ones() -> None:
    """Two guests cannot share what is scanned at the door; the second is told."""
    listed = read("氏名,バーコード\n山田 太郎,X-1\n鈴木 花子,X-1\n")

    assert [one.ticket_alias for one in listed.guests] == ["X-1", ""]
    assert [(one.row, one.other_row) for one in listed.warnings] == [(3, 2)]


@pytest.mark.parametrize(
    ("text", "names", "fields"),
    [
        ("山田 太郎\n鈴木 花子\n佐藤 次郎", ["山田 太郎", "鈴木 花子", "佐藤 次郎"], 1),
        ("さとう はな\nたなか いちろう", ["さとう はな", "たなか いちろう"], 1),
        (_TABLE, ["山田太郎", "鈴木花子"], 5),
        (
            "John Smith, Acme Inc., j@x.com\nAnna Lee, Foo LLC, a@x.com",
            ["John Smith", "Anna Lee"],
            3,
        ),
    ],
)
def test_a_list_without_headings_is_guessed_by_its_cells(
    text: str, names: list[str], fields: int
) -> None:
    """Names copied from an e-mail, or a table without its first row."""
    raw = read_pasted(text)
    guests = read_guests(raw, guessed(raw)).guests

    assert [guest.name for guest in guests] == names
    assert len(guests[0].texts) == fields


def test_the_reading_may_stand_behind_the_name() -> None:
    """氏名(ふりがな) holds both where the cells do; else it is the reading beside the name."""
    both = read("番号,氏名(ふりがな),所属\n1,山田 太郎(やまだ たろう),山田商店\n").guests[0]
    apart = read("氏名（漢字）,氏名（フリガナ）\n山田 太郎,ヤマダ タロウ\n").guests[0]

    assert (both.name, both.text(GuestField.READING)) == ("山田 太郎", "やまだ たろう")
    assert (apart.name, apart.text(GuestField.READING)) == ("山田 太郎", "ヤマダ タロウ")


def test_an_invitation_card_speaks_politely() -> None:
    """ご芳名, ご出席 and お連れ様 with 様 behind every name."""
    guests = read(
        "ご芳名,ご出欠,お連れ様\n山田 太郎 様,ご出席,山田 花子 様\n鈴木 次郎 様,ご欠席,\n"
    ).guests

    assert [(one.name, one.status, one.companion_names) for one in guests] == [
        ("山田 太郎", GuestStatus.ACCEPTED, ("山田 花子",)),
        ("鈴木 次郎", DECLINED, ()),
    ]


@pytest.mark.parametrize(
    ("text", "companions", "status"),
    [
        ("申込者名,枚数,申込ステータス\n山田太郎,2,購入済み\n", 1, GuestStatus.ACCEPTED),
        ("Name\tRSVP\tGuests\nTaro\tYes\t1\n", 1, GuestStatus.ACCEPTED),
        ("お名前,当日の参加人数（ご本人様含む）\n山田 太郎,3名\n", 2, GuestStatus.ACCEPTED),
        ("name,approval_status,api_id\nKen W,waitlist,gst-3\n", 0, GuestStatus.WAITING),
    ],
)
def test_other_sites_are_understood(text: str, companions: int, status: GuestStatus) -> None:
    """PassMarket, Meetup, tayori and Luma."""
    guest = only(text)

    assert (guest.companions, guest.status) == (companions, status)
    assert GuestField.NOTE not in guest.texts


def test_a_date_typed_as_a_name_is_doubted() -> None:
    """As text too, not only as a date cell."""
    listed = read("お名前\n2026/10/01\n山田 太郎\n")

    assert [(one.row, one.kind.value) for one in listed.warnings] == [(2, "name_is_date")]


def test_an_office_writes_short() -> None:
    """出 and 欠, 〃 for what stands above, names spread over their cell."""
    guests = read(
        "№\t氏　　　名\t所　属\t職　名\t出　欠\n"
        "1\t山　田　太　郎\t総務課\t課長\t出\n2\t鈴　木　　花　子\t〃\t係長\t欠\n"
        "3\t佐　藤　　次\t〃\t〃\t出\n"
    ).guests

    assert [(one.name, one.text(GuestField.TITLE), one.status) for one in guests] == [
        ("山田太郎", "課長", GuestStatus.ACCEPTED),
        ("鈴木 花子", "係長", DECLINED),
        ("佐藤 次", "係長", GuestStatus.ACCEPTED),
    ]
    assert {one.text(GuestField.COMPANY) for one in guests} == {"総務課"}


def test_each_category_may_have_a_column_of_its_own() -> None:
    """One mark a guest; marks that are no choice stay notes."""
    kinds = read("氏名,会員,一般,学生\n山田 太郎,○,,\n鈴木 花子,,○,\n佐藤 次郎,,,○\n").guests
    marks = read("氏名,名刺,乾杯\n山田 太郎,○,○\n鈴木 花子,○,\n").guests

    assert [one.text(GuestField.CATEGORY) for one in kinds] == ["会員", "一般", "学生"]
    assert [one.text(GuestField.CATEGORY) for one in marks] == ["", ""]


def test_a_given_name_may_be_headed_as_a_name() -> None:
    """姓 and 名前 are joined; a whole name beside a family name is whole already."""
    apart = only("姓,名前\n山田,太郎\n")
    whole = only("姓,名前\n山田,山田 太郎\n")
    spanish = only("Nombre;Apellidos\nMaría;García López\n")

    assert (apart.name, whole.name) == ("山田 太郎", "山田 太郎")
    assert spanish.name == "María García López"


@pytest.mark.parametrize(
    ("text", "guests"),
    [
        (
            '山田 太郎 <y@example.com>\n鈴木 花子 <s@example.com>\n"Smith, John" <j@example.com>',
            [("山田 太郎", "y@example.com"), ("鈴木 花子", "s@example.com"),
             ("Smith, John", "j@example.com")],
        ),
        ("Anna <a@example.com>, Bo <b@example.com>",
         [("Anna", "a@example.com"), ("Bo", "b@example.com")]),
        ("1. 山田 太郎（山田商店）\n2. 鈴木 花子（鈴木屋）\n3. 佐藤 次郎",
         [("山田 太郎", ""), ("鈴木 花子", ""), ("佐藤 次郎", "")]),
        ("・山田 太郎\n・鈴木 花子", [("山田 太郎", ""), ("鈴木 花子", "")]),
        ("山田太郎、鈴木花子、佐藤次郎", [("山田太郎", ""), ("鈴木花子", ""), ("佐藤次郎", "")]),
    ],
)  # fmt: skip
def test_names_in_an_e_mail_are_a_list(text: str, guests: list[tuple[str, str]]) -> None:
    """Numbered, dotted, with addresses, or in one line."""
    raw = read_pasted(text)
    found = read_guests(raw, guessed(raw)).guests

    assert [(one.name, one.text(GuestField.EMAIL)) for one in found] == guests


def test_a_japanese_year_is_a_day_of_payment() -> None:
    """令和8年10月5日 and R8.10.5 mean paid."""
    guests = read("氏名,入金日\n山田,令和8年10月5日\n鈴木,R8.10.5\n佐藤,\n").guests

    assert [one.paid for one in guests] == [True, True, False]


def test_wide_latin_names_are_narrowed() -> None:
    """As they will be printed."""
    assert only("Ｎａｍｅ\nＷｉｌｌｉａｍ　Ｌｏｐｅｚ\n").name == "William Lopez"


@pytest.mark.parametrize(
    "text",
    ["<" * 50_000 + "@\n", "a" * 100_000, "<@\n" * 5_000, "（" * 20_000, "Name;E-Mail;Kategorie"],
)
def test_whatever_is_pasted_is_answered_at_once(text: str) -> None:
    """Nonsense is no list of names, and a line of headings no guests."""
    raw = read_pasted(text)
    assert len(raw.rows) <= max(text.count("\n"), 1)
