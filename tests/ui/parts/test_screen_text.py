"""Facts in sentences are filled in once, whatever they look like."""

from hypothesis import given
from hypothesis import strategies as st

from reception_app.ui.parts.screen_text import filled


def test_places_are_filled_in_any_order() -> None:
    """A translation may turn the facts around or repeat them."""
    assert filled("%2・%1・%2", "A", 7) == "7・A・7"


@given(name=st.text())
def test_facts_are_never_filled_in_again(name: str) -> None:
    """A guest called `%2` stays `%2`."""
    assert filled("%1 %2", name, "x") == f"{name} x"
