"""The demo event: invented guests, and an evening half done. The same seed, the same evening."""

import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from reception_app.domain.admission import Verdict
from reception_app.domain.badge_code import new_badge_code
from reception_app.domain.drawer import Count, count_of, denominations, likely_tenders
from reception_app.domain.event import Desk
from reception_app.domain.guest import Guest, GuestField, GuestStatus
from reception_app.domain.journal import Tender
from reception_app.domain.money import Money
from reception_app.domain.progress import Progress, Silent
from reception_app.services import drawers, event_setup, payments, reception
from reception_app.services.fees import record_charge, set_fee_plan
from reception_app.services.guest_recording import record_guest
from reception_app.storage import guests, settings
from reception_app.storage.drawers import expected_cash, find_open_shift
from reception_app.storage.event_file import EventFile, EventReader

SEED = 20261114
FLOAT = {1000: 30, 500: 20, 5000: 2}
"""The float of the demo's cash box: notes and coins by value."""

_PACE = timedelta(seconds=10.5)
"""A little more than one arrival takes, so that the evening so far ends before now."""

_PRICES = {"会員": 8000, "ゲスト": 10000, "学生": 3000, "登壇者": 0, "スタッフ": 0}
_SHARES = {"会員": 60, "ゲスト": 20, "学生": 9, "登壇者": 6, "スタッフ": 5}
_COMPANIES = ("商事", "デザイン", "システムズ", "研究所", "建築設計", "工業", "銀行", "広告")
_FORMS = ("株式会社", "合同会社", "有限会社", "")
_TITLES = (
    "代表取締役",
    "営業部 部長",
    "人事部 課長",
    "エンジニア",
    "デザイナー",
    "弁護士",
    "研究員",
)
_TOPICS = ("Eコマース", "照明デザイン", "町工場の再生", "人材紹介", "建築設計", "医療", "海外展開")
_NOTES = (
    "えびアレルギー",
    "車椅子をご利用です",
    "乾杯のご挨拶",
    "佐々木さんのお隣へ",
    "ベジタリアン",
)
_HARD_NAMES = (
    ("髙﨑 𠮷郎", "たかさき よしろう"),
    ("長谷川小路 勘解由左衛門", "はせがわこうじ かげゆざえもん"),
    ("Nguyễn Thị Minh Khai", "グエン ティ ミン カイ"),
    ("O’Brien, Séamus", "オブライエン シェイマス"),
    ("Алексей Чехов", "アレクセイ チェーホフ"),
    ("김 민준", "キム ミンジュン"),
)


@dataclass(frozen=True, slots=True)
class Evening:
    """How far the demo's evening has gone."""

    desk: Desk
    waiting: tuple[str, ...]
    clock: datetime


def make_demo(
    path: Path, *, now: datetime, guest_count: int = 700, progress: Progress | None = None
) -> tuple[EventFile, Evening]:
    """Make the demo event at `path`: a full guest list, and nearly half of it arrived.

    Raises:
        FileExists, FileUnreadable: the place does not do.
        Cancelled: the person asked to stop; no file is left.
    """
    progress = progress or Silent()
    chance = random.Random(SEED)  # noqa: S311 - a repeatable evening, nothing secret
    arrivals = guest_count * 9 // 20
    opens = (now - arrivals * _PACE).replace(second=0, microsecond=0)
    event = event_setup.create_event(
        path, name="秋の異業種交流会", day=now.date(), now=opens - timedelta(days=30),
        venue="ホテル桜 2階 鳳凰の間",
    )  # fmt: skip
    try:
        operator = event_setup.operator_named(event, "鈴木", now=opens)
        evening = _prepare(
            event, chance, guest_count, desk=Desk("A", operator), opens=opens, progress=progress
        )
        return event, _receive(event, chance, evening, arrivals, progress)
    except BaseException:
        event.close()
        path.unlink(missing_ok=True)
        raise


def finish_evening(event: EventFile, evening: Evening, *, progress: Progress | None = None) -> None:
    """Receive nearly everybody who is still to come, count the cash box and close it."""
    chance = random.Random(SEED + 1)  # noqa: S311 - likewise
    coming = len(evening.waiting) * 19 // 20
    late = _receive(event, chance, evening, coming, progress or Silent())
    count = _careful_count(event, late.desk)
    drawers.count_box(event, count, desk=late.desk, now=late.clock)
    drawers.close_box(event, "", desk=late.desk, now=late.clock)


