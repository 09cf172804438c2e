"""Statements in every format: what was on the statement is what is read."""

from datetime import date
from pathlib import Path

import pytest

from reception_app.documents.bank_statement.statement_file import (
    StatementColumnsMissing,
    StatementDamaged,
    StatementFileEmpty,
    StatementFileMissing,
    StatementFormatUnknown,
    StatementIsOfCard,
    StatementIsWebPage,
    StatementOfOtherKind,
    StatementOtherCurrency,
    StatementTooLarge,
    StatementUnsafe,
    open_statement,
    read_statement,
)
from reception_app.documents.delimited_text import ListEncodingsMixed, ListEncodingUnknown
from reception_app.domain.errors import ReceptionError
from reception_app.domain.statement import (
    RowTrouble,
    Statement,
    StatementAccount,
    StatementWarning,
)

DATA = Path(__file__).parent.parent.parent / "data"
NEAR = date(2026, 11, 14)
BANK = StatementAccount.BANK


def read(
    content: str | bytes, folder: Path, *, account: StatementAccount = BANK, currency: str = "JPY",
    encoding: str = "utf-8",
) -> Statement:  # fmt: skip
    """The statement in a file of this content."""
    path = folder / "statement.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode(encoding))
    opened = open_statement(path, account, currency)
    return read_statement(opened, account=account, currency=currency, near=NEAR)


def told(statement: Statement) -> list[tuple[str, int, str]]:
    """Its rows as day, amount and text."""
    return [(row.date.strftime("%m-%d"), row.amount, row.text) for row in statement.rows]


TWO_ROWS = [("10-01", 8000, "ﾔﾏﾀﾞ ﾀﾛｳ"), ("10-02", -440, "ﾃｽｳﾘﾖｳ")]
"""What the small statements below all say."""

MUFG = """日付,摘要,摘要内容,支払い金額,預かり金額,差引残高,メモ,未資金化区分,入払区分
"2026/10/1","振込","ﾔﾏﾀﾞ ﾀﾛｳ","","8,000","108,000","","","入金"
"2026/10/2","手数料","ﾃｽｳﾘﾖｳ","440","","107,560","","","出金"
"""
SMBC = """年月日,お引出し,お預入れ,お取り扱い内容,残高,メモ,ラベル
R8.10.1,,8000,ﾔﾏﾀﾞ ﾀﾛｳ,108000,,
R8.10.2,440,,ﾃｽｳﾘﾖｳ,107560,,
"""
MIZUHO = """みずほダイレクト
お取引明細
口座番号,普通 1234567
期間,2026.10.01~2026.10.31

日付,お引出金額,お預入金額,お取引内容
2026.10.01,-,"8,000",ﾔﾏﾀﾞ ﾀﾛｳ
2026.10.02,440,-,ﾃｽｳﾘﾖｳ
合計,440,"8,000",
"""
RAKUTEN = """取引日,入出金(円),取引後残高(円),入出金内容
20261002,-440,107560,ﾃｽｳﾘﾖｳ
20261001,8000,108000,ﾔﾏﾀﾞ ﾀﾛｳ
"""
YUCHO = """お客さま口座情報
現在高,,107560円
取引日,入出金明細ＩＤ,受入金額（円）,払出金額（円）,詳細１,詳細２,現在（貸付）高
20261001,202610010001,8000,,,ﾔﾏﾀﾞ ﾀﾛｳ,108000
20261002,202610020001,,440,,ﾃｽｳﾘﾖｳ,107560
"""
PAYPAY_BANK = """操作日(年),操作日(月),操作日(日),時刻(時),順番号,摘要,お支払金額,お預り金額,残高
2026,10,1,9,1,ﾔﾏﾀﾞ ﾀﾛｳ,,8000,108000
2026,10,2,9,2,ﾃｽｳﾘﾖｳ,440,,107560
"""
ENGLISH = """Account Number: 00012345
Date,Description,Money Out,Money In,Balance
01 Oct 2026,ﾔﾏﾀﾞ ﾀﾛｳ,,"8,000","108,000"
02 Oct 2026,ﾃｽｳﾘﾖｳ,440,,"107,560"
"""
DIRECTION = """取引日,取引区分,取引金額,残高,依頼人名,摘要
2026年10月01日,入金,"8,000円",108000,ﾔﾏﾀﾞ ﾀﾛｳ,振込
2026年10月02日,出金,"440円",107560,ﾃｽｳﾘﾖｳ,手数料
"""
TWO_HEADINGS = """,取引,取引金額,,残高
日付,内容,お引出し,お預入れ,
令和8年10月1日,ﾔﾏﾀﾞ ﾀﾛｳ,,8000,108000
令和8年10月2日,ﾃｽｳﾘﾖｳ,440,,107560
"""
HEADINGS_AGAIN = MUFG.replace('"2026/10/2"', MUFG.split("\n", maxsplit=1)[0] + '\n"2026/10/2"')
NO_HEADINGS = """2026/10/01,ﾔﾏﾀﾞ ﾀﾛｳ,,8000,108000
2026/10/02,ﾃｽｳﾘﾖｳ,440,,107560
"""
TABS = SMBC.replace(",", "\t")
MINUS_IN_ITS_COLUMN = SMBC.replace(",440,", ",-440,")
FULL_WIDTH_AMOUNTS = MIZUHO.replace('"8,000"', "８，０００").replace("440", "４４０")
CSVS = {
    "MUFG": MUFG, "SMBC": SMBC, "Mizuho": MIZUHO, "Rakuten": RAKUTEN, "Yucho": YUCHO,
    "PayPay bank": PAYPAY_BANK, "English": ENGLISH, "direction": DIRECTION,
    "two heading lines": TWO_HEADINGS, "headings again": HEADINGS_AGAIN,
    "no headings": NO_HEADINGS, "tabs": TABS, "minus": MINUS_IN_ITS_COLUMN,
    "full width": FULL_WIDTH_AMOUNTS,
}  # fmt: skip


