"""What the panel says of a row: pure words from how the row stands and what is proposed."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from reception_app.domain.journal import (
    BANK,
    GUEST_RECEIVABLE,
    UNIDENTIFIED_RECEIPTS,
)
from reception_app.domain.ledger import split_account
from reception_app.domain.match import Candidate
from reception_app.domain.money import Money, format_money
from reception_app.domain.statement import RowState
from reception_app.services.match_ways import MatchWay
from reception_app.storage.event_file import EventReader
from reception_app.storage.guests import find_guest
from reception_app.storage.journal import find_entry
from reception_app.storage.settings import list_operators
from reception_app.storage.statements import RowStanding, list_standing_matches
from reception_app.ui.money.reconcile.choices import Choice, ChoiceWords
from reception_app.ui.money.reconcile.row_panel import KeyOffer, PanelView
from reception_app.ui.money.reconcile.transfer_rows import RowMark, mark_words
from reception_app.ui.parts.screen_text import filled
from reception_app.wording import Wording

SEARCH, SPLIT, FEE, GIFT, UNIDENTIFIED, IGNORE, BOOK, PAYOUT, UNDO = "/SFGUIBPZ"
"""The keys of the orders, beside the digits and Enter for choices."""

BACK = "Esc"


class PanelViews:
    """Makes the views of one event's rows."""

    def __init__(self, event: EventReader, currency: str, wording: Wording) -> None:
        self._event = event
        self._currency = currency
        self._wording = wording

    def of_row(
        self, standing: RowStanding, mark: RowMark, choices: tuple[Choice, ...], *, looked: bool
    ) -> PanelView:
        """A row with its choices; `looked` says that candidates were looked for already."""
        translate = QCoreApplication.translate
        view = self._plain(standing, mark)
        match standing.state:
            case RowState.MATCHED:
                return replace(
                    view, asks=translate("PanelViews", "Booked as"), says=self.booked(standing),
                    offers=self._offers(UNDO),
                )  # fmt: skip
            case RowState.IGNORED:
                says = translate("PanelViews", "Set aside: it is none of the event's business.")
                return replace(view, says=says, offers=self._offers(IGNORE, mark=mark))
            case RowState.PARTLY | RowState.UNIDENTIFIED:
                says = self.booked(standing)
            case RowState.OPEN:
                says = ""
        if standing.row.amount < 0:
            out = translate("PanelViews", "Where did it go?")
            offers = self._offers(FEE, BOOK, SEARCH, IGNORE, UNDO, mark=mark)
            return replace(view, asks=out, says=says, choices=choices, offers=offers)
        if not choices and looked and not says:
            says = translate("PanelViews", "No guest fits this text and amount.")
        keys = (SEARCH, SPLIT, FEE, GIFT, UNIDENTIFIED, BOOK, PAYOUT, IGNORE, UNDO)
        left_out = set()
        if mark is RowMark.UNIDENTIFIED:
            left_out = {UNIDENTIFIED, BOOK, PAYOUT, IGNORE, FEE}
        elif mark is RowMark.PARTLY:
            left_out = {PAYOUT, IGNORE, FEE}
        offered = (key for key in keys if key not in left_out)
        return replace(
            view,
            asks=translate("PanelViews", "Whose is it?"),
            says=says,
            choices=choices,
            offers=self._offers(*offered, mark=mark),
        )

    def of_question(
        self, view: PanelView, candidate: Candidate, ways: tuple[MatchWay, ...], words: ChoiceWords
    ) -> PanelView:
        """A candidate that does not fit: how it is to be booked."""
        chosen = words.candidate("", candidate)
        back = QCoreApplication.translate("PanelViews", "Back")
        return replace(
            view,
            asks=f"{chosen.title} · {chosen.reasons}",
            says="",
            choices=words.ways(ways),
            offers=(KeyOffer(BACK, back),),
        )

    def booked(self, standing: RowStanding) -> str:
        """What the row's matches posted, a line each: guests, fees, gifts, other accounts."""
        lines = []
        names = list_operators(self._event)
        for match in list_standing_matches(self._event, standing.id):
            posted = find_entry(self._event, match.entry)
            if posted is None:
                continue
            for posting in posted.entry.postings:
                if posting.account in {BANK, UNIDENTIFIED_RECEIPTS} and posting.amount > 0:
                    continue
                guest = find_guest(self._event, posting.guest) if posting.guest else None
                name = guest.name if guest else self._account(posting.account)
                lines.append(f"{name}  {self._money(abs(posting.amount))}")
            by_whom = names.get(posted.operator, "")
            lines.append(f"{posted.at.astimezone():%Y-%m-%d %H:%M}  {by_whom}".strip())
        return "\n".join(lines)

    def _plain(self, standing: RowStanding, mark: RowMark) -> PanelView:
        translate = QCoreApplication.translate
        row = standing.row
        _, words, tone = mark_words()[mark]
        told = [f"{row.date:%Y-%m-%d}", row.kind if row.kind != row.text else "", row.reference]
        if standing.left and standing.matched:
            left = translate("PanelViews", "%1 open")
            told.append(filled(left, self._money(standing.left)))
        return PanelView(
            text=row.text or row.kind,
            amount=self._money(row.amount),
            beneath=" · ".join(part for part in told if part),
            state=words,
            tone=tone,
        )

    def _offers(self, *keys: str, mark: RowMark | None = None) -> tuple[KeyOffer, ...]:
        translate = QCoreApplication.translate
        words = {
            SEARCH: translate("PanelViews", "Search a guest"),
            SPLIT: translate("PanelViews", "Split…"),
            FEE: translate("PanelViews", "Fee withheld"),
            GIFT: translate("PanelViews", "Gift"),
            UNIDENTIFIED: translate("PanelViews", "Unidentified"),
            BOOK: translate("PanelViews", "Other account…"),
            PAYOUT: translate("PanelViews", "Payout…"),
            IGNORE: translate("PanelViews", "Ignore"),
            UNDO: translate("PanelViews", "Take back…"),
        }
        if mark is RowMark.OUT:
            words |= {
                FEE: translate("PanelViews", "Bank fee"),
                SEARCH: translate("PanelViews", "Refund to a guest"),
            }
        if mark is RowMark.IGNORED:
            words[IGNORE] = translate("PanelViews", "Bring back")
        return tuple(KeyOffer(key, words[key]) for key in keys)

    def _account(self, account: str) -> str:
        code, _ = split_account(account)
        if code == GUEST_RECEIVABLE:
            return QCoreApplication.translate("PanelViews", "Guest")
        return self._wording.text("account", code)

    def _money(self, minor: int) -> str:
        return format_money(Money(minor, self._currency))
