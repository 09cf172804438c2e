"""What an `apply` is, and the stamp that orders facts in the derived tables: later stamps win."""

from collections.abc import Callable, Mapping
from typing import Any

import apsw

from reception_app.domain.fact_chain import Fact
from reception_app.domain.facts import Payload

Apply = Callable[[apsw.Connection, Fact, Any, Mapping[str, str]], None]
"""Writes what one fact means: the database, the fact, its payload and its personal values."""

Applies = dict[type[Payload], Apply]


def stamp_of(fact: Fact) -> str:
    """The fact's clock reading and, for two made at once, its id."""
    return fact.hlc + fact.id
