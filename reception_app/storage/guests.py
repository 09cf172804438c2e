"""Queries over guests: by badge, by number, by anything people type, and lists for the screens."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from reception_app.domain.guest import Guest, GuestField, GuestStatus
from reception_app.domain.guest_search import rank, search_words
from reception_app.domain.ledger import GuestBalance
from reception_app.storage.event_file import EventReader, SQLiteValue
from reception_app.storage.journal import BALANCES, find_balance

_COLUMNS = "guest.id, guest.number, guest.status, guest.host, guest.walk_in, " + ", ".join(
    f"guest.{field}" for field in GuestField
)
_FIELD_NAMES = tuple(field.value for field in GuestField)
_N_COLUMNS = 5 + len(GuestField)
_GUEST = f"SELECT {_COLUMNS} FROM guest"
_ROWS = f"""
    SELECT {_COLUMNS},
        COALESCE(b.charged, 0), COALESCE(b.waived, 0), COALESCE(b.paid, 0),
        COALESCE(b.refunded, 0), admission.at,
        (SELECT code FROM badge WHERE badge.guest = guest.id AND NOT alias
            AND code NOT IN (SELECT code FROM badge_revoked) ORDER BY stamp DESC LIMIT 1),
        (SELECT MAX(at) FROM name_tag_print p WHERE p.guest = guest.id),
        (SELECT host.number || ' ' || host.name FROM guest host WHERE host.id = guest.host),
        guest.rowid
    FROM guest
    LEFT JOIN ({{balances}}) b ON b.guest = guest.id
    LEFT JOIN admission ON admission.id = guest.admission
    {{where}}
