"""Learned payers: only what can mean nobody else is worth learning."""

import pytest

from reception_app.domain.match import Payer
from reception_app.domain.payer_alias import alias_key, worth_learning

PAYERS = (
    Payer("yamada", 1, "山田 太郎", "ヤマダ タロウ", "", 8000),
    Payer("jiro", 2, "山田 次郎", "ヤマダ ジロウ", "", 8000),
    Payer("mori", 3, "森 優", "モリ ユウ", "", 8000),
)


@pytest.mark.parametrize(
    ("text", "guests", "worth"),
    [
        ("ﾔﾏﾀﾞｼﾖｳﾃﾝ", {"yamada"}, True),
        ("ﾓﾘﾕ", {"mori"}, True),
        ("ｶ)ｵﾘｵﾝ", {"yamada", "mori"}, True),
        ("ﾔﾏﾀﾞ ﾀﾛｳ", {"yamada"}, False),
        ("ﾔﾏﾀﾞ ﾀﾛｳ", {"yamada", "mori"}, True),
        ("ﾔﾏﾀﾞ", {"yamada"}, False),
        ("ﾔﾏﾀﾞ ﾀﾛｳ", {"mori"}, False),
        ("ｵﾘｵﾝ ﾔﾏﾀﾞ ｼﾞﾛｳ", {"mori"}, False),
        ("AB", {"mori"}, False),
    ],
)
def test_what_can_mean_nobody_else_is_worth_learning(
    text: str,
    guests: set[str],
    worth: bool,  # noqa: FBT001 - pytest hands it in
) -> None:
    """Not a guest's own name, not another's surname or name, not two letters."""
    assert worth_learning(text, guests, PAYERS) is worth


def test_a_code_before_the_name_makes_no_other_payer() -> None:
    """Whether the payer typed the code or not, it is the same payer."""
    assert alias_key("01234ﾔﾏﾀﾞｼﾖｳﾃﾝ") == alias_key("振込 ヤマダショウテン")
