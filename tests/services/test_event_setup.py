"""A new event, its settings, and who works at it."""

from datetime import date
from pathlib import Path

import pytest
from evening import Evening
from notation import at

from reception_app.domain.errors import ReceptionError
from reception_app.domain.money import CurrencyUnknown
from reception_app.services import event_setup
from reception_app.services.event_setup import NameMissing, OperatorMissing, SettingUnreadable
from reception_app.storage import fact_journal, settings
from reception_app.storage.event_file import EventFile


def test_new_event_has_what_was_given(tmp_path: Path) -> None:
    """Name, day, currency, language and place are its settings; folders are made."""
    path = tmp_path / "2026" / "秋 & more" / "gala.reception"
    with event_setup.create_event(
        path, name=" 秋の\n交流会 ", day=date(2026, 11, 14), now=at("12:00"), currency="EUR",
        language="en", venue="Hall",
    ) as event:  # fmt: skip
        details = settings.find_event(event)

    assert (details.name, details.date) == ("秋の 交流会", date(2026, 11, 14))
    assert (details.currency, details.language, details.venue) == ("EUR", "en", "Hall")
    assert details.receipt_prefix == "K26"
    assert len(details.tag) == 4


@pytest.mark.parametrize(
    ("name", "currency", "error"),
    [
        ("", "JPY", NameMissing),
        (" \u3000\u200b", "JPY", NameMissing),
        ("x", "YEN", CurrencyUnknown),
    ],
)
def test_what_makes_no_event_leaves_nothing(
    tmp_path: Path, name: str, currency: str, error: type[ReceptionError]
) -> None:
    """Without a name, or in no known currency, no file is made."""
    with pytest.raises(error):
        event_setup.create_event(
            tmp_path / "gala.reception", name=name, day=date(2026, 11, 14), now=at("12:00"),
            currency=currency,
        )  # fmt: skip

    assert list(tmp_path.iterdir()) == []


def test_settings_change(evening: Evening) -> None:
    """What is written is read back, by the event as it is now."""
    event_setup.change_event(
        evening.file,
        {"name": "冬の会", "date": "2027-01-02", "door_opens": at("18:00").isoformat(),
         "capacity": "120", "issuer": "委員会", "receipt_prefix": "F27"},
        now=at("12:30"), operator="",
    )  # fmt: skip

    details = settings.find_event(evening.file)
    assert (details.name, details.date, details.capacity) == ("冬の会", date(2027, 1, 2), 120)
    assert details.hours.opens == at("18:00")
    assert details.hours.closes is None
    assert (details.issuer, details.receipt_prefix) == ("委員会", "F27")


@pytest.mark.parametrize(
    ("field", "text", "error"),
    [
        ("name", " ", NameMissing),
        ("date", "14.11.2026", SettingUnreadable),
        ("date", "", SettingUnreadable),
        ("language", "fr", SettingUnreadable),
        ("door_opens", "18:00", SettingUnreadable),
        ("door_closes", "2026-11-14T18:00:00", SettingUnreadable),
        ("capacity", "-1", SettingUnreadable),
        ("capacity", "many", SettingUnreadable),
        ("receipt_prefix", "", SettingUnreadable),
        ("receipt_prefix", "K/26", SettingUnreadable),
    ],
)
def test_unreadable_setting_changes_nothing(
    evening: Evening, field: str, text: str, error: type[ReceptionError]
) -> None:
    """A setting that can't be read back is never stored, nor are the ones beside it."""
    before = settings.find_event(evening.file)

    with pytest.raises(error):
        event_setup.change_event(
            evening.file, {"venue": "elsewhere", field: text}, now=at("12:30"), operator=""
        )

    assert settings.find_event(evening.file) == before


@pytest.mark.parametrize("field", ["currency", "tag", "event", "nonsense"])
def test_some_things_stay(evening: Evening, field: str) -> None:
    """Currency and tag are in every amount and badge; no screen may change them."""
    with pytest.raises(KeyError):
        event_setup.change_event(evening.file, {field: "USD"}, now=at("12:30"), operator="")


def test_operator_is_named_once(evening: Evening) -> None:
    """The same name is the same operator, also after opening again; no name is none."""
    first = event_setup.operator_named(evening.file, " 鈴木 ", now=at("12:30"))
    before = fact_journal.count_facts(evening.file.db)

    assert first == evening.desk.operator
    assert event_setup.operator_named(evening.file, "鈴木", now=at("13:00")) == first
    assert fact_journal.count_facts(evening.file.db) == before
    with pytest.raises(OperatorMissing):
        event_setup.operator_named(evening.file, "\u3000", now=at("13:00"))


def test_created_event_is_a_whole_file(tmp_path: Path) -> None:
    """Right after creation the file opens again as one plain file."""
    path = tmp_path / "gala.reception"
    event_setup.create_event(path, name="x", day=date(2026, 1, 1), now=at("12:00")).close()

    EventFile.open(path).close()
    assert [name.name for name in tmp_path.iterdir()] == ["gala.reception"]
