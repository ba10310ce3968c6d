"""The forms of a report in words, and what its file is called."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Final

from dilemmaspel.desktop.widgets.places import own_folder, plain_name
from dilemmaspel.reporting import ENDINGS, Form
from dilemmaspel.texts import Texts, mark
from dilemmaspel.words import Named

FORMS: Final[Mapping[Form, Named]] = {
    Form.PDF: Named(mark("PDF, on paper"), mark("To print or to mail: a page per dilemma.")),
    Form.HTML: Named(
        mark("Web page"), mark("One file to read on a screen, with every figure also as a table.")
    ),
    Form.XLSX: Named(mark("Excel"), mark("All the tables, a sheet each, with a codebook.")),
    Form.CSV: Named(mark("CSV, in a zip"), mark("The same tables for other programs.")),
    Form.JSON: Named(mark("JSON"), mark("The same tables for who writes programs.")),
}


def usual_place(title: str, day: date, form: Form, t: Texts) -> Path:
    """Where a report goes when nobody says otherwise: among the person's documents."""
    parts = (t("Report"), plain_name(title), day.isoformat())
    name = " ".join(part for part in parts if part)
    return own_folder() / f"{name}{ENDINGS[form]}"


def in_form(path: Path, form: Form) -> Path:
    """The same name with the ending of a form."""
    known = path.suffix.lower() in {*ENDINGS.values(), ".csv", ".htm"}
    stem = path.stem if known else path.name
    return path.with_name(f"{stem}{ENDINGS[form]}")
