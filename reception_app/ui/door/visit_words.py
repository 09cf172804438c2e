"""How often a guest came before, in a word for a chip and in a line for the card."""

from PySide6.QtCore import QCoreApplication

from reception_app.domain.money import Money, format_money
from reception_app.storage.past_visits import PastVisits
from reception_app.ui.parts.screen_text import filled
from reception_app.wording import Wording


def visit_chip(visit: int | None) -> str:
    """`First time` or `Visit no. 3`; empty where no event went before."""
    translate = QCoreApplication.translate
    if visit is None:
        return ""
    if visit == 1:
        return translate("VisitWords", "First time")
    return filled(translate("VisitWords", "Visit no. %1"), visit)


def past_lines(past: PastVisits, currency: str, wording: Wording) -> tuple[str, ...]:
    """What earlier events know of a guest: attendance, absences, and what is still owed."""
    translate, times, missed = QCoreApplication.translate, past.attended, past.missed
    came = translate("VisitWords", "Came %n time(s)", "", times)
    lines = [came if times else translate("VisitWords", "Was not there so far")]
    if missed:
        lines.append(translate("VisitWords", "Did not come %n time(s)", "", missed))
    if past.owed:
        owes = translate("VisitWords", "Still owes %1 of %2, %3")
        amount = format_money(Money(past.owed, currency))
        lines.append(filled(owes, amount, past.last_event, wording.date(past.last_date)))
    return tuple(lines)
