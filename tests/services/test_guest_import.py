"""Taking guest lists in, and taking them in again: changed, gone, in doubt, never a surprise."""

from pathlib import Path

import pytest
from evening import Evening
from notation import at, yen

from reception_app.documents.guest_sheet.headings import ListField
from reception_app.documents.guest_sheet.list_file import read_pasted
from reception_app.documents.guest_sheet.mapping import recognise
from reception_app.domain.guest import Guest, GuestField, GuestStatus
from reception_app.domain.ledger import GuestBalance
from reception_app.domain.list_changes import STATUS, FieldChange
from reception_app.domain.progress import Cancelled
from reception_app.services import guest_list, reception
from reception_app.services.guest_import import (
    ImportChoices,
    Imported,
    ImportPreview,
    PreviewOutdated,
    commit_import,
    corrected,
    preview_import,
    preview_list,
)
from reception_app.services.list_comparison import PartyDifference
from reception_app.services.list_mapping import recalled
from reception_app.storage import fact_journal, guests, journal
from reception_app.storage.event_file import EventFile

DATA = Path(__file__).parent.parent / "data"


def preview(event: EventFile, text: str) -> ImportPreview:
    """What importing these cells would do; cells of a row are parted by bars."""
    raw = read_pasted(text.replace("|", "\t").strip())
    return preview_list(event, raw, recalled(event, recognise(raw)))


def take(event: EventFile, text: str, choices: ImportChoices | None = None) -> Imported:
    """Import these cells."""
    return commit_import(event, preview(event, text), now=at("13:00"), operator="", choices=choices)


def guest(event: EventFile, name: str) -> Guest:
    """The one guest of this name."""
    [found] = [row.guest for row in guests.list_guests(event) if row.guest.name == name]
    return found


def party(event: EventFile, host: str) -> list[tuple[str, str]]:
    """Names and status of somebody's companions."""
    return [(one.name, one.status.value) for one in guests.list_party(event, guest(event, host).id)]


FIRST = """
氏名|フリガナ|メール|会社|役職|区分|同伴者
佐藤 花子|サトウ ハナコ|sato@example.com|A社|部長|会員|0
佐藤 太郎|サトウ タロウ|sato@example.com|A社||会員|2
鈴木 一郎|スズキ イチロウ|suzuki@example.com|B社|社長|学生|0
"""


def test_the_second_export_shows_two_changed_one_gone_one_new(event: EventFile) -> None:
    """The form's answers a week later: nothing else is touched, companions included."""
    first = preview_import(event, DATA / "guests_form_answers.xlsx")
    commit_import(event, first, now=at("12:00"), operator="")
    second = preview_import(event, DATA / "guests_form_answers_second_export.xlsx")

    told = [
        (one.guest.name, change.field, change.old, change.new, change.conflict)
        for one in second.changed
        for change in one.changes
    ]
    assert told == [
        ("西村 健一", "title", "営業部 部長", "取締役会長", False),
        ("小林 康弘", "category", "会員", "学生", False),
    ]
    assert not any(one.party for one in second.changed)
    assert [listed.name for listed in second.new] == ["池田 幹"]
    assert [one.guest.name for one in second.gone] == ["前田 あすか"]
    assert [len(one.companions) for one in second.gone] == [1]
    assert (len(second.same), second.in_doubt) == (697, ())
    assert len(second.known) == 699


def test_the_second_export_is_written_and_then_nothing_is_left_to_write(event: EventFile) -> None:
    """The fee follows the category; whoever is gone stays until a person cancels them."""
    for name in ("guests_form_answers.xlsx", "guests_form_answers_second_export.xlsx"):
        done = commit_import(
            event, preview_import(event, DATA / name), now=at("12:00"), operator=""
        )
    again = preview_import(event, DATA / "guests_form_answers_second_export.xlsx")
    [moved] = guests.search_guests(event, "guest0011@")

    assert (done.guests, done.changed, done.known, done.cancelled) == (1, 2, 699, 0)
    assert journal.due_of(event, moved.id) == 3000
    assert guest(event, "前田 あすか").status is GuestStatus.ACCEPTED
    assert (again.new, again.changed, len(again.same)) == ((), (), 700)
    assert fact_journal.differing_projections(event.db) == []


