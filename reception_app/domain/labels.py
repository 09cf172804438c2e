"""Labels タグ: free words by which guests are grouped, such as VIP, press or 二次会."""

import re
from collections.abc import Iterable

from reception_app.domain.guest import GuestField, clean_text, fold

_PARTING = re.compile(r"[,，、;；｜|\n\r\t]+")
_JOINING = ", "


def split_labels(text: str) -> tuple[str, ...]:
    """The labels in a text, each once, in their order; commas of any script part them.

    Labels that fold alike (VIP and ｖｉｐ) are one; how it is written first counts.
    """
    labels: dict[str, str] = {}
    for piece in _PARTING.split(text):
        label = clean_text(piece)
        if label:
            labels.setdefault(fold(label) or label, label)
    return tuple(labels.values())


def join_labels(labels: Iterable[str]) -> str:
    """The one way labels are written as a text; `split_labels` takes it apart again."""
    return _JOINING.join(split_labels("\n".join(labels)))


def with_labels(text: str, added: str) -> str:
    """The labels of `text` and then those of `added` that are new."""
    return join_labels((*split_labels(text), *split_labels(added)))


def without_labels(text: str, removed: str) -> str:
    """The labels of `text` without those of `removed`, however they are written there."""
    gone = {fold(label) or label for label in split_labels(removed)}
    return join_labels(label for label in split_labels(text) if (fold(label) or label) not in gone)


def clean_value(field: GuestField, text: str) -> str:
    """A text as it may be written into a field of a guest: one clean line, labels in their way."""
    return join_labels([text]) if field is GuestField.LABELS else clean_text(text)
