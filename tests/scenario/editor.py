"""What an editor with a plug-in for YAML makes of a file: plain values as YAML 1.2 has them."""

import re
from typing import Any

import yaml


class _Core(yaml.SafeLoader):
    """The core schema of YAML 1.2: no dates, no yes and no, no numbers with colons."""


_Core.yaml_implicit_resolvers = {}
for _tag, _form, _first in (
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("bool", r"true|True|TRUE|false|False|FALSE", list("tTfF")),
    ("int", r"[-+]?[0-9]+", list("-+0123456789")),
    ("float", r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?", list("-+.0123456789")),
):
    _Core.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(f"(?:{_form})$"), _first)


def read(text: str) -> Any:
    """Read a whole file."""
    return yaml.load(text, _Core)
