"""Names as they stand in an e-mail – numbered, with addresses, in one line – made rows of cells."""

import re

_ADDRESS = re.compile(
    r"\s*\"?(?P<name>[^\"<>;\t\n]*?)\"?\s*<(?P<email>[^<>@\s]+@[^<>\s]+)>\s*[,;、]?"
)
_MARK = re.compile(r"\s*(\(?\d{1,4}[.．)）、:]|[・•‣▪●○■□◆◇☆★*＊‐–—-])\s*(?=\S)")
_NAME_AND_COMPANY = re.compile(r"(?P<name>[^()（）\t,]+?)\s*[(（](?P<company>[^()（）\t]+)[)）]\s*")
_IN_ONE_LINE = re.compile(r"[、，;；]")
_FEWEST_IN_ONE_LINE = 3
_MOSTLY = 0.6


def as_table(text: str) -> str:
    """The text with cells parted by tabs where it is loose names; any other text as it is."""
    if "\t" in text:
        return text
    addresses = list(_ADDRESS.finditer(text))
    if addresses and not _ADDRESS.sub("", text).strip():
        return "\n".join(f"{one['name'].strip()}\t{one['email']}" for one in addresses)
    lines = [line for line in text.splitlines() if line.strip()]
    if len(lines) == 1:
        names = [name.strip() for name in _IN_ONE_LINE.split(lines[0]) if name.strip()]
        return "\n".join(names) if len(names) >= _FEWEST_IN_ONE_LINE else text
    if sum(_MARK.match(line) is not None for line in lines) <= len(lines) * _MOSTLY:
        return text
    return "\n".join(_name_and_company(_MARK.sub("", line, count=1)) for line in lines)


def _name_and_company(line: str) -> str:
    both = _NAME_AND_COMPANY.fullmatch(line)
    return f"{both['name']}\t{both['company']}" if both else line
