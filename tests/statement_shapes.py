"""Invented statements of other shapes than `statement_sets`: what other banks and payers write.

Each shape is one bank: where it cuts, in which width, what it puts before a name, what it makes of
small kana, long vowels and spaces; and who pays: families, companies, people whose name others
have. The same shape and seed, the same set. Nothing of the product's folding is used.
"""

import random
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from statement_sets import StatementSet, TrueRow, half_width

from reception_app.domain.match import OpenRow, Payer
from reception_app.domain.reference_code import reference_code

FAMILIES = (
    "サトウ", "スズキ", "タカハシ", "ワタナベ", "シュドウ", "キョウゴク", "リュウザキ",
    "ジョウガサキ", "オオツカ", "オオノ", "オノ", "ショウジ", "ショージ", "フジワラ", "フジ",
    "クドウ", "クドオ", "ヴァレンティノ", "マクドナルド", "アレクサンドル", "グエン", "キム",
    "パク", "チャン", "ドゥアルテ", "ハセガワコウジ", "カデノコウジ", "アヤノコウジ",
    "ムシャノコウジ", "ミナミ", "ミナモト", "ヲカダ", "ヂヂイワ", "ツヅキ", "ツツキ",
    "イッシキ", "ハットリ", "ホッタ", "ジュウモンジ", "シマヅ", "シマズ",
)  # fmt: skip
GIVENS = (
    "タロウ", "ジロウ", "ハナコ", "ユウ", "ユウイチ", "ユウイチロウ", "ユーリ", "ソウ",
    "ソウイチ", "リョウ", "リョウタ", "リョウタロウ", "シュン", "シュンスケ", "ジュン",
    "ジュンコ", "ケイ", "ケイコ", "ケイコク", "マリ", "マリア", "マリアンヌ", "ヴィクトリア",
    "チズル", "チヅル", "カンゲユザエモン", "ロナルド", "ティ ミン カイ", "ミンジュン",
    "ジャンピエール", "アン", "アンナ", "キョウスケ", "キヨスケ", "シンノスケ", "ウンノスケ",
    "レイ", "レイナ", "コウ", "コウヘイ",
)  # fmt: skip
COMPANIES = (
    ("株式会社ミドリ", "ミドリ"),
    ("株式会社ミドリ建設", "ミドリケンセツ"),
    ("有限会社大空", "オオゾラ"),
    ("合同会社ひなた", "ヒナタ"),
    ("医療法人さくら会", "サクラカイ"),
    ("一般社団法人つどい", "ツドイ"),
    ("税理士法人かなえ", "カナエ"),
    ("アークシステムズ株式会社", "アークシステムズ"),
    ("株式会社東京テクノロジーソリューションズ", "トウキョウテクノロジーソリューションズ"),
)  # fmt: skip
_TOKENS = {
    "株式会社": "ｶ)", "有限会社": "ﾕ)", "合同会社": "ﾄﾞ)", "医療法人": "ｲ)", "一般社団法人": "ｼﾔ)",
    "税理士法人": "ｾﾞｲ)",
}  # fmt: skip
_TRANSFER_FEES = (110, 220, 330, 440, 550, 660, 770)
_PRICES = (8000, 10000, 5000, 3000, 15000)
_OTHERS = ("ﾘｿｸ", "ATM", "ﾃﾞﾝｷﾀﾞｲ ﾍﾝｷﾝ", "ｶ)ﾎﾃﾙｻｸﾗ", "ﾍﾟｲﾍﾟｲ(ｶ", "ｶ)ｷﾖｳｻﾝ", "ﾘｿｸ", "ｺｸｾﾞｲｶﾝﾌﾟｷﾝ")
_KEEPING = {
    unicodedata.normalize("NFKC", chr(code)): chr(code) for code in range(0xFF66, 0xFF9E)
} | {"\u3099": "ﾞ", "\u309a": "ﾟ", "ー": "ｰ"}


@dataclass(frozen=True)
class Shape:
    """How a bank writes payers, and how its payers pay.

    `cut` is the length at which it cuts, `write` what it makes of a reading, `before` what it puts
    before every payer. `trouble` is the share of payments that differ from what is due or whose
    payer writes something else.
    """

    name: str
    cut: int
    write: Callable[[str], str] = half_width
    before: str = ""
    codes: float = 0.0
    trouble: float = 0.3
    few_names: bool = False
    companies: float = 0.1