def test_whoever_is_gone_is_cancelled_with_companions_when_asked(event: EventFile) -> None:
    """The charge is taken back; the guest stays on the list as cancelled."""
    take(event, FIRST)
    gone = guest(event, "佐藤 太郎")
    rest = "\n".join(line for line in FIRST.splitlines() if "太郎" not in line)
    done = take(event, rest, ImportChoices(cancelled=frozenset({gone.id})))

    assert done.cancelled == 3
    assert guest(event, "佐藤 太郎").status is GuestStatus.CANCELLED
    assert {status for _, status in party(event, "佐藤 太郎")} == {"cancelled"}
    assert journal.due_of(event, gone.id) == 0
    assert preview(event, rest).gone == ()


def test_another_list_with_the_same_headings_makes_nobody_gone(event: EventFile) -> None:
    """A second list of other people is not a new state of the first."""
    take(event, FIRST)
    other = preview(event, "氏名|フリガナ|メール|会社|役職|区分|同伴者\n伊藤 健|イトウ ケン|||||")

    assert (len(other.new), other.gone) == (1, ())


def test_whoever_was_added_by_hand_or_came_in_is_never_gone(evening: Evening) -> None:
    """Only whoever stood on the list can be missing from it, and nobody who is inside."""
    event = evening.file
    take(event, FIRST.replace("会員", "ご招待"))
    guest_list.add_guest(event, {GuestField.NAME: "手書き"}, now=at("13:00"), operator="")
    inside = guest(event, "佐藤 太郎")
    reception.receive_guest(event, inside.id, desk=evening.desk, now=at("18:00"))
    rest = "\n".join(line for line in FIRST.splitlines() if "太郎" not in line)

    assert preview(event, rest).gone == ()


def test_what_was_written_at_the_desk_is_a_conflict_and_stays(event: EventFile) -> None:
    """Both words are shown; the desk's stays, the list's is not asked again."""
    take(event, FIRST)
    one = guest(event, "鈴木 一郎")
    guest_list.change_guest(
        event, one.id, {GuestField.TITLE: "会長"}, now=at("14:00"), operator="desk"
    )
    same_list_again = preview(event, FIRST)
    newer = FIRST.replace("社長", "相談役")
    [conflicting] = preview(event, newer).changed
    done = take(event, newer)

    assert same_list_again.changed == ()
    assert conflicting.changes == (FieldChange("title", "会長", "相談役", conflict=True),)
    assert guest(event, "鈴木 一郎").title == "会長"
    assert done.changed == 0
    assert preview(event, newer).changed == ()
    assert fact_journal.differing_projections(event.db) == []


def test_a_conflict_is_the_lists_when_a_person_says_so(event: EventFile) -> None:
    """A taken conflict is written like any other change."""
    take(event, FIRST)
    one = guest(event, "鈴木 一郎")
    guest_list.change_guest(
        event, one.id, {GuestField.TITLE: "会長"}, now=at("14:00"), operator="desk"
    )
    take(
        event, FIRST.replace("社長", "相談役"), ImportChoices(taken=frozenset({(one.id, "title")}))
    )

    assert guest(event, "鈴木 一郎").title == "相談役"


def test_a_change_left_out_stays_out(event: EventFile) -> None:
    """What a person did not want from the list is not offered again until the list changes."""
    take(event, FIRST)
    one = guest(event, "鈴木 一郎")
    newer = FIRST.replace("社長", "相談役")
    take(event, newer, ImportChoices(left=frozenset({(one.id, "title")})))

    assert guest(event, "鈴木 一郎").title == "社長"
    assert preview(event, newer).changed == ()
    [changed] = preview(event, FIRST.replace("社長", "顧問")).changed
    assert changed.changes == (FieldChange("title", "社長", "顧問"),)