"""
_OF_KEYS = "SELECT guest.id FROM json_each(:keys) each JOIN guest ON guest.rowid = each.value"


UNDONE = "undone"
"""The reason of a status to which a guest was put back."""


@dataclass(frozen=True, slots=True)
class BadgeHolder:
    """Whom a badge code belongs to, and whether it opens the door no longer."""

    guest: Guest
    revoked: bool


@dataclass(frozen=True, slots=True)
class Badge:
    """One code of a guest: our own or a foreign `alias`, and whether it opens the door no more."""

    code: str
    alias: bool
    revoked: bool


@dataclass(frozen=True, slots=True)
class GuestRow:
    """A guest with what a list shows beside the name: money, arrival, badge, and the host's name.

    The host 同伴元 is told as number and name, empty for whoever comes on their own.
    """

    guest: Guest
    balance: GuestBalance
    admitted_at: datetime | None
    badge_code: str
    tag_printed_at: datetime | None
    companion_of: str = ""


def find_by_badge(event: EventReader, code: str) -> BadgeHolder | None:
    """The guest this code was issued to, our own codes and foreign ones alike."""
    row = event.db.execute(
        f"SELECT {_COLUMNS}, EXISTS (SELECT 1 FROM badge_revoked r WHERE r.code = badge.code)"
        " FROM badge JOIN guest ON guest.id = badge.guest WHERE badge.code = ?",
        (code,),
    ).fetchone()
    return BadgeHolder(_guest(row), bool(row[-1])) if row else None


def find_guest(event: EventReader, guest_id: str) -> Guest | None:
    """The guest of this id."""
    row = event.db.execute(f"{_GUEST} WHERE id = ?", (guest_id,)).fetchone()
    return _guest(row) if row else None


def find_by_number(event: EventReader, number: int) -> Guest | None:
    """The guest of this short number."""
    row = event.db.execute(f"{_GUEST} WHERE number = ? ORDER BY stamp", (number,)).fetchone()
    return _guest(row) if row else None


def search_guests(event: EventReader, text: str, *, limit: int = 20) -> tuple[Guest, ...]:
    """The first `limit` guests of `search_keys`."""
    keys = list(search_keys(event, text)[:limit])
    rows = {
        int(str(row[-1])): row
        for row in event.db.execute(
            f"SELECT {_COLUMNS}, guest.rowid FROM guest WHERE rowid IN"
            " (SELECT value FROM json_each(?))",
            (json.dumps(keys),),
        )
    }
    return tuple(_guest(rows[key]) for key in keys)


def search_keys(event: EventReader, text: str) -> Sequence[int]:
    """The keys of all guests in whom every word of `text` is found, best first.

    Searched are number, name, reading (kana and romaji), badge name, company, e-mail, phone,
    introducer, table and labels; `domain.guest_search` tells how they are compared and ranked.
    Guests who fit equally well follow each other in the order of their readings.
    """
    words = search_words(text)
    if not words:
        return []
    if event.guest_index is not None and event.has_guest_index:
        return event.guest_index.find(words)
    finds, values = [], []
    for word in words:
        finds.append("(instr(search_text, ?) OR instr(search_text, ?))")
        values += [word.text, word.latin]
    found = event.db.execute(
        f"SELECT rowid, search_text FROM guest WHERE {' AND '.join(finds)}"
        " ORDER BY sort_key, number, rowid",
        values,
    )
    ranked = [(rank(str(kept), words), n, int(key)) for n, (key, kept) in enumerate(found)]
    return [key for fit, _, key in sorted(ranked) if fit is not None]


def search_ids(event: EventReader, text: str) -> frozenset[str]:
    """The ids of all guests in whom every word of `text` is found."""
    keys = json.dumps(list(search_keys(event, text)))
    rows = event.db.execute(
        "SELECT id FROM guest WHERE rowid IN (SELECT value FROM json_each(?))", (keys,)
    )
    return frozenset(str(row[0]) for row in rows)


def list_guests(event: EventReader) -> tuple[GuestRow, ...]:
    """Every guest in the order of their reading, with balance, arrival and badge."""
    query = _ROWS.format(balances=BALANCES, where="")
    rows = event.db.execute(f"{query} ORDER BY guest.sort_key, guest.number")
    return tuple(_guest_row(row) for row in rows)


def read_rows(event: EventReader, keys: Sequence[int]) -> dict[int, GuestRow]:
    """The guests of these keys, by key and in this order; a key of nobody is left out."""
    balances = BALANCES.replace("GROUP BY", f"AND p.guest IN ({_OF_KEYS}) GROUP BY")
    query = _ROWS.format(balances=balances, where=f"WHERE guest.id IN ({_OF_KEYS})")
    rows = event.db.execute(query, {"keys": json.dumps(list(keys))})
    found = {int(str(row[-1])): row for row in rows}
    return {key: _guest_row(found[key]) for key in keys if key in found}


def list_ids(event: EventReader, keys: Sequence[int]) -> tuple[str, ...]:
    """The ids of the guests of these keys, in this order."""
    rows = event.db.execute(
        "SELECT guest.id FROM json_each(?) each JOIN guest ON guest.rowid = each.value"
        " ORDER BY each.key",
        (json.dumps(list(keys)),),
    )
    return tuple(str(row[0]) for row in rows)


def find_key(event: EventReader, guest_id: str) -> int | None:
    """The key of a guest in lists and searches, good until the derived tables are made anew."""
    row = event.db.execute("SELECT rowid FROM guest WHERE id = ?", (guest_id,)).fetchone()
    return int(str(row[0])) if row else None


def find_guest_row(event: EventReader, guest_id: str) -> GuestRow | None:
    """The guest of this id with balance, arrival and badge."""
    guest = find_guest(event, guest_id)
    if guest is None:
        return None
    admitted, printed = event.db.execute(
        "SELECT (SELECT at FROM admission WHERE id = guest.admission),"
        " (SELECT MAX(at) FROM name_tag_print p WHERE p.guest = guest.id)"
        " FROM guest WHERE id = ?",
        (guest_id,),
    ).fetchall()[0]
    return GuestRow(
        guest=guest,
        balance=find_balance(event, guest_id),
        admitted_at=datetime.fromisoformat(str(admitted)) if admitted else None,
        badge_code=find_badge_code(event, guest_id) or "",
        tag_printed_at=datetime.fromisoformat(str(printed)) if printed else None,
    )


def list_owing_near(event: EventReader, guest: Guest, *, limit: int = 12) -> tuple[Guest, ...]:
    """Guests who owe and are of the party, the company or the introducer of this one."""
    rows = event.db.execute(
        f"""
        {_GUEST} WHERE due > 0 AND id <> :id AND (
            host = :id OR host = :host OR id = :host
            OR (company <> '' AND company = :company)
            OR (introducer <> '' AND introducer = :introducer))
        ORDER BY COALESCE(host = :id OR host = :host OR id = :host, 0) DESC,
            company = :company DESC, sort_key, number LIMIT :limit
        """,
        {
            "id": guest.id, "host": guest.host, "company": guest.company,
            "introducer": guest.introducer, "limit": limit,
        },
    )  # fmt: skip
    return tuple(_guest(row) for row in rows)


def list_party(event: EventReader, host: str) -> tuple[Guest, ...]:
    """The companions 同伴者 of a host, in the order of their numbers."""
    rows = event.db.execute(f"{_GUEST} WHERE host = ? ORDER BY number", (host,))
    return tuple(_guest(row) for row in rows)


def find_badge_code(event: EventReader, guest_id: str) -> str | None:
    """The guest's own badge code that opens the door now."""
    row = event.db.execute(
        "SELECT code FROM badge WHERE guest = ? AND NOT alias"
        " AND code NOT IN (SELECT code FROM badge_revoked) ORDER BY stamp DESC LIMIT 1",
        (guest_id,),
    ).fetchone()
    return str(row[0]) if row else None


def list_open_codes(event: EventReader, guest_id: str) -> tuple[str, ...]:
    """All codes that open the door for a guest now, our own and foreign ones."""
    rows = event.db.execute(
        "SELECT code FROM badge WHERE guest = ?"
        " AND code NOT IN (SELECT code FROM badge_revoked) ORDER BY stamp",
        (guest_id,),
    )
    return tuple(str(row[0]) for row in rows)


