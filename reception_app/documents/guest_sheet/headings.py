"""What the headings of guest lists mean, in Japanese and English, by any wording.

Lists come from form tools, ticket sites and by hand: headings are matched by meaning, never by an
exact row. `meaning` tries the rules from the most particular to the most general.
"""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache


class ListField(StrEnum):
    """What a column of a guest list can hold."""

    NAME = "name"
    FAMILY_NAME = "family_name"
    GIVEN_NAME = "given_name"
    READING = "reading"
    FAMILY_READING = "family_reading"
    GIVEN_READING = "given_reading"
    BADGE_NAME = "badge_name"
    COMPANY = "company"
    DEPARTMENT = "department"
    TITLE = "title"
    INDUSTRY = "industry"
    EMAIL = "email"
    PHONE = "phone"
    CATEGORY = "category"
    QUANTITY = "quantity"
    COMPANIONS = "companions"
    COMPANION_NAMES = "companion_names"
    INTRODUCER = "introducer"
    STANDS_IN_FOR = "stands_in_for"
    STATUS = "status"
    PAYMENT = "payment"
    AMOUNT = "amount"
    LABELS = "labels"
    NOTE = "note"
    ALLERGIES = "allergies"
    TABLE = "table"
    TALKS_ABOUT = "talks_about"
    WANTS_TO_MEET = "wants_to_meet"
    NUMBER = "number"
    TICKET_NUMBER = "ticket_number"
    BARCODE = "barcode"
    ANSWERED_AT = "answered_at"
    EXTRA_NOTE = "extra_note"
    IGNORED = "ignored"


NAME_FIELDS = frozenset({ListField.NAME, ListField.FAMILY_NAME, ListField.GIVEN_NAME})
"""One of these must be in a list, or nobody in it has a name."""

SHARED_FIELDS = frozenset(
    {
        ListField.LABELS,
        ListField.NOTE,
        ListField.ALLERGIES,
        ListField.INDUSTRY,
        ListField.COMPANION_NAMES,
        ListField.TALKS_ABOUT,
        ListField.WANTS_TO_MEET,
        ListField.EXTRA_NOTE,
        ListField.IGNORED,
    }
)
"""Fields that several columns of one list may hold together."""

REFUSAL_HEADINGS = {"en": "Why this row was not taken", "ja": "取り込めなかった理由"}
"""By language, the heading of the column we add to a sheet of rows to mend: no column of a list."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a heading means.

    `rank` orders headings that mean the same: of チケットID and 受付番号, and of 参加者名 and
    アカウント名, the one with the lower rank is taken.
    """

    field: ListField
    rank: int = 0


@dataclass(frozen=True, slots=True)
class _Rule:
    meaning: Meaning
    pattern: re.Pattern[str]


def _rule(field: ListField, pattern: str, rank: int = 0) -> _Rule:
    return _Rule(Meaning(field, rank), re.compile(pattern, re.VERBOSE))


_COMPANION = r"(同伴|同行|連れ|付き?添|随行|accompany\w*|companions?|plus.one|partner|spouse)"
_READING = (
    r"(フリガナ|ふりがな|カナ(?!ダ)|(?<![ぁ-ねは-ん])かな(?![ぁ-ん])|仮名|ヨミ|よみ"
    r"|(?<!お)読み(?![物たにま])|kana|furigana|phonetic|pronunciation)"
)

