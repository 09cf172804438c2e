"""Invented guest lists with the transfers of those who paid, and the truth of each transfer.

The same seed, the same set. Written apart from the product's own folding, so that neither can hide
the other's mistakes: guests have full-width readings, rows what banks make of them.
"""

import random
import unicodedata
from dataclasses import dataclass
from datetime import date, timedelta

from reception_app.domain.match import OpenRow, Payer

_FAMILIES = (
    "サトウ", "スズキ", "タカハシ", "タナカ", "ワタナベ", "イトウ", "ヤマモト", "ナカムラ",
    "コバヤシ", "カトウ", "ヨシダ", "ヤマダ", "ササキ", "ヤマグチ", "マツモト", "イノウエ",
    "キムラ", "ハヤシ", "サイトウ", "シミズ", "ヤマザキ", "モリ", "イケダ", "ハシモト", "アベ",
    "イシカワ", "ヤマシタ", "ナカジマ", "イシイ", "オガワ", "マエダ", "オカダ", "ハセガワ",
    "フジタ", "ゴトウ", "コンドウ", "ムラカミ", "エンドウ", "アオキ", "サカモト", "フクダ",
    "オオタ", "ニシムラ", "フジイ", "カネコ", "オカモト", "フジワラ", "ミウラ", "タケウチ",
    "ナカガワ", "マツダ", "ジョウノ", "ヅカモト", "ヂノ", "オノデラ", "ヴェルデ", "チョウ",
    "ヤジマ", "セガワ", "ユウキ",
)  # fmt: skip
_GIVENS = (
    "タロウ", "ハナコ", "ヒロシ", "ケンイチ", "ナオキ", "ユウ", "ユウキ", "ユウコ", "ユウタ",
    "ミカ", "ミカコ", "アキラ", "アスカ", "リョウ", "リョウヘイ", "リョウスケ", "ショウタ",
    "シュンペイ", "キョウコ", "ジュン", "ジュンイチ", "サユリ", "マナブ", "ヨウコ", "ヨウスケ",
    "カズヤ", "カズヤス", "タクマ", "ツバサ", "トモヤ", "ナナミ", "モモコ", "レイ", "ミキ",
    "ハルカ", "チヅル", "チョウジ", "ヴィオラ", "シンイチロウ", "コウタロウ", "エリ", "アン",
    "ソウタロウ", "ヒデキ", "マサヒロ", "マサヒロシ", "カナ", "カナコ",
)  # fmt: skip
_COMPANIES = (
    ("サンプル", "サンプル"), ("アルファ", "アルファ"), ("ヒカリ商事", "ヒカリショウジ"),
    ("青空デザイン", "アオゾラデザイン"), ("ＡＢＣ", "エービーシー"), ("オリオン", "オリオン"),
    ("みらい工業", "ミライコウギョウ"),
)  # fmt: skip
"""As guests write them, and as they are read."""

_SECOND_PARTS = (
    "ワークス", "システムズ", "ラボ", "パートナーズ", "ホーム", "テック", "フーズ", "ケア",
)  # fmt: skip
_FEES = {"会員": 8000, "ゲスト": 10000, "学生": 3000, "登壇者": 0}
_TRANSFER_FEES = (110, 165, 220, 330, 440, 660)
_STRANGERS = (
    ("ﾃﾞﾝｷﾀﾞｲ", -12800), ("ﾌﾘｺﾐﾃｽｳﾘﾖｳ", -440), ("ｶ)ﾎﾃﾙｻｸﾗ", -450000), ("ﾘｿｸ", 12),
    ("ｶ)ｲﾍﾞﾝﾄｷﾖｳｻﾝ", 50000), ("ｼﾞﾘﾂｼﾖｳｶｲ ｷﾌｷﾝ", 30000), ("ﾍﾟｲﾍﾟｲ(ｶ", 315200), ("ATM", 8000),
    ("ｹｲﾋﾍﾝｷﾝ", 10000),
)  # fmt: skip
_LARGE = str.maketrans("ァィゥェォッャュョ", "アイウエオツヤユヨ")
_HALF_WIDTH = {
    unicodedata.normalize("NFKC", chr(code)): chr(code) for code in range(0xFF66, 0xFF9E)
} | {"\u3099": "ﾞ", "\u309a": "ﾟ", "ー": "-"}


@dataclass(frozen=True)
class TrueRow:
    """A row with whom it is really from: ids of guests, empty for what is no fee."""

    row: OpenRow
    guests: frozenset[str]
    form: str


@dataclass(frozen=True)
class StatementSet:
    """A guest list and its bank statement; rows that went out are left out."""

    payers: tuple[Payer, ...]
    rows: tuple[TrueRow, ...]


def half_width(text: str) -> str:
    """A text as banks send it: half-width capital kana, voice marks apart, no small letters."""
    spread = unicodedata.normalize("NFD", unicodedata.normalize("NFKC", text).translate(_LARGE))
    return "".join(_HALF_WIDTH.get(char, char) for char in spread)


