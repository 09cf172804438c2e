"""From a figure of the overview to the rows behind it, on the page that has them."""

from datetime import datetime
from enum import Enum, auto
from typing import Protocol

from PySide6.QtWidgets import QWidget

from reception_app.domain.guest import GuestStatus
from reception_app.domain.guest_filter import GuestFilter
from reception_app.domain.ledger import PaymentStatus
from reception_app.services.event_log import LogPart
from reception_app.services.name_tags import TagSelection
from reception_app.ui.money.due_rows import DueFilter
from reception_app.ui.workplace import Workplace


class Behind(Enum):
    """What a figure of the page opens."""

    ARRIVED = auto()
    INSIDE = auto()
    AWAITED = auto()
    DUE = auto()
    TAKEN = auto()
    WALK_INS = auto()
    UNTAGGED = auto()
    WAITING = auto()
    DUE_INSIDE = auto()
    REFUSED = auto()
    FORCED = auto()


class ShowsPages(Protocol):
    """The pages, as far as they are needed here."""

    workplace: Workplace

    def show_page(self, key: str) -> QWidget:
        """Open the page of this key."""

    def show_log(self, part: LogPart | None = None, *, text: str = "") -> None:
        """Open the event log."""


_COMING = frozenset({GuestStatus.ACCEPTED})
_FILTERS = {
    Behind.ARRIVED: GuestFilter(arrived=True),
    Behind.INSIDE: GuestFilter(inside=True),
    Behind.AWAITED: GuestFilter(statuses=_COMING, arrived=False),
    Behind.DUE_INSIDE: GuestFilter(payments=frozenset({PaymentStatus.DUE}), arrived=True),
    Behind.WALK_INS: GuestFilter(statuses=_COMING, walk_in=True),
    Behind.WAITING: GuestFilter(statuses=frozenset({GuestStatus.WAITING})),
}


def show_behind(window: ShowsPages, behind: Behind) -> None:
    """Open what lies behind a figure."""
    from reception_app.ui.event_pages import MONEY, NAME_TAGS
    from reception_app.ui.money.money_page import MoneyPage
    from reception_app.ui.money.tabs import PAYMENTS
    from reception_app.ui.tags.name_tags_page import NameTagsPage

    if behind in _FILTERS:
        _show_guests(window, _FILTERS[behind])
    elif behind is Behind.UNTAGGED:
        tags = window.show_page(NAME_TAGS)
        assert isinstance(tags, NameTagsPage)
        tags.show_selection(TagSelection.NEW)
    elif behind in {Behind.DUE, Behind.TAKEN}:
        money = window.show_page(MONEY)
        assert isinstance(money, MoneyPage)
        if behind is Behind.TAKEN:
            money.show_tab(PAYMENTS)
        else:
            money.show_guests(DueFilter.DUE)
    elif behind is Behind.REFUSED:
        window.show_log(LogPart.REFUSED)
    else:
        window.show_log(LogPart.DOOR, text=window.workplace.wording.text("log", "admitted_forced"))


def show_category(window: ShowsPages, code: str) -> None:
    """Open the guests of a category who are coming or here."""
    _show_guests(window, GuestFilter(statuses=_COMING, categories=frozenset({code})))


def show_slot(window: ShowsPages, begins: datetime) -> None:
    """Open what happened at the door in the ten minutes that begin then."""
    window.show_log(LogPart.DOOR, text=f"{begins:%H:%M}"[:-1])


def _show_guests(window: ShowsPages, chosen: GuestFilter) -> None:
    from reception_app.ui.event_pages import GUESTS
    from reception_app.ui.guests.guests_page import GuestsPage

    page = window.show_page(GUESTS)
    assert isinstance(page, GuestsPage)
    page.show_filter(chosen)
