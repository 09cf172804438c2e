"""The short questions of the door: what may be overruled, and the reasons to choose from.

Each answer is one key. A refusal first offers its one way out on Enter; the digit that carries it
out comes second, so that neither a stray Enter nor a guest number typed next lets anybody in.
"""

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QCoreApplication

from reception_app.domain.admission import Verdict
from reception_app.domain.money import format_money
from reception_app.services.reception import Outcome
from reception_app.ui.outcome_view import Circumstances

ENTER = "\r"
BACKSPACE = "\b"


class Way(Enum):
    """What an answer leads to."""

    OVERRULE = "overrule"
    OPEN_BOX = "open box"
    TRANSFERRED = "transferred"
    PAY_LATER = "pay later"
    COMPANIONS = "companions"
    FORCE = "force"
    REINSTATE = "reinstate"
    PROMISE = "promise"
    UNDO = "undo"
    UNDO_KEEPING_PAYMENT = "undo keeping payment"


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer: the key that gives it, its words, and the reason it puts on record."""

    key: str
    caption: str
    way: Way
    reason: str = ""


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
            return Question("", (Choice("+", caption, Way.COMPANIONS),))
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


def promise_reasons() -> Question:
    """Why a guest pays later."""
    translate = QCoreApplication.translate
    reasons = (
        translate("DoorQuestions", "Pays on leaving"),
        translate("DoorQuestions", "Will transfer it"),
        translate("DoorQuestions", "The company pays"),
        translate("DoorQuestions", "Somebody else pays"),
        translate("DoorQuestions", "Says it is paid: to be checked"),
    )
    note = translate("DoorQuestions", "The guest comes in now; the fee stays due.")
    title = translate("DoorQuestions", "Pay later. Why?")
    return Question(title, _numbered(reasons, Way.PROMISE), note)


def already_transferred() -> str:
    """The reason on record when a guest says the fee was transferred."""
    return QCoreApplication.translate("DoorQuestions", "Already transferred")


def undoing(*, is_paid: bool) -> Question:
    """Why an admission is undone; `is_paid` when a payment of the same act goes back with it."""
    translate = QCoreApplication.translate
    reasons = (
        translate("DoorQuestions", "Wrong guest"),
        translate("DoorQuestions", "Scanned by mistake"),
        translate("DoorQuestions", "Fee entered wrongly"),
        translate("DoorQuestions", "Did not come in after all"),
    )
    choices = _numbered(reasons, Way.UNDO)
    note = translate("DoorQuestions", "↑ and ↓ choose another line of the list.")
    if is_paid:
        keep = translate("DoorQuestions", "Did not come in; the payment stays")
        choices = (*choices, Choice("5", keep, Way.UNDO_KEEPING_PAYMENT, reasons[-1]))
        back = translate("DoorQuestions", "The payment is taken back too.")
        note = f"{back} {note}"
    return Question(translate("DoorQuestions", "Why is it undone?"), choices, note)


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
