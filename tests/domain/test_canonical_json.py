"""JSON that is always written alike."""

from hypothesis import given
from hypothesis import strategies as st

from reception_app.domain.canonical_json import canonical_json


@given(st.dictionaries(st.text(), st.one_of(st.text(), st.integers(), st.none())))
def test_json_is_written_in_one_way(value: dict[str, object]) -> None:
    """The order in which a value was made does not show in its JSON."""
    assert canonical_json(value) == canonical_json(dict(reversed(list(value.items()))))
