"""Headings are understood by meaning, in Japanese and English."""

import pytest

from reception_app.documents.guest_sheet.headings import ListField, meaning, plain_heading

WORDINGS = {
    ListField.NAME: [
        "お名前",
        "氏　名",
        "【必須】お名前",
        "お名前\n(フルネーム)",
        "Q1. お名前",
        "ご芳名",
        "姓名",
        "氏名（漢字）",
        "参加者名",
        "参加者",
        "表示名",
        "お名前（例：山田太郎）",
        "Name",
        "Full name",
        "Your name",
        "What is your name?",
        "Attendee name",
        "Guest's name",
        "First and last name",
        "Name *",
    ],
    ListField.FAMILY_NAME: ["姓", "氏名 姓", "お名前(姓)", "姓（漢字）", "Last Name", "Surname"],
    ListField.GIVEN_NAME: ["名", "氏名 名", "お名前(名)", "下のお名前", "First Name", "Given name"],
    ListField.READING: [
        "フリガナ",
        "ふりがな",
        "お名前(フリガナ)",
        "氏名（カナ）",
        "お名前（ふりがな）【必須】",
        "よみ",
        "Furigana",
        "Name (Kana)",
    ],
    ListField.FAMILY_READING: ["セイ", "せい", "姓（カナ）", "フリガナ(セイ)", "Last Name (Kana)"],
    ListField.GIVEN_READING: ["メイ", "めい", "名（カナ）", "フリガナ 名", "First Name (Kana)"],
    ListField.BADGE_NAME: ["名札に載せるお名前", "ニックネーム", "Badge name", "Name tag"],
    ListField.COMPANY: [
        "会社名・団体名",
        "御社名",
        "所属",
        "会社名（正式名称）",
        "Company",
        "Organisation",
    ],
    ListField.DEPARTMENT: ["部署", "部署名", "所属部署", "Department"],
    ListField.TITLE: ["部署・役職", "お役職", "Job Title", "Position", "Title"],
    ListField.INDUSTRY: ["業種", "Industry"],
    ListField.EMAIL: ["メールアドレス", "E-mail", "Email Address", "eメール"],
    ListField.PHONE: ["電話", "携帯電話番号", "Cell Phone", "TEL", "ご連絡先"],
    ListField.CATEGORY: ["参加区分", "参加枠名", "チケット名", "券種", "Ticket Type", "Product"],
    ListField.QUANTITY: ["枚数", "ご参加人数", "人数", "Quantity", "Party size", "# of tickets"],
    ListField.COMPANIONS: [
        "同伴者の人数",
        "同伴者",
        "当日お連れになる方の人数",
        "Plus one",
        "How many guests will you bring?",
        "Additional guests",
    ],
    ListField.COMPANION_NAMES: ["同伴者名", "お連れ様のお名前", "同伴者1 氏名", "Companion names"],
    ListField.INTRODUCER: [
        "ご紹介者",
        "招待者名",
        "Introduced by",
        "Who invited you?",
        "Referred by",
    ],
    ListField.STANDS_IN_FOR: ["代理", "Standing in for", "On behalf of"],
    ListField.STATUS: [
        "参加ステータス",
        "ご出欠",
        "ステータス",
        "Attendee Status",
        "Will you attend?",
    ],
    ListField.PAYMENT: [
        "入金",
        "済",
        "お支払い状況",
        "入金日",
        "Paid",
        "Payment status",
        "Total Paid",
    ],
    ListField.AMOUNT: ["会　費", "参加費(円)", "金額", "Price", "Fee"],
    ListField.LABELS: ["タグ", "ラベル", "Tags", "labels", "Guest tags"],
    ListField.NOTE: [
        "備　考",
        "アレルギー・備考",
        "コメント",
        "その他ご要望など",
        "Notes",
        "Remarks",
    ],
    ListField.ALLERGIES: ["アレルギー", "食事制限", "Dietary restrictions", "Any allergies?"],
    ListField.TABLE: ["テーブル番号", "卓", "席次", "Table", "Seat ID"],
    ListField.TALKS_ABOUT: ["話せるテーマ", "Can talk about", "Topics"],
    ListField.WANTS_TO_MEET: ["会いたい人", "紹介してほしい人", "Would like to meet"],
    ListField.NUMBER: ["No", "№", "No.", "番号", "通し番号", "#"],
    ListField.TICKET_NUMBER: ["受付番号", "チケットID", "Order code", "Order #", "Attendee #"],
    ListField.BARCODE: ["Barcode #", "Secret", "バーコード", "QR code"],
    ListField.ANSWERED_AT: ["タイムスタンプ", "Timestamp", "注文日時", "Order Date", "更新日時"],
    ListField.EXTRA_NOTE: [
        "領収書の宛名",
        "自己紹介をお願いします",
        "代理出席者",
        "Requires special attention",
    ],
    ListField.IGNORED: ["ユーザーID", "Promo Code", "住所", "個人情報の取り扱いに同意する", "性別"],
}


@pytest.mark.parametrize(
    ("heading", "field"),
    [(heading, field) for field, headings in WORDINGS.items() for heading in headings],
)
def test_a_heading_is_understood(heading: str, field: ListField) -> None:
    """Each wording has the meaning a person would give it."""
    found = meaning(heading)

    assert found is not None
    assert found.field is field


def test_every_field_can_be_recognised() -> None:
    """No field of a list is without a wording."""
    assert set(WORDINGS) == set(ListField)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "前田 さゆり",
        "2026年 秋の交流会 参加者名簿",
        "guest@example.com",
        "8,000",
        "2026-09-01",
        "会員",
        "営業部 部長",
        "懇親会に参加しますか",
        "Tシャツのサイズ",
        "お名前" * 100,
    ],
)
def test_what_is_no_heading_of_ours_means_nothing(text: str) -> None:
    """Names, titles of the list, values and unknown questions are not taken for a field."""
    assert meaning(text) is None


def test_headings_differ_by_their_words_only() -> None:
    """Width, case, spaces, line breaks and 必須 marks make no difference."""
    assert plain_heading("【必須】 Ｅ－ｍａｉｌ\n") == plain_heading("e-mail")
    assert plain_heading("氏　名") == plain_heading("氏名（必須）")
