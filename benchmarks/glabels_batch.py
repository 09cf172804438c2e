"""Name tags as whole processes: our command against gLabels merging the same guests into labels.

Says nothing where gLabels (`apt install glabels xvfb`) is missing. gLabels is told no reading of
its own: it sets the same texts, fonts and QR at the same places, and shrinks the name likewise.
"""

import csv
import os
import shutil
import subprocess
import sys
import tempfile
from datetime import datetime
from pathlib import Path

from report import Row, best_of, markdown_table

from reception_app import paths
from reception_app.domain.badge_code import badge_code_for
from reception_app.domain.guest import Guest
from reception_app.services.demo import make_demo
from reception_app.storage import guests

_GUESTS = 700
_UPRIGHT = 'a0="1" a1="0" a2="0" a3="1" a4="0" a5="0" shadow="False"'
_TEXTS = (
    (3, 44, 7.5, "Regular", "秋の異業種交流会 2026.11.14"),
    (10, 73, 10, "Regular", '<Field name="reading"/>'),
    (15, 73, 36, "Bold", '<Field name="name"/>'),
    (30, 52, 11, "Regular", '<Field name="company"/>'),
    (35, 52, 10, "Regular", '<Field name="title"/>'),
    (41, 52, 7, "Regular", "話しかけてください"),
    (45, 52, 10, "Bold", '<Field name="talks_about"/>'),
)
"""From the top and width in mm, points, weight and words of each text of the default design."""


def measure() -> list[Row]:
    """One row, or none where gLabels is not installed."""
    glabels, screen = shutil.which("glabels-3-batch"), shutil.which("xvfb-run")
    if glabels is None or screen is None:
        return []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        event, _ = make_demo(
            folder / "demo.reception", now=datetime.now().astimezone(), guest_count=_GUESTS
        )
        _write_list(folder / "guests.csv", [row.guest for row in guests.list_guests(event)])
        event.close()
        (folder / "tags.glabels").write_text(_template(), encoding="utf-8")
        return [
            Row(
                job=f"{_GUESTS} name tags as a whole process",
                limit_name="gLabels batch, the same tags",
                limit_seconds=best_of(3, lambda: _run(folder, screen, "-a", glabels, *_MERGE)),
                product_seconds=best_of(3, lambda: _run(folder, sys.executable, *_OURS)),
                target="≤ 0.3×",
            )
        ]


_MERGE = ("-o", "glabels.pdf", "tags.glabels")
_OURS = ("-m", "reception_app", "name-tags", "demo.reception", "-o", "ours.pdf", "--draft")


def _run(folder: Path, *command: str) -> None:
    package = str(Path(__file__).parent.parent)
    known = os.environ | {
        "FONTCONFIG_FILE": str(folder / "fonts.conf"),
        "PYTHONPATH": package,
        # An installed program has its modules compiled; so has this one after its first run.
        "PYTHONDONTWRITEBYTECODE": "",
        "PYTHONPYCACHEPREFIX": str(folder / "compiled"),
    }
    subprocess.run(  # noqa: S603 - two programs we name ourselves
        command, cwd=folder, env=known, check=True, capture_output=True
    )


def _write_list(path: Path, everybody: list[Guest]) -> None:
    fields = ("name", "reading", "company", "title", "talks_about")
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow((*fields, "code"))
        for guest in everybody:
            code = badge_code_for("1234", f"{pow(7, guest.number + 99, 10**25):025}")
            rows.writerow((*(getattr(guest, field) for field in fields), str(code)))
    fonts = paths.resource("fonts", "BIZUDPGothic-Bold.ttf").parent
    path.with_name("fonts.conf").write_text(
        f"<fontconfig><dir>{fonts}</dir><cachedir>{path.parent / 'cache'}</cachedir></fontconfig>",
        encoding="utf-8",
    )


def _template() -> str:
    texts = "".join(_text(*each) for each in _TEXTS)
    return f"""<?xml version="1.0"?>
<Glabels-document xmlns="http://glabels.org/xmlns/3.0/">
  <Template brand="A-One" part="51006" size="A4" description="A4, 10 labels">
    <Label-rectangle id="0" width="91mm" height="55mm" round="0mm" x_waste="0mm" y_waste="0mm">
      <Layout nx="2" ny="5" x0="14mm" y0="11mm" dx="91mm" dy="55mm"/>
    </Label-rectangle>
  </Template>
  <Objects id="0" rotate="False">
    <Object-box x="2.5mm" y="2.5mm" w="7.5mm" h="50mm" line_width="0pt"
      line_color="0x2f56d9ff" fill_color="0x2f56d9ff" {_UPRIGHT}/>
    {texts}
    <Object-barcode x="66.3mm" y="28.6mm" w="20.7mm" h="20.7mm" backend="libqrencode"
      style="IEC18004" text="False" checksum="True" color="0x000000ff" field="code" {_UPRIGHT}/>
  </Objects>
  <Merge type="Text/Comma/Line1Keys" src="guests.csv"/>
  <Data/>
</Glabels-document>
"""


def _text(top: float, width: float, size: float, weight: str, words: str) -> str:
    height = 14 if size > 20 else 5  # noqa: PLR2004 - the name's place
    common = 'justify="left" valign="top" auto_shrink="True"'
    return (
        f'<Object-text x="13.5mm" y="{top}mm" w="{width}mm" h="{height}mm" {common} {_UPRIGHT}>'
        f'<Span font_family="BIZ UDPGothic" font_size="{size}" font_weight="{weight}" {common} '
        f'color="0x171b22ff" line_spacing="1">{words}</Span></Object-text>'
    )


if __name__ == "__main__":
    print(markdown_table(measure()))