_RULES = (
    # Columns of our own guest tables that say nothing of a guest a list could change.
    _rule(
        ListField.IGNORED,
        r"""^(会費(請求|減免|入金済|残)額 | 同伴元 | 名札コード
        | fee\ (charged|waived|paid\ so\ far|still\ due)
        | companion\ of | badge\ code | arrived\ at)$""",
    ),
    # Questions that hold a word of another field but mean something else.
    _rule(ListField.EXTRA_NOTE, r"自己紹介|プロフィール|\b(bio|profile)\b|緊急|emergency"),
    _rule(ListField.EXTRA_NOTE, r"領収(書|証)|宛名|\breceipt|振込名義|名義人|請求先|invoice"),
    _rule(
        ListField.IGNORED,
        r"""メルマガ | メールマガジン | newsletter | mailing\ list | 同意 | 個人情報
        | プライバシ | privacy | consent | i\ agree | \bterms\b | \burl\b | website
        | ホームページ | ip\ ?(address|アドレス) | チェックイン | check(ed)?[ -]?(in|out)\b
        | 出席日時 | 入場日時 | 利用開始日 | 割引 | クーポン | promo | voucher | coupon
        | 招待コード | \bcurrency\b | 通貨 | \bfees\ paid | \btax\b
        | event\ (name|date|time|id|location) | イベント(名|日|id) | 開催日 | \bordertype\b
        | order\ type | ^date$ | ^group$ | 支払い?方法 | 決済方法
        | payment\ (method|type|provider) | 手数料 | オーダータイプ | 料金レベル
        | eingecheckt | gutschein | datenschutz | vorname\W*:|:\W*(vor|nach)name""",
    ),
    _rule(ListField.EXTRA_NOTE, rf"{_COMPANION}.*({_READING}|会社|所属|アレルギ|年齢|区分|age)"),
    _rule(
        ListField.WANTS_TO_MEET,
        r"""会いたい | 出会いたい | つながりたい | 繋がりたい | 交流したい | 知り合いたい
        | 求めて | 探して | 紹介して(ほしい|欲しい|もらいたい) | to\ meet\b | looking\ for
        | connect\ with""",
    ),
    _rule(
        ListField.TALKS_ABOUT,
        r"""話せる | 話したい | お?話し?でき | 得意 | 専門(分野|領域) | 提供でき | topics?
        | talks?\ about | can\ (offer|help) | expertise | interests | 関心""",
    ),
    _rule(
        ListField.COMPANION_NAMES,
        rf"""{_COMPANION}.*(名前|氏名|(?<!何)名$|names?\b) | names?\ of\ .*guests
        | (additional|other)\ (guests?|attendees?)('s)?\ names?""",
    ),
    _rule(
        ListField.COMPANIONS,
        rf"""{_COMPANION} | ^begleit(ung|person)(en)?$ | ^accompagn(ants?|ateurs?)$
        | 追加人数 | additional\ (guests?|people|attendees?) | \+\ ?1\b
        | \bbring | number\ of\ (your\ )?guests | how\ many\ guests | ゲスト(の)?(人数|数)$""",
    ),
    _rule(
        ListField.COMPANION_NAMES,
        r"""^ご?(参加|出席|来場|申込|同行|同伴)(者|客)(様)?(の)?(お?名前|氏名|名)?\ ?\d{1,2}
        (人目|名目)?((様)?(の)?(お?名前|氏名|名))?$
        | ^(guest|attendee|participant)s?\ (no\ )?\d{1,2}(\ name)?$""",
    ),
    _rule(
        ListField.QUANTITY,
        r"""^(ご?(参加|出席|来場|来店|申込|申し込み|予約|合計)(者|の)?)?(総|合計)?人数 | 枚数
        | ^当日の(ご?(参加|出席|来場))?人数 | 人数\W*(ご?本人(様)?(を)?含)
        | 参加者数 | 数量 | 口数 | quantity | \bqty\b | party\ size | headcount
        | (number|no)\ of\ (attendees|people|persons|seats|tickets|participants)""",
    ),
    _rule(
        ListField.INTRODUCER,
        r"""紹介 | 招待(者(?!名簿|区分)|元|主|した|して|された) | 推薦 | introduce[dr]
        | introduction | invited\ (you|by) | inviter | who\ invited | referr(er|al|ed)
        | eingeladen\ von""",
    ),
    # Who comes instead is told to the desk; whose place this guest takes is a field.
    _rule(ListField.EXTRA_NOTE, r"代理(出席|参加|人|者|の方)|substitute('s)?\ name"),
    _rule(
        ListField.STANDS_IN_FOR,
        r"代理(?!店) | stand(s|ing)?[ -]?in | substitut | \bproxy | on\ behalf | in\ place\ of",
    ),
    _rule(
        ListField.BADGE_NAME,
        r"""名札 | ネーム(プレート|タグ|カード) | バッジ | badge | name\ ?tag | ニックネーム
        | nickname | 呼び名 | 呼ばれたい | preferred\ name""",
    ),
    # Readings.
    _rule(ListField.IGNORED, rf"(会社|企業|団体|所属|社名|部署|company).*{_READING}"),
    _rule(
        ListField.FAMILY_READING,
        rf"""^(セイ|せい|姓|氏)?\W*{_READING}\W*(姓|氏|苗字|セイ|せい|family|last)
        | (姓(?!名)|苗字|名字|セイ|せい|氏(?!名)|family|last|sur)\W*(name)?\W*(の)?{_READING}
        | ^(セイ|せい)$ | {_READING}\ (family|last|sur) | \b(family|last)\ name\ {_READING}""",
    ),
    _rule(
        ListField.GIVEN_READING,
        rf"""^{_READING}\W*(名(?!前)|メイ|めい|given|first)
        | (^|[^氏姓])(名|メイ|めい|given|first)\W*(name)?\W*(の)?{_READING} | ^(メイ|めい)$
        | {_READING}\ (given|first) | \b(given|first)\ name\ {_READING}""",
    ),
    _rule(ListField.READING, rf"{_READING}|^reading$|name\ reading"),
    # How to reach a guest.
    _rule(ListField.EMAIL, r"\be-?\ ?mail|^mail|メール|メアド|邮箱|郵箱|电子邮件|courriel|^correo"),
    _rule(
        ListField.EXTRA_NOTE, r"\bsns\b|twitter|facebook|instagram|linkedin|\bline\ ?id|lineのid"
    ),
    _rule(
        ListField.IGNORED,
        r"""住所 | 郵便 | 都道府県 | 市区町村 | address | \bzip | postal
        | ^(city|state|country)$ | prefecture
        | (billing|shipping|home|work)\ (city|state|zip|country) | 生年月日 | birth | 性別
        | gender | 年齢 | \bage\b""",
    ),
    _rule(
        ListField.PHONE,
        r"電話|携帯|\btel\b|phone|\bmobile|\bcell\b|电话|手机|telefon|handy|t[ée]l[ée]fono|téléphone",
    ),
    _rule(ListField.PHONE, r"連絡先|^contact$", 1),
    # Numbers of tickets.
    _rule(ListField.BARCODE, r"バーコード|barcode|\bsecret\b|geheimnis|qr\ ?(コード|code)"),
    _rule(
        ListField.TICKET_NUMBER, r"(受付|参加者|申込者)(番号|id|no)|attendee\ (id|number|no|code)\b"
    ),
    _rule(
        ListField.TICKET_NUMBER,
        r"""チケット(id|番号|no|コード) | ticket\ (id|number|no|code)\b | 整理(番号|券)
        | registration\ (id|number|no|code) | (申込|予約|登録)み?(番号|id|no)
        | confirmation\ (code|number|no) | booking\ (id|number|no|code|reference)
        | invitation\ (id|number|no|code) | 招待(状)?番号""",
        1,
    ),
    _rule(
        ListField.TICKET_NUMBER,
        r"""order\ (code|id|number|no)\b | (注文|オーダー)(番号|id|no) | 販売id | sales\ id
        | bestell(nummer|code)
        | 会員(番号|id|no) | member(ship)?\ (id|no|number) | ^reference""",
        2,
    ),
    _rule(
        ListField.IGNORED,
        r"(ユーザー|利用者|アカウント|回答|response|submission|user|account|api|record|row)\ ?id\b",
    ),
    # Work.
    _rule(ListField.COMPANY, r"(会社|団体|企業|所属|勤務先|組織)(名|先)?\W+(部署|役職)"),
    _rule(ListField.TITLE, r"(部署|部門|所属).{0,3}(役職|肩書|職位)"),
    _rule(ListField.DEPARTMENT, r"部署|部門|部課|課名|department|division|\bdept|abteilung"),
    _rule(
        ListField.TITLE,
        r"役職|肩書|職位|職名|職階|职位|job\ ?title|^title$|position|\brole\b|^funktion$",
    ),
    _rule(ListField.INDUSTRY, r"業種|業界|業態|事業内容|industry|\bsector\b|branche"),
    _rule(ListField.TITLE, r"職業|職種|occupation|profession", 1),
    # 名前(会社名) holds both, the name first.
    _rule(ListField.NAME, r"^(お?名前|ご?氏名|ご?芳名)\ ?[(（/・].*(会社|所属|社名|団体)", 1),
    _rule(
        ListField.COMPANY,
        r"""会社 | 御社 | 貴社 | 社名 | 企業 | 団体 | 所属 | 勤務先 | 勤め先 | 法人名 | 組織
        | 屋号 | 店舗?名 | 学校 | 大学 | company | organi[sz]ation | affiliation | employer
        | \bfirm\b | workplace | ^firma | unternehmen | 公司 | 单位 | entreprise | société
        | ^empresa""",
    ),
    # Money and standing.
    _rule(
        ListField.PAYMENT,
        r"(支払い?|入金|決済|振込)(済み?)?(金?額|総額)|total\ paid|amount\ paid",
        1,
    ),
    _rule(
        ListField.AMOUNT,
        r"""請求(金額|額) | amount | 会費(?!の?(納入|入金|支払|振込)) | 参加費
        | 金額 | 料金 | 費用 | 代金 | 単価
        | \bprice$ | \bfee$ | \bfee\ \( | ^total$ | ticket\ price | ^preis | ^betrag""",
    ),
    _rule(
        ListField.PAYMENT,
        r"""支払 | 入金 | 決済 | 払込 | 振込 | 納入 | 精算 | ^済み?$ | \bpaid\b | payment | bezahlt
        | ^会費納入""",
    ),
    _rule(
        ListField.STATUS, r"参加ステータス|attendee\ status|参加状況|\brsvp\b|ご?出欠(?!ステータス)"
    ),
    _rule(
        ListField.STATUS,
        r"""ステータス | 状態$ | 状況$ | \bstatus\b | ^ご?(参加|出席)$
        | ^ご?(参加|出席)(の)?(可否|有無|意思) | ^ご?(参加|出席)\W*(不参加|欠席) | attending
        | ^attendance | (will|can|are)\ you\ (be\ )?(attend|join|com|mak)(e|ing)?\b
        | teilnahme | zusage | ^présence | ^responses?$ | 状态 | ^(ご)?(返信|返事|回答)$""",
        1,
    ),
    _rule(
        ListField.CATEGORY,
        r"""(参加|来場|招待|会員|ゲスト|お客様)?(者)?(区分|種別|カテゴリ|タイプ|ランク|形態)
        | 参加枠 | 券種 | チケット(名|種|の種類|タイプ)?
        | ticket\ (type|name|class|tier|category) | price\ tier | categor(y|ies)
        | ^(product|item|type|ticket|class)$ | (attendee|guest|registration)\ type
        | membership | ^(枠|属性|コース|プラン) | ^produkt$ | kategorie | ticketart | 票种""",
    ),
    _rule(ListField.LABELS, r"(?<!ネーム)タグ|ラベル|^(guest\ )?(tags?|labels?)$"),
    _rule(ListField.TABLE, r"テーブル|座席|席(番|次|順|no)|^お?席$|卓|\btable\b|\bseat\b"),
    # What the desk should know.
    _rule(ListField.EXTRA_NOTE, r"special\ attention|besondere\ aufmerksamkeit"),
    _rule(ListField.NOTE, r"備考"),
    _rule(
        ListField.ALLERGIES,
        r"""アレルギ | 食事(制限|の(ご?要望|制限)) | 食べられない | 苦手な食 | allerg
        | dietary | \bdiet\b | \bfood""",
    ),
    _rule(
        ListField.NOTE,
        r"""コメント | メモ | 連絡事項 | 要望 | 特記 | ご?配慮 | メッセージ | その他
        | \bnotes?\b | comments?\b | remarks?\b | message | special\ (requests?|needs)
        | kommentar | bemerkung | anmerkung
        | anything\ else""",
    ),
    _rule(
        ListField.ANSWERED_AT,
        r"""タイムスタンプ | time\ ?stamp
        | (回答|申込|申し込み|注文|オーダー|登録|受付|送信|購入)(日時?|時刻) | bestelldatum
        | (order|registration|purchase|submission)\ (date|time)
        | (submitted|answered|registered|created)\b""",
    ),
    _rule(ListField.ANSWERED_AT, r"更新日時?|updated|modified|\bdate\ time", 1),
    # Names last: 名 stands in almost every heading.
    _rule(ListField.NAME, r"姓名|氏名\W*(姓\W*名)|フルネーム|full\ ?name|first\ (and|&)\ last"),
    _rule(
        ListField.FAMILY_NAME,
        r"(^|\W|氏名|名前)(姓|苗字|名字|氏)($|\W)|\b(family|last)\ ?name|surname|^(family|last)$"
        r"|^nachname|^familienname|^nom$|nom\ de\ famille|^apellidos?$",
    ),
    _rule(
        ListField.GIVEN_NAME,
        r"(^|\W|氏名|名前)(名|下の(お)?名前)($|\W)|\b(given|first)\ ?name|forename|^(given|first)$"
        r"|^vorname|^prénom",
    ),
    _rule(ListField.EXTRA_NOTE, r"旧姓|maiden"),
    _rule(ListField.IGNORED, r"^middle|^prefix$|^suffix$|敬称"),
    _rule(ListField.NAME, r"(申込|購入|注文|代表|予約|担当)者|buyer|purchaser|\bcontact\ name", 1),
    _rule(ListField.NAME, r"(ユーザー|アカウント)名|user\ ?name|account\ name|ハンドル", 3),
    _rule(ListField.NAME, r"表示名|display\ name|^line名", 2),
    _rule(
        ListField.NAME,
        r"""氏名 | 芳名 | ^本名 | ^お?名前 | お名前 | なまえ | 名前$
        | ^ご?(参加|出席|来場|招待)(者|客)(様)?(の)?名?$ | ^(ゲスト|お客様|会員)(様)?名$
        | ^(\w+('s)?\ ){0,2}name$ | ^name\b | your\ (full\ )?name | ^teilnehmer(name)?$
        | ^nombre$""",
    ),
    _rule(ListField.NAME, r"^(attendee|guest|participant|invitee)(s|\(s\))?$", 2),
    _rule(ListField.NUMBER, r"^(no|番号|通し番号|連番|項番|num|number|id|管理番号|名簿番号|順番)$"),
)