@pytest.mark.parametrize("bank", CSVS)
def test_any_banks_csv_is_understood(bank: str, tmp_path: Path) -> None:
    """Columns, dates and signs of each bank come out as the same two rows, oldest first."""
    statement = read(CSVS[bank], tmp_path, encoding="cp932")
    assert told(statement) == TWO_ROWS
    assert statement.unreadable == ()
    assert statement.difference in {0, None}
    assert (statement.opening is None) == ("お引出金額" in CSVS[bank])


def test_the_account_number_above_the_headings_is_noticed(tmp_path: Path) -> None:
    """Its last digits tell one account's statements from another's."""
    assert read(MIZUHO, tmp_path).account_tail == "4567"
    assert read(ENGLISH, tmp_path).account_tail == "2345"
    assert read(MUFG, tmp_path).account_tail == ""


@pytest.mark.parametrize("encoding", ["cp932", "utf-8", "utf-8-sig", "utf-16"])
def test_every_encoding_is_understood(encoding: str, tmp_path: Path) -> None:
    """Also one with 髙, which Shift_JIS proper has not."""
    statement = read(MUFG.replace("ﾔﾏﾀﾞ ﾀﾛｳ", "髙田 太郎"), tmp_path, encoding=encoding)
    assert statement.rows[0].text == "髙田 太郎"


def test_the_sample_adds_up() -> None:
    """The sample's 243 rows lead from its opening to its closing balance."""
    opened = open_statement(DATA / "bank_statement_cp932.csv", BANK, "JPY")
    statement = read_statement(opened, account=BANK, currency="JPY", near=NEAR)
    assert (len(statement.rows), statement.difference, statement.warnings) == (243, 0, ())
    assert (statement.opening, statement.closing) == (1_204_331, 2_718_891)


