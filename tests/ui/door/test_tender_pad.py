"""The tender pad: at most three keys for any payment, and never too little taken."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from reception_app.domain.journal import Tender, TenderPart
from reception_app.domain.money import Money
from reception_app.ui.door.tender_entry import Taking
from reception_app.ui.door.tender_pad import TenderPad
from reception_app.ui.theme import Theme
from reception_app.wording import Wording


def yen(amount: int) -> Money:
    """So many yen."""
    return Money(amount, "JPY")


class Told:
    """The pad and what it told."""

    def __init__(self, due: Money) -> None:
        self.pad = TenderPad(Wording("en"))
        self.taken: list[tuple[Tender, Money]] = []
        self.takings: list[Taking] = []
        self.parts: list[Taking] = []
        self.later = 0
        self.pad.taken.connect(self._note)
        self.pad.part_taken.connect(self.parts.append)
        self.pad.later_asked.connect(self._count_later)
        self.pad.ask(due)

    def press(self, keys: str) -> None:
        """Press keys, Enter as a carriage return."""
        for key in keys:
            assert self.pad.take(key), key

    def _note(self, taking: Taking) -> None:
        self.takings.append(taking)
        self.taken.append((taking.tender, taking.received))

    def _count_later(self) -> None:
        self.later += 1


@pytest.fixture
def told(qtbot: QtBot, look: Theme) -> Told:
    """A pad asking for ¥8,000."""
    assert look.choice
    made = Told(yen(8000))
    qtbot.addWidget(made.pad)
    return made


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ("\r", (Tender.CASH, yen(8000))),
        ("10\r", (Tender.CASH, yen(10000))),
        ("9\r", (Tender.CASH, yen(9000))),
        ("10000\r", (Tender.CASH, yen(10000))),
        ("8500\r", (Tender.CASH, yen(8500))),
        ("p\r", (Tender.PAYPAY, yen(8000))),
        ("c\r", (Tender.CARD, yen(8000))),
        ("T\r", (Tender.TRANSFER, yen(8000))),
        ("10\b\b\r", (Tender.CASH, yen(8000))),
        ("p0\r", (Tender.CASH, yen(8000))),
    ],
)
def test_keys_take(told: Told, keys: str, expected: tuple[Tender, Money]) -> None:
    """Each payment takes the keys it should, and Enter."""
    told.press(keys)

    assert told.taken == [expected]


@pytest.mark.parametrize("keys", ["5\r", "100\r", "5000\r", "7999\r", "8.5\r", "9" * 13 + "\r"])
def test_wrong_tender_is_not_taken(told: Told, keys: str) -> None:
    """Less than the due, fractions of a yen and absurd sums are told, and Enter does nothing."""
    told.press(keys)

    assert told.taken == []
    assert told.pad.received is None


def test_pay_later_asks_for_a_reason(told: Told) -> None:
    """Paying later takes nothing: one key asks for a reason."""
    told.press("l")

    assert (told.taken, told.later) == ([], 1)


def test_companions_fees_in_one_payment(told: Told) -> None:
    """`+` asks for the companions' fees too, and once more for the guest's alone."""
    told.pad.ask(yen(8000), party_due=yen(16000))
    told.press("+")
    assert (told.pad.due, told.pad.with_party) == (yen(24000), True)

    told.press("+")
    assert (told.pad.due, told.pad.with_party) == (yen(8000), False)

    told.press("+30\r")
    assert told.taken == [(Tender.CASH, yen(30000))]


def test_no_companions_no_plus(told: Told) -> None:
    """Where no companion owes anything, `+` means nothing."""
    assert not told.pad.take("+")
    assert not told.pad.with_party


def test_second_enter_takes_nothing(told: Told) -> None:
    """A bouncing Enter pays once; the pad is ready again when asked or rearmed."""
    told.press("\r")
    assert not told.pad.take("\r")
    assert len(told.taken) == 1

    told.pad.rearm()
    told.press("\r")
    assert len(told.taken) == 2


def test_letter_given_back(told: Told) -> None:
    """A letter that began a name leaves the choice as it was."""
    told.press("t")
    told.pad.give_back()

    assert told.pad.choice == Tender.CASH
    assert not told.pad.take("a")


def test_buttons_do_what_keys_do(told: Told) -> None:
    """The quick buttons choose, the large one takes."""
    told.pad._notes[0].click()
    assert told.pad.received == yen(10000)

    told.pad._ways[Tender.CARD].click()
    told.pad._take.click()
    assert told.taken == [(Tender.CARD, yen(8000))]


def test_dollars_are_typed_as_they_are(qtbot: QtBot, look: Theme) -> None:
    """A currency with cents has no shortcut for thousands and takes decimals."""
    assert look.choice
    made = Told(Money(2550, "USD"))
    qtbot.addWidget(made.pad)
    made.press("30.5\r")

    assert made.taken == [(Tender.CASH, Money(3050, "USD"))]


def test_idle_pad_takes_no_keys(told: Told) -> None:
    """With nothing asked for, every key is somebody else's."""
    told.pad.disarm()

    assert not any(told.pad.take(key) for key in "1pctl\r\b")


