"""The power fails at any moment: no confirmed act is lost, no act is half there.

What SQLite writes and syncs is recorded; from each cut of the record a disk is made on which
synced sectors arrived and later ones may have or not, in any order, torn at 512 bytes.
`RECEPTION_POWER_LOSSES=3000` asks for more than the ordinary number of images.
"""

import logging
import os
import random
import shutil
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from evening import Evening, new_evening
from notation import at, entry
from shim_disk import Images, Step, shim_disk, write_image

from reception_app.domain.facts import Refused
from reception_app.domain.guest import GuestField, GuestStatus
from reception_app.services import reception
from reception_app.services.guest_recording import record_guest
from reception_app.services.posting import post
from reception_app.storage import fact_journal, journal, volume
from reception_app.storage.event_file import EventFile

IMAGES = int(os.environ.get("RECEPTION_POWER_LOSSES", "600"))
ACTS = 24


@dataclass
class Record:
    """An evening as the disk saw it: `acts[n]` are the ids of the facts of act number n."""

    place: Path
    start: dict[str, bytes]
    steps: list[Step] = field(default_factory=list)
    acts: list[frozenset[str]] = field(default_factory=list)

    def confirmed_before(self, cut: int) -> int:
        """How many acts had been confirmed when the power failed at this step."""
        return sum(step.what == "mark" for step in self.steps[:cut])


@pytest.mark.parametrize("file_system", ["ext4", "exfat"], ids=["disk", "stick"])
def test_power_loss_at_any_moment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture,
    file_system: str,
) -> None:  # fmt: skip
    """Every image opens, holds all confirmed acts and only whole ones, and is as its facts say."""
    monkeypatch.setattr(volume, "file_system_of", lambda _path: file_system)
    record = record_evening(tmp_path)
    chance = random.Random(2026)
    images = Images(record.start, record.steps, chance)
    caplog.set_level(logging.WARNING)
    monkeypatch.setattr(os, "fsync", lambda _descriptor: None)
    with shim_disk():
        assert_all_is_there(record, images, chance, tmp_path)
    assert "derived tables" not in caplog.text


def assert_all_is_there(
    record: Record, images: Images, chance: random.Random, folder_of_images: Path
) -> None:
    """Open images of many cuts and compare each with what had been confirmed."""
    for n in range(IMAGES // 2):
        cut = chance.randrange(len(record.steps) + 1)
        folder = folder_of_images / f"image-{n}"
        image = write_image(images.after(cut), place=record.place, folder=folder)
        with EventFile.open(image) as event:
            found = {fact.id for fact in fact_journal.facts(event.db)}
            assert event.orphan_log is None or record.confirmed_before(cut) == len(record.acts)
            assert journal.list_unbalanced(event) == ()
        whole = [ids for ids in record.acts if ids <= found]
        assert set().union(*whole) == found, f"half an act at {cut}"
        assert whole == record.acts[: len(whole)]
        assert len(whole) >= record.confirmed_before(cut), f"a confirmed act is lost at {cut}"
        shutil.rmtree(folder)


def record_evening(folder: Path) -> Record:
    """Live through some acts, rests, a closing and an opening, and note what the disk is asked."""
    evening = new_evening(folder / "gala.reception")
    evening.open_box()
    path = evening.file.path
    evening.file.close()
    record = Record(path, {str(path): path.read_bytes()})
    with shim_disk() as disk:
        disk.steps = record.steps
        disk.note(Step("mark"))
        evening = Evening(EventFile.open(path), evening.desk)
        known = frozenset(fact.id for fact in fact_journal.facts(evening.file.db))
        record.acts.append(known)
        for n in range(ACTS):
            one_act(evening, n)
            now_known = frozenset(fact.id for fact in fact_journal.facts(evening.file.db))
            record.acts.append(now_known - known)
            known = now_known
            disk.note(Step("mark"))
            if n % 5 == 4:
                evening.file.rest()
            if n == ACTS // 2:
                evening.file.close()
                evening = Evening(EventFile.open(path), evening.desk)
        evening.file.close()
        disk.steps = None
    return record


def one_act(evening: Evening, n: int) -> None:
    """A large act, a small one, and a payment in turn."""
    match n % 3:
        case 0:
            with evening.file.act(now=at("18:00"), actor=evening.desk.operator) as act:
                for k in range(20):
                    act.record(Refused(scan=f"{n}-{k}", desk="A", verdict="x"))
        case 1:
            reception.receive_badge(evening.file, "7" * 32, desk=evening.desk, now=at("18:01"))
        case _:
            with evening.file.act(now=at("18:02"), actor=evening.desk.operator) as act:
                guest = record_guest(
                    act, {GuestField.NAME: f"佐藤 {n}"}, event_tag="1234", number=n,
                    status=GuestStatus.ACCEPTED, source="test",
                )  # fmt: skip
                post(act, entry(f"1300@{guest} 8000 / 4100 8000", entry_id=f"charge {n}"))
