"""The file check: is the event file whole, unchanged, and do its tables say what its facts say."""

from reception_app.domain.progress import Progress, Silent
from reception_app.services.accounts_check import check_chain
from reception_app.services.findings import Finding, Level, naming
from reception_app.storage import fact_journal, integrity
from reception_app.storage.event_file import EventReader

_STEPS = 8


def check_file(event: EventReader, *, progress: Progress | None = None) -> tuple[Finding, ...]:
    """How the file stands, from its pages to its facts; deriving all tables again takes longest.

    Raises:
        Cancelled: the person asked to stop.
    """
    progress = progress or Silent()
    findings = []
    for done, check in enumerate(
        (
            _pages,
            _references,
            _guards,
            check_chain,
            _personal_values,
            _stored_files,
            _unknown_facts,
            _tables,
        )
    ):
        progress.advance(done, _STEPS)
        try:
            findings.append(check(event))
        except integrity.UNREADABLE:
            # Where pages are damaged the rest may be unreadable; anything else is a bug.
            if not findings or findings[0].level is not Level.RED:
                raise
    progress.advance(_STEPS, _STEPS)
    return tuple(findings)


def _pages(event: EventReader) -> Finding:
    return _naming("pages", integrity.find_damaged_pages(event))


def _references(event: EventReader) -> Finding:
    return _naming("references", integrity.find_dangling_rows(event))


def _guards(event: EventReader) -> Finding:
    return _naming("guards", integrity.find_foreign_objects(event))


def _personal_values(event: EventReader) -> Finding:
    changed = tuple(fact_journal.changed_personal_values(event.db))
    level = Level.RED if changed else Level.OK
    return Finding("personal_values", level, {"n": len(changed)}, changed)


def _stored_files(event: EventReader) -> Finding:
    changed = tuple(fact_journal.changed_stored_files(event.db))
    level = Level.RED if changed else Level.OK
    return Finding("stored_files", level, {"n": len(changed)}, changed)


def _unknown_facts(event: EventReader) -> Finding:
    unknown = integrity.count_unknown_facts(event)
    if unknown is None:
        return Finding("facts_readable", Level.RED)
    return Finding("unknown_facts", Level.WARNING if unknown else Level.OK, {"n": unknown})


def _tables(event: EventReader) -> Finding:
    differing = integrity.find_differing_tables(event)
    if differing is None:
        return Finding("replay", Level.RED)
    return _naming("tables", differing)


def _naming(code: str, wrong: tuple[str, ...]) -> Finding:
    return Finding(code, Level.RED if wrong else Level.OK, {"which": naming(wrong)}, wrong)
