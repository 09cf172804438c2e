"""What the tests of the event file share."""

import os
from collections.abc import Iterator

import pytest
from shim_disk import ShimDisk, shim_disk


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Iterator[ShimDisk]:
    """The disk that can fail, in place of the default one, which never waits for the real one."""
    monkeypatch.setattr(os, "fsync", lambda _descriptor: None)
    with shim_disk() as disk:
        yield disk
