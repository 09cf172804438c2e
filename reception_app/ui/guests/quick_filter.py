"""The chips beside the search of the guest list: the questions asked all the time."""

from enum import Enum, auto

from PySide6.QtCore import QCoreApplication

from reception_app.domain.guest import GuestStatus
from reception_app.domain.guest_filter import GuestFilter
from reception_app.domain.ledger import PaymentStatus


class QuickFilter(Enum):
    """One question about the list."""

    ALL = auto()
    NOT_ARRIVED = auto()
    ARRIVED = auto()
    UNPAID = auto()
    WAITING = auto()

    @property
    def condition(self) -> GuestFilter:
        """The same as a filter."""
        match self:
            case QuickFilter.ALL:
                return GuestFilter()
            case QuickFilter.NOT_ARRIVED:
                return GuestFilter(statuses=frozenset({GuestStatus.ACCEPTED}), arrived=False)
            case QuickFilter.ARRIVED:
                return GuestFilter(arrived=True)
            case QuickFilter.UNPAID:
                return GuestFilter(payments=frozenset({PaymentStatus.DUE}))
            case QuickFilter.WAITING:
                return GuestFilter(statuses=frozenset({GuestStatus.WAITING}))


def quick_caption(chosen: QuickFilter) -> str:
    """What a chip says."""
    translate = QCoreApplication.translate
    match chosen:
        case QuickFilter.ALL:
            return translate("GuestsPage", "All")
        case QuickFilter.NOT_ARRIVED:
            return translate("GuestsPage", "Not arrived")
        case QuickFilter.ARRIVED:
            return translate("GuestsPage", "Arrived")
        case QuickFilter.UNPAID:
            return translate("GuestsPage", "Unpaid")
        case QuickFilter.WAITING:
            return translate("GuestsPage", "Waiting list")
