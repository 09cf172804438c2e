"""Which payer texts are worth learning as an alias 別名: those that can mean nobody else."""

from collections.abc import Collection, Iterable

from reception_app.domain.kana_fold import FoldedName, fold_name, fold_payer
from reception_app.domain.match import Payer
from reception_app.domain.reference_code import without_code

_LEAST_LETTERS = 3


def alias_key(text: str) -> str:
    """What payer texts are compared by: the bank fold of the text without a reference code."""
    return fold_payer(without_code(text)).key


def is_own_name(text: str, payers: Iterable[Payer]) -> bool:
    """Whether the text is the whole name of one of these guests, as read or as written."""
    key = alias_key(text)
    return any(
        key == fold_name(name).key for payer in payers for name in (payer.reading, payer.name)
    )


def worth_learning(text: str, guests: Collection[str], payers: Iterable[Payer]) -> bool:
    """Whether it helps to remember that this text means these guests.

    It does not where the text is a guest's own name, which is found anyway, nor where it may name
    somebody else as well: a surname that others have, or the beginning of another's name.
    """
    key = alias_key(text)
    if len(key) < _LEAST_LETTERS:
        return False
    for payer in payers:
        for name in (fold_name(payer.reading), fold_name(payer.name)):
            if name.key == key and len(guests) == 1:
                return False
            if payer.id not in guests and _may_be_named(key, name):
                return False
    return True


def _may_be_named(key: str, name: FoldedName) -> bool:
    """Whether a text of this key may name somebody of this name."""
    return bool(name.key) and (name.key.startswith(key) or name.key in key)
