"""Guest lists that were taken in: who stood on them, what they were overruled in, their columns."""

from collections.abc import Mapping

import apsw

from reception_app.domain.canonical_json import canonical_json
from reception_app.domain.fact_chain import Fact
from reception_app.domain.facts import ListImported, ListMappingChosen, ListOverruled
from reception_app.storage.projections.apply import Applies, stamp_of
from reception_app.storage.projections.erasing import settle_erased


def _list_imported(
    db: apsw.Connection, fact: Fact, payload: ListImported, _personal: Mapping[str, str]
) -> None:
    stamp = stamp_of(fact)
    db.execute(
        "INSERT INTO list_import (id, at, stamp, operator, file, headings_key)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        (payload.list_import, fact.at, stamp, fact.actor, payload.file, payload.headings_key),
    )
    db.executemany(
        "INSERT INTO listed_guest (guest, stamp, list_import, list_row, companions)"
        " VALUES (?, ?, ?, ?, ?)",
        [
            (guest, stamp, payload.list_import, row, companions)
            for guest, row, companions in payload.guests
        ],
    )


def _list_overruled(
    db: apsw.Connection, fact: Fact, payload: ListOverruled, personal: Mapping[str, str]
) -> None:
    db.executemany(
        "INSERT INTO list_overruled (guest, field, stamp, value, at) VALUES (?, ?, ?, ?, ?)",
        [
            (payload.guest, name, stamp_of(fact), value, fact.at)
            for name, value in {**payload.fields, **personal}.items()
        ],
    )
    settle_erased(db, payload.guest)


def _list_mapping_chosen(
    db: apsw.Connection, fact: Fact, payload: ListMappingChosen, personal: Mapping[str, str]
) -> None:
    db.execute(
        """
        INSERT INTO list_mapping (headings_key, columns_json, fixed_json, stamp)
        VALUES (?, ?, ?, ?)
        ON CONFLICT (headings_key) DO UPDATE SET columns_json = excluded.columns_json,
            fixed_json = excluded.fixed_json, stamp = excluded.stamp
        WHERE excluded.stamp > list_mapping.stamp
        """,
        (
            payload.headings_key, canonical_json(payload.columns), canonical_json(dict(personal)),
            stamp_of(fact),
        ),
    )  # fmt: skip


APPLIES: Applies = {
    ListImported: _list_imported,
    ListOverruled: _list_overruled,
    ListMappingChosen: _list_mapping_chosen,
}