@pytest.mark.parametrize(
    ("written", "day"),
    [("2026/10/1", 1), ("2026-10-01", 1), ("2026.10.1", 1), ("2026年10月01日(木)", 1),
     ("20261001", 1), ("令和8年10月1日", 1), ("R8.10.1", 1), ("8.10.1", 1), ("26/10/01", 1),
     ("2026/10/01 09:15", 1), ("10/1", 1), ("1 Oct 2026", 1), ("Oct 1, 2026", 1),
     ("13/10/2026", 13), ("10/13/2026", 13),
     ("081001", 1), ("261001", 1), ("２０２６／１０／１", 1)],
)  # fmt: skip
def test_dates_are_read_in_any_usual_form(written: str, day: int, tmp_path: Path) -> None:
    """The year of an era, two digits, no year at all: the event's year decides."""
    statement = read(f'日付,入金,出金,摘要\n"{written}",8000,,ﾔﾏﾀﾞ\n', tmp_path)
    assert [row.date for row in statement.rows] == [date(2026, 10, day)]


def test_a_row_that_cannot_be_read_stops_nothing(tmp_path: Path) -> None:
    """Red rows are told with number and reason; totals and footnotes are left out in silence."""
    text = (
        MUFG + '"2026/13/45","振込","ｻﾄｳ","","5,000","",""\n'
        '"2026/10/3","振込","ｽｽﾞｷ","","五千","",""\n'
    )
    text += '"2026/10/4","振込","ﾓﾘ","1","2","",""\n合計,,,440,8000,,\n※照会日 2026/11/01\n'
    statement = read(text, tmp_path)
    assert told(statement) == TWO_ROWS
    assert [(one.number, one.trouble) for one in statement.unreadable] == [
        (4, RowTrouble.DATE),
        (5, RowTrouble.AMOUNT),
        (6, RowTrouble.BOTH_AMOUNTS),
    ]


def test_a_missing_row_shows_in_the_balance(tmp_path: Path) -> None:
    """Where the balance does not follow, the statement says so."""
    text = MUFG.replace("107,560", "100,000")
    statement = read(text, tmp_path)
    assert [warned.kind for warned in statement.warnings] == [StatementWarning.BALANCE]
    assert statement.difference == 7560


def test_a_deposit_below_zero_is_money_out(tmp_path: Path) -> None:
    """The bank took a payment back: the row is kept, and told."""
    text = SMBC.replace("R8.10.2,440,,", "R8.10.2,,-440,")
    statement = read(text, tmp_path)
    assert told(statement) == TWO_ROWS
    assert [warned.kind for warned in statement.warnings] == [StatementWarning.NEGATIVE_DEPOSIT]


def test_two_equal_rows_are_two(tmp_path: Path) -> None:
    """Two payers of one name and amount on one day stay two rows."""
    line = '"2026/10/1","振込","ﾔﾏﾀﾞ ﾀﾛｳ","","8,000","","","","入金"\n'
    statement = read(MUFG.split("\n", maxsplit=1)[0] + "\n" + line + line, tmp_path)
    assert told(statement) == [TWO_ROWS[0]] * 2


def zengin_transfers() -> str:
    """A file of transfers that came in: header, two records, one of them taken back, end."""
    header = "1010" + "081031" + "081001" + "081031" + "0001" + "ﾐｽﾞﾎ".ljust(15) + "123"
    header += "ﾎﾝﾃﾝ".ljust(15) + "1" + "7654321" + "ｱｷﾉｶｲ".ljust(40)
    first = "2" + "000001" + "081001" * 2 + f"{8000:010}" + "0" * 10 + " " * 10
    first += "ﾔﾏﾀﾞ ﾀﾛｳ".ljust(48) + "ﾐﾂﾋﾞｼ".ljust(15) + "ｼﾌﾞﾔ".ljust(15) + "0" + "EDI".ljust(20)
    second = "2" + "000002" + "081002" * 2 + f"{5000:010}" + "0" * 10 + " " * 10
    second += "ｻﾄｳ".ljust(48) + " " * 30 + "1" + " " * 20
    trailer = "8" + f"{1:06}" + f"{8000:012}" + f"{1:06}" + f"{5000:012}"
    return "\r\n".join(one.ljust(200) for one in (header, first, second, trailer, "9"))


