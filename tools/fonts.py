"""Build the fonts in ``assets/fonts`` and ``assets/phone`` from the npm package of the typeface.

Qt reads TrueType on every platform, the package holds WOFF2 in two subsets. This script joins
the subsets and adds the marks that the game needs and the typeface lacks (the shapes of the
options, arrows, the sign for "about"). The phones get two small WOFF2 files: the letters of western
Europe and Turkish, nothing else. It needs fonttools with WOFF support, in a venv of its own:

    npm pack @fontsource/atkinson-hyperlegible-next && tar xzf fontsource-*.tgz
    pip install "fonttools[woff]"
    python tools/fonts.py package/files assets/fonts
"""

import math
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

# fonttools is not in the project's environment: fonts are built once, by hand.
from fontTools import subset  # type: ignore[import-not-found,import-untyped,unused-ignore]
from fontTools.merge import Merger  # type: ignore[import-not-found,import-untyped,unused-ignore]
from fontTools.pens.ttGlyphPen import (  # type: ignore[import-not-found,import-untyped,unused-ignore]
    TTGlyphPen,
)
from fontTools.ttLib import TTFont  # type: ignore[import-not-found,import-untyped,unused-ignore]

Point = tuple[float, float]
Shape = list[list[Point]]

CAP = 668.0
MIDDLE = CAP / 2
ADVANCE = 820
CENTRE = ADVANCE / 2

FACES = {
    "400-normal": ("AtkinsonHyperlegibleNext-Regular.ttf", 78.0),
    "600-normal": ("AtkinsonHyperlegibleNext-SemiBold.ttf", 104.0),
    "700-normal": ("AtkinsonHyperlegibleNext-Bold.ttf", 118.0),
    "400-italic": ("AtkinsonHyperlegibleNext-Italic.ttf", 78.0),
}
WEB = {"400-normal": "regular.woff2", "600-normal": "semibold.woff2"}
WEB_LETTERS = (
    "20-7E,A0,A7,AB,AD,B0,B1,B4,B7,BB,BF-FF,11E,11F,130,131,152,153,15E,15F,160,161,17D,17E,"
    "2013,2014,2018-201A,201C-201E,2026,20AC,2212"
)


def ring(radius: float, corners: int, start: float, lift: float = 0.0) -> list[Point]:
    """Give the corners of a regular polygon, clockwise from ``start`` degrees."""
    turns = (math.radians(start - 360 * i / corners) for i in range(corners))
    return [(CENTRE + radius * math.cos(a), MIDDLE + lift + radius * math.sin(a)) for a in turns]


def turned(shape: Shape, quarter: int) -> Shape:
    """Turn a shape by quarter turns to the left around the middle of the glyph."""
    cos, sin = ((1, 0), (0, 1), (-1, 0), (0, -1))[quarter % 4]
    return [
        [
            (
                CENTRE + cos * (x - CENTRE) - sin * (y - MIDDLE),
                MIDDLE + sin * (x - CENTRE) + cos * (y - MIDDLE),
            )
            for x, y in contour
        ]
        for contour in shape
    ]


def band(points: Sequence[Point], width: float) -> list[Point]:
    """Give the outline of a line of the given width through the points."""
    left: list[Point] = []
    right: list[Point] = []
    for i, (x, y) in enumerate(points):
        ax, ay = points[max(i - 1, 0)]
        bx, by = points[min(i + 1, len(points) - 1)]
        size = math.hypot(bx - ax, by - ay)
        nx, ny = -(by - ay) / size * width / 2, (bx - ax) / size * width / 2
        left.append((x + nx, y + ny))
        right.append((x - nx, y - ny))
    return left + right[::-1]


def arrow(stroke: float) -> Shape:
    """Draw an arrow that points to the right."""
    tip, tail, head = 740.0, 80.0, 270.0
    half = stroke / 2
    inner = half * 2.3
    back = tip - head - inner * 0.6
    neck = tip - head * 0.72
    lower = [
        (tip, MIDDLE),
        (tip - head, MIDDLE - head),
        (back, MIDDLE - head + inner * 0.6),
        (neck, MIDDLE - half),
        (tail, MIDDLE - half),
    ]
    return [lower + [(x, 2 * MIDDLE - y) for x, y in lower[:0:-1]]]


def wave(lift: float, stroke: float) -> list[Point]:
    """Draw one wave of the sign for "about"."""
    steps = [i / 24 for i in range(25)]
    line = [(130 + 560 * s, MIDDLE + lift + 62 * math.sin(s * 2 * math.pi)) for s in steps]
    return band(line, stroke)


def compare(stroke: float) -> Shape:
    """Draw "greater than or equal to"."""
    angle = band([(140, 610), (660, 400), (140, 190)], stroke)
    return [angle, band([(140, 60), (660, 60)], stroke)]