def test_nothing_is_updated_when_updating_is_switched_off(event: EventFile) -> None:
    """New guests come in; known ones stay as they are, to be asked again."""
    take(event, FIRST)
    newer = (
        FIRST.replace("社長|学生|0", "相談役|学生|2") + "伊藤 健|イトウ ケン|ito@example.com||||\n"
    )
    done = take(event, newer, ImportChoices(update=False))
    [changed] = preview(event, newer).changed

    assert (done.guests, done.changed) == (1, 0)
    assert guest(event, "鈴木 一郎").title == "社長"
    assert [change.new for change in changed.changes] == ["相談役"]
    assert len(changed.party.added) == 2


def test_an_empty_cell_takes_away_only_what_this_list_had_said(event: EventFile) -> None:
    """Another list's silence is no answer."""
    take(event, FIRST)
    other = preview(event, "お名前|ふりがな|御社名\n佐藤花子|さとうはなこ|\n")
    emptied = preview(event, FIRST.replace("社長", ""))

    assert (other.changed, len(other.same)) == ((), 1)
    assert emptied.changed[0].changes == (FieldChange("title", "社長", ""),)


def test_a_guest_typed_in_by_hand_is_filled_but_not_overwritten(event: EventFile) -> None:
    """What the desk left empty the list may say; the rest is a conflict."""
    guest_list.add_guest(
        event,
        {
            GuestField.NAME: "鈴木 一郎",
            GuestField.READING: "スズキ イチロウ",
            GuestField.TITLE: "会長",
        },
        now=at("12:00"),
        operator="desk",
    )
    [known] = preview(event, FIRST).changed

    assert {(c.field, c.new, c.conflict) for c in known.changes} == {
        ("email", "suzuki@example.com", False),
        ("company", "B社", False),
        ("title", "社長", True),
        ("category", "学生", False),
    }


def test_status_and_payment_follow_the_list(event: EventFile) -> None:
    """Cancelled in the list is cancelled here; paid in the list is paid once."""
    head = "氏名|メール|区分|参加|入金\n"
    take(
        event,
        head + "佐藤 花子|sato@example.com|会員|出席|\n鈴木 一郎|s@example.com|会員|出席|済\n",
    )
    sato, suzuki = guest(event, "佐藤 花子"), guest(event, "鈴木 一郎")
    take(
        event,
        head + "佐藤 花子|sato@example.com|会員|出席|済\n鈴木 一郎|s@example.com|会員|欠席|\n",
    )

    assert journal.find_balance(event, sato.id) == GuestBalance(charged=8000, paid=8000)
    assert guest(event, "鈴木 一郎").status is GuestStatus.DECLINED
    assert journal.due_of(event, suzuki.id) == 0
    assert journal.find_balance(event, suzuki.id).paid == 0


def test_who_the_desk_accepted_is_not_declined_by_an_old_answer(event: EventFile) -> None:
    """The list says what it said before, so it says nothing."""
    text = "氏名|メール|区分|参加\n佐藤 花子|sato@example.com|会員|欠席\n鈴木 一郎||会員|出席\n"
    take(event, text)
    one = guest(event, "佐藤 花子")
    guest_list.change_status(event, one.id, GuestStatus.ACCEPTED, now=at("14:00"), operator="desk")
    again, waiting = preview(event, text), preview(event, text.replace("欠席", "キャンセル待ち"))

    assert again.changed == ()
    assert [c for one in waiting.changed for c in one.changes] == [
        FieldChange(STATUS, "accepted", "waiting", conflict=True)
    ]


def test_more_companions_are_added_and_fewer_are_offered(event: EventFile) -> None:
    """0 to 2 adds two with their charges; 2 to 1 cancels one only when asked."""
    take(event, FIRST)
    more = FIRST.replace("学生|0", "学生|2")
    done = take(event, more)
    fewer = FIRST.replace("学生|0", "学生|1")
    [offered] = preview(event, fewer).changed
    kept = take(event, fewer)
    [again] = preview(event, fewer).changed
    last = again.party.surplus[0]
    take(event, fewer, ImportChoices(cancelled=frozenset({last.id})))

    assert done.companions == 2
    assert offered.party == PartyDifference(surplus=(last,))
    assert last.name == "鈴木 一郎 ご同伴2"
    assert (kept.cancelled, again.party) == (0, offered.party)
    assert party(event, "鈴木 一郎") == [
        ("鈴木 一郎 ご同伴1", "accepted"),
        ("鈴木 一郎 ご同伴2", "cancelled"),
    ]
    assert journal.due_of(event, last.id) == 0
    assert preview(event, fewer).changed == ()


