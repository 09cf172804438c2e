"""Which payer texts are worth learning as an alias 別名: those that can mean nobody else."""

from collections.abc import Collection, Iterable

from reception_app.domain.kana_fold import fold_payer
from reception_app.domain.match import Payer
from reception_app.domain.name_index import NameEvidence, NameIndex
from reception_app.domain.reference_code import without_code

_LEAST_LETTERS = 3
_NO_OTHER = frozenset(
    {NameEvidence.EQUAL, NameEvidence.SWAPPED, NameEvidence.ROMAJI, NameEvidence.WITHIN,
     NameEvidence.CUT, NameEvidence.SURNAME}
)  # fmt: skip


def alias_key(text: str) -> str:
    """What payer texts are compared by: the bank fold of the text without a reference code."""
    return fold_payer(without_code(text)).key


def worth_learning(text: str, guests: Collection[str], payers: Iterable[Payer]) -> bool:
    """Whether it helps to remember that this text means these guests.

    It does not where the text is a guest's own name, which is found anyway, nor where it may name
    somebody else as well: a surname that others have, or the beginning of another's name.
    """
    name = fold_payer(without_code(text))
    if len(name.key) < _LEAST_LETTERS:
        return False
    index = NameIndex((payer.id, payer.name, payer.reading) for payer in payers)
    hits = [hit for hit in index.find(name) if hit.evidence in _NO_OTHER]
    if any(hit.guest not in guests for hit in hits):
        return False
    return not (len(guests) == 1 and any(hit.evidence is NameEvidence.EQUAL for hit in hits))