def marks() -> dict[int, tuple[str, Callable[[float], Shape]]]:
    """Tell which code points are added, with their glyph name and drawing by stroke width."""
    triangle: Shape = [[(40, -10), (410, 690), (780, -10)]]
    square: Shape = [[(90, 14), (90, 654), (730, 654), (730, 14)]]
    small: Shape = [[(130, 54), (130, 614), (690, 614), (690, 54)]]
    diamond: Shape = [ring(410, 4, 90)]
    disc: Shape = [ring(350, 48, 90)]

    def hollow(stroke: float) -> Shape:
        return [ring(345, 48, 90), ring(345 - stroke, 48, 90)[::-1]]

    def frame(stroke: float) -> Shape:
        s = stroke
        inner = [(90 + s, 14 + s), (730 - s, 14 + s), (730 - s, 654 - s), (90 + s, 654 - s)]
        return [*square, inner]

    return {
        0x25CF: ("disc", lambda _: disc),
        0x25CB: ("circle", hollow),
        0x25A0: ("square", lambda _: square),
        0x25A1: ("frame", frame),
        0x25AA: ("smallsquare", lambda _: small),
        0x25B2: ("triangleup", lambda _: triangle),
        0x25BC: ("triangledown", lambda _: turned(triangle, 2)),
        0x25B6: ("triangleright", lambda _: turned(triangle, 3)),
        0x25C0: ("triangleleft", lambda _: turned(triangle, 1)),
        0x25C6: ("diamond", lambda _: diamond),
        0x2B1F: ("pentagon", lambda _: [ring(385, 5, 90, -30)]),
        0x2192: ("arrowright", arrow),
        0x2191: ("arrowup", lambda s: turned(arrow(s), 1)),
        0x2190: ("arrowleft", lambda s: turned(arrow(s), 2)),
        0x2193: ("arrowdown", lambda s: turned(arrow(s), 3)),
        0x2713: ("checkmark", lambda s: [band([(90, 330), (310, 90), (730, 610)], s * 1.2)]),
        0x2248: ("about", lambda s: [wave(115, s), wave(-115, s)]),
        0x2265: ("atleast", compare),
        0x2264: ("atmost", lambda s: [[(800 - x, y) for x, y in c][::-1] for c in compare(s)]),
    }


def clockwise(contour: list[Point], hole: bool) -> list[Point]:
    """Give the contour in the direction that TrueType fills (or, for a hole, leaves open)."""
    area = sum(
        (bx - ax) * (by + ay)
        for (ax, ay), (bx, by) in zip(contour, contour[1:] + contour[:1], strict=True)
    )
    return contour if (area > 0) != hole else contour[::-1]


def add_mark(font: TTFont, code: int, name: str, shape: Shape) -> None:
    """Add one glyph and map its code point; the second contour of a ring is its hole."""
    pen = TTGlyphPen(None)
    for i, contour in enumerate(shape):
        points = clockwise(contour, hole=i == 1 and name in ("circle", "frame"))
        pen.moveTo(tuple(round(v) for v in points[0]))
        for point in points[1:]:
            pen.lineTo(tuple(round(v) for v in point))
        pen.closePath()
    order = [*(known for known in font.getGlyphOrder() if known != name), name]
    font["glyf"][name] = pen.glyph()
    font.setGlyphOrder(order)
    font["glyf"].glyphOrder = order
    left = round(min(x for contour in shape for x, _ in contour))
    font["hmtx"][name] = (ADVANCE, left)
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap[code] = name


def add_copies(font: TTFont) -> None:
    """Map the spaces and hyphens of Dutch typesetting to glyphs that look the same."""
    twins = {0x2011: "-", 0x00A0: " ", 0x202F: " ", 0x2009: " ", 0x00AD: "-"}
    known = font.getBestCmap()
    for code, letter in twins.items():
        if code not in known:
            for table in font["cmap"].tables:
                if table.isUnicode():
                    table.cmap[code] = known[ord(letter)]


def use_first_twins(font: TTFont) -> None:
    """Leave letters that both halves hold as they are.

    Joining gives each a twin, such as "A.1", and a lookup that puts the twin in its place. No code
    point leads to a twin, so that in a PDF an A could not be searched or read aloud, and the
    kerning of the first half would not see it.
    """
    table = font["GSUB"].table
    twins = {
        number
        for number, lookup in enumerate(table.LookupList.Lookup)
        for part in lookup.SubTable
        if (pairs := getattr(part, "mapping", None))
        and all(new == f"{old}.1" for old, new in pairs.items())
    }
    for record in table.FeatureList.FeatureRecord:
        feature = record.Feature
        feature.LookupListIndex = [n for n in feature.LookupListIndex if n not in twins]
        feature.LookupCount = len(feature.LookupListIndex)


def build(source: Path, target: Path) -> None:
    """Write the four faces to ``target``."""
    target.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        for face, (name, stroke) in FACES.items():
            parts = []
            for half in ("latin", "latin-ext"):
                font = TTFont(source / f"atkinson-hyperlegible-next-{half}-{face}.woff2")
                font.flavor = None
                parts.append(str(Path(scratch) / f"{half}-{name}"))
                font.save(parts[-1])
            joined = Merger().merge(parts)
            for code, (glyph, draw) in marks().items():
                if code not in joined.getBestCmap():
                    add_mark(joined, code, glyph, draw(stroke))
            add_copies(joined)
            use_first_twins(joined)
            joined.save(target / name)
            if face in WEB:
                build_web(target / name, target.parent / "phone" / WEB[face])


def build_web(source: Path, target: Path) -> None:
    """Write the letters that a phone needs, without hints, compressed."""
    # Kerning shows in headings; in running text it does not earn its two kilobytes.
    features = ["ccmp", "kern"] if "SemiBold" in source.name else ["ccmp"]
    options = subset.Options(flavor="woff2", hinting=False, layout_features=features)
    font = subset.load_font(str(source), options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=subset.parse_unicodes(WEB_LETTERS))
    subsetter.subset(font)
    subset.save_font(font, str(target), options)


if __name__ == "__main__":
    build(Path(sys.argv[1]), Path(sys.argv[2]))
