"""The child that parses lists: it may die, hang or talk nonsense, and nothing happens to us."""

import sys
import time

import pytest

from reception_app.documents.guest_sheet.guarded_child import (
    ListReaderStopped,
    ListReaderTooSlow,
    answer_of,
    child_command,
)
from reception_app.domain.progress import Cancelled


def _python(code: str) -> list[str]:
    return [sys.executable, "-c", code]


@pytest.mark.parametrize(
    "code",
    [
        "import os; os.abort()",
        "import os; os.kill(os.getpid(), 9)",
        "raise MemoryError",
        "print('not json')",
        "print('[1]')",
        "pass",
        "print('{}'); raise SystemExit(3)",
    ],
)
def test_a_child_that_dies_or_babbles_is_a_clear_error(code: str) -> None:
    """Abort, SIGKILL, a crash, nonsense and silence all end in the same error."""
    with pytest.raises(ListReaderStopped):
        answer_of(_python(code), file="list.xlsx")


def test_a_child_that_hangs_is_ended() -> None:
    """The time limit ends it, long before it would end itself."""
    started = time.monotonic()

    with pytest.raises(ListReaderTooSlow) as caught:
        answer_of(_python("import time; time.sleep(60)"), file="list.xlsx", seconds=0.2)

    assert caught.value.file == "list.xlsx"
    assert time.monotonic() - started < 30


def test_cancel_ends_the_child() -> None:
    """A person need not wait for a slow list."""

    class Impatient:
        def advance(self, done: int, total: int) -> None:
            raise Cancelled(done, total)

    with pytest.raises(Cancelled):
        answer_of(_python("import time; time.sleep(60)"), file="l.xlsx", progress=Impatient())


def test_a_long_answer_is_read_whole() -> None:
    """More than a pipe holds at once comes through."""
    answer = answer_of(_python("print('{\"a\": \"' + 'x' * 3_000_000 + '\"}')"), file="l")

    assert len(answer["a"]) == 3_000_000


@pytest.mark.skipif(sys.platform != "linux", reason="the limit is the kernel's on Linux only")
def test_the_child_limits_its_memory() -> None:
    """After limiting itself a process cannot take two gigabytes."""
    code = (
        "from reception_app.documents.guest_sheet.child import limit_memory\n"
        "limit_memory()\n"
        "try: bytearray(2 * 1024**3)\n"
        "except MemoryError: print('{\"limited\": true}')"
    )

    assert answer_of(_python(code), file="l") == {"limited": True}


def test_the_frozen_program_starts_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    """A frozen program has no `-m`; it takes a hidden argument."""
    monkeypatch.setattr(sys, "frozen", True, raising=False)

    assert child_command() == [sys.executable, "--read-list"]
