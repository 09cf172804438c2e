"""Which name tags were printed when, and in which order."""

from collections.abc import Mapping

import apsw

from reception_app.domain.facts import Fact, NameTagsPrinted
from reception_app.storage.projections.apply import Applies


def _name_tags_printed(
    db: apsw.Connection, fact: Fact, payload: NameTagsPrinted, _personal: Mapping[str, str]
) -> None:
    db.executemany(
        "INSERT INTO name_tag_print (fact, position, guest, at, design) VALUES (?, ?, ?, ?, ?)",
        [(fact.id, n, guest, fact.at, payload.design) for n, guest in enumerate(payload.guests, 1)],
    )


APPLIES: Applies = {NameTagsPrinted: _name_tags_printed}
