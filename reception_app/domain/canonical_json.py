"""The one way a value is written as JSON, so that its hash is always the same."""

import json
from typing import Any

JsonObject = dict[str, Any]

_encode = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode


def canonical_json(value: Any) -> str:
    """The one way a value is written as JSON: sorted keys, no spaces, real characters."""
    return _encode(value)
