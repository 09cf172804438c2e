"""What the cells of guest lists say: who comes, who has paid."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from reception_app.domain.guest import GuestStatus


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
            | can\ ?(no|')t | unable | absent | won't | ^no[,.] | ^sorry | ^nein$ | abgesagt | ^non$
            | 🙅 | 🙇"""
        ),
    ),
    (
        GuestStatus.INVITED,
        _words(
            r"""未回答 | 未返信 | 未定 | 未登録 | (返信|返事|回答|承認)待ち | 招待(中|済|状)
            | 検討中 | 保留 | 連絡(なし|待ち) | (返信|返事)なし | 仮予約 | 行けたら
            | ^invited | no\ (reply|response) | ^maybe | tentative | ^pending
            | not\ (yet\ )?(replied|responded) | undecided | ^sent$ | not\ sure | ^tb[cda]$
            | ^awaiting\ (reply|response|rsvp) | ^vielleicht$ | ^peut-[êe]tre$"""
        ),
    ),
    (
        GuestStatus.ACCEPTED,
        _words(
            r"""^出$ | 参加 | 出席 | 承諾 | 承認 | 確定 | 申込 | 受付済 | 当選 | 来場 | 有効 | はい
            | 行きます | 登録済 | 購入済 | 代理 | アクティブ | ^active | attend | accept | confirm
            | ^(will\ )?(come|coming|going)$
            | ^(yes|y|ok|registered|approved|completed?|active|valid)$ | checked.in
            | ^yes[,. !] | (i'll|we'll|will)\ be\ there | ^ja$ | zugesagt | ^oui$ | 🙆"""
        ),
    ),
)
_PAID_WORDS: tuple[tuple[bool, re.Pattern[str]], ...] = (
    (
        False,
        _words(
            r"""未(払|納|入金|収|決済|精算|了|済|振込|支払) | (入金|支払い?|決済|振込)待ち
            | 入金なし | 滞納 | 一部 | 済んで(い)?な | (当日|現地)(払|支払|現金|精算|決済)
            | not\ (yet\ )?paid | unpaid | partial | ^pending | awaiting(?!\ (reply|response|rsvp))
            | outstanding | ^due | \(未\)
            | (振り?込み?|入金|払い?)予定 | overdue | ^(open|offen)$
            | at\ the\ door | on\ ?site | ^owes | 請求書 | 後払い | ^invoiced?$"""
        ),
    ),
    (
        True,
        _words(
            r"""(払い?|払込|入金|決済|納入|納付|納|振込み?|精算|領収|会費|受領)(完了|確認)?(ずみ|済)
            | ^済 | \(済み?\) | (paypay|現金|カード|口座|銀行)\W*(払い?)?済
            | (払い?|入金|決済|振込)(完了|ました|あり|確認) | \bpaid\b | ^settled
            | ^received | ^payment\ (complete|received|confirmed)"""
        ),
    ),
)
_YES = re.compile(r"^(○|◯|〇|◎|●|✓|✔|☑|レ|v|x|済み?|true|yes|y|ja|はい|あり|有り?|ok|1|可|oui)$")
_NO = re.compile(
    r"^(×|✕|✗|✖|╳|☐|□|-|−|ー|―|—|–|false|no|n|ng|nein|non|いいえ|なし|無し?|0|未|不可)$"
)
_MAYBE = re.compile(r"^(△|▲|\?|？)$")
_NOTHING = _words(
    r"""^(特に|とくに)?(なし|無し|無|ない|ないです|なしです|いない)$
    | ^(特に|とくに)?(ありません|ございません|いません|おりません)$
    | ^(none|nothing|n/?a|no|nein|nil|nope|false|not\ applicable|いいえ|不要|keine)$
    | ^no\ (allergies|thanks|comments?|restrictions)$ | ^[-−ー―‐・./×0]+$"""
)
_DAY = re.compile(
    r"^(?!.*(予定|期限|まで))"
    r"(\d{4}[-/年.]|(令和|平成|r|h)\.? ?(元|\d{1,2})[-/年.])?\d{1,2}[-/月.]\d{1,2}日?"
    r"( .*|に?(振り?込み?|入金|支?払い?|受領|現金|paypay)(済み?|あり|確認)?)?$"
)
_AMOUNT = re.compile(r"^[¥\\$€£]?\s*(\d[\d,]*(\.\d+)?)\s*(円|yen|jpy|usd|eur)?$")


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
    plain = plain_cell(text)
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
    plain = plain_cell(text)
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
    return bool(_YES.match(plain_cell(text)))


def is_yes(plain: str) -> bool:
    """Whether a plain cell only says yes."""
    return bool(_YES.match(plain))


def is_no(plain: str) -> bool:
    """Whether a plain cell only says no."""
    return bool(_NO.match(plain))


def is_number(text: str) -> bool:
    """Whether a cell is a number or an amount, such as `8,000円`."""
    return bool(_AMOUNT.match(plain_cell(text)))


def says_nothing(text: str) -> bool:
    """Whether an answer means there is nothing to note: なし, 特になし, none, N/A, -."""
    return bool(_NOTHING.match(plain_cell(text)))


def plain_cell(text: str) -> str:
    """A cell without what differs from list to list: width, case, line breaks, a full stop."""
    plain = unicodedata.normalize("NFKC", text).casefold().replace("’", "'")
    return " ".join(plain.split()).strip("。.!")