def statement_set(seed: int, *, guests: int = 700, paid_share: float = 0.35) -> StatementSet:
    """The set of this seed."""
    chance = random.Random(seed)
    payers = _guests(chance, guests)
    cut_at = chance.randint(15, 20)
    wide = chance.random() < 0.25
    rows: list[TrueRow] = []
    companions = {payer.host for payer in payers if payer.host}
    readings = frozenset(payer.reading for payer in payers)
    hosts = [payer for payer in payers if payer.host is None]
    for payer in hosts:
        if payer.open > 0 and chance.random() < paid_share:
            party = payer.id in companions and chance.random() < 0.5
            together = [payer, *(p for p in payers if p.host == payer.id)] if party else [payer]
            rows += _transfers(chance, together, cut_at=cut_at, readings=readings)
    rows += _company_transfers(chance, payers, {g for row in rows for g in row.guests})
    for text, amount in _STRANGERS:
        if amount > 0:
            rows.append(_row(chance, text, amount, frozenset(), "stranger"))
    rows += _namesakes_of_nobody(chance, payers)
    if wide:
        rows = [
            TrueRow(
                OpenRow(
                    one.row.id, one.row.date, one.row.amount,
                    unicodedata.normalize("NFKC", one.row.text),
                ),
                one.guests,
                one.form,
            )
            for one in rows
        ]  # fmt: skip
    rows.sort(key=lambda one: (one.row.date, one.row.id))
    return StatementSet(tuple(payers), tuple(rows))


def _guests(chance: random.Random, count: int) -> list[Payer]:
    payers: list[Payer] = []
    while len(payers) < count:
        number = len(payers) + 1
        reading = f"{chance.choice(_FAMILIES)} {chance.choice(_GIVENS)}"
        fee = chance.choices(list(_FEES.values()), weights=[60, 22, 10, 8])[0]
        company = chance.choice(_COMPANIES)[0] + chance.choice(_SECOND_PARTS)
        payers.append(
            Payer(f"g{number}", number, f"客{number}", reading, f"株式会社{company}", fee)
        )
        if fee and chance.random() < 0.08 and len(payers) < count:
            host = payers[-1]
            payers.append(
                Payer(
                    f"g{number + 1}", number + 1, f"{host.name} +1", "", host.company, fee, host.id
                )
            )
    return payers


def _transfers(
    chance: random.Random, party: list[Payer], *, cut_at: int, readings: frozenset[str]
) -> list[TrueRow]:
    """What one payer sends for a party: mostly one row with the whole name and the right sum."""
    right = frozenset(one.id for one in party)
    total = sum(one.open for one in party)
    text, amount, form = _form_of_transfer(chance, party[0], total, readings)
    if form == "whole" and len(party) > 1:
        form = "party"
    if len(text) > cut_at:
        text, form = text[:cut_at].rstrip(), "cut" if form == "whole" else form
    if form == "twice":
        parts = (amount // 2, amount - amount // 2)
        return [_row(chance, text, part, right, form) for part in parts]
    return [_row(chance, text, amount, right, form)]


def _form_of_transfer(
    chance: random.Random, payer: Payer, amount: int, readings: frozenset[str]
) -> tuple[str, int, str]:
    """What the bank writes, the amount, and the name of the way in which it differs."""
    reading = payer.reading
    family, given = reading.split()
    # One whose whole name is another guest's could not be told from that guest by anybody.
    others = [name for name in _GIVENS if f"{family} {name}" not in readings] or [given]
    whole = half_width(reading)
    ways = {
        "whole": (71, whole, amount),
        "surname": (4, half_width(family), amount),
        "corporate": (6, "ｶ)" + whole, amount),
        "withheld": (5, whole, amount - chance.choice(_TRANSFER_FEES)),
        "overpaid": (3, whole, amount + chance.choice((1000, 500, 2000))),
        "swapped": (1, half_width(f"{given} {family}"), amount),
        "relative": (1, half_width(f"{family} {chance.choice(others)}"), amount),
        "twice": (2, whole, amount),
        "misspelt": (1, half_width(reading.replace("ウ", "ー", 1)), amount),
        "no space": (3, half_width(reading.replace(" ", "")), amount),
    }
    [form] = chance.choices(list(ways), weights=[way[0] for way in ways.values()])
    return ways[form][1], ways[form][2], form


def _company_transfers(chance: random.Random, payers: list[Payer], paid: set[str]) -> list[TrueRow]:
    """Companies that pay for all their guests at once."""
    rows = []
    companies: dict[str, list[Payer]] = {}
    for payer in payers:
        companies.setdefault(payer.company, []).append(payer)
    for company, members in companies.items():
        owing = [one for one in members if one.open > 0]
        if len(owing) > 1 and not paid & {one.id for one in owing} and chance.random() < 0.03:
            text = "ｶ)" + half_width(_as_read(company.removeprefix("株式会社")))
            total = sum(one.open for one in owing)
            rows.append(_row(chance, text, total, frozenset(one.id for one in owing), "company"))
    return rows


def _as_read(company: str) -> str:
    """A company's name in kana."""
    for written, read in _COMPANIES:
        company = company.replace(written, read)
    return company


def _namesakes_of_nobody(chance: random.Random, payers: list[Payer]) -> list[TrueRow]:
    """Two equal rows of one payer, and strangers who share no whole name with a guest."""
    readings = {payer.reading for payer in payers}
    names = [f"{family} {given}" for family in _FAMILIES for given in _GIVENS]
    free = [name for name in names if name not in readings]
    chance.shuffle(free)
    rows = [_row(chance, half_width(name), 8000, frozenset(), "stranger") for name in free[:3]]
    text, day = half_width(free[3]), date(2026, 10, 15)
    return [
        *rows,
        *(TrueRow(OpenRow(f"equal{n}", day, 8000, text), frozenset(), "stranger") for n in (1, 2)),
    ]


def _row(
    chance: random.Random, text: str, amount: int, guests: frozenset[str], form: str
) -> TrueRow:
    day = date(2026, 10, 1) + timedelta(days=chance.randrange(40))
    return TrueRow(OpenRow(f"{chance.getrandbits(64):016x}", day, amount, text), guests, form)
