"""What the cells of guest lists say of companions: how many come along, and their names."""

import re
import unicodedata
from dataclasses import dataclass

from reception_app.documents.guest_sheet.cell_wording import is_no, is_yes, plain_cell, says_nothing
from reception_app.domain.guest import clean_text

COMPANION_LIMIT = 50
"""More companions of one guest are a slip of the keys."""

_LONGEST_NAME = 20
"""Characters; what is longer is a sentence."""

_COUNT = re.compile(
    r"(?:同伴|同行|他|ほか|プラス|あと|\+)*\s*(\d{1,4})(?:\.0+)?\s*"
    r"(?:人様?|名様?|枚|口|席|guests?|people|persons?|pax|tickets?)?\s*([(:、,].*)?",
    re.IGNORECASE | re.DOTALL,
)
_HEADS = re.compile(r"(\d{1,3})\s*(?:名|人)")
_NO_NAME = re.compile(r"\d|大人|子供|子ども|うち|予定|未定|含む|夫婦|家族")
_KANJI_DIGITS = {ord(kanji): str(n) for n, kanji in enumerate("一二三四五六七八九", start=1)}
_KANJI_HEADS = re.compile("[一二三四五六七八九](人|名)?")
_NAME_SEPARATORS = re.compile(r"[、，,;；/／\n\r&＆]|(?<=様)[・\s　]+|\s+(?:and|と)\s+")
_NUMBERED = re.compile(r"[①-⑳]\s*|\(?\d{1,2}[.．)）]\s*(?=\D)|[・•●○■]\s*")
_RELATION = re.compile(
    r"\s*[(（](妻|夫|配偶者|子|娘|息子|父|母|両親|友人|同僚|部下|上司|秘書)[)）]$"
)

_ITSELF = r"(ご?本人|自分)(様)?"
_ALONE = re.compile(rf"{_ITSELF}\W*(のみ|だけ|1\s*(人|名))?")
_SELF_AND_MORE = re.compile(
    rf"{_ITSELF}\W*(と|\+|プラス|ほか|他)?\W*(?P<more>\d{{1,2}})\s*(人|名)?様?"
)
_SELF_AND_SOMEBODY = re.compile(rf"{_ITSELF}\W*(と|\+|、|・)\s*\S+")
_BEYOND_SELF = re.compile(r"他|ほか|外|あと|プラス|\+|ご?本人|自分")
_IN_ALL = re.compile(r"(合?計|総勢|全部で|全)\W*(?P<heads>\d{1,2})\s*(人|名)様?")
_NAMED_AND_MORE = re.compile(
    r"(?P<names>\D+?)[\s(（、,]*(他|ほか|外)\s*(?P<more>\d{1,2})\s*(人|名)様?[)）]?"
)
_SOME = re.compile(
    r"(同伴|同行|連れ)?\s*(者|客)?\s*(あり|有り?|いる|います)\W*(?P<heads>\d{1,2})\s*(人|名)?\W*"
)
_COUPLE = re.compile(r"ご?夫婦")


@dataclass(frozen=True, slots=True)
class Party:
    """The companions 同伴者 a cell speaks of: how many, and the names it gives.

    `sure` is False where a bare あり is taken as one, or a sentence as what it most likely means.
    """

    count: int
    names: tuple[str, ...] = ()
    sure: bool = True


def companions(text: str) -> Party | None:  # noqa: PLR0911 - one case each
    """What a cell says of companions: `2`, `+2`, `2名(山田、鈴木)`, `大人1名、子供2名`, `なし`.

    Returns:
        None when it is no count.
    """
    plain = plain_cell(text)
    if not plain or says_nothing(plain) or is_no(plain) or _ALONE.fullmatch(plain):
        return Party(0)
    if more := _SELF_AND_MORE.fullmatch(plain) or _SOME.fullmatch(plain):
        return _party(int(more["more"] if "more" in more.groupdict() else more["heads"]), ())
    if _SELF_AND_SOMEBODY.fullmatch(plain):
        return Party(1, sure=False)
    heads = _HEADS.findall(plain)
    if len(heads) > 1 and "うち" not in plain:
        return _party(sum(int(number) for number in heads), ())
    written = unicodedata.normalize("NFKC", text).strip()
    if _KANJI_HEADS.fullmatch(plain):
        written = plain.translate(_KANJI_DIGITS)
    counted = _COUNT.fullmatch(written)
    if counted:
        return _party(int(counted[1]), companion_names(counted[2] or ""))
    if is_yes(plain) or plain in {"いる", "います"}:
        return Party(1, sure=False)
    return None


def whole_party(text: str) -> Party | None:
    """The companions in a cell that counts the guest too: `3名`, `計3名`, `本人+1`, `他2名`.

    Returns:
        None when it is no count.
    """
    plain = plain_cell(text)
    in_all = _IN_ALL.fullmatch(plain)
    party = _party(int(in_all["heads"]), ()) if in_all else companions(text)
    if party is None or _BEYOND_SELF.match(plain):
        return party
    return Party(max(party.count - 1, 0), party.names, sure=party.sure)


def named_party(text: str) -> Party:
    """The companions in a cell that asks for their names and may count them: `田中様 他1名`.

    Whatever else stands there is at least doubted: `妻・子2名` are three, `夫婦で参加` one.
    """
    counted = companions(text)
    if counted is not None:
        return counted
    written = unicodedata.normalize("NFKC", text).strip()
    if named := _NAMED_AND_MORE.fullmatch(written):
        names = companion_names(named["names"])
        return Party(len(names) + int(named["more"]), names)
    if _COUPLE.search(written):
        return Party(1, sure=False)
    if heads := _HEADS.findall(written):
        alone = [piece for piece in re.split(r"[、,・と\s]+", written) if not _HEADS.search(piece)]
        count = sum(map(int, heads)) + len([piece for piece in alone if piece])
        return Party(min(count, COMPANION_LIMIT), sure=False)
    names = companion_names(text)
    return Party(len(names), names, sure=bool(names))


def companion_names(text: str) -> tuple[str, ...]:
    """The names in a cell of companions' names, parted by commas, slashes or line breaks."""
    pieces = [
        _RELATION.sub("", _NUMBERED.sub("", clean_text(piece).strip(), count=1))
        for piece in _NAME_SEPARATORS.split(text)
    ]
    pieces = [_unbracketed(piece).removesuffix("様").rstrip() for piece in pieces]
    return tuple(
        piece
        for piece in pieces
        if piece and not says_nothing(piece) and not _NO_NAME.search(piece)
    )


def names_only(text: str) -> tuple[str, ...]:
    """The names in a cell that asked for a number and holds names: `Jane Smith`; else none."""
    names = companion_names(text)
    likely = all(" " in name and len(name) <= _LONGEST_NAME for name in names)
    return names if likely else ()


def _unbracketed(piece: str) -> str:
    """Without a bracket whose other half stands elsewhere, or a pair around everything."""
    inside = piece.strip("()（） ")
    closed = inside.count("(") + inside.count("（") == inside.count(")") + inside.count("）")
    return inside if closed else piece


def _party(count: int, names: tuple[str, ...]) -> Party | None:
    count = max(count, len(names))
    return Party(count, names) if count <= COMPANION_LIMIT else None
