"""A fact on record, and the hash chain that ties it to all that its desk recorded before."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass

from reception_app.domain.canonical_json import JsonObject, canonical_json
from reception_app.domain.facts import PAYLOADS, Payload

GENESIS_HASH = "0" * 64
"""The previous hash of a desk's first fact."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One link of a desk's chain.

    `hlc` orders facts across desks; `at` is the wall clock's ISO 8601 time with offset, for people.
    `body` is canonical JSON.
    """

    id: str
    desk: str
    seq: int
    hlc: str
    at: str
    kind: str
    body: str
    actor: str
    prev_hash: str
    hash: str

    def payload(self) -> Payload | None:
        """What the fact says, or None when only a newer version knows its kind or its fields."""
        cls = PAYLOADS.get(self.kind)
        if cls is None:
            return None
        body: JsonObject = json.loads(self.body)
        body.pop("personal", None)
        if not body.keys() <= cls.__dataclass_fields__.keys():
            return None
        return cls(**body)


def body_of(payload: Payload, personal_hash: str | None) -> str:
    """A fact's body; `personal` is the hash of the personal values that belong to it."""
    body = dict(vars(payload))
    if personal_hash is not None:
        body["personal"] = personal_hash
    return canonical_json(body)


def personal_hash(salt: str, values_json: str) -> str:
    """The salted hash by which a fact vouches for personal values it does not contain."""
    return hashlib.sha256(f"{salt}|{values_json}".encode()).hexdigest()


def link_hash(
    prev_hash: str, *, fact_id: str, desk: str, seq: int, hlc: str, at: str, kind: str,
    body: str, actor: str,
) -> str:  # fmt: skip
    """The SHA-256 hash of a fact in its chain, in hex."""
    linked = "\n".join((prev_hash, fact_id, desk, str(seq), hlc, at, kind, actor, body))
    return hashlib.sha256(linked.encode()).hexdigest()


def first_broken_link(chain: Iterable[Fact]) -> Fact | None:
    """The first fact of one desk's chain, in order, whose sequence or hash is not right."""
    prev, expected_seq = GENESIS_HASH, 1
    for fact in chain:
        right = link_hash(
            prev, fact_id=fact.id, desk=fact.desk, seq=fact.seq, hlc=fact.hlc, at=fact.at,
            kind=fact.kind, body=fact.body, actor=fact.actor,
        )  # fmt: skip
        if fact.seq != expected_seq or fact.prev_hash != prev or fact.hash != right:
            return fact
        prev, expected_seq = fact.hash, expected_seq + 1
    return None