@pytest.mark.usefixtures("look")
@given(due=st.integers(1, 300_000), keys=st.text("0123456789pctl\b.", max_size=8))
def test_never_less_than_due(due: int, keys: str) -> None:
    """Whatever is typed, Enter takes at least what is due, or nothing."""
    made = Told(yen(due))
    for key in keys:
        made.pad.take(key)
    made.pad.take("\r")

    assert all(money.minor >= due for _, money in made.taken)
    assert len(made.taken) + made.later <= 1
    made.pad.deleteLater()


@pytest.mark.usefixtures("look")
@given(due=st.integers(1, 300_000))
def test_shown_typing_means_its_amount(due: int) -> None:
    """The digits a quick button shows as its key, typed, give the amount of that button."""
    made = Told(yen(due))
    for button, amount in zip(made.pad._notes, made.pad._likely, strict=False):
        made.pad.ask(yen(due))
        for digit in button._key:
            made.pad.take(digit)
        assert made.pad.received == amount
    made.pad.deleteLater()


def test_part_by_another_tender(told: Told) -> None:
    """Three thousand by PayPay, the rest in cash of which change is given: five keys."""
    told.press("3p10\r")

    (taking,) = told.takings
    assert taking.beside == (TenderPart(Tender.PAYPAY, yen(3000)),)
    assert (taking.tender, taking.handed_over, taking.amount) == (Tender.CASH, yen(10000), None)


def test_part_put_aside_is_taken_back_by_backspace(told: Told) -> None:
    """A part put aside by mistake is gone with one Backspace."""
    told.press("500c\b\r")

    assert told.takings == [Taking(Tender.CASH, yen(8000))]


@pytest.mark.parametrize(
    ("keys", "tender", "paid", "beside"),
    [
        ("5a", Tender.CASH, 5000, ()),
        ("500a", Tender.CASH, 500, ()),
        ("5pa", Tender.PAYPAY, 5000, ()),
        ("2p3a", Tender.CASH, 5000, (TenderPart(Tender.PAYPAY, yen(2000)),)),
    ],
)
def test_only_a_part(
    told: Told, keys: str, tender: Tender, paid: int, beside: tuple[TenderPart, ...]
) -> None:
    """`A` takes what was typed or put aside, and the rest is due."""
    told.press(keys)

    assert told.parts == [Taking(tender, yen(paid), amount=yen(paid), beside=beside)]
    assert told.taken == []


def test_a_part_of_nothing_is_no_part(told: Told) -> None:
    """With nothing typed, or enough, `A` begins a name."""
    assert not told.pad.take("a")
    told.press("10")
    assert not told.pad.take("a")


def test_a_receipt_each_for_several(told: Told) -> None:
    """`E` means something only where one pays for several."""
    assert not told.pad.take("e")
    told.pad.ask(yen(24000), for_several=True)
    told.press("e30\r")

    assert told.takings == [Taking(Tender.CASH, yen(30000), receipt_each=True)]
