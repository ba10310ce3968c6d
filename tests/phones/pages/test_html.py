import ast
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dilemmaspel.phones.pages import html
from dilemmaspel.phones.pages.html import Html, el, join, text
from tests.phones.pages.markup import Reader

PAGES = Path(html.__file__).parent


def test_text_is_escaped_and_markup_is_not() -> None:
    assert el("p", "a < b & c", el("b", '"x"')) == "<p>a &lt; b &amp; c<b>&quot;x&quot;</b></p>"


def test_markup_that_went_through_plain_text_is_escaped() -> None:
    assert el("p", f"{el('b', 'x')}!") == "<p>&lt;b&gt;x&lt;/b&gt;!</p>"


def test_attributes_are_escaped_left_out_or_bare() -> None:
    made = el("input", class_="a b", value='"><script>', checked=True, disabled=False, id=None)
    assert made == '<input class="a b" value="&quot;&gt;&lt;script&gt;" checked>'


def test_names_of_python_become_names_of_html() -> None:
    assert el("label", "x", for_="a", data_key=1) == '<label for="a" data-key="1">x</label>'


@pytest.mark.parametrize("tag", ["iframe", "style", "object", "P", "p onload=x", ""])
def test_an_element_that_no_page_needs_is_refused(tag: str) -> None:
    with pytest.raises(ValueError, match="no place"):
        el(tag)


@pytest.mark.parametrize("name", ["onclick", "style", 'a"b', "a b"])
def test_an_attribute_that_runs_or_styles_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="no place"):
        el("p", "", **{name: "x"})


@pytest.mark.parametrize(
    "address",
    ["https://x.test", "//x.test", "/\\x.test", "javascript:alert(1)", "x.html", "data:,x", ""],
)
def test_an_address_outside_this_server_is_refused(address: str) -> None:
    with pytest.raises(ValueError, match="may not lead"):
        el("a", "x", href=address)


def test_an_element_without_an_inside_takes_none() -> None:
    with pytest.raises(ValueError, match="holds nothing"):
        el("input", "x")


def test_what_may_not_stand_in_a_page_becomes_a_mark() -> None:
    assert text("a\x00b\ud800c\ufffe") == "a\ufffdb\ufffdc\ufffd"


@given(st.text(), st.text())
def test_any_text_stays_text(inside: str, value: str) -> None:
    reader = Reader(el("p", inside, title=value))
    assert reader.faults == []
    assert [node.tag for node in reader.root.all()] == ["", "p"]
    assert join(["", None]) == ""


def test_only_the_builder_calls_something_markup() -> None:
    calls = [
        file.name
        for file in PAGES.glob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[-1] == Html.__name__
    ]
    assert set(calls) == {"html.py"}
