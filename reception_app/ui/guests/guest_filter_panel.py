"""The filter of the guest list: what can be ticked, and the words for what is."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reception_app.domain.fee import FeePlan
from reception_app.domain.guest import GuestField, GuestStatus
from reception_app.domain.guest_filter import GuestFilter
from reception_app.domain.ledger import PaymentStatus
from reception_app.storage import guest_order, settings
from reception_app.storage.event_file import EventReader
from reception_app.ui import theme
from reception_app.ui.guests.guest_columns import category_name
from reception_app.ui.parts.action_button import ActionButton
from reception_app.ui.parts.choice_list import Choice, ChoiceList
from reception_app.ui.parts.label import Label
from reception_app.ui.parts.popup_panel import PopupPanel
from reception_app.wording import Wording

_YES, _NO = "yes", "no"
_COLUMNS = (
    ("statuses", "arrived", "walk_in"),
    ("categories", "payments", "inside"),
    ("labels", "introducers"),
)
_SIZE = (660, 500)
_MOST_NAMED = 3


class GuestFilterPanel(PopupPanel):
    """Everything guests can be filtered by; `filter_changed` carries the filter with each tick."""

    filter_changed = Signal(object)

    def __init__(
        self, parent: QWidget, event: EventReader, wording: Wording, chosen: GuestFilter
    ) -> None:
        super().__init__(parent)
        plan = settings.find_fee_plan(event)
        self._aside = Label(tone="muted")
        self.lists = {
            name: ChoiceList(title_of(name), choices, _ticked(chosen, name))
            for name, choices in _choices(event, plan, wording).items()
        }
        translate = QCoreApplication.translate
        self.clear = ActionButton(translate("GuestFilter", "Clear all"))
        self._close = ActionButton(translate("GuestFilter", "Show"), key="Enter", primary=True)
        across = QHBoxLayout()
        across.setSpacing(theme.GRID * 2)
        for names in _COLUMNS:
            down = QVBoxLayout()
            down.setSpacing(theme.GRID * 2)
            for name in names:
                down.addWidget(self.lists[name])
                self.lists[name].changed.connect(self._tell)
            across.addLayout(down, 1)
        self.first = self.lists["statuses"]
        foot = QHBoxLayout()
        foot.addWidget(self._aside, 1)
        foot.addWidget(self.clear)
        foot.addWidget(self._close)
        self.body.addLayout(across, 1)
        self.body.addLayout(foot)
        self.setFixedSize(*_SIZE)
        self.clear.clicked.connect(self._clear)
        self._close.clicked.connect(self.close)

    def show_count(self, words: str) -> None:
        """Say how many guests are let through."""
        self._aside.setText(words)

    @property
    def chosen(self) -> GuestFilter:
        """What is ticked."""
        ticked = {name: one.chosen for name, one in self.lists.items()}
        return GuestFilter(
            statuses=frozenset(GuestStatus(one) for one in ticked["statuses"]),
            categories=ticked["categories"],
            payments=frozenset(PaymentStatus(one) for one in ticked["payments"]),
            labels=ticked["labels"],
            introducers=ticked["introducers"],
            arrived=_yes_or_no(ticked["arrived"]),
            inside=_yes_or_no(ticked["inside"]),
            walk_in=_yes_or_no(ticked["walk_in"]),
        )

    def _tell(self) -> None:
        self.filter_changed.emit(self.chosen)

    def _clear(self) -> None:
        for one in self.lists.values():
            for value in one.chosen:
                one.tick(value, on=False)


def title_of(condition: str) -> str:
    """What a condition of `GuestFilter` is called."""
    translate = QCoreApplication.translate
    return {
        "statuses": translate("GuestFilter", "Invitation"),
        "categories": translate("GuestFilter", "Category"),
        "payments": translate("GuestFilter", "Payment"),
        "labels": translate("GuestFilter", "Labels"),
        "introducers": translate("GuestFilter", "Introduced by"),
        "arrived": translate("GuestFilter", "Arrival"),
        "inside": translate("GuestFilter", "In the room"),
        "walk_in": translate("GuestFilter", "Walk-in"),
    }[condition]


def conditions_in_words(chosen: GuestFilter, plan: FeePlan, wording: Wording) -> dict[str, str]:
    """Each condition that is set, by its name in `GuestFilter`, as people read it."""
    told = {}
    for condition in ("statuses", "categories", "payments", "labels", "introducers"):
        values = sorted(getattr(chosen, condition))
        if values:
            names = [_called(condition, value, plan, wording) for value in values]
            words = ", ".join(names[:_MOST_NAMED]) + (" …" if len(names) > _MOST_NAMED else "")
            told[condition] = f"{title_of(condition)}: {words}"
    for condition in ("arrived", "inside", "walk_in"):
        said = getattr(chosen, condition)
        if said is not None:
            told[condition] = _yes_no_words(condition)[_YES if said else _NO]
    return told


def _choices(event: EventReader, plan: FeePlan, wording: Wording) -> dict[str, list[Choice]]:
    categories = guest_order.count_by(event, GuestField.CATEGORY)
    planned = [category.code for category in plan.categories]
    codes = [*planned, *(code for code in categories if code not in plan)]

    def counted(condition: str, counts: dict[str, int], values: Iterable[str]) -> list[Choice]:
        return [
            Choice(value, _called(condition, value, plan, wording), counts.get(value, 0))
            for value in values
        ]

    introducers = guest_order.count_by(event, GuestField.INTRODUCER)
    labels = guest_order.count_labels(event)
    statuses = guest_order.count_statuses(event)
    return {
        "statuses": counted("statuses", statuses, GuestStatus),
        "categories": counted("categories", categories, codes),
        "payments": [Choice(one, _called("payments", one, plan, wording)) for one in PaymentStatus],
        "arrived": [Choice(v, words) for v, words in _yes_no_words("arrived").items()],
        "labels": [
            *counted("labels", labels, labels),
            Choice("", _called("labels", "", plan, wording)),
        ],
        "introducers": counted("introducers", introducers, introducers),
        "inside": [Choice(v, words) for v, words in _yes_no_words("inside").items()],
        "walk_in": [Choice(v, words) for v, words in _yes_no_words("walk_in").items()],
    }


def _yes_no_words(condition: str) -> dict[str, str]:
    translate = QCoreApplication.translate
    if condition == "arrived":
        return {
            _YES: translate("GuestFilter", "Arrived"),
            _NO: translate("GuestFilter", "Not arrived"),
        }
    if condition == "inside":
        return {
            _YES: translate("GuestFilter", "Inside now"),
            _NO: translate("GuestFilter", "Not inside"),
        }
    return {
        _YES: translate("GuestFilter", "Walk-in"),
        _NO: translate("GuestFilter", "On the list before"),
    }


def _called(condition: str, value: str, plan: FeePlan, wording: Wording) -> str:
    if condition == "statuses":
        return wording.text("guest_status", value)
    if condition == "payments":
        return wording.text("payment_status", value)
    if not value:
        return QCoreApplication.translate("GuestFilter", "(none)")
    return category_name(plan, value) if condition == "categories" else value


def _ticked(chosen: GuestFilter, condition: str) -> frozenset[str]:
    said = getattr(chosen, condition)
    if said is None or isinstance(said, frozenset):
        return said or frozenset()
    return frozenset({_YES if said else _NO})


def _yes_or_no(ticked: frozenset[str]) -> bool | None:
    """Both or none ask nothing."""
    return None if len(ticked) != 1 else _YES in ticked
