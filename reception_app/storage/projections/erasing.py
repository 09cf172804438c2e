"""Taking an erased guest's personal values out of the derived tables, whenever they arrive."""

import apsw

from reception_app.domain.guest import NOT_PERSONAL, GuestField
from reception_app.domain.guest_search import search_text, sort_key
from reception_app.domain.list_changes import STATUS

_PERSONAL = tuple(f.value for f in GuestField if f not in NOT_PERSONAL | {GuestField.NAME})
_STAYS = tuple(sorted({STATUS, *(field.value for field in NOT_PERSONAL)}))
_STAYS_MARKS = ", ".join("?" * len(_STAYS))


def settle_erased(db: apsw.Connection, guest: str) -> None:
    """Leave of a guest who was erased the number, and the name that stands in for the name."""
    row = db.execute(
        "SELECT shown_name, number FROM erased_guest"
        " LEFT JOIN guest ON guest.id = erased_guest.guest WHERE erased_guest.guest = ?",
        (guest,),
    ).fetchone()
    if row is None:
        return
    shown_name, number = str(row[0]), row[1]
    emptied = ", ".join(f"{name} = ''" for name in _PERSONAL)
    left = {field.value: "" for field in GuestField} | {"name": shown_name}
    db.execute(
        f"UPDATE guest SET {emptied}, name = ?, sort_key = ?, search_text = ? WHERE id = ?",
        (shown_name, sort_key(left), search_text(int(number or 0), left), guest),
    )
    for table in ("guest_change", "list_overruled"):
        db.execute(
            f"DELETE FROM {table} WHERE guest = ? AND field NOT IN ({_STAYS_MARKS})",
            (guest, *_STAYS),
        )
    db.execute("UPDATE receipt SET payee = ? WHERE guest = ?", (shown_name, guest))
    # What was learned of a payer is a value of the first guest it means.
    db.execute("UPDATE payer_alias SET text = '' WHERE guests ->> '$[0]' = ?", (guest,))
