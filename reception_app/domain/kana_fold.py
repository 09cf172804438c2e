"""The bank fold: names as banks write them and names as guests write them, made comparable.

Banks send payers' names in half-width capital kana without small letters, cut to some length, with
corporate forms as tokens such as `カ)`. Kanji cannot be turned into kana, so a guest is found by
the reading; a statement that does print kanji is compared with the name.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_HIRAGANA_TO_KATAKANA = {code: code + 0x60 for code in range(0x3041, 0x3097)}
_SMALL_TO_LARGE = str.maketrans("ァィゥェォッャュョヮヵヶ", "アイウエオツヤユヨワカケ")
_SAME_SOUND = str.maketrans("ヲヂヅヴヰヱ", "オジズウイエ")
_LOOSE_VOICE_MARKS = str.maketrans({"゛": "\u3099", "゜": "\u309a", "ﾞ": "\u3099", "ﾟ": "\u309a"})
_DROPPED = re.compile(r"[-‐‑‒–—―−ー.,・'’\"]+")
_PARTING = re.compile(r"[\s()\[\]「」/]+")

_FORM = (
    "シユウ|シホウ|シユツ|ロウム|トクヒ|チドク|ザイ|シヤ|ガク|フク|ホゴ|ドク|ダイ|ノウ|ベン|ギヨ|ゼイ|エイ"
    "|カ|ユ|メ|シ|ド|イ|ソ|一社|一財|公社|公財|特非|株|有|名|資|同|医|財|社|宗|学|福|税|弁"
)
"""Corporate forms as banks and people shorten them."""

_CORPORATE_TOKEN = re.compile(rf"\((?:{_FORM})\)|(?:^|(?<=\s))(?:{_FORM})\)|\((?:{_FORM})(?=\s|$)")
_CORPORATE_WORD = re.compile(
    r"株式会社|有限会社|合同会社|合名会社|合資会社|相互会社|(?:一般|公益)?[社財]団法人"
    r"|特定非営利活動法人|NPO法人|(?:医療|社会福祉|学校|宗教|税理士|弁護士|監査|独立行政)法人"
    r"|(?:カブシキ|ユウゲン|ゴウドウ|ゴウメイ|ゴウシ)ガイシヤ"
    r"|\b(?:CO\.?,? ?LTD|INC|LTD|LLC|LLP|CORP|GMBH|K\.K|KK|PTE)\b\.?"
)
_KIND_OF_PAYMENT = re.compile(
    r"(?:(?:被|他行|総合|電信|給与|テレ|ネット|IB)?振(?:込み?|入)(?:入金|資金)?(?!手数料|料)[\s*:・/]*"
    r"|(?:フリコミニユウキン|フリコミ|ニユウキン|FURIKOMI|TRANSFER FROM|PAYMENT FROM)[\s*:/]+)"
)


@dataclass(frozen=True, slots=True)
class FoldedName:
    """A name in the form in which it is compared.

    `key` is all of it without spaces, `words` its words; `corporate` says that a corporate form
    such as `カ)` or 株式会社 stood beside it. `width` is how many half-width letters the name takes
    on a bank's statement, by which one sees whether it can have been cut.
    """

    key: str
    words: tuple[str, ...]
    corporate: bool
    width: int


def joined_marks(text: str) -> str:
    """The text in NFKC, voice marks joined to their kana even where they stood apart: `カ゛` is ガ.

    NFKC alone makes a space and a mark of `゛`, which parts a name in two.
    """
    return unicodedata.normalize("NFKC", text.translate(_LOOSE_VOICE_MARKS))


@lru_cache(maxsize=65536)
def fold_name(text: str) -> FoldedName:
    """The bank fold of a name or a payer text.

    NFKC, capitals, hiragana to katakana, small to large kana; long vowel marks, hyphens, dots and
    brackets dropped; ヲ = オ, ヂ = ジ, ヅ = ズ, ヴ = ウ. Corporate forms become a flag.
    """
    normal = joined_marks(text).upper()
    kana = normal.translate(_HIRAGANA_TO_KATAKANA).translate(_SMALL_TO_LARGE)
    width = len(unicodedata.normalize("NFD", kana.strip()))
    bare, tokens = _CORPORATE_TOKEN.subn(" ", kana)
    bare, written_out = _CORPORATE_WORD.subn(" ", bare)
    plain = _without_accents(bare).translate(_SAME_SOUND)
    words = tuple(
        word for piece in _PARTING.split(plain) if (word := _DROPPED.sub("", piece).strip())
    )
    return FoldedName("".join(words), words, bool(tokens or written_out), width)


@lru_cache(maxsize=16384)
def fold_payer(text: str) -> FoldedName:
    """The bank fold of a statement row's text, without the word for the kind of payment before it.

    `振込 ﾔﾏﾀﾞ ﾀﾛｳ`, `ﾌﾘｺﾐ ﾔﾏﾀﾞ ﾀﾛｳ` and `ﾔﾏﾀﾞ ﾀﾛｳ` are the same payer.
    """
    normal = joined_marks(text).strip()
    capital = normal.upper().translate(_HIRAGANA_TO_KATAKANA).translate(_SMALL_TO_LARGE)
    kind = _KIND_OF_PAYMENT.match(capital)
    return fold_name(normal[kind.end() :] if kind and kind.end() < len(normal) else normal)


def _without_accents(text: str) -> str:
    if text.isascii():
        return text
    spread = unicodedata.normalize("NFD", text)
    kept = "".join(
        char for char in spread if not unicodedata.combining(char) or char in "\u3099\u309a"
    )
    return unicodedata.normalize("NFC", kept)
