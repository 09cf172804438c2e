"""Random evenings of money at three cash boxes, beside a second, much simpler set of books.

`uv run python tests/services/money_simulation.py FILE SEED` lives on in a file for ever and says
the number of each act when it is on the disk, for a test that kills it.
"""

import random
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parent.parent))

from evening import new_evening
from notation import at, yen

from reception_app.documents.evidence_file import EvidenceFile
from reception_app.domain.drawer import Count
from reception_app.domain.errors import ReceptionError
from reception_app.domain.event import Desk
from reception_app.domain.guest import Guest
from reception_app.domain.journal import EntryKind, Tender, TenderPart
from reception_app.domain.voucher import CHANNELS, NewVoucher, VoucherKind
from reception_app.services import (
    corrections,
    drawers,
    event_setup,
    overpayments,
    payments,
    reception,
    sealing,
    vouchers,
    waivers,
    write_offs,
)
from reception_app.services.evidence import record_evidence
from reception_app.services.payments import Offer
from reception_app.storage import drawers as stored_drawers
from reception_app.storage import journal
from reception_app.storage import vouchers as stored_vouchers
from reception_app.storage.event_file import EventFile
from reception_app.storage.fact_journal import count_facts, new_id
from reception_app.storage.guests import find_guest, list_guests

BOXES = "ABC"
FLOATS = (0, 5_000, 20_000)
PIECES = (10_000, 5_000, 1_000, 500, 100, 50, 10, 5, 1)


@dataclass
class Cashbook:
    """The second set of books: what lies where, told by the acts and not by the journal.

    `cash` is all cash in boxes and safe, `box` what must be in each open box, `cashless` what
    PayPay, cards and transfers brought.
    """

    cash: int = 0
    cashless: int = 0
    box: Counter[str] = field(default_factory=Counter)

    def moved(self, channel: str, amount: int) -> None:
        """Money came in (or went out) by a box, the safe, or without cash."""
        if channel in BOXES:
            self.box[channel] += amount
        if channel in BOXES or channel == "safe":
            self.cash += amount
        else:
            self.cashless += amount


