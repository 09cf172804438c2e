"""The headings banks put over the columns of their statements, and what they mean."""

import re
import unicodedata
from enum import StrEnum


class BankField(StrEnum):
    """What a column of a statement can hold."""

    DATE = "date"
    YEAR = "year"
    MONTH = "month"
    DAY = "day"
    TIME = "time"
    DEPOSIT = "deposit"
    WITHDRAWAL = "withdrawal"
    AMOUNT = "amount"
    DIRECTION = "direction"
    BALANCE = "balance"
    TEXT = "text"
    NOTE = "note"
    KIND = "kind"
    REFERENCE = "reference"
    FEE = "fee"
    IGNORED = "ignored"


SHARED_FIELDS = frozenset({BankField.TEXT, BankField.NOTE, BankField.KIND, BankField.IGNORED})
"""Fields that several columns may hold."""

_MEANINGS = (
    (BankField.YEAR, 0, r"\(年\)$ | ^(取引|取扱|勘定|操作)?年$ | ^year$"),
    (BankField.MONTH, 0, r"\(月\)$ | ^(取引|取扱|勘定|操作)?月$ | ^month$"),
    (BankField.DAY, 0, r"\(日\)$ | ^日$ | ^day$"),
    (BankField.TIME, 0, r"時刻 | 時間 | ^time$"),
    (
        BankField.REFERENCE, 1,
        r"(照会|取引|整理|順)番号 | 明細id | 取引id | reference | ^ref | transaction\ id | edi",
    ),
    (
        BankField.IGNORED, 0,
        r"""口座 | 支店 | 店番 | 金融機関 | 銀行名 | ラベル | 小切手 | 手形 | 他店券 | 通番 | 通貨
        | ステータス | status | 依頼人.?(コード|番号)$ | ^no\.?$ | \baccount | currency""",
    ),
    (
        BankField.DATE, 0,
        r"""^(お?取り?引き?|お?取り?扱い?|勘定|操作|入出金|計上|ご?利用|記帳|取組)?(日付?|日時)$
        | ^(取引)?年月日$ | (booking|transaction|posted|posting|book)\ ?date
        | ^date(\ posted)?$ | ^datum$""",
    ),
    (
        BankField.DATE, 2,
        r"入金日 | 起算日 | 処理日 | 指定日 | value\ ?date | \bdate\b | 日付 | buchungstag",
    ),
    (BankField.BALANCE, 0, r"残高 | 現在.*高 | balance | saldo"),
    (BankField.FEE, 0, r"手数料 | ^fees?$"),
    (
        BankField.TEXT, 0,
        r"""依頼人 | 相手 | 振込人 | 送金人 | 支払人 | payer | payee | counterparty | debtor
        | beneficiary""",
    ),
    (
        BankField.TEXT, 1,
        r"""摘要内容 | 参考 | 内容 | 詳細 | 明細(?!区分) | description | details | narrative
        | particulars | purpose | text""",
    ),
    (BankField.TEXT, 2, r"摘要 | 取引名 | 項目 | merchant"),
    (BankField.TEXT, 3, r"備考 | メモ | memo | remark | note | ^name$"),
    (
        BankField.DIRECTION, 0,
        r"""入払 | 入出金?区分 | 預払 | 出入 | 収支 | cr\ ?/\ ?dr | dr\ ?/\ ?cr
        | debit\ ?/\ ?credit | credit\ ?/\ ?debit | indicator""",
    ),
    (BankField.KIND, 0, r"区分 | 種別 | 種類 | コード | type | kind | code"),
    (
        BankField.AMOUNT, 0,
        r"入出金 | ^(お?取り?引き?)?金額 | 取引額 | ^amount | transaction\ amount | betrag",
    ),
    (
        BankField.DEPOSIT, 0,
        r"""入金 | 預入 | 預け入 | 預[りか] | 受入 | 受取 | 収入 | credit | deposit
        | (paid|money)\ in | receipt""",
    ),
    (
        BankField.WITHDRAWAL, 0,
        r"""出金 | 引出 | 引き出し | 払出 | 払戻 | 支払 | 支出 | debit | withdraw
        | (paid|money)\ out | payment""",
    ),
    (BankField.AMOUNT, 1, r"金額 | amount | sum"),
)  # fmt: skip
_COMPILED = tuple(
    (held, rank, re.compile(pattern, re.VERBOSE)) for held, rank, pattern in _MEANINGS
)
_OF_CARDS = re.compile(
    r"利用(日|店|先|者)|ご利用|お支払(回数|区分|月)|card ?(member|number)|merchant"
)
_KINDS = re.compile(
    r"(お?(被|他行|総合|電信|給与)?振込み?(入金|資金|手数料)?|手数料|利息|利子|お?給与|賞与|現金"
    r"|カード|ATM|入金|出金|口座振替|自動?払い?|引落と?し?|デビット|資金移動|振替|その他|明細"
    r"|入出金明細|普通|定期|税金|PE|IB|-)?"
)
_IN_WORDS = re.compile(r"^(入金?|預入|預り|受入|受取|収入|c|cr|crdt|credit|in|1|\+)$")
_OUT_WORDS = re.compile(r"^(出金?|引出|支払|払出|払戻|支出|d|dr|dbit|debit|out|2|-)$")


def heading_meaning(heading: str) -> tuple[BankField, int]:
    """The field a heading means, and its rank among headings of that field, 0 first."""
    plain = plain_heading(heading)
    if plain:
        for held, rank, pattern in _COMPILED:
            if pattern.search(plain):
                return held, rank
    return BankField.IGNORED, 0


def direction_of(text: str) -> int:
    """1 for what came in, -1 for what went out, 0 when the text does not say."""
    plain = plain_heading(text)
    return 1 if _IN_WORDS.match(plain) else -1 if _OUT_WORDS.match(plain) else 0


def is_kind(text: str) -> bool:
    """Whether a cell only names the kind of movement, as 振込 does, or is empty."""
    return bool(_KINDS.fullmatch(unicodedata.normalize("NFKC", text).strip().upper()))


def is_of_cards(heading: str) -> bool:
    """Whether only the statement of a credit card has such a heading."""
    return bool(_OF_CARDS.search(plain_heading(heading)))


def plain_heading(text: str) -> str:
    """A heading as headings are compared: width, case and the unit of yen make no difference."""
    normal = unicodedata.normalize("NFKC", text).casefold()
    return " ".join(normal.replace("(円)", "").replace("[円]", "").split())