def small_kana(text: str) -> str:
    """Half-width, small letters and long vowel marks kept as typed."""
    spread = unicodedata.normalize("NFD", unicodedata.normalize("NFKC", text))
    return "".join(_KEEPING.get(char, char) for char in spread)


def full_width(text: str) -> str:
    """Full-width, as some banks show it on the web."""
    return unicodedata.normalize("NFKC", half_width(text)).replace(" ", "\u3000")


def split_marks(text: str) -> str:
    """Full-width kana with their voice marks left apart."""
    spread = unicodedata.normalize("NFD", unicodedata.normalize("NFKC", half_width(text)))
    return spread.replace("\u3099", "゛").replace("\u309a", "゜")


def middle_dot(text: str) -> str:
    """A dot between family and given name."""
    return half_width(text).replace(" ", "･")


def no_space(text: str) -> str:
    """Nothing between family and given name."""
    return half_width(text).replace(" ", "")


def hiragana(text: str) -> str:
    """As a payer types it on a phone."""
    return "".join(chr(ord(char) - 0x60) if "ァ" <= char <= "ヶ" else char for char in text)


def dropped_long_vowels(text: str) -> str:
    """Long vowels left out: ショージ and ユーリ lose their mark."""
    return half_width(text.replace("ー", ""))


SHAPES = (
    Shape("cut at 10", 10),
    Shape("cut at 12", 12),
    Shape("cut at 14, few names", 14, few_names=True),
    Shape("cut at 18", 18),
    Shape("never cut", 48),
    Shape("full width", 20, full_width),
    Shape("marks apart", 20, split_marks),
    Shape("small kana kept", 20, small_kana),
    Shape("middle dot", 20, middle_dot),
    Shape("no space, few names", 20, no_space, few_names=True),
    Shape("hiragana", 40, hiragana),
    Shape("long vowels dropped", 20, dropped_long_vowels),
    Shape("kind before", 30, half_width, before="振込　"),
    Shape("codes", 24, half_width, codes=0.5),
    Shape("companies", 20, half_width, companies=0.6),
    Shape("much trouble", 15, half_width, trouble=0.8),
)


def shaped_set(shape: Shape, seed: int, *, guests: int = 400) -> StatementSet:
    """The set of this shape and seed."""
    chance = random.Random(f"{shape.name} {seed}")
    payers = _guests(chance, shape, guests)
    rows: list[TrueRow] = []
    paid: set[str] = set()
    for group in _payments(chance, payers):
        if paid & {one.id for one in group}:
            continue
        paid |= {one.id for one in group}
        rows += _rows(chance, shape, group, payers)
    for text in _OTHERS:
        amount = chance.choice((12, 8000, 5000, 30_000, 128_000))
        rows.append(_row(chance, shape, text, amount, frozenset(), form="other"))
    rows += _strangers(chance, shape, payers)
    rows.sort(key=lambda one: (one.row.date, one.row.id))
    return StatementSet(tuple(payers), tuple(rows))


def _guests(chance: random.Random, shape: Shape, count: int) -> list[Payer]:
    families = FAMILIES[:14] if shape.few_names else FAMILIES
    givens = GIVENS[:16] if shape.few_names else GIVENS
    payers = []
    for number in range(1, count + 1):
        reading = f"{chance.choice(families)} {chance.choice(givens)}"
        company = chance.choice(COMPANIES)[0] if chance.random() < shape.companies else ""
        price = chance.choices((0, *_PRICES), weights=(1, 5, 2, 1, 1, 1))[0]
        payers.append(Payer(f"g{number}", number, f"客{number}", reading, company, price))
    return payers


def _payments(chance: random.Random, payers: list[Payer]) -> list[list[Payer]]:
    """Who pays in one row: one guest, a family of two, or all the guests of a company."""
    owing = [one for one in payers if one.open]
    groups = [[one] for one in owing if chance.random() < 0.55]
    by_family: dict[str, list[Payer]] = {}
    by_company: dict[str, list[Payer]] = {}
    for one in owing:
        by_family.setdefault(one.reading.split()[0], []).append(one)
        if one.company:
            by_company.setdefault(one.company, []).append(one)
    families = [members[:2] for members in by_family.values() if len(members) > 1]
    groups = [members for members in families if chance.random() < 0.1] + groups
    companies = [members for members in by_company.values() if 1 < len(members) < 12]
    return [members for members in companies if chance.random() < 0.5] + groups


