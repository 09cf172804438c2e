"""What the columns of a guest list mean: what a person said once is remembered for its headings."""

from dataclasses import replace

from reception_app.documents.guest_sheet.headings import ListField
from reception_app.documents.guest_sheet.mapping import ColumnMapping, recognise
from reception_app.documents.guest_sheet.raw_list import RawList
from reception_app.domain.facts import ListMappingChosen
from reception_app.storage import guest_lists
from reception_app.storage.event_file import Act, EventReader


def recalled(event: EventReader, mapping: ColumnMapping) -> ColumnMapping:
    """The mapping as a person corrected it when a list with the same headings was taken in."""
    chosen = guest_lists.find_list_mapping(event, mapping.headings_key)
    if chosen is None:
        return mapping
    fields = {index: ListField(name) for index, name in chosen.columns if name in set(ListField)}
    return replace(
        mapping,
        columns=tuple(
            replace(column, field=fields.get(column.index, column.field))
            for column in mapping.columns
        ),
        fixed={ListField(n): text for n, text in chosen.fixed.items() if n in set(ListField)},
    )


def record_mapping(event: EventReader, act: Act, raw: RawList, mapping: ColumnMapping) -> None:
    """Remember a mapping that a person corrected, as part of an act."""
    if mapping == recalled(event, recognise(raw, heading_row=mapping.heading_row)):
        return
    act.record(
        ListMappingChosen(
            headings_key=mapping.headings_key,
            columns=[[column.index, column.field] for column in mapping.columns],
        ),
        subject=mapping.headings_key,
        personal={wanted.value: text for wanted, text in mapping.fixed.items()},
    )