def test_a_companion_cancelled_at_the_desk_does_not_come_back(event: EventFile) -> None:
    """The list repeats itself, so it adds nobody."""
    take(event, FIRST)
    [first, _] = guests.list_party(event, guest(event, "佐藤 太郎").id)
    guest_list.change_status(
        event, first.id, GuestStatus.CANCELLED, now=at("14:00"), operator="desk"
    )

    assert preview(event, FIRST).changed == ()


def test_companions_get_the_names_the_list_learns(event: EventFile) -> None:
    """A placeholder becomes a person, whoever is named already keeps the name."""
    head = "氏名|メール|区分|同伴者\n"
    take(event, head + "佐藤 太郎|s@example.com|会員|2名(山田 桜)\n")
    before = party(event, "佐藤 太郎")
    take(event, head + "佐藤 太郎|s@example.com|会員|2名(山田 桜、鈴木 海)\n")

    assert before == [("山田 桜", "accepted"), ("佐藤 太郎 ご同伴2", "accepted")]
    assert party(event, "佐藤 太郎") == [("山田 桜", "accepted"), ("鈴木 海", "accepted")]


def test_companions_follow_the_category_of_their_host(event: EventFile) -> None:
    """What they had from the host follows the host, and the fee with it."""
    take(event, FIRST)
    take(event, FIRST.replace("A社||会員|2", "C社||学生|2"))
    follower = guests.list_party(event, guest(event, "佐藤 太郎").id)[0]

    assert (follower.company, follower.category) == ("C社", "学生")
    assert journal.due_of(event, follower.id) == 3000


def test_a_doubtful_guest_is_left_until_a_person_decides(event: EventFile) -> None:
    """By default nothing is written; then the guest is new, or the one a person names."""
    take(event, FIRST)
    text = "お名前|ふりがな|メール|会社\n鈴木 一郎|すずき いちろう|ichiro@example.org|B社\n"
    doubt = preview(event, text).in_doubt[0]
    left = take(event, text)
    one = guest(event, "鈴木 一郎")

    assert doubt.candidates == (one,)
    assert (left.guests, left.in_doubt) == (0, 1)
    done = take(event, text, ImportChoices(same_as={2: one.id}))
    assert (done.guests, guest(event, "鈴木 一郎").email) == (0, "ichiro@example.org")
    other = text.replace("ichiro@example.org", "other@example.org")
    assert take(event, other, ImportChoices(same_as={2: None})).guests == 1
    assert guests.count_guests(event) == 6


def test_an_old_preview_writes_nothing(event: EventFile) -> None:
    """Between preview and yes a guest was changed: what was shown is no longer what would be."""
    take(event, FIRST)
    shown = preview(event, FIRST.replace("社長", "相談役"))
    one = guest(event, "鈴木 一郎")
    guest_list.change_guest(event, one.id, {GuestField.TITLE: "会長"}, now=at("14:00"), operator="")

    with pytest.raises(PreviewOutdated):
        commit_import(event, shown, now=at("14:01"), operator="")
    assert guest(event, "鈴木 一郎").title == "会長"


def test_the_same_list_again_writes_not_one_fact(event: EventFile) -> None:
    """Importing twice is importing once."""
    take(event, FIRST)
    before = fact_journal.count_facts(event.db)
    take(event, FIRST)

    assert fact_journal.count_facts(event.db) == before


def test_a_cancelled_import_writes_nothing(event: EventFile) -> None:
    """All of it or nothing."""

    class Impatient:
        def advance(self, done: int, _total: int) -> None:
            if done == 2:
                raise Cancelled

    with pytest.raises(Cancelled):
        commit_import(
            event, preview(event, FIRST), now=at("13:00"), operator="", progress=Impatient()
        )
    assert guests.count_guests(event) == 0