def _rows(
    chance: random.Random, shape: Shape, group: list[Payer], payers: list[Payer]
) -> list[TrueRow]:
    right = frozenset(one.id for one in group)
    due = sum(one.open for one in group)
    first = group[0]
    if len(group) > 1 and first.company and all(one.company == first.company for one in group):
        text = _company(chance, first.company)
        return [_row(chance, shape, text, due, right, form="company")]
    if len(group) > 1:
        return [_row(chance, shape, shape.write(first.reading), due, right, form="family")]
    text, form = shape.write(first.reading), "whole"
    if chance.random() < shape.codes:
        text, form = f"{reference_code(first.number)}{text}", "code"
    if chance.random() >= shape.trouble:
        return [_row(chance, shape, text, due, right, form=form)]
    return _troubled(chance, shape, first, payers)


def _troubled(
    chance: random.Random, shape: Shape, payer: Payer, payers: list[Payer]
) -> list[TrueRow]:
    right, due = frozenset({payer.id}), payer.open
    family, _, given = payer.reading.partition(" ")
    readings = {_sound(one.reading) for one in payers}
    others = [name for name in GIVENS if _sound(f"{family} {name}") not in readings]
    relative = chance.choice(others or [given])
    whole = shape.write(payer.reading)
    kind = chance.choice(
        ("fee", "fee", "above", "twice", "swapped", "family name", "relative", "corporate", "half")
    )
    texts = {
        "swapped": shape.write(f"{given} {family}"),
        "family name": shape.write(family),
        "relative": shape.write(f"{family} {relative}"),
        "corporate": chance.choice(("ｶ)", "(ｶ) ", "ﾕ)")) + whole,
    }
    amounts = {
        "fee": due - chance.choice(_TRANSFER_FEES),
        "above": due + chance.choice((500, 1000, 2000)),
        "half": due // 2,
    }
    text, amount = texts.get(kind, whole), amounts.get(kind, due)
    if kind == "twice":
        parts = (amount // 2, amount - amount // 2)
        return [_row(chance, shape, text, part, right, form=kind) for part in parts]
    return [_row(chance, shape, text, amount, right, form=kind)]


def _sound(reading: str) -> str:
    """A reading as it sounds: whoever sounds like a guest could not be told from the guest."""
    large = reading.translate(
        str.maketrans("ァィゥェォッャュョヅヂヲヴ", "アイウエオツヤユヨズジオウ")
    )
    return "".join(char for char in large if char not in " ー")


def _company(chance: random.Random, company: str) -> str:
    """A company as a bank writes it: its form before or behind, sometimes with an office."""
    read = dict(COMPANIES)[company]
    form = next(form for form in _TOKENS if form in company)
    behind = company.endswith(form)
    token = _TOKENS[form]
    text = f"{half_width(read)}({token[:-1]}" if behind else f"{token}{half_width(read)}"
    return text + chance.choice(("", "", " ﾎﾝｼﾔ" if not behind else ""))


def _strangers(chance: random.Random, shape: Shape, payers: list[Payer]) -> list[TrueRow]:
    """People who are no guests but share a family name, and an equal row twice."""
    readings = {_sound(one.reading) for one in payers}
    names = (f"{family} {given}" for family in FAMILIES for given in GIVENS)
    free = [name for name in names if _sound(name) not in readings]
    chance.shuffle(free)
    rows = [
        _row(chance, shape, shape.write(name), chance.choice(_PRICES), frozenset(), form="stranger")
        for name in free[:6]
    ]
    twin = _row(chance, shape, shape.write(free[6]), 8000, frozenset(), form="stranger")
    return [*rows, twin, replace(twin, row=replace(twin.row, id=f"{twin.row.id}again"))]


def _row(
    chance: random.Random, shape: Shape, text: str, amount: int, guests: frozenset[str],
    *, form: str,
) -> TrueRow:  # fmt: skip
    cut = text[: shape.cut].rstrip()
    form = "cut" if len(text) > shape.cut and form == "whole" else form
    day = date(2026, 10, 1) + timedelta(days=chance.randrange(40))
    row_id = f"{chance.getrandbits(64):016x}"
    return TrueRow(OpenRow(row_id, day, amount, shape.before + cut), guests, form)
