"""Which name tags were printed when and in which order, and which were handed out."""

from collections.abc import Mapping

import apsw

from reception_app.domain.fact_chain import Fact
from reception_app.domain.facts import NameTagHandedOut, NameTagsPrinted
from reception_app.storage.projections.apply import Applies, stamp_of


def _name_tags_printed(
    db: apsw.Connection, fact: Fact, payload: NameTagsPrinted, _personal: Mapping[str, str]
) -> None:
    db.executemany(
        "INSERT INTO name_tag_print (fact, position, guest, at, design) VALUES (?, ?, ?, ?, ?)",
        [(fact.id, n, guest, fact.at, payload.design) for n, guest in enumerate(payload.guests, 1)],
    )


def _name_tag_handed_out(
    db: apsw.Connection, fact: Fact, payload: NameTagHandedOut, _personal: Mapping[str, str]
) -> None:
    db.execute(
        "INSERT INTO name_tag_handed (fact, guest, at, stamp, desk, operator)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        (fact.id, payload.guest, fact.at, stamp_of(fact), payload.desk, fact.actor),
    )


APPLIES: Applies = {
    NameTagsPrinted: _name_tags_printed,
    NameTagHandedOut: _name_tag_handed_out,
}
