"""The columns a table of guests can have, on the screen, in a file, on the command line."""

from enum import StrEnum


class GuestColumn(StrEnum):
    """What a column of a guest table can hold; the fields of a guest have their own names."""

    NUMBER = "number"
    NAME = "name"
    READING = "reading"
    BADGE_NAME = "badge_name"
    COMPANY = "company"
    TITLE = "title"
    EMAIL = "email"
    PHONE = "phone"
    CATEGORY = "category"
    STATUS = "status"
    COMPANION_OF = "companion_of"
    INTRODUCER = "introducer"
    TABLE = "table_name"
    LABELS = "labels"
    NOTE = "note"
    TALKS_ABOUT = "talks_about"
    WANTS_TO_MEET = "wants_to_meet"
    TICKET_NUMBER = "ticket_number"
    LISTED_AS_PAID = "listed_as_paid"
    CHARGED = "charged"
    WAIVED = "waived"
    PAID = "paid"
    DUE = "due"
    ARRIVED_AT = "arrived_at"
    BADGE_CODE = "badge_code"


ALL_BUT_CODES = tuple(column for column in GuestColumn if column is not GuestColumn.BADGE_CODE)
"""Every column but the badge codes: whoever has a code can enter with it."""