def _prepare(
    event: EventFile, chance: random.Random, guest_count: int, *, desk: Desk, opens: datetime,
    progress: Progress,
) -> Evening:  # fmt: skip
    """Fee plan, guest list with charges, and the cash box opened."""
    before = opens - timedelta(days=20)
    plan = settings.find_fee_plan(event)
    for name, price in _PRICES.items():
        plan = plan.with_category(plan.new_category(name, price))
    set_fee_plan(event, plan, now=before, operator=desk.operator)
    tag = settings.find_event(event).tag
    names = _invented_names(chance)
    coming: list[str] = []
    with event.act(now=before, actor=desk.operator) as act:
        for number in range(1, guest_count + 1):
            progress.advance(number, guest_count)
            status = GuestStatus.ACCEPTED
            if number % 60 == 0:
                status = GuestStatus.WAITING if number % 120 else GuestStatus.CANCELLED
            values = _invented_guest(chance, names, number)
            guest_id = record_guest(
                act, values, event_tag=tag, number=number, status=status, source="demo"
            )
            if status is GuestStatus.ACCEPTED:
                guest = guests.find_guest(event, guest_id)
                assert guest is not None
                record_charge(act, plan, guest)
                coming.append(guest_id)
    opening = count_of(FLOAT, plan.currency)
    drawers.open_box(event, opening.total, desk=desk, now=opens, count=opening)
    chance.shuffle(coming)
    return Evening(desk, tuple(coming), opens)


def _receive(
    event: EventFile, chance: random.Random, evening: Evening, coming: int, progress: Progress
) -> Evening:
    """The next guests arrive, most of them paying what they owe; some scans let nobody in."""
    clock, desk = evening.clock, evening.desk
    for n, guest_id in enumerate(evening.waiting[:coming], 1):
        progress.advance(n, coming)
        clock += timedelta(seconds=chance.randint(3, 9))
        code = guests.find_badge_code(event, guest_id)
        assert code is not None
        outcome = reception.receive_badge(event, code, desk=desk, now=clock)
        if outcome.verdict is Verdict.COLLECT_FEE and outcome.guest and outcome.due:
            clock += timedelta(seconds=chance.randint(4, 12))
            _settle(event, chance, outcome.guest, outcome.due, desk=desk, now=clock)
        if n % 97 == 0:
            reception.receive_badge(event, code, desk=desk, now=clock)
        if n % 131 == 0:
            foreign = str(new_badge_code("0000"))
            reception.receive_badge(event, foreign, desk=desk, now=clock)
    return Evening(desk, evening.waiting[coming:], clock)


def _settle(
    event: EventFile, chance: random.Random, guest: Guest, due: Money, *, desk: Desk, now: datetime
) -> None:
    way = chance.random()
    if way < 0.02:  # noqa: PLR2004 - shares of an invented evening
        reception.admit_unpaid(event, guest.id, "あとで払う", desk=desk, now=now)
        return
    if way < 0.7:  # noqa: PLR2004 - likewise
        tendered = chance.choice((due, *likely_tenders(due)))
        offer = payments.new_offer(Tender.CASH, tendered)
    else:
        offer = payments.new_offer(chance.choice((Tender.PAYPAY, Tender.CARD)))
    reception.admit_paying(event, [guest], offer, desk=desk, now=now)


def _careful_count(event: EventReader, desk: Desk) -> Count:
    shift = find_open_shift(event, desk.letter)
    assert shift is not None
    rest, pieces = expected_cash(event, shift), {}
    for value in denominations(shift.opening.currency):
        pieces[value], rest = divmod(rest, value)
    return count_of(pieces, shift.opening.currency)


def _invented_names(chance: random.Random) -> Callable[[], tuple[str, str]]:
    """A source of names with their readings."""
    # Faker is loaded for the demo only: its word lists cost a tenth of a second.
    from faker import Faker

    faker = Faker("ja_JP")
    faker.seed_instance(chance.randrange(2**32))

    def one() -> tuple[str, str]:
        family, family_reading, _ = faker.last_name_pair()
        given, given_reading, _ = faker.first_name_pair()
        return f"{family} {given}", f"{family_reading} {given_reading}"

    return one


def _invented_guest(
    chance: random.Random, names: Callable[[], tuple[str, str]], number: int
) -> dict[GuestField, str]:
    hard = number * len(_HARD_NAMES) // 150
    name, reading = names()
    if number % 25 == 0 and hard <= len(_HARD_NAMES):
        name, reading = _HARD_NAMES[hard - 1]
    company = f"{chance.choice(_FORMS)}{names()[0].split()[0]}{chance.choice(_COMPANIES)}"
    category = chance.choices(list(_SHARES), weights=list(_SHARES.values()))[0]
    return {
        GuestField.NAME: name,
        GuestField.READING: reading,
        GuestField.COMPANY: company,
        GuestField.TITLE: chance.choice(_TITLES),
        GuestField.EMAIL: f"guest{number:04}@example.com",
        GuestField.CATEGORY: category,
        GuestField.TABLE: str(chance.randint(1, 60)),
        GuestField.INTRODUCER: f"{names()[0].split()[0]}さん" if chance.random() < 0.6 else "",  # noqa: PLR2004 - likewise
        GuestField.TALKS_ABOUT: "、".join(chance.sample(_TOPICS, 2)),
        GuestField.WANTS_TO_MEET: chance.choice(_TOPICS),
        GuestField.NOTE: chance.choice(_NOTES) if chance.random() < 0.08 else "",  # noqa: PLR2004 - likewise
        GuestField.LISTED_AS_PAID: "yes" if chance.random() < 0.45 else "",  # noqa: PLR2004 - likewise
    }
