"""The designs name tags are printed in, and pictures for paper such as the event's logo."""

import base64
from collections.abc import Mapping

import apsw

from reception_app.domain.canonical_json import canonical_json
from reception_app.domain.fact_chain import Fact
from reception_app.domain.facts import PictureKept, TagDesignRemoved, TagDesignSaved
from reception_app.storage.projections.apply import Applies, stamp_of

_SET_DESIGN = """
    INSERT INTO tag_design (key, name, body, stamp) VALUES (:key, :name, :body, :stamp)
    ON CONFLICT (key) DO UPDATE
    SET name = excluded.name, body = excluded.body, stamp = excluded.stamp
    WHERE excluded.stamp > tag_design.stamp
"""
_REMOVED = ""
"""The body of a design that is offered no longer."""


def _tag_design_saved(
    db: apsw.Connection, fact: Fact, payload: TagDesignSaved, _personal: Mapping[str, str]
) -> None:
    body = canonical_json(payload.body)
    db.execute(
        _SET_DESIGN,
        {"key": payload.design, "name": payload.name, "body": body, "stamp": stamp_of(fact)},
    )


def _tag_design_removed(
    db: apsw.Connection, fact: Fact, payload: TagDesignRemoved, _personal: Mapping[str, str]
) -> None:
    db.execute(
        _SET_DESIGN,
        {"key": payload.design, "name": "", "body": _REMOVED, "stamp": stamp_of(fact)},
    )


def _picture_kept(
    db: apsw.Connection, _fact: Fact, payload: PictureKept, _personal: Mapping[str, str]
) -> None:
    db.execute(
        "INSERT OR IGNORE INTO picture (key, media, width, height, content) VALUES (?, ?, ?, ?, ?)",
        (
            payload.picture,
            payload.media,
            payload.width,
            payload.height,
            base64.b64decode(payload.content),
        ),
    )


APPLIES: Applies = {
    TagDesignSaved: _tag_design_saved,
    TagDesignRemoved: _tag_design_removed,
    PictureKept: _picture_kept,
}
