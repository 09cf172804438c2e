"""The window speaks Japanese completely, and what it loads is what was translated.

After changing a text run `uv run python resources/translations/update.py`, translate what is new in
`reception_ja.ts`, and run it again.
"""

import ast
import re
import subprocess
import tomllib
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from reception_app import paths

ROOT = Path(__file__).parent.parent
LANGUAGES = ("en", "ja")
PLACEHOLDER = re.compile(r"%\d|%n|\{\w+\}")


def ts_file(language: str) -> Path:
    """The translations of one language."""
    return paths.resource("translations", f"reception_{language}.ts")


def messages(file: Path) -> list[ET.Element]:
    """All messages of a .ts file."""
    return list(ET.parse(file).getroot().iter("message"))  # noqa: S314 - our own file


def texts(message: ET.Element) -> list[str]:
    """The translation, or each plural form of it."""
    translation = message.find("translation")
    assert translation is not None
    forms = [form.text or "" for form in translation.iter("numerusform")]
    return forms or [translation.text or ""]


def source(message: ET.Element) -> str:
    """The English text of a message."""
    return message.findtext("source", "")


def keys(file: Path) -> set[tuple[str, str]]:
    """All (context, source) pairs of a .ts file."""
    root = ET.parse(file).getroot()  # noqa: S314 - our own file
    return {
        (context.findtext("name", ""), source(message))
        for context in root.iter("context")
        for message in context.iter("message")
    }


def test_japanese_is_complete() -> None:
    """No text of the window is left in English."""
    unfinished = [
        source(message)
        for message in messages(ts_file("ja"))
        for translation in message.iter("translation")
        if translation.get("type") or not all(texts(message))
    ]

    assert unfinished == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_placeholders_are_kept(language: str) -> None:
    """A translation fills in the same facts as its source; %n alone may be left out of a plural."""
    for message in messages(ts_file(language)):
        wanted = set(PLACEHOLDER.findall(source(message)))
        for text in texts(message):
            found = set(PLACEHOLDER.findall(text))
            assert found == wanted or found == wanted - {"%n"}, source(message)


@pytest.mark.parametrize("language", LANGUAGES)
def test_compiled_is_what_was_translated(language: str, tmp_path: Path) -> None:
    """The tracked .qm is the .ts compiled."""
    compiled = tmp_path / "fresh.qm"
    subprocess.run(
        ["pyside6-lrelease", "-silent", str(ts_file(language)), "-qm", str(compiled)],  # noqa: S607
        check=True,
    )

    assert ts_file(language).with_suffix(".qm").read_bytes() == compiled.read_bytes()


def test_no_text_of_the_window_is_missing(tmp_path: Path) -> None:
    """Every text in the code stands in the Japanese .ts, and nothing else does."""
    fresh = tmp_path / "fresh.ts"
    modules = sorted(str(module) for module in (ROOT / "reception_app" / "ui").rglob("*.py"))
    subprocess.run(
        ["pyside6-lupdate", "-silent", *modules, "-ts", str(fresh)],  # noqa: S607
        check=True,
        capture_output=True,
    )

    assert keys(ts_file("ja")) == keys(fresh)


def test_collector_saw_every_text() -> None:
    """Qt's collector passes over a call with a call inside, such as `len(rows)`: write none."""
    known = keys(ts_file("ja"))
    missed = [
        (context.value, text.value)
        for module in (ROOT / "reception_app" / "ui").rglob("*.py")
        for call in ast.walk(ast.parse(module.read_text("utf-8")))
        if isinstance(call, ast.Call) and ast.unparse(call.func).endswith("translate")
        for context, text in [call.args[:2]]
        if isinstance(context, ast.Constant) and isinstance(text, ast.Constant)
        if (context.value, text.value) not in known
    ]

    assert missed == []


def test_english_counts() -> None:
    """Every text that counts has its singular and its plural in English."""
    counting = {source(message) for message in messages(ts_file("ja")) if "%n" in source(message)}
    forms = {source(message): texts(message) for message in messages(ts_file("en"))}

    assert set(forms) == counting
    assert [text for text, two in forms.items() if len(two) != 2 or not all(two)] == []


def test_shared_sentences_are_complete() -> None:
    """The two languages of the shared sentences have the same keys and the same placeholders."""
    tables = {
        language: tomllib.loads(paths.resource("wording", f"{language}.toml").read_text("utf-8"))
        for language in LANGUAGES
    }
    for table in {**tables["en"], **tables["ja"]}:
        english, japanese = tables["en"].get(table, {}), tables["ja"].get(table, {})
        plain = {key for key in english if not key.endswith("_one")}
        assert plain == {key for key in japanese if not key.endswith("_one")}, table
        for key in plain:
            wanted = set(PLACEHOLDER.findall(english[key]))
            assert set(PLACEHOLDER.findall(japanese[key])) == wanted, (table, key)
