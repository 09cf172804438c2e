"""What the door says in words: the headline of each verdict, lesser findings, and what to do."""

from PySide6.QtCore import QCoreApplication

from reception_app.domain.admission import DoorHours, Verdict
from reception_app.domain.badge_code import looks_like_code, read_badge_codes
from reception_app.domain.guest import GuestStatus
from reception_app.domain.money import format_money
from reception_app.services.reception import Outcome
from reception_app.ui.parts.screen_text import filled
from reception_app.wording import Wording


def headline(outcome: Outcome, hours: DoorHours, wording: Wording) -> str:
    """The gravest finding in one line."""
    translate = QCoreApplication.translate
    match outcome.verdict:
        case Verdict.ADMITTED:
            back = translate("Outcome", "Welcome back")
            return back if outcome.returned else translate("Outcome", "Welcome")
        case Verdict.COLLECT_FEE:
            return translate("Outcome", "Please collect the fee")
        case Verdict.ALREADY_ADMITTED:
            return translate("Outcome", "Already inside")
        case Verdict.UNKNOWN_CODE if outcome.spare is not None:
            text = translate("Outcome", "Blank name tag %1, nobody's yet")
            return filled(text, outcome.spare.label)
        case Verdict.UNKNOWN_CODE if is_unreadable(outcome.text):
            return translate("Outcome", "This code could not be read")
        case verdict:
            return finding(verdict, outcome, hours, wording)


def finding(verdict: Verdict, outcome: Outcome, hours: DoorHours, wording: Wording) -> str:
    """One finding in a few words, for a line under a graver one; empty for an admission."""
    translate = QCoreApplication.translate
    match verdict:
        case Verdict.COLLECT_FEE:
            due = format_money(outcome.due) if outcome.due else ""
            return filled(translate("Outcome", "%1 is due"), due)
        case Verdict.ALREADY_ADMITTED if outcome.admission is not None:
            text = translate("Outcome", "Already inside since %1, desk %2")
            return filled(text, f"{outcome.admission.at:%H:%M}", outcome.admission.desk)
        case Verdict.CANCELLED if (
            outcome.guest is not None and outcome.guest.status is GuestStatus.DECLINED
        ):
            return translate("Outcome", "Had declined the invitation")
        case Verdict.NOT_OPEN:
            return _hours_say(outcome, hours, wording)
        case _:
            pass
    fixed = {
        Verdict.CANCELLED: translate("Outcome", "Had cancelled"),
        Verdict.WAITING_LIST: translate("Outcome", "On the waiting list"),
        Verdict.BLOCKED: translate("Outcome", "Please call the organizer"),
        Verdict.BADGE_REVOKED: translate("Outcome", "This badge was replaced"),
        Verdict.OTHER_EVENT: translate("Outcome", "Badge of another event"),
        Verdict.UNKNOWN_CODE: translate("Outcome", "This code is not ours"),
        Verdict.AMBIGUOUS: translate("Outcome", "Several guests fit"),
    }
    return fixed.get(verdict, "")


def advice(outcome: Outcome, wording: Wording) -> tuple[str, ...]:
    """What the headline means for whoever stands at the desk, and what to do."""
    translate = QCoreApplication.translate
    if outcome.verdict is Verdict.ALREADY_ADMITTED:
        look = translate("Outcome", "Look at the face: is this the same person?")
        return (_admitted_where(outcome, wording), look)
    if outcome.spare is not None:
        return (translate("Outcome", "It becomes the badge of whoever you give it to."),)
    if outcome.verdict is Verdict.UNKNOWN_CODE and is_unreadable(outcome.text):
        return (translate("Outcome", "Scan the badge once more, or type the name."),)
    fixed = {
        Verdict.BLOCKED: translate("Outcome", "The organizer alone can let this guest in."),
        Verdict.BADGE_REVOKED: translate(
            "Outcome", "A newer badge was made for this guest. Ask for that one."
        ),
        Verdict.OTHER_EVENT: translate("Outcome", "Type the name to look for the guest here."),
        Verdict.UNKNOWN_CODE: translate(
            "Outcome", "Type the name to search, or press F2 for a walk-in."
        ),
    }
    said = fixed.get(outcome.verdict)
    return (said,) if said else ()


def _hours_say(outcome: Outcome, hours: DoorHours, wording: Wording) -> str:
    translate = QCoreApplication.translate
    if hours.opens is not None and outcome.at < hours.opens:
        opens = hours.opens
        day = "" if opens.date() == outcome.at.date() else f"{wording.date(opens.date())} "
        return filled(translate("Outcome", "The door opens at %1"), f"{day}{opens:%H:%M}")
    hour = f"{hours.closes:%H:%M}" if hours.closes else ""
    return filled(translate("Outcome", "The door closed at %1"), hour)


def _admitted_where(outcome: Outcome, wording: Wording) -> str:
    admission = outcome.admission
    if admission is None:
        return ""
    time = f"{admission.at:%H:%M:%S}"
    if admission.at.date() != outcome.at.date():
        time = f"{wording.date(admission.at.date())} {time}"
    text = QCoreApplication.translate("Outcome", "Admitted at %1, desk %2, by %3")
    return filled(text, time, admission.desk, outcome.admitted_by or "?")


def is_unreadable(text: str) -> bool:
    """Whether something like a code was read, but in part or with wrong check digits."""
    return looks_like_code(text) and not read_badge_codes(text)
