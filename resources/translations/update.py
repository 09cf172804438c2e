"""Brings the window's translations up to date: `uv run python resources/translations/update.py`.

Collects the texts of `reception_app/ui` into `reception_ja.ts`, where new ones wait to be
translated, and compiles every `.ts` to the `.qm` the program loads. Texts that count (`%n`) also go
into `reception_en.ts`, which holds their singular and plural: Qt's collector does not see the
number in `QCoreApplication.translate(context, text, "", n)`, so this file is kept here instead.
"""  # noqa: INP001 - a script

import subprocess
import xml.etree.ElementTree as ET
from pathlib import Path

FOLDER = Path(__file__).parent
SCREENS = FOLDER.parent.parent / "reception_app" / "ui"


def collect() -> None:
    """Merge the texts of the screens into the Japanese translations."""
    modules = sorted(str(module) for module in SCREENS.rglob("*.py"))
    target = str(FOLDER / "reception_ja.ts")
    options = ("-silent", "-no-obsolete", "-locations", "none")
    subprocess.run(["pyside6-lupdate", *options, *modules, "-ts", target], check=True)  # noqa: S603, S607


def write_plurals() -> None:
    """Keep one message with two forms in English for each text that counts."""
    japanese = ET.parse(FOLDER / "reception_ja.ts").getroot()  # noqa: S314 - our own file
    file = FOLDER / "reception_en.ts"
    known = {
        (context.findtext("name"), message.findtext("source")): list(message.iter("numerusform"))
        for context in ET.parse(file).getroot().iter("context")  # noqa: S314 - our own file
        for message in context.iter("message")
    }
    root = ET.Element("TS", version="2.1", language="en")
    for context in japanese.iter("context"):
        name = context.findtext("name", "")
        counting = [
            s for s in (m.findtext("source", "") for m in context.iter("message")) if "%n" in s
        ]
        if not counting:
            continue
        element = ET.SubElement(root, "context")
        ET.SubElement(element, "name").text = name
        for source in counting:
            message = ET.SubElement(element, "message", numerus="yes")
            ET.SubElement(message, "source").text = source
            forms = known.get((name, source))
            translation = ET.SubElement(
                message, "translation", {} if forms else {"type": "unfinished"}
            )
            translation.extend(forms or [ET.Element("numerusform"), ET.Element("numerusform")])
    ET.indent(root, "    ")
    text = ET.tostring(root, encoding="unicode")
    file.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{text}\n', "utf-8")


def compile_all() -> None:
    """Compile every translation beside its source."""
    for file in sorted(FOLDER.glob("*.ts")):
        subprocess.run(["pyside6-lrelease", "-silent", str(file)], check=True)  # noqa: S603, S607


if __name__ == "__main__":
    collect()
    write_plurals()
    compile_all()
