"""What Japanese banks and household-book services offer for download, each with its quirks.

Every file says the same two rows: 8,000 yen came from Yamada, 440 yen went out as a fee.
"""

from datetime import date
from pathlib import Path

import pytest

from reception_app.documents.bank_statement.statement_file import open_statement, read_statement
from reception_app.domain.statement import Statement, StatementAccount

BANK = StatementAccount.BANK
SAID = [("10-01", 8000, "ﾔﾏﾀﾞ ﾀﾛｳ"), ("10-02", -440, "ﾃｽｳﾘﾖｳ")]

SBI = """"日付","内容","出金金額(円)","入金金額(円)","残高(円)","メモ"
"2026/10/02","ﾃｽｳﾘﾖｳ","440","","107,560","-"
"2026/10/01","ﾔﾏﾀﾞ ﾀﾛｳ","","8,000","108,000","-"
"""
SONY = """"取引日","摘要","参考情報","お引出額","お預入額","差引残高"
"2026年10月01日","振込","ﾔﾏﾀﾞ ﾀﾛｳ","","8,000","108,000"
"2026年10月02日","手数料","ﾃｽｳﾘﾖｳ","440","","107,560"
"""
GMO_AOZORA = """日付,摘要,入金金額,出金金額,残高,メモ
20261002,ﾃｽｳﾘﾖｳ,,440,107560,
20261001,ﾔﾏﾀﾞ ﾀﾛｳ,8000,,108000,
"""
AEON = """取引日,お取扱内容,お支払金額（円）,お預り金額（円）,残高（円）,備考
2026/10/01,ﾔﾏﾀﾞ ﾀﾛｳ,,8000,108000,
2026/10/02,ﾃｽｳﾘﾖｳ,440,,107560,
"""
AU_JIBUN = """ご利用口座,円普通預金
表示期間,2026/10/01～2026/10/31

お取引日,お取引内容,お引出し金額（円）,お預入れ金額（円）,残高（円）,お客さまメモ
2026.10.01,ﾔﾏﾀﾞ ﾀﾛｳ,,8000,108000,
2026.10.02,ﾃｽｳﾘﾖｳ,440,,107560,
"""
RESONA = (
    "取引名,金融機関名,支店名,預金種目,口座番号,科目,残高,手形・小切手番号,取引年,取引月,"
    "取引日,起算日,入払区分,取引金額,摘要\n"
    "入出金明細,りそな銀行,新宿支店,普通預金,1234567,普通,108000,,2026,10,1,,入金,8000,"
    "ﾔﾏﾀﾞ ﾀﾛｳ\n"
    "入出金明細,りそな銀行,新宿支店,普通預金,1234567,普通,107560,,2026,10,2,,支払,440,"
    "ﾃｽｳﾘﾖｳ\n"
)
YOKOHAMA = """口座番号：普通 1234567
照会日：2026年11月01日
取引日,お支払金額,お預り金額,差引残高,お取引内容
26/10/01,,"8,000","108,000",ﾔﾏﾀﾞ ﾀﾛｳ
26/10/02,"440",,"107,560",ﾃｽｳﾘﾖｳ
"""
SHINKIN = """勘定日,取引内容,お支払金額,お預り金額,差引残高,摘要
08.10.01,振込,*,8000,108000,ﾔﾏﾀﾞ ﾀﾛｳ
08.10.02,手数料,440,*,107560,ﾃｽｳﾘﾖｳ
"""
SHINSEI = (
    "取引日\t照会番号\t摘要\tお支払金額\tお預り金額\t残高\n"
    "2026/10/02\t0002\tﾃｽｳﾘﾖｳ\t440\t\t107560\n2026/10/01\t0001\tﾔﾏﾀﾞ ﾀﾛｳ\t\t8000\t108000\n"
)
JA_BANK = """お取引日,お引出し金額,お預入れ金額,お取引区分,残高,摘要
2026/10/01,,8000,振込,108000,ﾔﾏﾀﾞ ﾀﾛｳ
2026/10/02,440,,手数料,107560,ﾃｽｳﾘﾖｳ
"""
WEB21 = (
    "照会口座,新宿支店 普通 1234567\n"
    "明細区分,取扱日付,起算日,入払区分,取引区分,取引金額,うち他店券金額,交換呈示日,"
    "不渡返還日,手形・小切手区分,手形・小切手番号,残高,振込依頼人コード,振込依頼人名,"
    "仕向銀行名,仕向店名,摘要内容,ＥＤＩ情報\n"
    "明細,20261001,20261001,入金,振込,8000,0,,,,,108000,0000000001,ﾔﾏﾀﾞ ﾀﾛｳ,ﾐﾂﾋﾞｼUFJ,ｼﾌﾞﾔ,,\n"
    "明細,20261002,20261002,出金,手数料,440,0,,,,,107560,,,,,ﾃｽｳﾘﾖｳ,\n"
    "合計,,,,,7560,,,,,,,,,,,,\n"
)
BIZSTATION = (
    "預入・払出明細\n"
    "口座番号,0011234567\n"
    "番号,勘定日,起算日,お支払金額,お預り金額,残高,取引区分,明細区分,金融機関名,支店名,"
    "振込依頼人名または契約者番号,摘要\n"
    '1,10月1日,10月1日,,"8,000","108,000",振込,,三菱ＵＦＪ,渋谷,ﾔﾏﾀﾞ ﾀﾛｳ,\n'
    '2,10月2日,10月2日,"440",,"107,560",その他,,,,,ﾃｽｳﾘﾖｳ\n'
)
SEVEN = """日付,時刻,取引内容,金額,残高
2026/10/01,09:15,ﾔﾏﾀﾞ ﾀﾛｳ,"+8,000","108,000"
2026/10/02,00:01,ﾃｽｳﾘﾖｳ,"-440","107,560"
"""
FREEE = """取引日,収支区分,取引先,摘要,金額,残高,ステータス
2026-10-01,収入,,ﾔﾏﾀﾞ ﾀﾛｳ,8000,108000,登録待ち
2026-10-02,支出,,ﾃｽｳﾘﾖｳ,440,107560,登録待ち
"""
MONEY_FORWARD = """"計算対象","日付","内容","金額（円）","金融機関","大項目","中項目","振替","ID"
"1","2026/10/02","ﾃｽｳﾘﾖｳ","-440","A銀行","その他","手数料","0","b2"
"1","2026/10/01","ﾔﾏﾀﾞ ﾀﾛｳ","8000","A銀行","収入","一時所得","0","a1"
"""
MONEY_FORWARD_BOOKS = """取引日,入金額,出金額,残高,摘要,明細のステータス
2026/10/01,8000,0,108000,ﾔﾏﾀﾞ ﾀﾛｳ,未仕訳
2026/10/02,0,440,107560,ﾃｽｳﾘﾖｳ,未仕訳
"""
YAYOI = """日付,摘要,入金,出金,残高
R08/10/01,ﾔﾏﾀﾞ ﾀﾛｳ,8000,,108000
R08/10/02,ﾃｽｳﾘﾖｳ,,440,107560
"""
WISE = """"TransferWise ID",Date,Amount,Currency,Description,"Payment Reference","Running Balance"
TRANSFER-2,02-10-2026,-440,JPY,ﾃｽｳﾘﾖｳ,,107560
TRANSFER-1,01-10-2026,8000,JPY,ﾔﾏﾀﾞ ﾀﾛｳ,,108000
"""
MINNA = """年月日,取引内容,出金額,入金額,残高,メモ
2026/10/1,ﾔﾏﾀﾞ ﾀﾛｳ,0円,"8,000円","108,000円",
2026/10/2,ﾃｽｳﾘﾖｳ,440円,0円,"107,560円",
"""
KYOTO = """"お取引店","本店営業部"
"科目","普通"
"口座番号","1234567"
"","","","",""
"年","月","日","お支払金額","お預り金額","お取引内容","差引残高"
"08","10","01","","8,000","ﾔﾏﾀﾞ ﾀﾛｳ","108,000"
"08","10","02","440","","ﾃｽｳﾘﾖｳ","107,560"
"""
LAYOUTS = {
    "SBI": SBI, "Sony": SONY, "GMO Aozora": GMO_AOZORA, "AEON": AEON, "au Jibun": AU_JIBUN,
    "Resona": RESONA, "Yokohama": YOKOHAMA, "a shinkin": SHINKIN, "Shinsei": SHINSEI,
    "JA": JA_BANK, "SMBC Web21": WEB21, "MUFG BizSTATION": BIZSTATION, "Seven": SEVEN,
    "freee": FREEE, "MoneyForward": MONEY_FORWARD, "MoneyForward books": MONEY_FORWARD_BOOKS,
    "Yayoi": YAYOI, "Wise": WISE, "Minna": MINNA, "year, month, day of the era": KYOTO,
}  # fmt: skip


