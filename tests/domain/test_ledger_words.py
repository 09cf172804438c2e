"""Every account, tender, act and status has a word in both languages."""

from collections.abc import Iterable
from enum import StrEnum

import pytest

from reception_app.domain.guest import GuestStatus
from reception_app.domain.journal import EntryKind, Tender
from reception_app.domain.ledger import CHART, AccountClass, PaymentStatus
from reception_app.wording import LANGUAGES, Wording

TABLES: dict[str, Iterable[str | StrEnum]] = {
    "account": CHART,
    "account_class": AccountClass,
    "tender": Tender,
    "entry_kind": EntryKind,
    "guest_status": GuestStatus,
    "payment_status": PaymentStatus,
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("table", TABLES)
def test_each_has_its_own_word(language: str, table: str) -> None:
    """No word is missing, and no two things of one table are called the same."""
    words = Wording(language).table(table)

    assert {str(key) for key in TABLES[table]} == set(words)
    assert len(set(words.values())) == len(words)
