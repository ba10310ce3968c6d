"""Drawings become shorter and stay the same."""

import pytest

from dilemmaspel.debrief.report.svg import inside_of

DRAWN = """<?xml version="1.0"?>
<svg xmlns="http://www.w3.org/2000/svg" width="10mm" viewBox="0 0 14 20" role="img">
<title id="a">Titel <b></title><desc>Wat er staat</desc>
<g fill="#053656" fill-opacity="1" stroke="none" transform="matrix(1,0,0,1,0,0)"
 font-family="X" font-size="32" font-weight="700" font-style="normal" >
<path vector-effect="none" d="M1.23456,2.5 L10.001,3 " opacity="0.3512"/>
</g>
<g transform="matrix(0.03125,0,0,0.03125,0,0)"><text x="3.14159" font-size="32"
 font-weight="700" font-style="normal">1.23456  &lt;ja&gt;  </text></g>
</svg>"""


def test_what_is_usual_is_left_out() -> None:
    box, inside = inside_of(DRAWN)
    assert box == "0 0 14 20"
    assert inside == (
        '<g fill="#053656" stroke="none"><path d="M1.23,2.5 L10.00,3" opacity="0.3512"/></g>'
        '<g transform="matrix(0.03125,0,0,0.03125,0,0)">'
        '<text x="3.14" font-size="32" font-weight="700">1.23456  &lt;ja&gt;  </text></g>'
    )


def test_what_is_no_drawing_is_refused() -> None:
    with pytest.raises(ValueError, match="no drawing"):
        inside_of("<p>x</p>")
