"""Template files: what was written comes back, and nothing else is taken."""

import base64
import io
import json
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from reception_app.documents.picture_file import Picture, picture_from
from reception_app.documents.shipped_designs import SHIPPED
from reception_app.documents.tag_design_file import (
    DesignImpossible,
    TemplateFileForeign,
    TemplateFileMissing,
    TemplateFileNewer,
    read_template,
    write_template,
)
from reception_app.domain.errors import ReceptionError
from reception_app.domain.tag_design import Frame, PictureElement, TagDesign


def logo() -> Picture:
    """A small picture."""
    stream = io.BytesIO()
    Image.new("RGB", (40, 20), "#0F766E").save(stream, "PNG")
    return picture_from(stream.getvalue(), "logo.png")


def with_picture() -> TagDesign:
    """A design with a picture of its own."""
    return TagDesign("own-1", "Own", 91.0, 55.0, (PictureElement(Frame(1, 1, 20, 10), logo().key),))


def saved(path: Path, **changes: Any) -> Path:
    """A good template file in which these parts are others."""
    write_template(path, with_picture(), {logo().key: logo()})
    whole = json.loads(path.read_text(encoding="utf-8"))
    for place, value in changes.items():
        *way, last = place.split("__")
        part = whole
        for step in way:
            part = part[int(step) if step.isdigit() else step]
        part[int(last) if last.isdigit() else last] = value
    path.write_text(json.dumps(whole), encoding="utf-8")
    return path


def test_a_template_comes_back_with_its_pictures(tmp_path: Path) -> None:
    """Design and picture are what they were."""
    design, pictures = read_template(saved(tmp_path / "a.reception-tag"))

    assert design == with_picture()
    assert [(each.key, each.content) for each in pictures] == [(logo().key, logo().content)]


@pytest.mark.parametrize("design", SHIPPED.values(), ids=SHIPPED.keys())
def test_every_shipped_design_makes_a_template(tmp_path: Path, design: TagDesign) -> None:
    """Without pictures of its own a file has none."""
    write_template(tmp_path / "a.reception-tag", design, {})

    assert read_template(tmp_path / "a.reception-tag") == (design, ())


@pytest.mark.parametrize(
    ("changes", "place"),
    [
        ({"design__width": 5}, "design width"),
        ({"design__width": 1e9}, "design width"),
        ({"design__width": float("nan")}, "design width"),
        ({"design__width": float("inf")}, "design width"),
        ({"design__width": True}, "design width"),
        ({"design__width": "91"}, "design width"),
        ({"design__name": "x" * 81}, "design name"),
        ({"design__name": "a\u202eb"}, "design name"),
        ({"design__name": "a\nb"}, "design name"),
        ({"design__key": "../../etc"}, "design key"),
        ({"design__extra": 1}, "design extra"),
        ({"design__front": "all"}, "design front"),
        ({"design__front": [{}] * 61}, "design front"),
        ({"design__front": [{"kind": "script"}]}, "front 1 kind"),
        ({"design__front": ["text"]}, "front 1"),
        ({"design__front__0__picture": "/etc/passwd"}, "front 1 picture"),
        ({"design__front__0__picture": "https://example.com/a.png"}, "front 1 picture"),
        ({"design__front__0__frame__left": -1}, "front 1 left"),
        ({"design__front__0__frame__width": 91}, "front 1 width"),
        ({"design__front__0__align": "justify"}, "front 1 align"),
        ({"design__front__0__align": []}, "front 1 align"),
        ({"design": None}, "design"),
        ({"pictures": {}}, "pictures"),
        ({"pictures": []}, "pictures"),
        ({"pictures": {logo().key: 5}}, "pictures"),
        ({"pictures": {logo().key: "%%%"}}, "pictures"),
    ],
)
def test_what_cannot_be_is_refused_with_its_place(
    tmp_path: Path, changes: dict[str, Any], place: str
) -> None:
    """Each wrong value is told by where it stands."""
    with pytest.raises(DesignImpossible) as caught:
        read_template(saved(tmp_path / "a.reception-tag", **changes))

    assert caught.value.place == place


@pytest.mark.parametrize(
    "content",
    [
        b"", b"{", b"[]", b"\x00\xff\xfe", b'{"format": "reception-tag"}', b"[" * 100_000,
        b'{"format": "reception-tag", "version": true, "design": {}}',
        b'{"format": "reception-tag", "version": 0, "design": {}}',
        b'{"format": "other", "version": 1}', b"PK\x03\x04",
    ],
)  # fmt: skip
def test_other_files_are_no_templates(tmp_path: Path, content: bytes) -> None:
    """Old, broken and foreign files get one sentence."""
    path = tmp_path / "a.reception-tag"
    path.write_bytes(content)

    with pytest.raises(TemplateFileForeign):
        read_template(path)


def test_newer_and_missing_files_are_told_apart(tmp_path: Path) -> None:
    """A newer template asks for an update, a missing one for its name."""
    with pytest.raises(TemplateFileNewer):
        read_template(saved(tmp_path / "a.reception-tag", version=2))
    with pytest.raises(TemplateFileMissing):
        read_template(tmp_path / "nowhere.reception-tag")


def test_a_picture_that_is_another_is_refused(tmp_path: Path) -> None:
    """The hash vouches for what is shown."""
    stream = io.BytesIO()
    Image.new("RGB", (41, 20)).save(stream, "PNG")
    other = base64.b64encode(stream.getvalue()).decode()

    with pytest.raises(ReceptionError) as caught:
        read_template(saved(tmp_path / "a.reception-tag", pictures={logo().key: other}))

    assert caught.value.code == "DesignImpossible"
