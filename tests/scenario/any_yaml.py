"""YAML that the reader was not made for, by the chapters of YAML 1.2; written for this suite.

`VALID` is fine by the rules of YAML, whatever this format thinks of it. `INVALID` is not, and
has to be told with a place.
"""

from typing import Final

VALID: Final = (
    # documents and directives
    *(
        "--- a: 1\n",
        "---\na: 1\n...\n",
        "%YAML 1.2\n---\na: 1\n",
        "%TAG ! tag:x,2000:\n---\n!a b\n",
    ),
    *("a: 1\n--- |\n text\n", "---\n---\n---\n", "...\n", "---\n...\n---\n...\n", "\ufeffa: 1\n"),
    *(
        "# only\n\n   # remarks\n",
        "a: 1 # remark\n# end",
        "---   # rule\na: 1\n",
        "%FOO bar\n--- a\n",
    ),
    *("---", "--- ", "--- # x", "...", "- ", "a:", "? ", "%YAML 1.2\n---"),
    # anchors, aliases, tags
    *("&a a: &b b\n", "- &x 1\n- *x\n", "&root {a: *root}\n", "a: &a\nb: *a\n", "&a : b\n"),
    *("!!str a: !!int 1\n", "! a: b\n", "!<tag:x:y> a: b\n", "- !!set {a, b}\n", "!local {a: 1}\n"),
    *("- !!binary R0lGODlhDAAMAIQAAP==\n", "- &a !!str x\n", "- !!null\n- !!float .inf\n"),
    *("a: &a {b: 1}\nc:\n  <<: *a\n", "<<: [1, 2]\n", "&a1 b: *a1 \n", "*a : b\n"),
    # flow
    *("[]", "{}", "[a, [b, [c]]]", "{a: {b: {c: d}}}", "[a: b, c: d]", "{a, b, c}", "[a, b, ]"),
    *(
        '{"a":1}',
        "{a: [1, 2], b: {c: 3}}",
        "[\n a,\n b\n]",
        "{\n  a: 1,\n  b: 2,\n}",
        "[\"a\", 'b', c]",
    ),
    *("{? a : b}", "[? a : b]", "{: b}", "{a: }", "[{}, [], '']", '{"a" : b}', "{http://x: y}"),
    *("a: [x,\n  y]\n", "{a: b # remark\n}", "[a # remark\n, b]", "- [a, b]: c\n", "{x: :y}"),
    # block collections and odd keys
    *("? a\n: b\n", "? - a\n: - b\n", "? |\n  a\n: b\n", "? a\n", "a:\n- b\n- c\n", "-\n-\n-\n"),
    *("- - - a\n", "- a: b\n  c: d\n- e\n", "? [a]\n: b\n", '"a b": c\n', "'a': b\n", "a b c: d\n"),
    *(
        "1: a\n2.5: b\n~: c\n",
        "true: yes\nno: off\n",
        "? \n: a\n",
        "-: a\n",
        "a::b: c\n",
        ":a: b\n",
    ),
    *("a: -b\n", "a: ?b\n", "a: :b\n", "?a: b\n", "a?: b\n", "a: b:c\n", "a#b: c#d\n", "a: b #c\n"),
    # scalars over lines
    *(
        "a: |\n b\n c\n",
        "a: >\n b\n c\n",
        "a: |+\n b\n\n",
        "a: |-\n b\n",
        "a: |2\n  b\n",
        "a: >1-\n b\n",
    ),
    *(
        "a: |\n",
        "a: >\n\n",
        "a: |\n\n\n b\n",
        "a: |\n  # no remark\n",
        "- |\n a\n- >\n b\n",
        "|\n a\n",
    ),
    *(
        'a: "b\n  c"\n',
        "a: 'b\n\n  c'\n",
        "a: b\n  c\n  d\n",
        'a: "b\\\n  c"\n',
        "a\nb\n  c\nd",
        "'a\nb'",
    ),
    *(
        '"\\x41\\u00e9\\U0001F3E0\\n\\t\\0\\e\\_\\N\\L\\P\\/"',
        "''''",
        '"\\\\"',
        "'\\'",
        '""',
        "a: ''",
    ),
    # characters
    *(
        "a: \u00e9\u4e2d\U0001f3e0\n",
        "\u0627: \u0628\n",
        "a: b\u00a0c\n",
        "a:\tb\n",
        "a: b\t\n",
        "- \ta\n",
    ),
    *("a: b\r\nc: d\r\n", "a: b\rc: d\r", "a: \u202eb\n", "\u3042: \u3044\n", "a: \ufb01\u0301\n"),
)
INVALID: Final = (
    # documents and directives
    *(
        "%YAML 1.2\n",
        "%YAML 1.2 foo\n---\n",
        "%YAML 1.2\n%YAML 1.2\n---\n",
        "a: 1\n%TAG x\n---\nb\n",
    ),
    *("... a\n", "--- a: b\n c: d\ne\n", "%YAML 1.1#x\n---\n", "a: b\n--- c: d\n", "@a", "`a"),
    # anchors, aliases, tags
    *("*a\n", "a: *b\n", "&a\n&b c\n", "a: &x *x\n", "&a &b c\n", "!!str !!int a\n", "a: !b{} c\n"),
    *("- *\n", "- &\n", "!h!a b\n", "!<a b\n", "a: &b\n&c d: e\n", "[&a *a]"),
    # flow
    *(
        "[",
        "{",
        "]",
        "}",
        "[a",
        "{a: 1",
        "[a]]",
        "{a}}",
        "[a}",
        "{a]",
        "[,]",
        "[a,,b]",
        "{,}",
        "{a,,b}",
    ),
    *(
        "[a b: c\n d: e]",
        "a: [b\nc: d\n",
        "a: {b: c\nd: e\n",
        "[a]\nb",
        "[a] b",
        "{a: b} c",
        '["a" "b"]',
    ),
    *("a: [b,\nc]\n", "a: {b: 1,\nc: 2}\n", "[-]", "[a\n---\nb]", "{a: b: c}", "[#a]", "[a,#b\n]"),
    # block collections
    *(
        "a: b: c\n",
        "a: - b\n",
        "- a\nb: c\n",
        "a: b\n- c\n",
        "a:\n  b: 1\n c: 2\n",
        "a:\n  - b\n - c\n",
    ),
    *(
        "a: b\n  c: d\n",
        "- a\n - b\n",
        "a: 'b': c\n",
        "a\nb: c\n",
        "a: b\nc\n",
        "- a: b\n c: d\n",
        "a: |\nb\n",
    ),
    *(
        "a: b\n\tc: d\n",
        "\ta: b\n",
        "a:\n\tb: c\n",
        "- a\n\t- b\n",
        "? a\n b: c\n d\n",
        "a: 1\n b: 2\n",
    ),
    # scalars
    *(
        '"a',
        "'a",
        'a: "b\n',
        "a: 'b\n",
        '"a" b',
        "'a' b\n",
        'a: "b" c\n',
        '"\\q"',
        '"\\x4"',
        '"\\u12"',
    ),
    *(
        '"a\n---\nb"',
        "'a\n...\nb'",
        'a: "b\nc"\n',
        "a: | b\n",
        "a: > b\n",
        "a: |0\n b\n",
        "a: |10\n b\n",
    ),
    *(
        "a: |\n   \n b\n",
        "a: >\n  b\n c\n",
        '"\\ud800"',
        "a: |x\n b\n",
        'a: "b"#c\n',
        "a: >#c\n b\n",
        "a: %b\n",
    ),
    *("a: @b\n", "a: `b`\n", "a: b\n  c: d: e\n", "a:b\nc: d\n", "- a\n-b\nc: d", "a: {b: c}d\n"),
    # characters
    *("a: \x07\n", "a: \0\n", "\x1b[31m: b\n", "a: \x7f\n", "a: \ufffe\n", "a\u2028b: c\n"),
)
"""YAML 1.2 wants `a: [b,` to go on further in, and a space before a remark."""
ENDLESS: Final = (
    *("[", "{", "- ", "? ", "a: ", "[a, ", "{a: ", "&a ", "!a ", "*a ", '"', "'", ": ", ", "),
    *("a: b\n", "a:\n", "- - ", '"]#', ' - "a', 'a: "', "[x: ", "{wants: x: y, ", "\ta: b\n"),
    *(
        "|\n",
        ">\n",
        "---\n",
        "- >\n     \n",
        "a #b\n",
        "a: !x y\n",
        "\\",
        "é",
        "🏘️",
        "[]",
        "a: 'b\n",
    ),
)
"""What a file may consist of entirely, without taking long."""