class Simulation:
    """One evening that goes on and on."""

    def __init__(self, event: EventFile, seed: int) -> None:
        self.event = event
        self.chance = random.Random(seed)
        self.book = Cashbook()
        self.steps = self._facts = 0
        self.done: Counter[str] = Counter()
        self.refused: Counter[str] = Counter()
        self.now = at("17:00")
        self.operators = [
            event_setup.operator_named(event, name, now=self.now) for name in ("鈴木", "佐藤")
        ]
        self.desks = [Desk(letter, self.operators[0]) for letter in BOXES]
        self.organizer = vouchers.organizer_named(event, "高橋", now=self.now, operator="")
        self.last: tuple[Callable[[], object], str] | None = None
        self._acts: tuple[tuple[int, Callable[[], None]], ...] = (
            (12, self._walk_in), (22, self._pay), (4, self._pay_mixed), (4, self._pay_for_several),
            (5, self._correct), (3, self._discount), (3, self._refund), (2, self._move),
            (2, self._gift), (2, self._write_off), (6, self._open_box), (4, self._drop),
            (3, self._top_up), (4, self._close_box), (2, self._hand_over), (10, self._book_voucher),
            (3, self._correct_voucher), (2, self._attach), (6, self._again), (1, self._seal),
        )  # fmt: skip

    def step(self) -> str:
        """Do one of the things people do; what is refused leaves no trace."""
        self.steps += 1
        self.now += timedelta(seconds=self.chance.randint(1, 40))
        weights, acts = zip(*self._acts, strict=True)
        [act] = self.chance.choices(acts, weights)
        self._facts = count_facts(self.event.db)
        try:
            act()
        except ReceptionError as error:
            self.refused[f"{act.__name__[1:]}: {error.code}"] += 1
            assert count_facts(self.event.db) == self._facts
        else:
            self.done[act.__name__[1:]] += 1
        return str(act.__name__)

    def disagreement(self) -> str:
        """What differs between the two sets of books, nothing when they agree; quick."""
        balances = {one.account: one.balance for one in journal.list_account_balances(self.event)}
        held = {box: balances.get(f"1000-{box}", 0) for box in BOXES}
        cash = sum(held.values()) + balances.get("1050", 0)
        cashless = sum(balances.get(code, 0) for code in ("1150", "1200", "1210"))
        told = {
            "ledger": (sum(balances.values()), 0),
            "cash": (cash, self.book.cash),
            "cashless": (cashless, self.book.cashless),
        }
        for box, amount in held.items():
            shift = stored_drawers.find_open_shift(self.event, box)
            if shift is not None:
                told[f"box {box}"] = (amount, self.book.box[box])
                told[f"shift {box}"] = (
                    stored_drawers.expected_cash(self.event, shift), self.book.box[box],
                )  # fmt: skip
        return ", ".join(f"{name} {a} ≠ {b}" for name, (a, b) in told.items() if a != b)

    def _walk_in(self) -> None:
        category = self.chance.choice(("会員", "学生", "ご招待"))
        walk_in = reception.WalkIn(f"客{self.steps}", category=category)
        reception.register_walk_in(self.event, walk_in, desk=self._desk(), now=self.now)

    def _pay(self) -> None:
        guest, desk = self._guest(owing=True), self._desk()
        due = journal.due_of(self.event, guest.id)
        tender = self.chance.choice((Tender.CASH, Tender.CASH, Tender.PAYPAY, Tender.CARD))
        given = yen(due + self.chance.choice((0, 0, 2000, -1))) if tender is Tender.CASH else None
        offer = payments.new_offer(tender, given)
        self._take([guest], offer, desk)

    def _pay_mixed(self) -> None:
        guest, desk = self._guest(owing=True), self._desk()
        beside = (TenderPart(Tender.PAYPAY, yen(self.chance.choice((500, 1000, 50_000)))),)
        self._take([guest], Offer(new_id(), Tender.CASH, beside=beside), desk)

    def _pay_for_several(self) -> None:
        guests = [self._guest(owing=True) for _ in range(3)]
        each = self.chance.random() < 0.3
        offer = Offer(new_id(), Tender.CASH, receipt_each=each)
        self._take(list({guest.id: guest for guest in guests}.values()), offer, self._desk())

    def _correct(self) -> None:
        kinds = (EntryKind.PAYMENT, EntryKind.REFUND, EntryKind.MOVE, EntryKind.GIFT,
                 EntryKind.WRITE_OFF, EntryKind.DROP, EntryKind.TOP_UP)  # fmt: skip
        entry = self._entry(*kinds)
        before = self._money_of(entry)
        corrections.correct(self.event, entry, "訂正", desk=self._desk(), now=self.now)
        for channel, amount in before.items():
            self.book.moved(channel, -amount)

    def _discount(self) -> None:
        guest = self._guest()
        waivers.grant_discount(
            self.event, guest.id, yen(self.chance.choice((500, 3000))), "割引", now=self.now,
            operator=self.operators[0],
        )  # fmt: skip

    def _refund(self) -> None:
        guest, desk = self._guest(overpaid=True), self._desk()
        most = overpayments.refundable(self.event, guest.id).minor
        amount = self.chance.choice((most, most, most // 2, most + 1))
        tender = self.chance.choice((Tender.CASH, Tender.PAYPAY, Tender.TRANSFER))
        overpayments.refund(
            self.event, guest.id, yen(amount), tender, "返金", entry_id=new_id(), desk=desk,
            now=self.now,
        )  # fmt: skip
        self.book.moved(desk.letter if tender is Tender.CASH else "cashless", -amount)

    def _move(self) -> None:
        payer, guest = self._guest(overpaid=True), self._guest(owing=True)
        most = overpayments.refundable(self.event, payer.id)
        overpayments.move_overpayment(
            self.event, payer.id, guest.id, most, entry_id=new_id(), now=self.now, operator=""
        )

    def _gift(self) -> None:
        guest = self._guest(overpaid=True)
        most = overpayments.refundable(self.event, guest.id)
        overpayments.keep_as_gift(
            self.event, guest.id, most, entry_id=new_id(), now=self.now, operator=""
        )

    def _write_off(self) -> None:
        guest = self._guest(owing=True)
        due = journal.due_of(self.event, guest.id)
        write_offs.write_off(
            self.event, guest.id, yen(due), "貸倒", entry_id=new_id(), now=self.now, operator=""
        )

    def _open_box(self) -> None:
        desk, opening = self._desk(), self.chance.choice(FLOATS)
        before = stored_drawers.find_left_cash(self.event, desk.letter)
        drawers.open_box(self.event, yen(opening), desk=desk, now=self.now)
        if before is not None and before.counted is not None:
            self.book.cash += opening - before.counted.minor  # somebody took or added some
        self.book.box[desk.letter] = opening

    def _drop(self) -> None:
        desk, amount = self._desk(), self.chance.choice((1000, 5000, 10**7))
        drawers.drop_cash(self.event, yen(amount), desk=desk, now=self.now)
        self.book.box[desk.letter] -= amount

    def _top_up(self) -> None:
        desk = self._desk()
        drawers.top_up(self.event, yen(3000), desk=desk, now=self.now)
        self.book.box[desk.letter] += 3000

    def _close_box(self) -> None:
        self._close(self._desk(), keep=self.chance.random() < 0.5)

    def _close(self, desk: Desk, *, keep: bool) -> None:
        counted = self._count(desk)
        drawers.close_box(self.event, "数え違い", desk=desk, now=self.now, keep=keep)
        self.book.cash += counted - self.book.box.pop(desk.letter, 0)

    def _hand_over(self) -> None:
        desk = self._desk()
        counted = self._count(desk)
        drawers.hand_over(self.event, self.operators[1], "数え違い", desk=desk, now=self.now)
        self.book.cash += counted - self.book.box[desk.letter]
        self.book.box[desk.letter] = counted

    def _book_voucher(self) -> None:
        kind = self.chance.choice(list(VoucherKind))
        channel = self.chance.choice(CHANNELS[kind])
        accounts = {VoucherKind.EXPENSE: ("5100", "5200"), VoucherKind.INCOME: ("4300", "4900")}
        known = [one for one in stored_vouchers.list_vouchers(self.event) if not one.reversed]
        order = NewVoucher(
            id=new_id(), kind=kind, day=self.now.date(),
            amount=yen(self.chance.choice((300, 2200, 9000, 0))), channel=channel,
            account=self.chance.choice(accounts.get(kind, ("",))), organizer=self.organizer,
            settles=self.chance.choice(known).id if known else None,
            box=self.chance.choice(BOXES), payee="店",
        )  # fmt: skip
        vouchers.book_voucher(self.event, order, now=self.now, operator="")
        self.last = (
            lambda: vouchers.book_voucher(self.event, order, now=self.now, operator=""), order.id,
        )  # fmt: skip
        for where, amount in self._money_of(order.id).items():
            self.book.moved(where, amount)

    def _correct_voucher(self) -> None:
        known = stored_vouchers.list_vouchers(self.event)
        if not known:
            return
        one = self.chance.choice(known)
        before = self._money_of(one.id)
        vouchers.correct_voucher(self.event, one.id, "訂正", now=self.now, operator="")
        for channel, amount in before.items():
            self.book.moved(channel, -amount)

    def _attach(self) -> None:
        known = stored_vouchers.list_vouchers(self.event)
        if known:
            content = b"\xff\xd8\xff" + self.chance.randbytes(20)
            with self.event.act(now=self.now, actor="") as act:
                picture = EvidenceFile("x.jpg", "image/jpeg", content)
                record_evidence(self.event, act, self.chance.choice(known).id, picture)

    def _again(self) -> None:
        """The act sent twice is on record once."""
        if self.last is None:
            return
        again, entry = self.last
        count = self.event.db.execute("SELECT COUNT(*) FROM entry").get
        if journal.is_reversed(self.event, entry):
            return
        again()
        assert self.event.db.execute("SELECT COUNT(*) FROM entry").get == count

    def _seal(self) -> None:
        """The books are made final, refuse everything, and are opened again."""
        for desk in self.desks:
            if stored_drawers.find_open_shift(self.event, desk.letter) is not None:
                self._close(desk, keep=False)
        sealing.seal_event(self.event, now=self.now, operator="")
        try:
            self._walk_in()
        except ReceptionError as error:
            assert error.code == "BooksSealed"  # noqa: PT017 - part of the act, not the test
        sealing.unseal_event(self.event, "続き", now=self.now, operator="")

    def _take(self, guests: list[Guest], offer: Offer, desk: Desk) -> None:
        def take() -> object:
            return payments.take_payment(self.event, guests, offer, desk=desk, now=self.now)

        payment = take()
        assert isinstance(payment, payments.Payment)
        self.last = (take, payment.entry)
        for one in (payment, *payment.others):
            for part in one.parts:
                cash = part.tender is Tender.CASH
                self.book.moved(desk.letter if cash else "cashless", part.amount.minor)

    def _desk(self) -> Desk:
        return self.chance.choice(self.desks)

    def _guest(self, *, owing: bool = False, overpaid: bool = False) -> Guest:
        """Somebody, of those who owe or paid too much if there are any."""
        query = (
            "SELECT posting.guest FROM posting JOIN guest ON guest.id = posting.guest"
            " WHERE account = '1300' GROUP BY guest.number"
        )
        having = " HAVING SUM(amount) > 0" if owing else " HAVING SUM(amount) < 0" * overpaid
        found = [str(row[0]) for row in self.event.db.execute(query + having)]
        if not found:
            self._walk_in()
            self._facts = count_facts(self.event.db)
            found = [list_guests(self.event)[-1].guest.id]
        guest = find_guest(self.event, self.chance.choice(found))
        assert guest is not None
        return guest

    def _entry(self, *kinds: EntryKind) -> str:
        marks = ", ".join("?" * len(kinds))
        rows = self.event.db.execute(
            f"SELECT id FROM entry WHERE kind IN ({marks}) ORDER BY stamp DESC LIMIT 40",  # noqa: S608 - marks only
            kinds,
        ).fetchall()
        return str(self.chance.choice(rows)[0]) if rows else "nothing"

    def _money_of(self, entry: str) -> Counter[str]:
        """Where an entry's money came in (or went out), of those places the second books know."""
        posted = journal.find_entry(self.event, entry)
        moved: Counter[str] = Counter()
        for posting in posted.entry.postings if posted else ():
            code, _, part = posting.account.partition("-")
            where = {"1000": part, "1050": "safe", "1150": "cashless", "1200": "cashless",
                     "1210": "cashless"}.get(code)  # fmt: skip
            if where:
                moved[where] += posting.amount
        return moved

    def _count(self, desk: Desk) -> int:
        """Count a box, and now and then miscount; returns what was counted."""
        wrong = self.chance.choice((0, 0, 0, 100, -50, 1000))
        amount = max(0, self.book.box[desk.letter] + wrong)
        pieces, rest = [], amount
        for value in PIECES:
            pieces.append((value, rest // value))
            rest %= value
        count = Count("JPY", tuple((value, n) for value, n in pieces if n))
        drawers.count_box(self.event, count, desk=desk, now=self.now)
        self._facts = count_facts(self.event.db)
        return amount


def main(path: Path, seed: int) -> None:
    """Go on in the file, saying the number of facts after each act."""
    event = EventFile.open(path) if path.exists() else new_evening(path).file
    simulation = Simulation(event, seed)
    for letter in BOXES:
        # What the killed one left in the boxes is known from its own books only.
        shift = stored_drawers.find_open_shift(event, letter)
        if shift is not None:
            simulation.book.box[letter] = stored_drawers.expected_cash(event, shift)
    while True:
        simulation.step()
        sys.stdout.write(f"{count_facts(event.db)}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
