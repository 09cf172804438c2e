"""Derived tables: what replaying gives is what acts left, and order of arrival does not matter."""

import json
import random

import apsw
import pytest
from evening import Evening, new_evening
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from notation import at, yen

from reception_app.domain.drawer import parse_count
from reception_app.domain.errors import ReceptionError
from reception_app.domain.fact_chain import Fact, link_hash
from reception_app.domain.facts import (
    AdmissionVoided,
    Admitted,
    AliasLearned,
    BadgeIssued,
    BadgeRevoked,
    Erased,
    EventChanged,
    FeePlanChanged,
    GuestChanged,
    GuestRecorded,
    Left,
    ListImported,
    ListMappingChosen,
    ListOverruled,
    NameTagHandedOut,
    OperatorNamed,
    PaymentPromised,
    ReceiptVoided,
    Refused,
    SamePerson,
    SamePersonWithdrawn,
    SpareBadgesMade,
    StatusChanged,
    Substituted,
)
from reception_app.domain.guest import Guest, GuestField, GuestStatus
from reception_app.domain.journal import Tender
from reception_app.domain.progress import Cancelled
from reception_app.services import drawers, fees, payments, reception
from reception_app.storage import fact_journal, projections, schema
from reception_app.storage import settings as stored_settings
from reception_app.storage.admissions import find_admission_of
from reception_app.storage.event_file import Act, EventFile
from reception_app.storage.fact_journal import FactWriter
from reception_app.storage.guests import list_guests

ORDERS = 40
BUILD_UPON_EACH_OTHER = frozenset(
    {"event_created", "entry_posted", "receipt_issued", "shift_opened", "shift_closed"}
)
"""Guarded facts, which arrive after what they build upon; see `storage.projections`."""


