"""The short questions of the door: what may be overruled, and the reasons to choose from.

Each answer is one key. A refusal first offers its one way out on Enter; the digit that carries it
out comes second, so that neither a stray Enter nor a guest number typed next lets anybody in.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from PySide6.QtCore import QCoreApplication

from reception_app.domain.admission import Verdict
from reception_app.domain.money import format_money
from reception_app.services.reception import Outcome
from reception_app.ui.door.outcome_view import Circumstances
from reception_app.ui.parts.screen_text import filled

ENTER = "\r"
BACKSPACE = "\b"


class Way(Enum):
    """What an answer leads to."""

    OVERRULE = "overrule"
    OPEN_BOX = "open box"
    TRANSFERRED = "transferred"
    PAY_LATER = "pay later"
    COMPANIONS = "companions"
    ONE_BY_ONE = "one by one"
    FORCE = "force"
    REINSTATE = "reinstate"
    PROMISE = "promise"
    OTHER_DAY = "other day"
    WALK_IN = "walk-in"
    GIVE_SPARE = "give spare"
    QUICK_ENTRY = "quick entry"
    DOOR_LIST = "door list"
    SCANNER_CHECK = "scanner check"
    PRINT_KEYS = "print keys"
    PRINT_TAG = "print tag"
    CORRECT_NAME = "correct name"
    HAND_OUT = "hand out"
    UNDO = "undo"
    UNDO_KEEPING_PAYMENT = "undo keeping payment"


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer: the key that gives it, its words, and the reason it puts on record.

    `until` is the day of a promise.
    """

    key: str
    caption: str
    way: Way
    reason: str = ""
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """A question with its answers; `note` says what follows from it. The first may be Enter's."""

    title: str
    choices: tuple[Choice, ...]
    note: str = ""


def offer_of(outcome: Outcome, around: Circumstances) -> Question | None:
    """The one thing offered beside an answer, apart from the tender pad; often nothing."""
    translate = QCoreApplication.translate
    match outcome.verdict:
        case Verdict.COLLECT_FEE if not around.box_open:
            return _box_question()
        case Verdict.ADMITTED if around.party is not None and around.party.awaited:
            awaited = len(around.party.awaited)
            caption = translate("DoorQuestions", "%n companion(s) too", "", awaited)
            if around.party.due:
                caption = f"{caption} · {format_money(around.party.due)}"
            alone = translate("DoorQuestions", "One by one…")
            choices = (Choice("+", caption, Way.COMPANIONS), Choice("-", alone, Way.ONE_BY_ONE))
            return Question("", choices)
        case Verdict.CANCELLED | Verdict.WAITING_LIST:
            caption = (
                translate("DoorQuestions", "Reinstate…")
                if outcome.verdict is Verdict.CANCELLED
                else translate("DoorQuestions", "Accept from the list…")
            )
            return Question("", (Choice(ENTER, caption, Way.OVERRULE),))
        case Verdict.ALREADY_ADMITTED | Verdict.BADGE_REVOKED | Verdict.NOT_OPEN:
            if Verdict.BLOCKED in outcome.findings:
                return None
            caption = translate("DoorQuestions", "Admit anyway…")
            return Question("", (Choice(ENTER, caption, Way.OVERRULE),))
        case _:
            return None


def overruling(outcome: Outcome) -> Question:
    """How this refusal is overruled, and the reasons for it."""
    translate = QCoreApplication.translate
    reasons: tuple[str, ...]
    match outcome.verdict:
        case Verdict.CANCELLED:
            yes = translate("DoorQuestions", "Yes, reinstate")
            note = translate("DoorQuestions", "The fee of the category is charged again.")
            title = translate("DoorQuestions", "Does this guest come after all?")
            return Question(title, (Choice("1", yes, Way.REINSTATE),), note)
        case Verdict.WAITING_LIST:
            yes = translate("DoorQuestions", "Yes, accept")
            note = translate("DoorQuestions", "The fee of the category is charged.")
            title = translate("DoorQuestions", "Is there a place for this guest?")
            return Question(title, (Choice("1", yes, Way.REINSTATE),), note)
        case Verdict.ALREADY_ADMITTED:
            reasons = (
                translate("DoorQuestions", "Went out and comes back"),
                translate("DoorQuestions", "Wrong person was admitted before"),
                translate("DoorQuestions", "Badge was lent by mistake"),
                translate("DoorQuestions", "Organizer agreed"),
            )
        case Verdict.BADGE_REVOKED:
            reasons = (
                translate("DoorQuestions", "Known by face"),
                translate("DoorQuestions", "Showed an identity card"),
                translate("DoorQuestions", "Organizer agreed"),
            )
        case _:
            reasons = (
                translate("DoorQuestions", "Speaker or staff"),
                translate("DoorQuestions", "Waits inside, out of the cold"),
                translate("DoorQuestions", "Organizer agreed"),
            )
    title = translate("DoorQuestions", "Admit anyway. Why?")
    return Question(title, _numbered(reasons, Way.FORCE))


def promise_days(today: date) -> tuple[date | None, ...]:
    """Days a promise may run until, in the order `D` goes through them."""
    next_month = (today.replace(day=1) + timedelta(days=32)).replace(day=1)
    after_next = (next_month + timedelta(days=32)).replace(day=1)
    return (
        today,
        today + timedelta(days=3),
        today + timedelta(days=7),
        next_month - timedelta(days=1),
        after_next - timedelta(days=1),
        None,
    )


