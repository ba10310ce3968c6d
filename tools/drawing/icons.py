"""Write the icons as small SVG files in one style.

Every icon lives on a grid of 24 by 24 with a line of 2, round ends and one placeholder colour,
black, which the app replaces. A line of a drawing starts with ``fill`` when the shape is solid.
"""

from pathlib import Path

from tools.drawing.icons_roles import ROLE_ICONS
from tools.drawing.icons_ui import UI_ICONS

INK = "#000000"
HEAD = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24" '
    f'fill="none" stroke="{INK}" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">'
)


def element(line: str) -> str:
    """Turn one line of a drawing into an SVG element.

    ``c 12 8 3`` is a circle, ``r 3 4 18 12 2`` a rectangle with a corner radius, and anything else
    the data of a path; ``fill`` in front makes the shape solid.
    """
    solid = line.startswith("fill ")
    body = line.removeprefix("fill ")
    paint = f' fill="{INK}" stroke="none"' if solid else ""
    kind, *numbers = body.split()
    if kind == "c":
        cx, cy, radius = numbers
        return f'<circle cx="{cx}" cy="{cy}" r="{radius}"{paint}/>'
    if kind == "r":
        x, y, width, height, corner = numbers
        return f'<rect x="{x}" y="{y}" width="{width}" height="{height}" rx="{corner}"{paint}/>'
    return f'<path d="{body}"{paint}/>'


def svg(drawing: tuple[str, ...]) -> str:
    """Give the text of one icon file."""
    return "\n".join([HEAD, *(f"  {element(line)}" for line in drawing), "</svg>"]) + "\n"


def write_icons(out: Path) -> tuple[Path, ...]:
    """Write every icon under ``out`` and tell which files these are."""
    folder = out / "assets" / "icons"
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, drawing in sorted((ROLE_ICONS | UI_ICONS).items()):
        written.append(folder / f"{name}.svg")
        written[-1].write_text(svg(drawing), encoding="utf-8", newline="\n")
    return tuple(written)