def live(evening: Evening, acts: list[int]) -> None:
    """Do whatever the numbers say; what is refused is refused."""
    for n, choice in enumerate(acts):
        rows = list_guests(evening.file)
        guest = rows[choice // 14 % len(rows)].guest if rows else evening.guest("一人目")
        try:
            one_act(evening, choice % 14, guest, n)
        except ReceptionError:
            continue


def one_act(evening: Evening, choice: int, guest: Guest, n: int) -> None:  # noqa: C901, PLR0912 - a list of acts
    """One of the things people do at a desk."""
    event, desk, now = evening.file, evening.desk, at(f"18:{n % 60:02}")
    match choice:
        case 0 | 1:
            evening.guest(f"客{n}", "学生" if n % 2 else "会員")
        case 2:
            evening.scan(guest)
        case 3:
            evening.pay(guest, tendered=yen(10000))
        case 4:
            evening.pay(guest, tender=Tender.PAYPAY)
        case 5:
            evening.open_box(n * 1000)
        case 6:
            admission = find_admission_of(event, guest.id)
            if admission is not None:
                reception.undo_admission(event, admission.id, "x", desk=desk, now=now)
        case 7:
            reception.force_admission(event, guest.id, "x", desk=desk, now=now)
        case 8:
            drawers.drop_cash(event, yen(500), desk=desk, now=now)
        case 9:
            drawers.count_box(event, parse_count("1000x8", "JPY"), desk=desk, now=now)
        case 10:
            drawers.close_box(event, "x", desk=desk, now=now)
        case 11:
            reception.admit_unpaid(event, guest.id, "x", desk=desk, now=now)
        case 12:
            with event.act(now=now, actor=desk.operator) as act:
                act.record(
                    GuestChanged(guest=guest.id, fields={"table_name": str(n)}),
                    subject=guest.id,
                    personal={"note": "" if n % 2 else "VIP", "name": f"改名{n}"},
                )
        case _:
            fees.charge_accepted(event, now=now, operator=desk.operator)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(acts=st.lists(st.integers(0, 14 * 50), min_size=5, max_size=40))
def test_rebuilt_is_what_acts_left(
    tmp_path_factory: pytest.TempPathFactory, acts: list[int]
) -> None:
    """After any evening the tables are what replaying gives, and rebuilding keeps them."""
    evening = new_evening(tmp_path_factory.mktemp("evening") / "gala.reception")
    evening.open_box()
    live(evening, acts)
    tables = content(evening.file.db)

    assert fact_journal.differing_projections(evening.file.db) == []
    evening.file.rebuild()
    assert content(evening.file.db) == tables
    evening.file.close()
    with EventFile.open(evening.file.path) as event:
        assert content(event.db) == tables


def test_cancelled_rebuild_changes_nothing(evening: Evening) -> None:
    """Cancel in the middle of a rebuild leaves all tables as they were."""
    for n in range(90):
        evening.guest(f"客{n}")
    tables = content(evening.file.db)

    with pytest.raises(Cancelled):
        evening.file.rebuild(Impatient())

    assert content(evening.file.db) == tables
    evening.guest("もう一人")


class Impatient:
    """A progress on which somebody presses Cancel at once."""

    def advance(self, done: int, total: int) -> None:
        """Stop."""
        assert 0 < done <= total
        raise Cancelled


@pytest.mark.parametrize("seed", range(ORDERS))
def test_order_of_arrival_does_not_matter(two_desks: list[tuple[Fact, str]], seed: int) -> None:
    """Facts of two desks, in any order, derive the same tables."""
    right = derived(two_desks)
    shuffled = list(two_desks)
    random.Random(seed).shuffle(shuffled)
    in_order = iter([pair for pair in two_desks if pair[0].kind in BUILD_UPON_EACH_OTHER])
    arrived = [
        next(in_order) if pair[0].kind in BUILD_UPON_EACH_OTHER else pair for pair in shuffled
    ]

    assert [fact.id for fact, _ in arrived] != [fact.id for fact, _ in two_desks]
    assert derived(arrived) == right


@pytest.fixture(scope="module")
def two_desks(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[Fact, str]]:
    """The facts of two desks that contradict each other wherever they can, in their true order."""
    evening = new_evening(tmp_path_factory.mktemp("desks") / "gala.reception")
    event, desk = evening.file, evening.desk
    evening.open_box()
    guests = [evening.guest(f"客{n}") for n in range(4)]
    payment = evening.pay(guests[0], tendered=yen(10000)).payment
    assert payment is not None
    payments.correct_payment(event, payment.entry, "x", desk=desk, now=at("18:10"))
    evening.pay(guests[0], tender=Tender.CARD)
    plan = stored_settings.find_fee_plan(event)
    writers = [FactWriter(event.db, name) for name in ("aaaaaaaa", "bbbbbbbb")]
    for n, minute in enumerate((20, 15, 20, 10, 40, 5)):
        writer = writers[n % 2]
        act = Act(writer, event, now=at(f"18:{minute}"), actor=f"operator {n}")
        for guest in guests:
            act.record(
                GuestChanged(guest=guest.id, fields={"table_name": f"T{n}"}),
                subject=guest.id,
                personal={"name": f"名前{n}", "reading": f"ヨミ{n}"} if n % 3 else {"note": ""},
            )
            act.record(StatusChanged(guest=guest.id, status=list(GuestStatus)[n]))
            act.record(Left(guest=guest.id, desk="A"))
            act.record(PaymentPromised(guest=guest.id, reason=str(n), until="2026-11-30"))
        act.record(
            GuestRecorded(guest=f"late {n}", number=50 + n, fields={GuestField.CATEGORY: "会員"}),
            subject=f"late {n}",
            personal={"name": f"遅刻{n}"},
        )
        for k in (n, (n + 3) % 6):
            act.record(
                Admitted(admission=f"in {n} {k}", guest=f"late {k}", desk="A", scan=f"{n} {k}")
            )
            act.record(GuestChanged(guest=f"late {k}", fields={"table_name": f"L{n}"}))
        act.record(AdmissionVoided(admission="in 0 0", reason=f"by {n}"))
        act.record(AdmissionVoided(admission=f"in {n} {n}", reason="x"))
        act.record(BadgeIssued(guest="late 0", badge_code=f"code {n}"))
        act.record(BadgeRevoked(badge_code="code 1", reason=f"by {n}"))
        act.record(SpareBadgesMade(badges=[[n, f"spare {n}"], [n + 10, f"code {n}"]]))
        act.record(NameTagHandedOut(guest=f"late {n}", desk="A"))
        act.record(Left(guest=f"late {n}", desk="A"))
        act.record(ReceiptVoided(receipt=payment.receipt.id, reason=f"by {n}"))
        act.record(FeePlanChanged(categories=[{**CATEGORY, "price": n}]))
        act.record(EventChanged(fields={"name": f"会{n}", "venue": f"場所{n}"}))
        act.record(Refused(scan=f"s{n}", desk="A", verdict="unknown_code", text=f"{n}"))
        act.record(OperatorNamed(operator=f"o{n}"), subject=f"o{n}", personal={"name": f"係{n}"})
        record_list(act, guests, n)
        act.record(SamePerson(link=f"link {n}", guests=[guests[0].id, f"late {n}"]))
        act.record(SamePersonWithdrawn(link=f"link {n // 2}"))
        act.record(
            AliasLearned(alias=f"alias {n}", guests=[guests[0].id, guests[1].id]),
            subject=guests[0].id,
            personal={"text": f"ﾌﾘｺﾐ{n}"},
        )
        act.record(Substituted(guest=guests[1].id, substitute=f"late {n}"))
        for gone in ("late 1", guests[0].id):
            act.record(Erased(guest=gone, shown_name=f"guest #{n}"))
    assert plan.categories
    personal = dict(event.db.execute("SELECT fact, value_json FROM person_value"))
    facts = [(fact, str(personal.get(fact.id, "{}"))) for fact in fact_journal.facts(event.db)]
    assert fact_journal.differing_projections(event.db) == []
    event.close()
    return facts


def record_list(act: Act, guests: list[Guest], n: int) -> None:
    """A guest list that says something of everybody, and is overruled in some of it."""
    brought = f"import {n}"
    act.record(
        ListImported(
            list_import=brought,
            file=f"answers {n}.xlsx",
            headings_key="k",
            guests=[[guest.id, row, n] for row, guest in enumerate(guests, 2)],
        )
    )
    for guest in guests:
        act.record(StatusChanged(guest=guest.id, status="invited", list_import=brought))
        act.record(
            ListOverruled(guest=guest.id, list_import=brought, fields={"status": "declined"}),
            subject=guest.id,
            personal={"title": f"部長{n}"},
        )
    act.record(
        ListMappingChosen(headings_key="k", columns=[[0, "name"], [n, "note"]]),
        subject="k",
        personal={"introducer": f"紹介{n}"},
    )


CATEGORY = {
    "code": "c", "name": "会員", "colour": "#000000", "price": 0, "early_price": None,
    "early_until": None, "walk_in_price": None, "companion_price": None,
}  # fmt: skip


def derived(facts: list[tuple[Fact, str]]) -> dict[str, list[object]]:
    """The derived tables after these facts arrived in this order."""
    db = apsw.Connection(":memory:")
    for step in schema.migrations():
        db.execute(step)
    projections.create(db)
    with db:
        for fact, personal in facts:
            payload = fact.payload()
            assert payload is not None
            projections.apply(db, fact, payload, json.loads(personal))
    return content(db)


def content(db: apsw.Connection) -> dict[str, list[object]]:
    """All rows of all derived tables, whatever their order."""
    return {
        table: sorted(db.execute(f"SELECT * FROM {table}"), key=repr)  # noqa: S608 - our own names
        for table in schema.projection_tables()
    }


def test_facts_of_a_newer_version_are_kept(evening: Evening) -> None:
    """Facts nobody here understands stay in the chain, are counted, and hinder nothing."""
    evening.file.close()
    db = apsw.Connection(str(evening.file.path))
    last = list(fact_journal.facts(db))[-1]
    for n, (kind, body) in enumerate(
        [("fortune_told", '{"luck":1}'), ("left", '{"desk":"A","guest":"g","mood":"glad"}')], 1
    ):
        fact_id, seq, hlc = f"newer {n}", last.seq + 1, f"{int(last.hlc, 16) + 1:016x}"
        digest = link_hash(
            last.hash, fact_id=fact_id, desk=last.desk, seq=seq, hlc=hlc, at=last.at, kind=kind,
            body=body, actor="",
        )  # fmt: skip
        last = Fact(fact_id, last.desk, seq, hlc, last.at, kind, body, "", last.hash, digest)
        db.execute(
            "INSERT INTO fact VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (last.id, last.desk, last.seq, last.hlc, last.at, last.kind, last.body, last.actor,
             last.prev_hash, last.hash),
        )  # fmt: skip
    db.close()

    with EventFile.open(evening.file.path) as event:
        evening.file = event
        evening.guest("佐藤 花子")
        event.rebuild()
        assert fact_journal.count_unknown_facts(event.db) == 2
        assert {"newer 1", "newer 2"} <= {fact.id for fact in fact_journal.facts(event.db)}
        assert fact_journal.broken_link(event.db) is None


def test_clearing_a_personal_field_lasts(evening: Evening) -> None:
    """A note that was cleared is empty, now and after a rebuild."""
    guest = evening.guest("佐藤 花子")
    for note in ("VIP", ""):
        with evening.file.act(now=at("18:10"), actor=evening.desk.operator) as act:
            act.record(
                GuestChanged(guest=guest.id, fields={}), subject=guest.id, personal={"note": note}
            )

    assert list_guests(evening.file)[0].guest.note == ""
    evening.file.rebuild()
    assert list_guests(evening.file)[0].guest.note == ""


def test_personal_values_are_not_in_facts(evening: Evening) -> None:
    """No name, company or scanned text of a stranger stands in the journal itself."""
    evening.guest("佐藤 花子")
    reception.receive_badge(evening.file, "BEGIN:VCARD 鈴木", desk=evening.desk, now=at("18:10"))
    bodies = "".join(fact.body + fact.actor for fact in fact_journal.facts(evening.file.db))

    for personal in ("佐藤", "テスト", "株式会社", "鈴木", "VCARD"):
        assert personal not in bodies
    assert evening.file.db.execute(
        "SELECT text FROM refused_scan WHERE guest IS NULL"
    ).fetchall() == [("BEGIN:VCARD 鈴木",)]
