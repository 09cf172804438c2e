"""Guest lists as they come: a file is read in a guarded child, its headings understood, its guests.

`list_file.read_list` → `RawList` → `mapping.recognise` → `ColumnMapping` (shown, corrected) →
`guests.read_guests` → `GuestList`. This module imports nothing, so that the child starts at once.
"""
