"""Commands as people type them, and what they answer."""

import json
from typing import Any

import pytest

from reception_app import cli

Printed = pytest.CaptureFixture[str]
WINDOW_OPENED = 99
"""The exit code of a command that opened the window."""


def run(*words: object) -> int:
    """Type a command; its exit code."""
    return cli.main(["--language", "en", *map(str, words)], open_window=lambda _path: WINDOW_OPENED)


def told(capsys: Printed, *words: object) -> dict[str, Any]:
    """What a command says as JSON."""
    capsys.readouterr()
    assert run(*words, "--json") == 0
    answer: dict[str, Any] = json.loads(capsys.readouterr().out)
    return answer
