"""Hostile statements: whatever the bytes, there is a statement or one expected error."""

import tempfile
from datetime import date
from pathlib import Path

import test_bank_layouts as layouts
import test_bank_statement_formats as formats
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reception_app.documents.bank_statement.statement_file import open_statement, read_statement
from reception_app.domain.errors import ReceptionError
from reception_app.domain.statement import StatementAccount

WHOLE = [
    *(text.encode("cp932") for text in formats.CSVS.values()),
    *(text.encode("cp932") for text in layouts.LAYOUTS.values()),
    formats.zengin_transfers().encode("cp932"),
    formats.zengin_movements().encode("cp932"),
    *(text.encode() for text in (formats.CAMT, formats.MT940, formats.OFX, formats.PAYPAY)),
    formats.SQUARE.encode(),
]
SNIPPETS = st.one_of(
    st.binary(max_size=12),
    st.sampled_from(
        [b"\n", b",", b'"', b"\0", b"-", b"99999999999999999999", b"(1)", b"<", b":61:", b"2 ",
         b"\xff\xfe", "２０２６年１３月".encode(), "令和元年".encode("cp932"), b"1e9", b"8 "]
    ),
)  # fmt: skip


def survives(content: bytes, account: StatementAccount, currency: str) -> None:
    """Read it; only an expected error may come out."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "statement"
        path.write_bytes(content)
        try:
            opened = open_statement(path, account, currency)
            statement = read_statement(
                opened, account=account, currency=currency, near=date(2026, 11, 14)
            )
        except ReceptionError:
            return
    for row in statement.rows:
        assert row.amount != 0
        assert isinstance(row.amount, int)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    whole=st.sampled_from(WHOLE),
    places=st.lists(st.tuples(st.floats(0, 1), SNIPPETS, st.integers(0, 30)), max_size=6),
    account=st.sampled_from(StatementAccount),
    currency=st.sampled_from(["JPY", "EUR", "KWD"]),
)
def test_changed_files_are_read_or_refused(
    whole: bytes, places: list[tuple[float, bytes, int]], account: StatementAccount, currency: str
) -> None:
    """A real file with pieces replaced anywhere never ends in a bug."""
    content = whole
    for share, snippet, replaced in places:
        start = int(share * len(content))
        content = content[:start] + snippet + content[start + replaced :]
    survives(content, account, currency)


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.binary(max_size=400), st.text(max_size=400).map(str.encode)))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    """So do bytes that never were a statement."""
    survives(content, StatementAccount.BANK, "JPY")