def read(content: bytes, folder: Path) -> Statement:
    """The statement in a file of this content."""
    path = folder / "statement.csv"
    path.write_bytes(content)
    opened = open_statement(path, BANK, "JPY")
    return read_statement(opened, account=BANK, currency="JPY", near=date(2026, 11, 14))


@pytest.mark.parametrize("encoding", ["cp932", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("bank", LAYOUTS)
def test_every_layout_says_the_same(bank: str, encoding: str, tmp_path: Path) -> None:
    """Columns, signs, dates and order of each come out as the same two rows."""
    statement = read(LAYOUTS[bank].encode(encoding), tmp_path)
    rows = [(row.date.strftime("%m-%d"), row.amount, row.text) for row in statement.rows]
    assert rows == SAID
    assert [row.date.year for row in statement.rows] == [2026, 2026]
    assert statement.unreadable == ()
    if statement.opening is not None:
        assert (statement.opening, statement.closing, statement.difference) == (100_000, 107_560, 0)


@pytest.mark.parametrize("bank", ["Yokohama", "SMBC Web21", "MUFG BizSTATION", "Resona"])
def test_the_accounts_number_is_found_above_or_beside(bank: str, tmp_path: Path) -> None:
    """Its end tells another account's statement from ours."""
    assert read(LAYOUTS[bank].encode("cp932"), tmp_path).account_tail == "4567"
