"""A rehearsal is another event that says so everywhere, and every task of it can be done."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from evening import Evening
from notation import at

from reception_app.domain.admission import Verdict
from reception_app.domain.event import Desk
from reception_app.domain.facts import EventChanged
from reception_app.domain.journal import Tender
from reception_app.services import payments, reception, rehearsal
from reception_app.services.accounts_check import check_accounts
from reception_app.services.findings import Level, worst_of
from reception_app.services.receipt_printing import print_receipts
from reception_app.services.reception import WalkIn
from reception_app.services.rehearsal import Task, TaskKind
from reception_app.services.totals import event_totals
from reception_app.storage import drawers, fact_journal, guests, receipts, settings
from reception_app.storage.admissions import find_admission_of
from reception_app.storage.event_file import EventFile

NOW = at("17:00")


@pytest.fixture
def copy(evening: Evening, tmp_path: Path) -> Iterator[EventFile]:
    """A rehearsal of the test event, which opens at eight only."""
    evening.guest("山田 太郎")
    with evening.file.act(now=NOW, actor="") as act:
        act.record(EventChanged(fields={"door_opens": at("20:00").isoformat(), "capacity": "1"}))
    folder = tmp_path / "rehearsal"
    folder.mkdir()
    made = EventFile.open(rehearsal.begin_rehearsal(evening.file, folder, now=NOW))
    yield made
    made.close()


@pytest.fixture
def desk(copy: EventFile) -> Desk:
    return rehearsal.rehearsal_desk(copy, now=NOW)


@pytest.fixture
def tasks(copy: EventFile, desk: Desk) -> dict[TaskKind, Task]:
    """The arrivals of one lesson by what they teach."""
    return {task.kind: task for task in rehearsal.invent_arrivals(copy, desk=desk, now=NOW)}


def test_the_copy_is_another_event_at_another_desk(evening: Evening, copy: EventFile) -> None:
    """It can be told from the real one in every way, and never be merged into it."""
    real, practised = settings.find_event(evening.file), settings.find_event(copy)

    assert practised.id != real.id
    assert fact_journal.desk_of(copy.db) != fact_journal.desk_of(evening.file.db)
    assert practised.is_rehearsal
    assert not real.is_rehearsal
    assert practised.name == "【練習】秋の交流会"
    assert practised.tag == real.tag  # real badges can be practised with


def test_nothing_keeps_anybody_out(copy: EventFile, desk: Desk) -> None:
    """Neither the hour nor the capacity nor a cash box that is closed."""
    details = settings.find_event(copy)

    assert details.hours.contain(NOW)
    assert details.capacity is None
    assert drawers.find_open_shift(copy, desk.letter) is not None


def test_the_event_itself_is_not_touched(evening: Evening, tmp_path: Path) -> None:
    """Not one fact is added, whatever is practised."""
    before = fact_journal.count_facts(evening.file.db)
    place = rehearsal.begin_rehearsal(evening.file, tmp_path, now=NOW)
    with EventFile.open(place) as copy:
        rehearsal.invent_arrivals(copy, desk=rehearsal.rehearsal_desk(copy, now=NOW), now=NOW)

    assert fact_journal.count_facts(evening.file.db) == before
    assert guests.count_guests(evening.file) == 0


def test_every_task_has_its_guest_and_badge(tasks: dict[TaskKind, Task]) -> None:
    """In the order of a first lesson; some come without a badge."""
    assert list(tasks) == list(TaskKind)
    assert [kind for kind, task in tasks.items() if not task.code] == [
        TaskKind.WALK_IN,
        TaskKind.UNDO,
    ]
    assert tasks[TaskKind.TWICE].code == tasks[TaskKind.PAID].code
    assert {kind for kind, task in tasks.items() if task.due} == {
        TaskKind.CHANGE,
        TaskKind.EXACT,
        TaskKind.WITHOUT_CASH,
    }


@pytest.mark.parametrize(
    ("kind", "verdict"),
    [
        (TaskKind.PAID, Verdict.ADMITTED),
        (TaskKind.CHANGE, Verdict.COLLECT_FEE),
        (TaskKind.EXACT, Verdict.COLLECT_FEE),
        (TaskKind.WITHOUT_CASH, Verdict.COLLECT_FEE),
        (TaskKind.WRONG_BADGE, Verdict.OTHER_EVENT),
        (TaskKind.CANCELLED, Verdict.CANCELLED),
    ],
)
def test_each_badge_teaches_what_it_says(
    copy: EventFile, desk: Desk, tasks: dict[TaskKind, Task], kind: TaskKind, verdict: Verdict
) -> None:
    """The door answers as it would in earnest."""
    outcome = reception.receive_badge(copy, tasks[kind].code, desk=desk, now=NOW)

    assert outcome.verdict is verdict
    asks_more = kind in {TaskKind.CHANGE, TaskKind.EXACT, TaskKind.WITHOUT_CASH}
    done = rehearsal.is_done(copy, tasks[kind], since=NOW)
    assert done is not (asks_more or kind is TaskKind.WRONG_BADGE)


def test_a_whole_lesson(copy: EventFile, desk: Desk, tasks: dict[TaskKind, Task]) -> None:
    """Nothing is done before it is, and everything after it was; the books stay in order."""
    minute = NOW
    for kind, task in tasks.items():
        minute += timedelta(minutes=1)
        assert not rehearsal.is_done(copy, task, since=minute), kind
        practise(copy, desk, task, tasks, minute)
        assert rehearsal.is_done(copy, task, since=minute), kind

    assert event_totals(copy).due_inside_guests == 0
    assert worst_of(check_accounts(copy)) is not Level.RED


def practise(
    copy: EventFile, desk: Desk, task: Task, tasks: dict[TaskKind, Task], now: object
) -> None:
    """Do what the task asks for."""
    when = {"desk": desk, "now": now}
    if task.code:
        reception.receive_badge(copy, task.code, **when)  # type: ignore[arg-type] # the same two
    if task.due:
        assert task.guest is not None
        tender = Tender.PAYPAY if task.kind is TaskKind.WITHOUT_CASH else Tender.CASH
        reception.admit_paying(copy, [task.guest], payments.new_offer(tender), **when)  # type: ignore[arg-type]  # likewise
    match task.kind:
        case TaskKind.WRONG_BADGE:
            assert task.guest is not None
            reception.receive_guest(copy, task.guest.id, **when)  # type: ignore[arg-type] # likewise
        case TaskKind.WALK_IN:
            category = tasks[TaskKind.CHANGE].guest
            assert category is not None
            walk_in = WalkIn("当日 花子", category=category.category)
            outcome = reception.register_walk_in(copy, walk_in, **when)  # type: ignore[arg-type] # likewise
            assert outcome.guest is not None
            offer = payments.new_offer(Tender.CASH)
            reception.admit_paying(copy, [outcome.guest], offer, **when)  # type: ignore[arg-type]  # likewise
        case TaskKind.UNDO:
            paid = tasks[TaskKind.PAID].guest
            assert paid is not None
            admission = find_admission_of(copy, paid.id)
            assert admission is not None
            reception.undo_admission(copy, admission.id, "practice", **when)  # type: ignore[arg-type]  # likewise
        case _:
            pass  # the badge alone was the task


def test_papers_of_a_rehearsal_say_so(
    copy: EventFile, desk: Desk, tasks: dict[TaskKind, Task], tmp_path: Path
) -> None:
    """Receipts have a series of their own and no valid issuer."""
    practise(copy, desk, tasks[TaskKind.EXACT], tasks, NOW)
    [receipt] = receipts.list_receipts(copy)
    print_receipts(copy, tmp_path / "receipts.pdf", [receipt])

    assert receipt.prefix == "TEST"
    assert settings.find_event(copy).issuer == "練習用・無効"


def test_where_all_is_free_a_fee_is_invented(tmp_path: Path) -> None:
    """Or there would be nothing to practise taking."""
    from evening import new_evening

    from reception_app.services import fees

    evening = new_evening(tmp_path / "free.reception")
    plan = settings.find_fee_plan(evening.file)
    free = type(plan)(plan.currency, plan.categories[-1:])
    fees.set_fee_plan(evening.file, free, now=NOW, operator="")
    tasks = rehearsal.invent_arrivals(evening.file, desk=evening.desk, now=NOW)
    due = next(task.due for task in tasks if task.kind is TaskKind.CHANGE)
    evening.file.close()

    assert due is not None
    assert due.minor == 8000


def test_another_lesson_brings_others(
    copy: EventFile, desk: Desk, tasks: dict[TaskKind, Task]
) -> None:
    """New guests with new badges."""
    again = {task.kind: task for task in rehearsal.invent_arrivals(copy, desk=desk, now=NOW)}

    assert not {task.code for task in tasks.values() if task.code} & {
        task.code for task in again.values() if task.code
    }


def test_ending_deletes_everything(evening: Evening, tmp_path: Path) -> None:
    """The copy, its backups, its folder."""
    folder = tmp_path / "rehearsal"
    folder.mkdir()
    place = rehearsal.begin_rehearsal(evening.file, folder, now=NOW)
    (folder / "backups").mkdir()
    rehearsal.end_rehearsal(place)

    assert not folder.exists()
    assert evening.file.path.exists()
