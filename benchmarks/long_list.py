"""A guest list of any length for the benchmarks, written straight into the derived tables.

The window reads derived tables only; writing 100,000 guests as facts would take minutes.
"""

import random
from datetime import datetime
from pathlib import Path

from reception_app.domain.guest import GuestField
from reception_app.domain.guest_search import search_text, sort_key
from reception_app.services import event_setup, fees
from reception_app.storage import settings
from reception_app.storage.event_file import EventFile
from reception_app.storage.transaction import transaction

_FAMILIES = """
佐藤 サトウ 鈴木 スズキ 高橋 タカハシ 田中 タナカ 伊藤 イトウ 渡辺 ワタナベ 山本 ヤマモト
中村 ナカムラ 小林 コバヤシ 加藤 カトウ 吉田 ヨシダ 山田 ヤマダ 松本 マツモト 井上 イノウエ
木村 キムラ 林 ハヤシ 斎藤 サイトウ 髙﨑 タカサキ 長谷川 ハセガワ 近藤 コンドウ 青木 アオキ
"""
_GIVEN = """
花子 ハナコ 太郎 タロウ 美咲 ミサキ 健一 ケンイチ 結衣 ユイ 翔太 ショウタ 陽菜 ヒナ
大輔 ダイスケ 誠 マコト 彩 アヤ 直樹 ナオキ 恵 メグミ
"""
"""Names with their readings."""

_TRADES = ("商事", "デザイン", "建築設計", "システムズ", "広告", "研究所", "製作所", "食品")
_FORMS = ("株式会社", "有限会社", "合同会社", "")
_PRICES = {"会員": 8000, "ゲスト": 10000, "学生": 3000}


def make_long_list(path: Path, count: int) -> EventFile:
    """An open event with so many accepted guests, each charged and half of them arrived."""
    now = datetime.now().astimezone()
    event = event_setup.create_event(path, name="大きな会", day=now.date(), now=now)
    plan = settings.find_fee_plan(event)
    for name, price in _PRICES.items():
        plan = plan.with_category(plan.new_category(name, price))
    fees.set_fee_plan(event, plan, now=now, operator="")
    codes = [(category.code, category.price) for category in plan.categories]
    chance = random.Random(20261114)  # noqa: S311 - invented guests
    with transaction(event.db):
        for number in range(1, count + 1):
            _write(event, number, chance, codes, now.isoformat())
    return event


def _write(
    event: EventFile, number: int, chance: random.Random, codes: list[tuple[str, int]], at: str
) -> None:
    guest, stamp = f"guest{number}", f"{number:016x}"
    (code, price), arrived = chance.choice(codes), number % 2 == 0
    values = {field.value: "" for field in GuestField} | _known(number, chance, code)
    row: dict[str, str | int | None] = {
        **values, "id": guest, "number": number, "status": "accepted", "host": None, "walk_in": 0,
        "source": "list", "list_import": None, "recorded_at": at, "stamp": stamp,
        "sort_key": sort_key(values), "search_text": search_text(number, values),
        "admission": f"a{number}" if arrived else None, "inside": int(arrived), "due": price,
    }  # fmt: skip
    columns = ", ".join(row)
    marks = ", ".join(f":{name}" for name in row)
    db = event.db
    db.execute(f"INSERT INTO guest ({columns}) VALUES ({marks})", row)  # noqa: S608 - our own names
    db.execute("INSERT INTO badge VALUES (?, ?, 0, ?)", (f"{number:032}", guest, stamp))
    db.executemany(
        "INSERT INTO posting (entry, line, account, amount, guest) VALUES (?, ?, ?, ?, ?)",
        [
            (f"e{number}", 1, "1300", price, guest),
            (f"e{number}", 2, f"4100-{code}", -price, None),
        ],
    )
    db.execute(
        "INSERT INTO entry (id, kind, currency, at, stamp, operator, guest, reason)"
        " VALUES (?, 'charge', 'JPY', ?, ?, '', ?, '')",
        (f"e{number}", at, stamp, guest),
    )
    if arrived:
        db.execute(
            "INSERT INTO admission (id, guest, at, stamp, desk, operator, scan, forced, reason)"
            " VALUES (?, ?, ?, ?, 'A', '', ?, 0, '')",
            (f"a{number}", guest, at, stamp, f"s{number}"),
        )


def _known(number: int, chance: random.Random, code: str) -> dict[str, str]:
    family, family_reading = _one_of(_FAMILIES, chance)
    given, given_reading = _one_of(_GIVEN, chance)
    return {
        "name": f"{family} {given}",
        "reading": f"{family_reading} {given_reading}",
        "company": chance.choice(_FORMS) + _one_of(_FAMILIES, chance)[0] + chance.choice(_TRADES),
        "email": f"guest{number:06}@example.com",
        "phone": f"090{chance.randrange(10**8):08}",
        "introducer": f"{_one_of(_FAMILIES, chance)[0]}さん" if number % 2 else "",
        "table_name": str(chance.randint(1, 60)),
        "labels": "VIP" if number % 50 == 0 else "",
        "category": code,
    }


def _one_of(names: str, chance: random.Random) -> tuple[str, str]:
    words = names.split()
    place = 2 * chance.randrange(len(words) // 2)
    return words[place], words[place + 1]
