"""The invented guests of the demo event: the same seed, the same people."""

import random
from collections.abc import Callable
from dataclasses import dataclass

from reception_app.domain.guest import GuestField

PRICES = {"会員": 8000, "ゲスト": 10000, "学生": 3000, "登壇者": 0, "スタッフ": 0}
"""The categories of the demo with their fees in yen."""

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
_LABELS = ("二次会", "VIP", "初参加")
_HARD_NAMES = (
    ("髙﨑 𠮷郎", "たかさき よしろう"),
    ("長谷川小路 勘解由左衛門", "はせがわこうじ かげゆざえもん"),
    ("Nguyễn Thị Minh Khai", "グエン ティ ミン カイ"),
    ("O’Brien, Séamus", "オブライエン シェイマス"),
    ("Алексей Чехов", "アレクセイ チェーホフ"),
    ("김 민준", "キム ミンジュン"),
)
_BRINGS_ONE = 11
"""Every eleventh on the list is somebody's companion."""

_MOST_INTRODUCERS = 40
"""So many of the first guests brought the others."""


@dataclass(frozen=True, slots=True)
class InventedGuest:
    """What the list says of a guest; a companion follows the guest whose party they belong to."""

    values: dict[GuestField, str]
    is_companion: bool


def invent_guests(chance: random.Random, count: int) -> list[InventedGuest]:
    """So many guests; every tenth or so brings somebody along, and most were introduced."""
    names = _invented_names(chance)
    invented: list[InventedGuest] = []
    introducers: list[str] = []
    for number in range(1, count + 1):
        values = _values(chance, names, number)
        # Whoever waits or has cancelled, every sixtieth, brings nobody.
        brought = number % _BRINGS_ONE == 0 and number % 60 != 1
        if introducers and not brought and chance.random() < 0.7:  # noqa: PLR2004 - a share
            values[GuestField.INTRODUCER] = chance.choice(introducers)
        if brought:
            values[GuestField.COMPANY] = ""
            values[GuestField.TITLE] = ""
        elif len(introducers) < _MOST_INTRODUCERS:
            introducers.append(values[GuestField.NAME])
        invented.append(InventedGuest(values, brought))
    return invented


def _values(
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
        GuestField.TALKS_ABOUT: "、".join(chance.sample(_TOPICS, 2)),
        GuestField.WANTS_TO_MEET: chance.choice(_TOPICS),
        GuestField.NOTE: chance.choice(_NOTES) if chance.random() < 0.08 else "",  # noqa: PLR2004 - a share
        GuestField.LABELS: chance.choice(_LABELS) if chance.random() < 0.2 else "",  # noqa: PLR2004 - a share
        GuestField.LISTED_AS_PAID: "yes" if chance.random() < 0.45 else "",  # noqa: PLR2004 - a share
    }


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