def zengin_movements() -> str:
    """A file of movements: header with the balance before, in and out, trailer, end."""
    header = "1030" + "081031" + "081001" + "081031" + "0001" + "ﾐｽﾞﾎ".ljust(15) + "123"
    header += "ﾎﾝﾃﾝ".ljust(15) + "000" + "1" + "0007654321" + "ｱｷﾉｶｲ".ljust(40) + "11"
    header += f"{100000:014}"

    def movement(day: str, way: str, amount: int, payer: str, purpose: str) -> str:
        record = "2" + "00000001" + day * 2 + way + "11" + f"{amount:012}" + "0" * 12
        record += "0" * 12 + "0" + "0" * 7 + "000" + " " * 10 + payer.ljust(48) + " " * 30
        return record + purpose.ljust(20) + " " * 20

    rows = (
        movement("081001", "1", 8000, "ﾔﾏﾀﾞ ﾀﾛｳ", ""),
        movement("081002", "2", 440, "", "ﾃｽｳﾘﾖｳ"),
    )
    trailer = "8" + f"{1:06}{8000:013}{1:06}{440:013}" + "1" + f"{107560:014}" + f"{2:07}"
    return "".join(one.ljust(200) for one in (header, *rows, trailer, "9"))


def test_zengin_transfers_are_read(tmp_path: Path) -> None:
    """Kind 01: era dates, payer, message; what was taken back is money out."""
    statement = read(zengin_transfers(), tmp_path, encoding="cp932")
    assert told(statement) == [("10-01", 8000, "ﾔﾏﾀﾞ ﾀﾛｳ"), ("10-02", -5000, "ｻﾄｳ")]
    assert (statement.account_tail, statement.warnings) == ("4321", ())
    assert statement.rows[0].reference == "000001 EDI"


def test_zengin_movements_are_read(tmp_path: Path) -> None:
    """Kind 03, without line ends: both directions, and both balances."""
    statement = read(zengin_movements(), tmp_path, encoding="cp932")
    assert told(statement) == TWO_ROWS
    assert (statement.opening, statement.closing, statement.difference) == (100_000, 107_560, 0)


def test_zengin_totals_are_compared(tmp_path: Path) -> None:
    """A record that was lost shows in the file's own totals."""
    text = zengin_transfers().replace(f"{8000:012}", f"{9000:012}")
    statement = read(text, tmp_path, encoding="cp932")
    assert [warned.kind for warned in statement.warnings] == [StatementWarning.TOTALS]


def test_a_broken_zengin_record_is_red(tmp_path: Path) -> None:
    """A record whose amount is no number is told; the others are read."""
    text = zengin_transfers().replace(f"{5000:010}", "00000ABCDE")
    statement = read(text, tmp_path, encoding="cp932")
    assert (len(statement.rows), len(statement.unreadable)) == (1, 1)


PAYPAY = """取引番号,加盟店ID,店舗名,端末番号,取引ステータス,取引日時,取引金額,支払い方法
0002,M001,受付,1,取引完了,2026/11/14 18:43:07,8000,PayPay残高
0001,M001,受付,1,取引完了,2026/11/14 18:21:29,8000,PayPay残高
0003,M001,受付,1,返金完了,2026/11/14 19:00:00,8000,PayPay残高
0004,M001,受付,1,取引失敗,2026/11/14 19:01:00,8000,PayPay残高
"""
SQUARE = """Date,Time,Time Zone,Gross Sales,Total Collected,Card,Cash,Fees,Net Total,Transaction ID,Payment ID,Card Brand,Event Type,Deposit ID,Deposit Date
2026-11-14,18:05:00,Tokyo,"¥8,000","¥8,000","¥8,000",¥0,-¥260,"¥7,740",T1,P1,Visa,Payment,D1,2026-11-16
2026-11-14,18:07:00,Tokyo,"¥8,000","¥8,000",¥0,"¥8,000",¥0,"¥8,000",T2,P2,,Payment,,
2026-11-14,18:06:00,Tokyo,"¥10,000","¥10,000","¥10,000",¥0,-¥325,"¥9,675",T3,P3,JCB,Payment,D1,2026-11-16
"""  # noqa: E501 - the headings are Square's


