"""What cells say of coming, paying and companions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reception_app.documents.guest_sheet import cell_wording, companion_wording
from reception_app.documents.guest_sheet.cell_wording import Standing
from reception_app.documents.guest_sheet.companion_wording import Party
from reception_app.domain.guest import GuestStatus


@pytest.mark.parametrize(
    ("text", "status"),
    [
        *((text, GuestStatus.ACCEPTED) for text in ("参加", "参加者", "出席", "ご出席", "○", "〇")),
        *((text, GuestStatus.ACCEPTED) for text in ("Attending", "Yes", "confirmed", "はい")),
        *(
            (text, GuestStatus.CANCELLED)
            for text in ("キャンセル", "キャンセル済", "取消", "Cancelled")
        ),
        *((text, GuestStatus.CANCELLED) for text in ("返金", "返金済み", "Refunded", "辞退")),
        *((text, GuestStatus.WAITING) for text in ("補欠", "キャンセル待ち", "Waitlisted", "待ち")),
        *((text, GuestStatus.DECLINED) for text in ("欠席", "不参加", "×", "Not Attending", "no")),
        *((text, GuestStatus.DECLINED) for text in ("参加できません", "参加しない", "Declined")),
        *((text, GuestStatus.INVITED) for text in ("未回答", "招待中", "△", "Invited", "Maybe")),
        *((text, GuestStatus.BLOCKED) for text in ("出禁", "blocked")),
    ],
)
def test_a_status_is_understood(text: str, status: GuestStatus) -> None:
    """Each wording of a status, in either language, however wide its letters."""
    said = cell_wording.standing(text)

    assert said is not None
    assert said.status is status


@pytest.mark.parametrize(
    ("text", "paid"),
    [
        *(
            (text, True)
            for text in ("済", "済み", "支払い済み", "支払済", "入金済", "paid", "Paid", "○")
        ),
        *((text, True) for text in ("2026-09-01", "9/1", "9月1日", "8,000", "¥8,000", "8000円")),
        *((text, True) for text in ("TRUE", "yes", "決済完了", "振込済み", "会費済")),
        *(
            (text, False)
            for text in ("未", "未払い", "未払・入金待ち", "未入金", "unpaid", "Not paid")
        ),
        *((text, False) for text in ("0", "×", "no", "当日払い", "当日現金", "FALSE", "pending")),
        *((text, None) for text in ("免除", "招待", "無料", "complimentary")),
    ],
)
def test_a_payment_is_understood(text: str, paid: object) -> None:
    """Each wording of a payment: words, marks, the day it came, the amount that came."""
    said = cell_wording.paid(text)

    assert said is not None
    assert said.paid is paid


def test_a_ticket_site_writes_payment_into_the_status() -> None:
    """支払済 in a status column is a payment; 返金 a cancellation."""
    assert cell_wording.standing("支払済") == Standing(None, paid=True)
    assert cell_wording.standing("未払・入金待ち") == Standing(None, paid=False)
    assert cell_wording.standing("返金") == Standing(GuestStatus.CANCELLED)


@pytest.mark.parametrize("text", ["要確認", "???", "ゴールド", "lorem"])
def test_an_unknown_wording_is_not_guessed(text: str) -> None:
    """What we do not know is no status and no payment."""
    assert cell_wording.standing(text) is None
    assert cell_wording.paid(text) is None


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("0", Party(0)),
        ("なし", Party(0)),
        ("特になし", Party(0)),
        ("×", Party(0)),
        ("2", Party(2)),
        ("2.0", Party(2)),
        ("+2", Party(2)),
        ("２名", Party(2)),
        ("他2名", Party(2)),
        ("三名", Party(3)),
        ("2 guests", Party(2)),
        ("2名(山田 花子、鈴木 一郎)", Party(2, ("山田 花子", "鈴木 一郎"))),
        ("1名（うち子供1名）", Party(1)),
        ("大人1名、子供2名", Party(3)),
        ("あり", Party(1, sure=False)),
        ("たくさん", None),
        ("1.5", None),
        ("-1", None),
        ("2026-09-01", None),
        ("三浦 太郎", None),
        ("999", None),
    ],
)
def test_companions_are_counted(text: str, party: Party | None) -> None:
    """Numbers in every dress are counts; what is no count is none."""
    assert companion_wording.companions(text) == party


def test_companions_names_are_parted() -> None:
    """Commas, slashes and line breaks part names; 未定 is nobody's name."""
    assert companion_wording.companion_names("山田 花子、鈴木 一郎\n未定 / Kim Lee") == (
        "山田 花子",
        "鈴木 一郎",
        "Kim Lee",
    )


@pytest.mark.parametrize(
    "text", ["なし", "特になし", "特にありません", "None", "N/A", "-", "ー", "いいえ"]
)
def test_an_answer_may_say_nothing(text: str) -> None:
    """Such an answer is not worth a note for the desk."""
    assert cell_wording.says_nothing(text)


@given(st.text(max_size=60))
def test_no_text_breaks_the_understanding(text: str) -> None:
    """Whatever stands in a cell, it is understood or not, and companions stay within reason."""
    cell_wording.standing(text)
    cell_wording.paid(text)
    cell_wording.says_nothing(text)
    party = companion_wording.companions(text)

    assert party is None or 0 <= party.count <= companion_wording.COMPANION_LIMIT