def promise_reasons(
    today: date, say_day: Callable[[date], str], *, chosen: int | None = None, rest: str = ""
) -> Question:
    """Why a guest pays later, and until when.

    Args:
        today: the day of the evening.
        say_day: how a day is written.
        chosen: the place in `promise_days` of the day that holds for every reason; None for each
            reason's own.
        rest: what stays due, where a part is paid now.
    """
    translate = QCoreApplication.translate
    days = promise_days(today)
    leaving, _, week, _, next_month, none = days
    reasons: tuple[tuple[str, date | None], ...] = (
        (translate("DoorQuestions", "Pays on leaving"), leaving),
        (translate("DoorQuestions", "Will transfer it"), week),
        (translate("DoorQuestions", "The company pays"), next_month),
        (translate("DoorQuestions", "Somebody else pays"), none),
        (translate("DoorQuestions", "Says it is paid: check"), none),
    )
    until = translate("DoorQuestions", "%1 · until %2")
    choices = []
    for number, (reason, own) in enumerate(reasons, 1):
        day = own if chosen is None else days[chosen]
        caption = reason if day is None else filled(until, reason, say_day(day))
        choices.append(Choice(str(number), caption, Way.PROMISE, reason, day))
    choices.append(Choice("d", translate("DoorQuestions", "Another day"), Way.OTHER_DAY))
    note = translate("DoorQuestions", "The guest comes in now; the fee stays due.")
    title = translate("DoorQuestions", "Pay later. Why?")
    if rest:
        title = filled(translate("DoorQuestions", "%1 later. Why?"), rest)
        note = translate("DoorQuestions", "The guest comes in now; the rest stays due.")
    return Question(title, tuple(choices), note)


def already_transferred() -> str:
    """The reason on record when a guest says the fee was transferred."""
    return QCoreApplication.translate("DoorQuestions", "Already transferred")


def undoing(*, is_paid: bool, is_arrival: bool = True) -> Question:
    """Why an act is undone; `is_paid` when a payment of the same act goes back with it."""
    translate = QCoreApplication.translate
    wrong = translate("DoorQuestions", "Wrong guest")
    fee = translate("DoorQuestions", "Fee entered wrongly")
    note = translate("DoorQuestions", "↑ and ↓ choose another line of the list.")
    title = translate("DoorQuestions", "Why is it undone?")
    if not is_arrival:
        other = translate("DoorQuestions", "Paid in another way")
        gone = translate("DoorQuestions", "Not paid after all")
        return Question(title, _numbered((wrong, fee, other, gone), Way.UNDO), note)
    stayed_out = translate("DoorQuestions", "Did not come in after all")
    by_mistake = translate("DoorQuestions", "Scanned by mistake")
    choices = _numbered((wrong, by_mistake, fee, stayed_out), Way.UNDO)
    if is_paid:
        keep = translate("DoorQuestions", "Did not come in; the payment stays")
        choices = (*choices, Choice("5", keep, Way.UNDO_KEEPING_PAYMENT, stayed_out))
        back = translate("DoorQuestions", "The payment is taken back too.")
        note = f"{back} {note}"
    return Question(title, choices, note)


def more_at_the_door() -> Question:
    """What is seldom needed: paper, and the scanner."""
    translate = QCoreApplication.translate
    return Question(
        translate("DoorQuestions", "More at the door"),
        (
            Choice("1", translate("DoorQuestions", "Enter arrivals from paper…"), Way.QUICK_ENTRY),
            Choice("2", translate("DoorQuestions", "Paper door list…"), Way.DOOR_LIST),
            Choice("3", translate("DoorQuestions", "Check the scanner…"), Way.SCANNER_CHECK),
            Choice("4", translate("DoorQuestions", "Print the keys…"), Way.PRINT_KEYS),
        ),
    )


def about_the_tag(*, name: str, handed_out: bool) -> Question:
    """What can be done with a guest's name tag."""
    translate = QCoreApplication.translate
    hand = (
        translate("DoorQuestions", "Hand out once more")
        if handed_out
        else translate("DoorQuestions", "Handed out")
    )
    note = translate("DoorQuestions", "To give a blank tag instead, scan it now.")
    return Question(
        filled(translate("DoorQuestions", "Name tag of %1"), name),
        (
            Choice("1", translate("DoorQuestions", "Print it"), Way.PRINT_TAG),
            Choice("2", translate("DoorQuestions", "Correct the name…"), Way.CORRECT_NAME),
            Choice("3", hand, Way.HAND_OUT),
        ),
        note,
    )


def spare_read(label: str, *, guest: str) -> Question:
    """What a blank name tag is for; `guest` is who was on show before it was scanned, or empty."""
    translate = QCoreApplication.translate
    walk_in = filled(translate("DoorQuestions", "Walk-in with tag %1…"), label)
    choices = [Choice(ENTER, walk_in, Way.WALK_IN)]
    if guest:
        give = filled(translate("DoorQuestions", "Give it to %1"), guest)
        choices.append(Choice("1", give, Way.GIVE_SPARE))
    return Question("", tuple(choices))


def _box_question() -> Question:
    translate = QCoreApplication.translate
    transferred = already_transferred()
    return Question(
        "",
        (
            Choice(ENTER, translate("DoorQuestions", "Open the cash box…"), Way.OPEN_BOX),
            Choice("t", transferred, Way.TRANSFERRED, transferred),
            Choice("l", translate("DoorQuestions", "Pay later…"), Way.PAY_LATER),
        ),
    )


def _numbered(reasons: tuple[str, ...], way: Way) -> tuple[Choice, ...]:
    return tuple(Choice(str(n), reason, way, reason) for n, reason in enumerate(reasons, 1))