def test_paypays_list_is_read(tmp_path: Path) -> None:
    """Payments in the order of their time, refunds as money out, failures left out."""
    statement = read(PAYPAY, tmp_path, account=StatementAccount.PAYPAY)
    assert [(row.reference, row.at, row.amount) for row in statement.rows] == [
        ("0001", "18:21:29", 8000),
        ("0002", "18:43:07", 8000),
        ("0003", "19:00:00", -8000),
    ]


def test_squares_list_is_read(tmp_path: Path) -> None:
    """Card payments with fee and payout; cash is not Square's."""
    statement = read(SQUARE, tmp_path, account=StatementAccount.CARD)
    assert [(row.reference, row.amount, row.fee, row.batch) for row in statement.rows] == [
        ("P1", 8000, 260, "D1"),
        ("P3", 10000, 325, "D1"),
    ]


OF_A_CARD = """利用日,利用店名・商品名,利用者,支払方法,利用金額
2026/10/01,書店,本人,1回払い,3000
"""
CAMT = """<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt><Stmt>
<Acct><Id><IBAN>DE02120300000000202051</IBAN></Id><Ccy>EUR</Ccy></Acct>
<Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">1000.00</Amt>
<CdtDbtInd>CRDT</CdtDbtInd></Bal>
<Bal><Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">1075.60</Amt>
<CdtDbtInd>CRDT</CdtDbtInd></Bal>
<Ntry><Amt Ccy="EUR">80.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts>
<BookgDt><Dt>2026-10-01</Dt></BookgDt><NtryDtls><TxDtls><Refs><EndToEndId>E1</EndToEndId></Refs>
<RltdPties><Dbtr><Nm>Erika Müller</Nm></Dbtr></RltdPties><RmtInf><Ustrd>Gala 2026</Ustrd></RmtInf>
</TxDtls></NtryDtls></Ntry>
<Ntry><Amt Ccy="EUR">4.40</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts>BOOK</Sts>
<BookgDt><Dt>2026-10-02</Dt></BookgDt><AddtlNtryInf>Fee</AddtlNtryInf></Ntry>
<Ntry><Amt Ccy="EUR">9.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>PDNG</Sts>
<BookgDt><Dt>2026-10-03</Dt></BookgDt></Ntry>
</Stmt></BkToCstmrStmt></Document>"""
MT940 = """{1:F01BANKDEFFXXXX0000000000}{2:I940BANKDEFFXXXXN}{4:
:20:STARTUMS
:25:12030000/0000202051
:28C:1/1
:60F:C261001EUR1000,00
:61:2610011001CR80,00NTRFE1//123
:86:166?00SEPA?20Gala 2026?32Erika ?33Müller
:61:2610021002D4,40NMSCNONREF
:86:Fee
:62F:C261002EUR1075,60
-}"""
OFX = """OFXHEADER:100
DATA:OFXSGML

<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>EUR
<BANKACCTFROM><ACCTID>0000202051</BANKACCTFROM><BANKTRANLIST>
<STMTTRN><TRNTYPE>CREDIT<DTPOSTED>20261001120000<TRNAMT>80.00<FITID>1<NAME>Erika Müller<MEMO>Gala
<STMTTRN><TRNTYPE>DEBIT<DTPOSTED>20261002<TRNAMT>-4.40<FITID>2<NAME>Fee
</BANKTRANLIST><LEDGERBAL><BALAMT>1075.60<DTASOF>20261002</LEDGERBAL></STMTRS></STMTTRNRS>
</BANKMSGSRSV1></OFX>"""


