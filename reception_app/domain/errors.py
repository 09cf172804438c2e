"""The base of every expected error: what the world did wrong, never a bug of ours."""


class ReceptionError(Exception):
    """An expected error: it holds its facts as attributes and no prose.

    Each subclass is a small dataclass beside the code that raises it. `wording.error_sentence`
    turns it into one sentence by its `code`. Its text form names the class only, so people's data
    never reaches a log through a traceback.
    """

    @property
    def code(self) -> str:
        """The key of this error's sentence, e.g. `TenderBelowDue`."""
        return type(self).__name__

    def __str__(self) -> str:
        return type(self).__name__
