"""A guest 参加者: who is invited, what is known of them, and how they are found by name."""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache


class GuestStatus(StrEnum):
    """Where an invitation stands."""

    INVITED = "invited"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    WAITING = "waiting"
    CANCELLED = "cancelled"
    BLOCKED = "blocked"


class GuestField(StrEnum):
    """What can be written about a guest; the last writer of a field wins."""

    NAME = "name"
    READING = "reading"
    BADGE_NAME = "badge_name"
    COMPANY = "company"
    TITLE = "title"
    EMAIL = "email"
    PHONE = "phone"
    CATEGORY = "category"
    INTRODUCER = "introducer"
    TABLE = "table_name"
    LABELS = "labels"
    NOTE = "note"
    TALKS_ABOUT = "talks_about"
    WANTS_TO_MEET = "wants_to_meet"
    TICKET_NUMBER = "ticket_number"
    LISTED_AS_PAID = "listed_as_paid"


NOT_PERSONAL = frozenset({GuestField.CATEGORY, GuestField.TABLE, GuestField.LISTED_AS_PAID})
"""Fields that stay when a guest is erased: they say nothing about a person."""


@dataclass(frozen=True, slots=True)
class Guest:
    """A guest 参加者 as known now.

    `category` is the code of a fee category; `host` the id of the guest whose party 同伴者 this
    guest belongs to. Texts are empty when unknown. `labels` are written as `domain.labels` says.
    `listed_as_paid` is not empty when the guest list says that the fee came in: the money is in
    transit until a bank statement shows it.
    """

    id: str
    number: int
    status: GuestStatus
    name: str
    reading: str = ""
    badge_name: str = ""
    company: str = ""
    title: str = ""
    email: str = ""
    phone: str = ""
    category: str = ""
    introducer: str = ""
    table_name: str = ""
    labels: str = ""
    note: str = ""
    talks_about: str = ""
    wants_to_meet: str = ""
    ticket_number: str = ""
    listed_as_paid: str = ""
    host: str | None = None
    walk_in: bool = False

    @property
    def shown_name(self) -> str:
        """What stands on the name tag: the badge name where there is one."""
        return self.badge_name or self.name


_HIRAGANA_TO_KATAKANA = {code: code + 0x60 for code in range(0x3041, 0x3097)}
_SMALL_TO_LARGE = str.maketrans("ァィゥェォッャュョヮヵヶ", "アイウエオツヤユヨワカケ")
_VU = str.maketrans({"ヴ": "ブ", "ヂ": "ジ", "ヅ": "ズ", "ヲ": "オ"})
_NO_ACCENTS = re.compile("[\u0020-\u007e\u3041-\u30ff\u3400-\u9fff]*")
_VU_SOUNDS = (("ヴァ", "バ"), ("ヴィ", "ビ"), ("ヴェ", "ベ"), ("ヴォ", "ボ"))
_NOT_SEARCHED = re.compile(r"[\s\-‐－ー―・.,，．'’\"()（）/]+")
_KANJI_VARIANTS = str.maketrans(
    "髙﨑𠮷邉邊濵濱齋齊斎嶋嶌澤廣國眞櫻德惠榮德黑與濤",
    "高崎吉辺辺浜浜斉斉斉島島沢広国真桜徳恵栄徳黒与涛",
)
_SPELT_ALIKE = _SMALL_TO_LARGE | _VU | _KANJI_VARIANTS
_INVISIBLE = frozenset("\u200b\u200c\u200d\u2060\ufeff\u00ad")


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """The form in which names are compared.

    Width, case, accents, hiragana and katakana, small kana, ヴ/ブ, long vowels, spaces, hyphens
    and the well-known variant kanji (髙 = 高, 﨑 = 崎, 𠮷 = 吉) are all made the same.
    """
    if text.isascii():
        return _NOT_SEARCHED.sub("", text.casefold())
    spread = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold())
    if _NO_ACCENTS.fullmatch(spread):
        bare = spread
    else:
        bare = "".join(
            char for char in spread if not unicodedata.combining(char) or char in "\u3099\u309a"
        )
    kana = unicodedata.normalize("NFC", bare).translate(_HIRAGANA_TO_KATAKANA)
    if "ヴ" in kana:
        for sound, common in _VU_SOUNDS:
            kana = kana.replace(sound, common)
    return _NOT_SEARCHED.sub("", kana.translate(_SPELT_ALIKE))


_NAME_KANJI = re.compile("([\uf900-\ufaff\U0002f800-\U0002fa1f]+)")


@lru_cache(maxsize=4096)
def clean_text(text: str) -> str:
    """One line of text as it may be stored.

    NFC, except that the compatibility kanji of names (U+FA19 and its like) stay as their bearers
    write them; control, surrogate, invisible and bidirectional-override characters dropped; runs of
    white space (U+3000 too) folded to one space. Variation selectors stay: they are part of names.
    """
    normal = "".join(
        piece if _NAME_KANJI.match(piece) else unicodedata.normalize("NFC", piece)
        for piece in _NAME_KANJI.split(text)
    )
    if normal.isprintable():  # the way of nearly every text, eight times as fast
        return " ".join(normal.split())
    kept = (
        " " if char.isspace() else char
        for char in normal
        if char.isspace()
        or (
            unicodedata.category(char) not in {"Cc", "Cs", "Co", "Cn"}
            and char not in _INVISIBLE
            and not ("\u202a" <= char <= "\u202e" or "\u2066" <= char <= "\u2069")
            and char not in "\u200e\u200f\u061c"
        )
    )
    return " ".join("".join(kept).split())


_JAPANESE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")


def join_name(family: str, given: str) -> str:
    """Family and given name in the order the name's own script uses: 佐藤 花子, William Lopez."""
    parts = (family, given) if _JAPANESE.search(family + given) else (given, family)
    return " ".join(part for part in parts if part)


_KANA_ROWS = (
    ("ア", "アイウエオ"), ("カ", "カキクケコガギグゲゴ"), ("サ", "サシスセソザジズゼゾ"),
    ("タ", "タチツテトダヂヅデド"), ("ナ", "ナニヌネノ"), ("ハ", "ハヒフヘホバビブベボパピプペポ"),
    ("マ", "マミムメモ"), ("ヤ", "ヤユヨ"), ("ラ", "ラリルレロ"), ("ワ", "ワヲン"),
)  # fmt: skip


def desk_box(guest: Guest) -> str:
    """The box on the desk in which the guest's tag waits: the kana row of the reading, or a letter.

    A row does not move when guests are added, so tags already in their boxes stay findable.
    """
    first = fold(guest.reading or guest.name)[:1]
    row = next((name for name, kana in _KANA_ROWS if first and first in kana), None)
    return row or (first.upper() if first.isascii() else "他")