@pytest.mark.parametrize("text", [CAMT, MT940, OFX], ids=["CAMT.053", "MT940", "OFX"])
def test_messages_of_banks_are_read(text: str, tmp_path: Path) -> None:
    """The same two rows in three formats, with payers, cents and balances."""
    statement = read(text, tmp_path, currency="EUR")
    assert told(statement) == [("10-01", 8000, "Erika Müller"), ("10-02", -440, "Fee")]
    assert (statement.opening, statement.closing) == (100_000, 107_560)
    assert (statement.difference, statement.account_tail) == (0, "2051")
    assert statement.unreadable == ()


def test_a_batch_in_camt_is_several_rows(tmp_path: Path) -> None:
    """One booking of two payments with their own amounts becomes two rows."""
    parts = "".join(
        f'<TxDtls><Amt Ccy="EUR">{amount}</Amt><RltdPties><Dbtr><Nm>{name}</Nm></Dbtr></RltdPties>'
        "</TxDtls>"
        for name, amount in (("Anna", "30.00"), ("Ben", "50.00"))
    )
    whole = CAMT[CAMT.index("<TxDtls>") : CAMT.index("</TxDtls>") + len("</TxDtls>")]
    statement = read(CAMT.replace(whole, parts), tmp_path, currency="EUR")
    assert told(statement)[:2] == [("10-01", 3000, "Anna"), ("10-01", 5000, "Ben")]


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b"", StatementFileEmpty),
        (b"PK\x03\x04 rest", StatementFormatUnknown),
        ("<!DOCTYPE html><html><body>Error</body></html>", StatementIsWebPage),
        ("<html><head><title>ログイン</title></head></html>", StatementIsWebPage),
        ("氏名,会社\n山田,サンプル\n", StatementColumnsMissing),
        (OF_A_CARD, StatementIsOfCard),
        (PAYPAY, StatementOfOtherKind),
        (SQUARE, StatementOfOtherKind),
        (CAMT, StatementOtherCurrency),
        (MT940, StatementOtherCurrency),
        (OFX, StatementOtherCurrency),
        (OFX.replace("STMTRS", "CCSTMTRS"), StatementIsOfCard),
        (CAMT[: len(CAMT) // 2], StatementDamaged),
        (CAMT.replace("<Document", '<!DOCTYPE x [<!ENTITY a "b">]><Document'), StatementUnsafe),
        (MUFG.encode("cp932") + MUFG.encode(), ListEncodingsMixed),
        ("日付,入金\n".encode("cp932") + b"\x81\xff\xff", ListEncodingUnknown),
    ],
)  # fmt: skip
def test_bad_files_give_one_clear_error(
    content: str | bytes, error: type[ReceptionError], tmp_path: Path
) -> None:
    """Each thing that people choose by mistake has its own error."""
    with pytest.raises(error):
        read(content, tmp_path)


def test_a_dtd_in_utf_16_is_refused_too(tmp_path: Path) -> None:
    """Another encoding does not hide a document type."""
    text = CAMT.replace("<Document", '<!DOCTYPE x [<!ENTITY a "b">]><Document')
    with pytest.raises(StatementUnsafe):
        read(text.encode("utf-16"), tmp_path, currency="EUR")


def test_a_file_of_a_hundred_megabytes_is_not_read(tmp_path: Path) -> None:
    """Its size is enough to refuse it."""
    path = tmp_path / "statement.csv"
    with path.open("wb") as file:
        file.truncate(100 * 1024 * 1024)
    with pytest.raises(StatementTooLarge):
        open_statement(path, BANK, "JPY")


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    """A wrong name, or a folder."""
    for path in (tmp_path / "none.csv", tmp_path):
        with pytest.raises(StatementFileMissing):
            open_statement(path, BANK, "JPY")


def test_a_banks_statement_is_no_providers(tmp_path: Path) -> None:
    """A statement with balances was not taken at the door."""
    with pytest.raises(StatementOfOtherKind):
        read(MUFG, tmp_path, account=StatementAccount.PAYPAY)
