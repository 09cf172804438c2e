"""Write `data/event_files/v….reception`: a real file of the version this program writes.

Run it before a migration is added: `uv run python tests/make_event_file.py`.
"""

import tempfile
from pathlib import Path

from evening import new_evening
from notation import at, yen

from reception_app.domain.drawer import parse_count
from reception_app.domain.journal import Tender
from reception_app.services import drawers, reception
from reception_app.storage import schema

FOLDER = Path(__file__).parent / "data" / "event_files"


def main() -> None:
    """Live through a small evening in which everything happens once, and keep its file."""
    with tempfile.TemporaryDirectory() as folder:
        evening = new_evening(Path(folder) / "gala.reception")
        event, desk = evening.file, evening.desk
        evening.open_box()
        guests = [evening.guest(name) for name in ("佐藤 花子", "髙﨑 𠮷郎", "Séamus O’Brien")]
        paid = evening.pay(guests[0], tendered=yen(10000))
        evening.pay(guests[1], tender=Tender.CARD)
        reception.admit_unpaid(event, guests[2].id, "明日振込", desk=desk, now=at("18:20"))
        evening.scan(guests[0])
        reception.receive_badge(event, "0" * 32, desk=desk, now=at("18:30"))
        assert paid.admission is not None
        reception.undo_admission(event, paid.admission.id, "人違い", desk=desk, now=at("18:40"))
        drawers.drop_cash(event, yen(5000), desk=desk, now=at("21:00"))
        drawers.count_box(event, parse_count("5000x3", "JPY"), desk=desk, now=at("22:00"))
        drawers.close_box(event, "", desk=desk, now=at("22:05"))
        event.close()
        FOLDER.mkdir(parents=True, exist_ok=True)
        target = FOLDER / f"v{schema.current_version():04}.reception"
        target.write_bytes(event.path.read_bytes())
    print(target)  # noqa: T201 - a script says what it did


if __name__ == "__main__":
    main()
