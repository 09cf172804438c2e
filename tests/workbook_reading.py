"""Reading our workbooks as another spreadsheet program recalculates them."""

import shutil
import subprocess
from collections import Counter
from pathlib import Path

import openpyxl
import pytest


def recalculated(path: Path, folder: Path) -> openpyxl.Workbook:
    """The workbook after LibreOffice opened, recalculated and saved it."""
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice, which recalculates the workbook here, is not installed")
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = [office, profile, "--headless", "--convert-to", "xlsx", "--outdir", str(folder)]
    subprocess.run([*command, str(path)], check=True, capture_output=True, timeout=120)
    return openpyxl.load_workbook(folder / path.name, data_only=True)


def verdicts(book: openpyxl.Workbook) -> Counter[str]:
    """How often OK and NG stand in the workbook."""
    values = (cell.value for sheet in book for row in sheet.iter_rows() for cell in row)
    return Counter(str(value) for value in values if value in {"OK", "NG"})
