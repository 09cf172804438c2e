"""From a figure of the overview to the rows behind it, on the page that has them."""

from enum import Enum, auto
from typing import Protocol

from PySide6.QtWidgets import QWidget

from reception_app.domain.guest import GuestStatus
from reception_app.domain.guest_filter import GuestFilter
from reception_app.services.name_tags import TagSelection
from reception_app.ui.money.due_rows import DueFilter


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
    """The window, as far as it is needed here."""

    def show_page(self, key: str) -> QWidget:
        """Open the page of this key."""


_FILTERS = {
    Behind.ARRIVED: GuestFilter(arrived=True),
    Behind.INSIDE: GuestFilter(arrived=True),
    Behind.AWAITED: GuestFilter(statuses=frozenset({GuestStatus.ACCEPTED}), arrived=False),
    Behind.WALK_INS: GuestFilter(arrived=True, walk_in=True),
    Behind.WAITING: GuestFilter(statuses=frozenset({GuestStatus.WAITING})),
}


def show_behind(window: ShowsPages, behind: Behind) -> None:
    """Open what lies behind a figure."""
    from reception_app.ui.guests_page import GuestsPage
    from reception_app.ui.main_window import GUESTS, MONEY, NAME_TAGS
    from reception_app.ui.money.tabs import PAYMENTS
    from reception_app.ui.money_page import MoneyPage
    from reception_app.ui.name_tags_page import NameTagsPage

    if behind in _FILTERS:
        guests_page = window.show_page(GUESTS)
        assert isinstance(guests_page, GuestsPage)
        guests_page.show_filter(_FILTERS[behind])
    elif behind is Behind.UNTAGGED:
        tags = window.show_page(NAME_TAGS)
        assert isinstance(tags, NameTagsPage)
        tags.show_selection(TagSelection.NEW)
    elif behind in {Behind.DUE, Behind.DUE_INSIDE, Behind.TAKEN}:
        money = window.show_page(MONEY)
        assert isinstance(money, MoneyPage)
        if behind is Behind.TAKEN:
            money.show_tab(PAYMENTS)
        else:
            money.show_guests(DueFilter.DUE)
