"""The derived tables: one `apply` for each kind of fact, in the same transaction as the fact.

What an apply writes must not depend on the order in which facts arrive, because several desks'
facts meet in any order: rows are added, and what is decided is decided by the facts' stamps.
Money facts (entries, receipts, shifts) build upon each other and are guarded, so those arrive after
what they build upon: a desk passes on its facts in the order of their clock.
"""

from collections.abc import Mapping

import apsw

from reception_app.domain.fact_chain import Fact
from reception_app.domain.facts import Payload
from reception_app.storage import schema
from reception_app.storage.projections import (
    admissions,
    drawers,
    event,
    guest_lists,
    guests,
    journal,
    name_tags,
    people,
    receipts,
    statements,
    tag_designs,
    vouchers,
)
from reception_app.storage.projections.apply import Applies

_APPLIES: Applies = {
    **event.APPLIES,
    **guests.APPLIES,
    **guest_lists.APPLIES,
    **people.APPLIES,
    **admissions.APPLIES,
    **journal.APPLIES,
    **receipts.APPLIES,
    **drawers.APPLIES,
    **name_tags.APPLIES,
    **tag_designs.APPLIES,
    **statements.APPLIES,
    **vouchers.APPLIES,
}


_BUILD = "projection_build"


def apply(db: apsw.Connection, fact: Fact, payload: Payload, personal: Mapping[str, str]) -> None:
    """Write what a fact means into the derived tables."""
    _APPLIES[type(payload)](db, fact, payload, personal)


def create(db: apsw.Connection) -> None:
    """Make the derived tables, empty, and note in the file which make of them it holds."""
    db.execute(schema.projection_schema())
    db.execute(
        "INSERT INTO local VALUES (:key, :build) ON CONFLICT (key) DO UPDATE SET value = :build",
        {"key": _BUILD, "build": schema.projection_build()},
    )


def are_of_this_build(db: apsw.Connection) -> bool:
    """Whether the file says that its derived tables are of the make this program knows."""
    kept = db.execute("SELECT value FROM local WHERE key = ?", (_BUILD,)).fetchone()
    return kept is not None and kept[0] == schema.projection_build()
