"""Every expected error has its sentence in both languages, with the facts it really holds."""

import importlib
import pkgutil
import string

import pytest

import reception_app
from reception_app.domain.errors import ReceptionError
from reception_app.wording import LANGUAGES, Wording, _load


def all_errors() -> list[type[ReceptionError]]:
    """Every subclass of the one base, wherever it lives."""
    for module in pkgutil.walk_packages(reception_app.__path__, "reception_app."):
        if not module.name.startswith(("reception_app.ui", "reception_app.app")):
            importlib.import_module(module.name)
    found, waiting = [], [ReceptionError]
    while waiting:
        children = waiting.pop().__subclasses__()
        found += children
        waiting += children
    return [error for error in found if error.__module__.startswith("reception_app.")]


def placeholders(sentence: str) -> set[str]:
    """The names in braces."""
    return {name.split(".")[0] for _, name, _, _ in string.Formatter().parse(sentence) if name}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_error_has_a_sentence_of_facts_it_holds(language: str) -> None:
    """No error can be shown without words, and no sentence asks for a fact that is not there."""
    sentences = _load(language)["error"]
    errors = all_errors()
    assert len(errors) > 40
    assert sorted({e.__name__ for e in errors} - set(sentences)) == []
    for error in errors:
        facts = set(getattr(error, "__dataclass_fields__", ()))
        assert placeholders(sentences[error.__name__]) <= facts, error


def test_no_two_errors_share_a_name() -> None:
    """A sentence belongs to one error."""
    names = [error.__name__ for error in all_errors()]
    assert sorted(names) == sorted(set(names))


def test_both_languages_say_the_same_things() -> None:
    """Same tables, same keys, same facts; only English needs a singular."""
    english, japanese = _load("en"), _load("ja")
    assert english.keys() == japanese.keys()
    for table, sentences in english.items():
        plain = {key for key in sentences if not key.endswith("_one")}
        assert plain == {key for key in japanese[table] if not key.endswith("_one")}, table
        for key in plain:
            assert placeholders(sentences[key]) == placeholders(japanese[table][key]), (table, key)


def test_a_language_we_do_not_speak_is_english() -> None:
    """The program never fails for want of a language."""
    assert Wording("fr").language == "en"
