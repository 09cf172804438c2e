"""Which column holds what, for lists as the sites and people make them."""

import pytest
from guest_sheet_files import fields_of, listed

from reception_app.documents.guest_sheet.heading_rows import has_headings
from reception_app.documents.guest_sheet.headings import ListField
from reception_app.documents.guest_sheet.mapping import ListHeadingMissing, recognise

CONNPASS = """
参加枠名,ユーザー名,表示名,利用開始日,コメント,参加ステータス,出欠ステータス,出席日時,二次会,更新日時,受付番号
一般,maeda,前田 さゆり,2019年7月13日 13時02分,,参加,出席,,行く,2019年7月13日 13時02分,1234567
学生,kim,김민준,2019年7月14日 09時00分,遅れます,補欠,,,,2019年7月14日 09時00分,1234568
"""


def test_connpass_is_understood() -> None:
    """The shown name is the name, the ticket's number the key, the own question a note."""
    assert fields_of(recognise(listed(CONNPASS))) == {
        "参加枠名": "category",
        "ユーザー名": "ignored",
        "表示名": "name",
        "利用開始日": "ignored",
        "コメント": "note",
        "参加ステータス": "status",
        "出欠ステータス": "ignored",
        "出席日時": "ignored",
        "二次会": "extra_note",
        "更新日時": "answered_at",
        "受付番号": "ticket_number",
    }


def test_peatix_is_understood_in_japanese() -> None:
    """Of two numbers the one that differs from row to row is the key."""
    mapping = recognise(
        listed(
            "販売ID,ユーザーID,参加者名,アカウント名,注文日時,チケット名,枚数,チケットID,ステータス,割引コード\n"
            "9001,501,前田 さゆり,sayuri,2026-09-01,一般,3,77,支払済,\n"
            "9002,502,村上 美加子,mika,2026-09-01,一般,1,77,未払・入金待ち,X\n"
        )
    )

    assert fields_of(mapping) == {
        "販売ID": "ticket_number",
        "ユーザーID": "ignored",
        "参加者名": "name",
        "アカウント名": "ignored",
        "注文日時": "answered_at",
        "チケット名": "category",
        "枚数": "quantity",
        "チケットID": "ignored",
        "ステータス": "status",
        "割引コード": "ignored",
    }


def test_peatix_is_understood_in_english() -> None:
    """The same site for an account in English."""
    fields = fields_of(
        recognise(
            listed(
                "Sales ID\tAttendee name\tTicket name\tQuantity\tStatus\tOrder date\n"
                "9001\tAnn Lee\tGeneral\t2\tPaid\t2026-09-01\n"
            )
        )
    )

    assert list(fields.values()) == [
        "ticket_number",
        "name",
        "category",
        "quantity",
        "status",
        "answered_at",
    ]


def test_eventbrite_is_understood() -> None:
    """The attendee's number is the key, the barcode an alias, Total Paid a payment."""
    fields = fields_of(
        recognise(
            listed(
                "Order #,Order Date,First Name,Last Name,Email,Quantity,Price Tier,Ticket Type,"
                "Attendee #,Group,Order Type,Currency,Total Paid,Fees Paid,Attendee Status,"
                "Home Address 1,Barcode #,Cell Phone,Checked In,Promo Code,Job Title,Company\n"
                "77,2026-09-01,Ann,Lee,a@b.co,1,Early,VIP,701,,Eventbrite,JPY,8000.00,0,Attending,"
                "1 Road,B1,090,No,,CEO,ACME\n"
                "77,2026-09-01,Bob,Lee,b@b.co,1,Early,VIP,702,,Eventbrite,JPY,8000.00,0,Attending,"
                "1 Road,B2,091,No,,CTO,ACME\n"
            )
        )
    )

    assert {heading: field for heading, field in fields.items() if field != "ignored"} == {
        "Order Date": "answered_at",
        "First Name": "given_name",
        "Last Name": "family_name",
        "Email": "email",
        "Quantity": "quantity",
        "Price Tier": "category",
        "Ticket Type": "extra_note",
        "Attendee #": "ticket_number",
        "Total Paid": "payment",
        "Attendee Status": "status",
        "Barcode #": "barcode",
        "Cell Phone": "phone",
        "Job Title": "title",
        "Company": "company",
    }