_DECORATION = re.compile(
    r"""[【\[(《<](必須|任意|required|optional|必須項目|複数選択可|複数回答可?)[】\])》>]
    | ^\W*(q|問|質問)?\d{1,2}[.．)、:]\s* | [\[(]?例[:)].*$ | [*※＊■◆●▼○]""",
    re.VERBOSE,
)
_NOT_LATIN_GAP = re.compile(r"(?<=[^\x00-\x7f]) (?=[^\x00-\x7f])")
_LONGEST_HEADING = 200


_NAME_WITH_READING = re.compile(rf"^(ご?氏名|お?名前|ご?芳名)\W*{_READING}\W*$", re.VERBOSE)


def may_hold_name_too(heading: str) -> bool:
    """Whether a heading of readings may mean the name with its reading behind: 氏名(ふりがな)."""
    return _NAME_WITH_READING.search(plain_heading(heading)) is not None


def plain_heading(text: str) -> str:
    """A heading without what differs from list to list: width, case, line breaks, 【必須】, Q1."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    folded = _DECORATION.sub(" ", folded.replace("#", " no ").replace("№", "no"))
    folded = re.sub(r"\bno\.", "no", folded).replace("_", " ")
    folded = " ".join(folded.split()).strip(" :;,。、?！!.・-")
    return _NOT_LATIN_GAP.sub("", folded)


@lru_cache(maxsize=4096)
def meaning(heading: str) -> Meaning | None:
    """What a heading means, None when we do not know it or it is no heading at all."""
    if "@" in heading or len(heading) > _LONGEST_HEADING:
        return None
    plain = plain_heading(heading)
    if not plain or plain.replace(",", "").replace(".", "").isdigit():
        return None
    return next((rule.meaning for rule in _RULES if rule.pattern.search(plain)), None)