def test_a_new_category_of_a_known_guest_joins_the_plan(event: EventFile) -> None:
    """A list may move guests into categories nobody has heard of yet."""
    take(event, FIRST)
    shown = preview(event, FIRST.replace("学生", "来賓"))
    commit_import(event, shown, now=at("13:00"), operator="", prices={"来賓": yen(500)})

    assert shown.new_categories == ("来賓",)
    assert journal.due_of(event, guest(event, "鈴木 一郎").id) == 500


def test_a_corrected_mapping_is_remembered_for_its_headings(event: EventFile) -> None:
    """Headings nobody understands are explained once; a whole column may have one text."""
    text = "氏名|所感\n佐藤 花子|A社\n"
    raw = read_pasted(text.replace("|", "\t"))
    mapping = corrected(recognise(raw), ["所感=company"], fixed=["category=学生"])
    commit_import(event, preview_list(event, raw, mapping), now=at("12:00"), operator="")
    later = preview(event, text.replace("佐藤 花子", "鈴木 一郎"))

    assert later.mapping == mapping
    assert later.mapping.fixed == {ListField.CATEGORY: "学生"}
    assert (later.new[0].text(GuestField.COMPANY), later.new[0].text(GuestField.CATEGORY)) == (
        "A社",
        "学生",
    )
    assert fact_journal.differing_projections(event.db) == []


def test_a_mapping_corrected_back_is_forgotten(event: EventFile) -> None:
    """The last word on some headings counts, also when it is the first again."""
    raw = read_pasted("氏名\t所感\n佐藤 花子\tA社\n")
    for corrections in (["所感=company"], ["所感=extra_note"]):
        mapping = corrected(recognise(raw), corrections)
        commit_import(event, preview_list(event, raw, mapping), now=at("12:00"), operator="")

    assert recalled(event, recognise(raw)) == recognise(raw)


@pytest.mark.parametrize(
    "text",
    [
        "代表者|参加人数|参加者1|参加者2\n山田 太郎|3|山田　太郎|山田 花子\n鈴木 次郎|1|鈴木 次郎",
        "氏名|会社\n【会員】\n山田 太郎|山田商店\n■来賓\n佐藤 次郎|佐藤組",
        "お名前（会社名）|人数|入金日\n山田 太郎（山田商店）|2|10/5\n鈴木 花子|1|",
        "氏名|参加|不参加|未定\n山田 太郎|○\n鈴木 花子||○\n佐藤 次郎|||○",
        "Guest|RSVP|+1|Paid?\nSmith, John|Yes|Jane Smith|Y\nBrown, Anna|No||N",
        "氏名(ふりがな)|バーコード\n山田 太郎(やまだ たろう)|X-1\n鈴木 花子(すずき はなこ)|X-1",
    ],
)
def test_odd_lists_twice_are_the_same_as_once(event: EventFile, text: str) -> None:
    """Whatever shape a list has: the second time nothing is left to write."""
    take(event, text)
    facts, people = fact_journal.count_facts(event.db), guests.list_guests(event)
    again = preview(event, text)

    assert (again.new, again.changed, again.in_doubt, again.gone) == ((), (), (), ())
    take(event, text)
    assert fact_journal.count_facts(event.db) == facts
    assert guests.list_guests(event) == people


def test_a_code_learned_later_opens_the_door_too(event: EventFile) -> None:
    """A second export with barcodes adds them; one that is somebody's is left alone."""
    take(event, "氏名|メール\n山田 太郎|y@example.com\n鈴木 花子|s@example.com")
    later = "氏名|メール|バーコード\n山田 太郎|y@example.com|X-1\n鈴木 花子|s@example.com|X-1"
    take(event, later)
    facts = fact_journal.count_facts(event.db)
    take(event, later)
    holder = guests.find_by_badge(event, "X-1")

    assert holder is not None
    assert holder.guest.name == "山田 太郎"
    assert fact_journal.count_facts(event.db) == facts
    assert fact_journal.differing_projections(event.db) == []