def test_pretix_is_understood_with_its_repeated_headings() -> None:
    """The filled one of two columns named alike is taken."""
    mapping = recognise(
        listed(
            "Order code,Attendee name,Attendee name: Given name,Attendee name: Family name,Product,"
            "Price,Checked in,Checked out,Automatically checked in,Paid,Secret,E-mail,Company,"
            "Address,City,Voucher code,Order date,Requires special attention,Comment,Seat ID,"
            "Company,Address,City\n"
            "ABCDE,Ann Lee,Ann,Lee,Regular,50.00,,,No,Yes,s3cr3t,a@b.co,,,,,2026-09-01,No,,,ACME,"
            "1 Road,Tokyo\n"
        )
    )

    assert [c.index for c in mapping.columns_of(ListField.COMPANY)] == [20]
    assert [c.heading for c in mapping.columns_of(ListField.BARCODE)] == ["Secret"]
    assert [c.heading for c in mapping.columns_of(ListField.TICKET_NUMBER)] == ["Order code"]
    assert [c.heading for c in mapping.columns_of(ListField.PAYMENT)] == ["Paid"]
    assert [c.heading for c in mapping.columns_of(ListField.TABLE)] == ["Seat ID"]


def test_headings_are_found_below_titles() -> None:
    """Title rows, a date and blank rows stand above; a title's words are no headings."""
    mapping = recognise(
        listed(
            "2026年 秋の交流会 参加者名簿,,,\n"
            "作成日,2026-11-01,人数,2名\n"
            ",,,\n"
            "№,氏　名,ふりがな,御社名\n"
            "1,前田 さゆり,まえだ さゆり,井上デザイン\n"
            "2,村上 美加子,むらかみ みかこ,Glass\n"
        )
    )

    assert (mapping.heading_row, mapping.first_row) == (4, 5)
    assert fields_of(mapping) == {
        "№": "number",
        "氏 名": "name",
        "ふりがな": "reading",
        "御社名": "company",
    }


def test_two_rows_of_headings_are_one() -> None:
    """氏名 merged over 姓 and 名, フリガナ over セイ and メイ, 連絡先 over 電話 and メール."""
    mapping = recognise(
        listed(
            "参加者一覧,,,,,,,\n"
            "No,氏名,,フリガナ,,会社,連絡先,\n"
            ",姓,名,姓,名,,電話,メール\n"
            "1,前田,さゆり,マエダ,サユリ,井上デザイン,090-1,a@example.com\n"
        )
    )

    assert (mapping.heading_row, mapping.first_row) == (2, 4)
    assert [column.field for column in mapping.columns] == [
        ListField.NUMBER,
        ListField.FAMILY_NAME,
        ListField.GIVEN_NAME,
        ListField.FAMILY_READING,
        ListField.GIVEN_READING,
        ListField.COMPANY,
        ListField.PHONE,
        ListField.EMAIL,
    ]


def test_headings_in_two_languages_take_the_first() -> None:
    """A second row in English below the Japanese one adds nothing and is passed over later."""
    mapping = recognise(
        listed("お名前,会社名,備考\nName,Company,Note\n前田 さゆり,井上デザイン,\nAnn,ACME,x\n")
    )

    assert mapping.heading_row == 1


def test_the_first_guest_is_not_a_second_row_of_headings() -> None:
    """A guest whose company holds a word of ours stays a guest."""
    mapping = recognise(listed("お名前,会社名,その他\n前田 さゆり,株式会社 名札企画,会社の同僚\n"))

    assert (mapping.heading_row, mapping.first_row) == (1, 2)


def test_headings_may_hold_line_breaks_and_commas() -> None:
    """A form's whole question as a heading is understood."""
    mapping = recognise(
        listed(
            'お名前,"アレルギー、食事制限が\nございましたら、ご記入ください","当日お連れになる方の\n人数"\n'
            "前田 さゆり,えび,2\n"
        )
    )

    assert [column.field for column in mapping.columns] == [
        ListField.NAME,
        ListField.ALLERGIES,
        ListField.COMPANIONS,
    ]


@pytest.mark.parametrize(
    ("cells", "field"),
    [
        (("8000", "5,000円", "0"), ListField.AMOUNT),
        (("済", "", "済"), ListField.PAYMENT),
        (("○", "○", "×"), ListField.PAYMENT),
    ],
)
def test_a_fee_column_is_an_amount_or_a_mark(cells: tuple[str, ...], field: ListField) -> None:
    """会費 may hold the amount or whether it is paid; the cells tell."""
    rows = "\n".join(f'"山田 {n}","{cell}"' for n, cell in enumerate(cells))

    assert recognise(listed(f"お名前,会費\n{rows}\n")).columns[1].field is field


def test_a_companion_column_may_hold_names() -> None:
    """同伴者 with names in it is a column of names."""
    mapping = recognise(listed("お名前,同伴者\n前田,前田 一郎\n村上,\n井上,井上 花子、井上 次郎\n"))

    assert mapping.columns[1].field is ListField.COMPANION_NAMES


