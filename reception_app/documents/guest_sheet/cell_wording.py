"""What the cells of guest lists say: who comes, who has paid, how many come along."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from reception_app.domain.guest import GuestStatus, clean_text

COMPANION_LIMIT = 50
"""More companions of one guest are a slip of the keys."""

_LONGEST_COMPANION = 20
"""Characters; what is longer is a sentence."""


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.VERBOSE)


_STATUS_WORDS: tuple[tuple[GuestStatus, re.Pattern[str]], ...] = (
    (GuestStatus.BLOCKED, _words(r"""出禁 | 入場(拒否|不可) | ブロック | ^blocked | banned""")),
    (
        GuestStatus.WAITING,
        _words(
            r"""補欠 | キャンセル待ち | ^(順番|空き|空席|枠)?待ち(リスト)?$ | 待機 | 繰上
            | 抽選(中|待ち) | ^wait | on\ hold | standby"""
        ),
    ),
    (
        GuestStatus.CANCELLED,
        _words(
            r"""キャンセル | 取り?消 | 取り?止 | 中止 | 辞退 | 返金 | 払い?戻 | 退会 | 無効
            | cancel | refund | \bdeleted | \bvoid | charged?\ ?back | expired | withdr"""
        ),
    ),
    (
        GuestStatus.DECLINED,
        _words(
            r"""^欠$ | 欠席 | 不参加 | (参加|出席)(しない|しません|でき) | 不可 | 行け(ない|ません)
            | 都合がつか | 落選 | 見送 | not\ (attend|com|go) | declin | ^no$ | ^n$ | regret
            | can\ ?(no|')t | unable | absent | won't | ^no[,.] | ^sorry | ^nein$ | abgesagt
            | 🙅 | 🙇"""
        ),
    ),
    (
        GuestStatus.INVITED,
        _words(
            r"""未回答 | 未返信 | 未定 | 未登録 | (返信|返事|回答|承認)待ち | 招待(中|済|状)
            | 検討中 | 保留 | ^invited | no\ (reply|response) | ^maybe | tentative | ^pending
            | not\ (yet\ )?(replied|responded) | undecided | ^sent$"""
        ),
    ),
    (
        GuestStatus.ACCEPTED,
        _words(
            r"""^出$ | 参加 | 出席 | 承諾 | 承認 | 確定 | 申込 | 受付済 | 当選 | 来場 | 有効 | はい
            | 行きます | 登録済 | 購入済 | 代理 | アクティブ | ^active | attend | accept | confirm
            | ^(will\ )?(come|coming|going)$
            | ^(yes|y|ok|registered|approved|completed?|active|valid)$ | checked.in
            | ^yes[,. !] | (i'll|we'll|will)\ be\ there | ^ja$ | zugesagt | 🙆"""
        ),
    ),
)
_PAID_WORDS: tuple[tuple[bool, re.Pattern[str]], ...] = (
    (
        False,
        _words(
            r"""未(払|納|入金|収|決済|精算|了|済|振込|支払) | (入金|支払い?|決済|振込)待ち
            | 入金なし | 滞納 | 一部 | 済んで(い)?な | (当日|現地)(払|支払|現金|精算|決済)
            | not\ (yet\ )?paid | unpaid | partial | ^pending | awaiting | outstanding | ^due
            | overdue | ^open$ | at\ the\ door | on\ ?site | ^owes
            | 請求書 | 後払い | ^invoiced?$"""
        ),
    ),
    (
        True,
        _words(
            r"""(払い?|払込|入金|決済|納入|納付|納|振込み?|精算|領収|会費|受領)(完了|確認)?(ずみ|済)
            | ^済 | (払い?|入金|決済|振込)(完了|ました|あり|確認) | \bpaid\b | ^settled
            | ^received | ^payment\ (complete|received|confirmed)"""
        ),
    ),
)
_YES = re.compile(r"^(○|◯|〇|◎|●|✓|✔|☑|レ|v|x|済み?|true|yes|y|ja|はい|あり|有り?|ok|1|可)$")
_NO = re.compile(r"^(×|✕|✗|✖|╳|☐|□|-|−|ー|false|no|n|ng|nein|いいえ|なし|無し?|0|未|不可)$")
_MAYBE = re.compile(r"^(△|▲|\?|？)$")
_NOTHING = _words(
    r"""^(特に|とくに)?(なし|無し|無|ない|ないです|なしです|いない)$
    | ^(特に|とくに)?(ありません|ございません|いません|おりません)$
    | ^(none|nothing|n/?a|no|nein|nil|nope|false|not\ applicable|いいえ|不要|keine)$
    | ^no\ (allergies|thanks|comments?|restrictions)$ | ^[-−ー―‐・./×0]+$"""
)
_DAY = re.compile(
    r"^(\d{4}[-/年.]|(令和|平成|r|h)\.? ?(元|\d{1,2})[-/年.])?\d{1,2}[-/月.]\d{1,2}日?( .*)?$"
)
_AMOUNT = re.compile(r"^[¥\\$€£]?\s*(\d[\d,]*(\.\d+)?)\s*(円|yen|jpy|usd|eur)?$")
_COUNT = re.compile(
    r"(?:同伴|同行|他|ほか|プラス|あと|\+)*\s*(\d{1,4})(?:\.0+)?\s*"
    r"(?:人様?|名様?|枚|口|席|guests?|people|persons?|pax|tickets?)?\s*([(:、,].*)?",
    re.IGNORECASE | re.DOTALL,
)
_HEADS = re.compile(r"(\d{1,3})\s*(?:名|人)")
_NO_NAME = re.compile(r"\d|大人|子供|子ども|うち|予定|未定|含む")
_KANJI_DIGITS = {ord(kanji): str(n) for n, kanji in enumerate("一二三四五六七八九", start=1)}
_KANJI_HEADS = re.compile("[一二三四五六七八九](人|名)?")
_NAME_SEPARATORS = re.compile(r"[、，,;；/／\n\r&＆]|\s+(?:and|と)\s+")


@dataclass(frozen=True, slots=True)
class Standing:
    """What a cell says of coming and of paying; None where it says nothing of it."""

    status: GuestStatus | None = None
    paid: bool | None = None


@lru_cache(maxsize=4096)
def standing(text: str) -> Standing | None:
    """What a status cell says: ticket sites write payment into it too (支払済, 返金).

    Returns:
        None when the wording is not known.
    """
    plain = _plain(text)
    if _YES.match(plain):
        return Standing(GuestStatus.ACCEPTED)
    if _NO.match(plain):
        return Standing(GuestStatus.DECLINED)
    if _MAYBE.match(plain):
        return Standing(GuestStatus.INVITED)
    paid = next((value for value, words in _PAID_WORDS if words.search(plain)), None)
    status = next((value for value, words in _STATUS_WORDS if words.search(plain)), None)
    if status is None and paid is None:
        return None
    return Standing(status, paid)


@lru_cache(maxsize=4096)
def paid(text: str) -> Standing | None:
    """What a payment cell says: 済, ○, paid, a day, an amount above zero.

    Returns:
        None when the wording is not known.
    """
    plain = _plain(text)
    if _YES.match(plain):
        return Standing(paid=True)
    if _NO.match(plain) or _MAYBE.match(plain):
        return Standing(paid=False)
    if _DAY.match(plain):
        return Standing(paid=True)
    amount = _AMOUNT.match(plain)
    if amount:
        return Standing(paid=float(amount[1].replace(",", "")) > 0)
    if re.search(r"免除|無料|招待|不要|free|complimentary|waived", plain):
        return Standing()
    return standing(text)


def is_mark(text: str) -> bool:
    """Whether a cell is nothing but a yes: ○, ✓, 済."""
    return bool(_YES.match(_plain(text)))


@dataclass(frozen=True, slots=True)
class Party:
    """The companions 同伴者 a cell speaks of: how many, and the names it gives.

    `sure` is False where a bare あり is taken as one.
    """

    count: int
    names: tuple[str, ...] = ()
    sure: bool = True


def companions(text: str) -> Party | None:
    """What a cell says of companions: `2`, `+2`, `2名(山田、鈴木)`, `大人1名、子供2名`, `なし`.

    Returns:
        None when it is no count.
    """
    plain = _plain(text)
    if not plain or _NOTHING.match(plain) or _NO.match(plain):
        return Party(0)
    heads = _HEADS.findall(plain)
    if len(heads) > 1 and "うち" not in plain:
        return _party(sum(int(number) for number in heads), ())
    written = unicodedata.normalize("NFKC", text).strip()
    if _KANJI_HEADS.fullmatch(plain):
        written = plain.translate(_KANJI_DIGITS)
    counted = _COUNT.fullmatch(written)
    if counted:
        return _party(int(counted[1]), companion_names(counted[2] or ""))
    if _YES.match(plain) or plain in {"いる", "います"}:
        return Party(1, sure=False)
    return None


def companion_names(text: str) -> tuple[str, ...]:
    """The names in a cell of companions' names, parted by commas, slashes or line breaks."""
    pieces = [
        clean_text(piece).strip("()（） ").removesuffix("様").rstrip()
        for piece in _NAME_SEPARATORS.split(text)
    ]
    return tuple(
        piece
        for piece in pieces
        if piece and not says_nothing(piece) and not _NO_NAME.search(piece)
    )


def names_only(text: str) -> tuple[str, ...]:
    """The names in a cell that asked for a number and holds names: `Jane Smith`; else none."""
    names = companion_names(text)
    likely = all(" " in name and len(name) <= _LONGEST_COMPANION for name in names)
    return names if likely else ()


def is_number(text: str) -> bool:
    """Whether a cell is a number or an amount, such as `8,000円`."""
    return bool(_AMOUNT.match(_plain(text)))


def says_nothing(text: str) -> bool:
    """Whether an answer means there is nothing to note: なし, 特になし, none, N/A, -."""
    return bool(_NOTHING.match(_plain(text)))


def _plain(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text).casefold().replace("’", "'")
    return " ".join(plain.split()).strip("。.!")


def _party(count: int, names: tuple[str, ...]) -> Party | None:
    count = max(count, len(names))
    return Party(count, names) if count <= COMPANION_LIMIT else None
