"""Cells that hold a name and more, or a name turned round: 山田 太郎(山田商店), Smith, John."""

import re
import unicodedata
from collections.abc import Sequence

from reception_app.domain.guest import clean_text

_NAME_AND_COMPANY = re.compile(r"(?P<name>[^()（）]+?)\s*[(（](?P<company>[^()（）]+)[)）]\s*")
_ASKS_COMPANY = re.compile(
    r"[(（/・].*(会社|所属|社名|団体|company|organi[sz]ation)", re.IGNORECASE
)
_TURNED = re.compile(r"(?P<family>[^\W\d]['’\w .-]*), ?(?P<given>[^\W\d]['’\w .-]*)")
_ROUND = str.maketrans("[]［］〔〕【】", "()()()()")
_KANA = re.compile(r"[ぁ-んァ-ヶーｦ-ﾟ・\s　]+")
_MOSTLY = 0.6
_LATIN = re.compile(r"[\x00-\u024f’]+")


def asks_for_company(heading: str) -> bool:
    """Whether a heading of names asks for the company in brackets behind: お名前(会社名)."""
    return _ASKS_COMPANY.search(heading) is not None


def name_and_company(cell: str) -> tuple[str, str]:
    """The name, and the company that stands in brackets behind it; empty where none does."""
    both = _NAME_AND_COMPANY.fullmatch(cell)
    if both is None:
        return cell, ""
    return both["name"].strip(), both["company"].strip()


def name_and_reading(cell: str) -> tuple[str, str]:
    """The name, and the reading in kana in brackets behind it; empty where none stands."""
    name, inside = name_and_company(cell.translate(_ROUND))
    return (name, inside) if inside and _KANA.fullmatch(inside) else (cell, "")


def hold_readings(cells: Sequence[str]) -> bool:
    """Whether most names of a column are written with their reading: 佐藤 花子(さとう はなこ)."""
    return sum(bool(name_and_reading(cell)[1]) for cell in cells) > len(cells) * _MOSTLY


def are_turned_round(cells: Sequence[str]) -> bool:
    """Whether most names of a column are written `Smith, John`."""
    turned = sum(turned_back(cell) != cell for cell in cells)
    return turned > len(cells) * _MOSTLY


def turned_back(name: str) -> str:
    """`Smith, John` as `John Smith`; any other name as it is."""
    parts = _TURNED.fullmatch(name) if _LATIN.fullmatch(name) else None
    return f"{parts['given']} {parts['family']}" if parts else name


_ONE_KANJI = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_FEWEST_APART = 3
_WIDE_LATIN = re.compile("[\uff01-\uff5e ]+")
_WIDE_GAP = re.compile(r"\s{2,}")


def closed_up(name: str, *, written: str) -> str:
    """`山　田　太　郎` as 山田太郎; a wider gap in what was `written` parts family and given name.

    Wide Latin letters are made narrow; any other name stays as it is.
    """
    if _WIDE_LATIN.fullmatch(name):
        return unicodedata.normalize("NFKC", name)
    pieces = name.split(" ")
    if len(pieces) < _FEWEST_APART or not all(_ONE_KANJI.fullmatch(piece) for piece in pieces):
        return name
    groups = ("".join(group.split()) for group in _WIDE_GAP.split(written.strip()))
    joined = " ".join(group for group in groups if group)
    return joined if joined.replace(" ", "") == name.replace(" ", "") else "".join(pieces)


_SECTION = re.compile(
    r"[【〔［\[<〈《](?P<inside>[^】〕］\]>〉》]{1,30})[】〕］\]>〉》]\W*(\d+\W*[名人])?"
    r"|[-=*＊－—―─━~〜]{2,}\s*(以下、?\s*)?(?P<ruled>[^-=*＊－—―─━~〜]{1,30}?)\s*[-=*＊－—―─━~〜]{2,}"
    r"|[■□◆◇●▼▽★☆▶]\s*(?P<marked>.{1,30})"
)


def section_title(cell: str) -> str:
    """What a row stands above that holds nothing but `【会員】` or `■来賓`; empty if it is none."""
    found = _SECTION.fullmatch(unicodedata.normalize("NFKC", cell).strip())
    found = found or _SECTION.fullmatch(cell.strip())
    if found is None:
        return ""
    return clean_text(found["inside"] or found["ruled"] or found["marked"] or "")