def test_a_contact_column_may_hold_addresses() -> None:
    """連絡先 with @ in it is an e-mail column."""
    mapping = recognise(listed("お名前,連絡先\n前田,a@example.com\n村上,b@example.com\n"))

    assert mapping.columns[1].field is ListField.EMAIL


def test_a_column_that_only_says_who_comes_is_the_status() -> None:
    """区分 with 出席 and 欠席 in it is no category."""
    mapping = recognise(listed("お名前,区分\n前田,出席\n村上,欠席\n"))

    assert mapping.columns[1].field is ListField.STATUS


def test_a_forms_own_question_may_be_the_status() -> None:
    """忘年会に参加されますか? is; what is asked of the second party is a note."""
    mapping = recognise(
        listed(
            "お名前,忘年会に参加されますか？,二次会に参加されますか？\n前田,参加します,参加しません\n"
            "村上,参加しません,参加しません\n"
        )
    )

    assert [c.field.value for c in mapping.columns] == ["name", "status", "extra_note"]


def test_a_mark_of_attendance_is_no_refusal() -> None:
    """Before the evening every 出席 is いいえ; nobody has declined."""
    mapping = recognise(listed("名前,出席\n前田,いいえ\n村上,いいえ\n"))

    assert mapping.columns[1].field is ListField.IGNORED


def test_affiliation_and_title_beside_a_company_is_the_title() -> None:
    """所属・役職 is the company only where no other column is."""
    beside = recognise(listed("会社名,所属・役職,氏名\nA社,会長,前田\n"))
    alone = recognise(listed("所属・役職,氏名\nA社 会長,前田\n"))

    assert beside.columns[1].field is ListField.TITLE
    assert alone.columns[0].field is ListField.COMPANY


def test_unknown_columns_are_notes_unless_they_tell_nothing() -> None:
    """A question of the event is kept; an empty or ever-same column is left out."""
    rows = "\n".join(f"山田 {n},{'S' if n % 2 else 'M'},abc," for n in range(6))

    assert fields_of(recognise(listed(f"お名前,シャツ,フォーム,未使用\n{rows}\n"))) == {
        "お名前": "name",
        "シャツ": "extra_note",
        "フォーム": "ignored",
        "未使用": "ignored",
    }


def test_a_list_without_headings_says_so() -> None:
    """Rows of names and companies are no headings."""
    raw = listed("前田 さゆり,井上デザイン\n村上 美加子,Glassシステムズ\n")

    assert not has_headings(raw.rows)
    with pytest.raises(ListHeadingMissing):
        recognise(raw)


def test_a_person_can_choose_the_heading_row() -> None:
    """A chosen row is taken though no heading is known, and 0 means that there is none."""
    raw = listed("前田 さゆり,井上デザイン\n村上 美加子,Glassシステムズ\n")

    chosen = recognise(raw, heading_row=1)
    none = recognise(raw, heading_row=0)

    assert (chosen.first_row, [c.heading for c in chosen.columns]) == (
        2,
        ["前田 さゆり", "井上デザイン"],
    )
    assert (none.first_row, [c.letters for c in none.columns]) == (1, ["A", "B"])
    assert none.with_field(0, ListField.NAME).has_name


def test_a_mapping_is_corrected_without_doubling_a_field() -> None:
    """Giving a field to another column takes it from the first; notes may be several."""
    mapping = recognise(listed("お名前,会社名,シャツ\n前田,井上,M\n村上,,L\n"))

    corrected = mapping.with_field(2, ListField.COMPANY)
    noted = mapping.with_field(1, ListField.NOTE).with_field(2, ListField.NOTE)

    assert [c.field.value for c in corrected.columns] == ["name", "ignored", "company"]
    assert [c.field.value for c in noted.columns] == ["name", "note", "note"]


def test_a_mapping_is_remembered_by_its_headings() -> None:
    """The same headings have the same key, whatever the rows and the width of letters."""
    first = recognise(listed("お名前,E-mail\n前田,a@example.com\n"))
    again = recognise(listed("お名前,Ｅ－ｍａｉｌ\n村上,b@example.com\n井上,c@example.com\n"))
    other = recognise(listed("お名前,電話\n前田,090\n"))

    assert first.headings_key == again.headings_key != other.headings_key


def test_a_phone_column_of_scribbles_stays_one() -> None:
    """Only cells that are e-mail addresses make a column headed 電話 one of addresses."""
    scribbles = "氏名,電話\n佐藤 花子,@\n鈴木 一郎,@鈴木"
    assert fields_of(recognise(listed(scribbles))) == {"氏名": "name", "電話": "phone"}
    addresses = "氏名,電話\n佐藤 花子,a@example.com\n鈴木 一郎,b@example.com"
    assert fields_of(recognise(listed(addresses))) == {"氏名": "name", "電話": "email"}
