"""A category is in use when guests have it or fees were charged for it."""

from evening import Evening
from notation import at

from reception_app.domain.guest import GuestField
from reception_app.services import guest_list
from reception_app.storage import settings


def test_category_of_a_guest_is_used(evening: Evening) -> None:
    """Only the category a guest has is in use."""
    assert settings.list_used_categories(evening.file) == frozenset()

    evening.guest("山田 太郎", "学生")
    assert settings.list_used_categories(evening.file) == {"学生"}


def test_charged_category_stays_used(evening: Evening) -> None:
    """A category stays in use when its only guest, charged for it, moves to another one."""
    values = {GuestField.NAME: "山田 太郎", GuestField.CATEGORY: "学生"}
    added = guest_list.add_guest(
        evening.file, values, now=at("12:00"), operator=evening.desk.operator
    )
    moved = {GuestField.CATEGORY: "会員"}
    guest_list.change_guest(
        evening.file, added.id, moved, now=at("12:01"), operator=evening.desk.operator
    )

    assert settings.list_used_categories(evening.file) == {"会員", "学生"}