def list_badges(event: EventReader, guest_id: str) -> tuple[Badge, ...]:
    """Every code a guest was ever given, the oldest first."""
    rows = event.db.execute(
        "SELECT code, alias, EXISTS (SELECT 1 FROM badge_revoked r WHERE r.code = badge.code)"
        " FROM badge WHERE guest = ? ORDER BY stamp",
        (guest_id,),
    )
    return tuple(Badge(str(code), bool(alias), bool(revoked)) for code, alias, revoked in rows)


def list_waiting(event: EventReader) -> tuple[Guest, ...]:
    """Guests on the waiting list, whoever has waited longest first.

    Whoever was accepted and put back by an undo stands where they stood.
    """
    rows = event.db.execute(
        f"""
        {_GUEST} WHERE status = 'waiting' ORDER BY (
            SELECT MIN(stamp) FROM guest_status s WHERE s.guest = guest.id AND s.stamp > COALESCE(
                (SELECT MAX(o.stamp) FROM guest_status o
                 WHERE o.guest = guest.id AND o.status <> 'waiting' AND NOT EXISTS (
                    SELECT 1 FROM guest_status u WHERE u.guest = o.guest AND u.reason = :undone
                        AND u.stamp = (SELECT MIN(n.stamp) FROM guest_status n
                            WHERE n.guest = o.guest AND n.stamp > o.stamp))), ''))
        """,
        {"undone": UNDONE},
    )
    return tuple(_guest(row) for row in rows)


def count_status(event: EventReader, status: GuestStatus) -> int:
    """How many guests have this status."""
    return int(event.db.execute("SELECT COUNT(*) FROM guest WHERE status = ?", (status,)).get)


def next_number(event: EventReader) -> int:
    """The next free short number."""
    return int(event.db.execute("SELECT COALESCE(MAX(number), 0) + 1 FROM guest").get)


def list_uncharged(event: EventReader) -> tuple[Guest, ...]:
    """Accepted guests who were never charged a fee."""
    rows = event.db.execute(
        f"""
        {_GUEST} WHERE status = 'accepted' AND NOT EXISTS (
            SELECT 1 FROM entry WHERE entry.guest = guest.id AND entry.kind = 'charge')
        ORDER BY number
        """
    )
    return tuple(_guest(row) for row in rows)


def list_changed_since_print(event: EventReader) -> frozenset[str]:
    """Ids of guests of whom something was written after their name tag was printed."""
    rows = event.db.execute(
        """
        SELECT guest FROM guest_change c GROUP BY guest
        HAVING MAX(c.at) > (SELECT MAX(at) FROM name_tag_print p WHERE p.guest = c.guest)
        """
    )
    return frozenset(str(row[0]) for row in rows)


def is_tag_outdated(event: EventReader, guest_id: str) -> bool:
    """Whether the guest's name tag was never printed, or something was written since."""
    query = """
        SELECT NOT EXISTS (SELECT 1 FROM name_tag_print WHERE guest = :guest)
            OR (SELECT MAX(at) FROM guest_change WHERE guest = :guest)
                > (SELECT MAX(at) FROM name_tag_print WHERE guest = :guest)
    """
    return bool(event.db.execute(query, {"guest": guest_id}).get)


def is_uncharged(event: EventReader, guest: str) -> bool:
    """Whether no charge of this guest stands: there was none, or it was taken back."""
    query = """
        SELECT NOT EXISTS (
            SELECT 1 FROM entry charge WHERE charge.guest = ? AND charge.kind = 'charge'
                AND NOT EXISTS (SELECT 1 FROM entry WHERE entry.reverses = charge.id))
    """
    return bool(event.db.execute(query, (guest,)).get)


def count_guests(event: EventReader) -> int:
    """How many guests are on the list, whatever their status."""
    return int(event.db.execute("SELECT COUNT(*) FROM guest").get)


def _guest_row(row: tuple[SQLiteValue, ...]) -> GuestRow:
    *sums, admitted_at, badge_code, printed_at, host, _ = row[_N_COLUMNS:]
    return GuestRow(
        guest=_guest(row),
        balance=GuestBalance(*(int(str(amount)) for amount in sums)),
        admitted_at=datetime.fromisoformat(str(admitted_at)) if admitted_at else None,
        badge_code=str(badge_code or ""),
        tag_printed_at=datetime.fromisoformat(str(printed_at)) if printed_at else None,
        companion_of=str(host or ""),
    )


def _guest(row: tuple[SQLiteValue, ...]) -> Guest:
    guest_id, number, status, host, walk_in, *texts = row[:_N_COLUMNS]
    known: dict[str, Any] = dict(zip(_FIELD_NAMES, texts, strict=True))
    return Guest(
        id=str(guest_id),
        number=int(str(number)),
        status=GuestStatus(str(status)),
        host=None if host is None else str(host),
        walk_in=bool(walk_in),
        **known,
    )
