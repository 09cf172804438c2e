"""What one tag says to a design: its templates filled in, its colours, and what came out badly."""

from reception_app.documents.drawing import readable_on
from reception_app.documents.fitting import Fitted
from reception_app.documents.name_tag import NO_CATEGORY, NameTag, TagProblem, said_by
from reception_app.documents.text_problem import ProblemKind, text_problems
from reception_app.domain.tag_design import (
    CATEGORY,
    ON_CATEGORY,
    TagField,
    fields_of,
    segments_of,
)
from reception_app.wording import Wording


class TagSaying:
    """One tag while it is being laid out; `problems` grows with what could not be done well."""

    def __init__(self, tag: NameTag, wording: Wording) -> None:
        self.tag = tag
        self.problems: list[TagProblem] = []
        self._wording = wording

    def said(self, template: str) -> str:
        """The template filled in for this tag; empty when all its fields are."""
        segments = segments_of(template)
        if len(segments) == 1 and segments[0].field:
            return said_by(self.tag, segments[0].field, self._wording)
        pieces = []
        asked = answered = False
        for segment in segments:
            if segment.field is None:
                pieces.append(segment.text)
                continue
            said = said_by(self.tag, segment.field, self._wording)
            pieces.append(said)
            if isinstance(segment.field, TagField):
                asked, answered = True, answered or bool(said)
        return "" if asked and not answered else "".join(pieces).strip()

    def colour(self, colour: str) -> str:
        """The `#RRGGBB` that a colour of the design is on this tag."""
        own = self.tag.colour or NO_CATEGORY
        if colour == CATEGORY:
            return own
        return readable_on(own) if colour == ON_CATEGORY else colour

    def check(self, template: str, text: str, fitted: Fitted, smallest: float) -> None:
        """Note what is wrong with a text that was fitted."""
        for kind, said in text_problems(text, fitted, smallest=smallest):
            self.note(kind, template, said)

    def note(self, kind: ProblemKind, template: str, text: str) -> None:
        """Note what is wrong with the text of a template."""
        part = next(iter(sorted(fields_of(template))), None)
        self.problems.append(TagProblem(kind, self.tag.number, part, text))
