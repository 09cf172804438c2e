"""Which fields of a guest a list speaks of at all, so that silence is not taken for an answer."""

from reception_app.documents.guest_sheet.headings import NAME_FIELDS, ListField
from reception_app.documents.guest_sheet.mapping import ColumnMapping
from reception_app.domain.guest import GuestField

_TOLD_BY = {
    GuestField.NAME: NAME_FIELDS,
    GuestField.READING: {
        ListField.READING,
        ListField.FAMILY_READING,
        ListField.GIVEN_READING,
    },
    GuestField.BADGE_NAME: {ListField.BADGE_NAME},
    GuestField.COMPANY: {ListField.COMPANY},
    GuestField.TITLE: {ListField.DEPARTMENT, ListField.TITLE},
    GuestField.EMAIL: {ListField.EMAIL},
    GuestField.PHONE: {ListField.PHONE},
    GuestField.CATEGORY: {ListField.CATEGORY},
    GuestField.INTRODUCER: {ListField.INTRODUCER},
    GuestField.TABLE: {ListField.TABLE},
    GuestField.LABELS: {ListField.LABELS},
    GuestField.NOTE: {
        ListField.NOTE,
        ListField.ALLERGIES,
        ListField.INDUSTRY,
        ListField.EXTRA_NOTE,
        ListField.STANDS_IN_FOR,
    },
    GuestField.TALKS_ABOUT: {ListField.TALKS_ABOUT},
    GuestField.WANTS_TO_MEET: {ListField.WANTS_TO_MEET},
    GuestField.TICKET_NUMBER: {ListField.TICKET_NUMBER},
    GuestField.LISTED_AS_PAID: {ListField.PAYMENT, ListField.STATUS},
}
_PARTY = {ListField.QUANTITY, ListField.COMPANIONS, ListField.COMPANION_NAMES}
_STANDING = {ListField.STATUS, ListField.PAYMENT}


def told_fields(mapping: ColumnMapping) -> tuple[GuestField, ...]:
    """The fields of a guest that some column or fixed text of the list tells."""
    held = _held(mapping)
    return tuple(field for field, tellers in _TOLD_BY.items() if held & tellers)


def tells_status(mapping: ColumnMapping) -> bool:
    """Whether the list says who comes."""
    return bool(_held(mapping) & _STANDING)


def tells_companions(mapping: ColumnMapping) -> bool:
    """Whether the list says who comes with whom."""
    return bool(_held(mapping) & _PARTY)


def _held(mapping: ColumnMapping) -> set[ListField]:
    return {column.field for column in mapping.columns} | mapping.fixed.keys()
