"""Names as they stand in an e-mail – numbered, with addresses, in one line – made rows of cells."""

import re
from email.utils import getaddresses

from reception_app.documents.guest_sheet.headings import meaning

_MARK = re.compile(r"\s*(\(?\d{1,4}[.．)）、:]|[・•‣▪●○■□◆◇☆★*＊‐–—-])\s*(?=\S)")
_NAME_AND_COMPANY = re.compile(r"(?P<name>[^()（）\t,]+?)\s*[(（](?P<company>[^()（）\t]+)[)）]\s*")
_IN_ONE_LINE = re.compile(r"[、，;；]")
_FEWEST_IN_ONE_LINE = 3
_LONGEST = 200_000
"""Characters; nobody writes a longer list of names by hand."""

_MOSTLY = 0.6


def as_table(text: str) -> str:
    """The text with cells parted by tabs where it is loose names; any other text as it is."""
    if "\t" in text or len(text) > _LONGEST:
        return text
    lines = [line for line in text.splitlines() if line.strip()]
    if addressed := _addresses(lines):
        return "\n".join(f"{name}\t{address}" for name, address in addressed)
    if len(lines) == 1:
        names = [name.strip() for name in _IN_ONE_LINE.split(lines[0]) if name.strip()]
        are_names = len(names) >= _FEWEST_IN_ONE_LINE and not any(map(meaning, names))
        return "\n".join(names) if are_names else text
    if sum(_MARK.match(line) is not None for line in lines) <= len(lines) * _MOSTLY:
        return text
    return "\n".join(_name_and_company(_MARK.sub("", line, count=1)) for line in lines)


def _addresses(lines: list[str]) -> list[tuple[str, str]]:
    """Names with their addresses, `Anna <a@example.com>`, where the lines hold nothing else."""
    if not all("<" in line and "@" in line for line in lines):
        return []
    found = getaddresses([line.rstrip(" ,;、") for line in lines])
    return found if all(name and "@" in address for name, address in found) else []


def _name_and_company(line: str) -> str:
    both = _NAME_AND_COMPANY.fullmatch(line)
    return f"{both['name']}\t{both['company']}" if both else line
