"""What a check found: a level, a sentence in plain words, and the rows concerned."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from reception_app.wording import Wording

_SHOWN = 8


class Level(StrEnum):
    """How a check came out; only red means that something is wrong with the books or the file."""

    OK = "ok"
    WARNING = "warning"
    RED = "red"


@dataclass(frozen=True, slots=True)
class Finding:
    """The outcome of one check. `code` is stable; `facts` fill its sentence.

    `rows` are what is concerned: ids of entries or guests, receipt numbers, table names – by the
    check's nature; the sentence names the first few the way people number them.
    """

    code: str
    level: Level
    facts: dict[str, Any] = field(default_factory=dict)
    rows: tuple[str, ...] = ()


def sentence_of(finding: Finding, wording: Wording) -> str:
    """What was found, in one plain sentence."""
    key, facts = f"{finding.code}_{finding.level}", dict(finding.facts)
    if "n" in facts:
        return wording.counted("check", key, facts.pop("n"), **facts)
    return wording.text("check", key, **facts)


def hint_of(finding: Finding, wording: Wording) -> str:
    """What to do about it; empty when all is well."""
    if finding.level is Level.OK:
        return ""
    return wording.text("check_hint", finding.code, **finding.facts)


def worst_of(findings: Iterable[Finding]) -> Level:
    """The gravest level among the findings."""
    levels = {finding.level for finding in findings}
    return next((level for level in (Level.RED, Level.WARNING) if level in levels), Level.OK)


def naming(numbers: Iterable[object]) -> str:
    """The first few of the rows concerned, for a sentence: `3, 7, 12 …`."""
    names = [str(number) for number in numbers]
    return ", ".join(names[:_SHOWN]) + (" …" if len(names) > _SHOWN else "")
