"""What is documented is what there is: every command and option stands in both guides."""

import argparse
from pathlib import Path

import pytest

from reception_app.cli.parser import make_parser

DOCS = Path(__file__).parent.parent / "docs"


def commands() -> dict[str, argparse.ArgumentParser]:
    """Every command with its parser."""
    parser = make_parser()
    [parts] = [a for a in parser._actions if isinstance(a, argparse._SubParsersAction)]
    return dict(parts.choices)


@pytest.mark.parametrize("language", ["en", "ja"])
def test_every_command_and_option_is_documented(language: str) -> None:
    """A command or option that is not in the guide fails here by name."""
    text = (DOCS / language / "command-line.md").read_text(encoding="utf-8")
    missing = [name for name in commands() if f"`{name} " not in text]
    missing += [
        f"{name} {action.option_strings[-1]}"
        for name, part in commands().items()
        for action in part._actions
        if action.option_strings and action.dest != "help"
        if not any(f"{option} " in text or f"{option}]" in text for option in action.option_strings)
    ]
    assert missing == []


@pytest.mark.parametrize("language", ["en", "ja"])
def test_every_picture_of_the_guides_is_there(language: str) -> None:
    """No guide shows a picture that does not exist."""
    for page in (DOCS / language).glob("*.md"):
        for piece in page.read_text(encoding="utf-8").split("](")[1:]:
            target = piece.split(")")[0]
            if not target.startswith("http"):
                assert (page.parent / target.split("#")[0]).exists(), (page.name, target)
