"""Write the licence list, `docs/licences.md`, and the list of parts for machines, an SBOM.

    python -m tools.licences

The SBOM is CycloneDX 1.6; it names packages and versions, no addresses. The same parts give the
same bytes.
"""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Final
from uuid import NAMESPACE_URL, uuid5

from dilemmaspel import __version__
from tools.parts import ROOT, Part, parts

LIST: Final = ROOT / "docs" / "licences.md"
SBOM: Final = ROOT / "dist" / f"dilemmaspel-{__version__}.cdx.json"

_HEAD: Final = """\
# Licences

<!-- Written by `make sbom`; do not edit. -->

Dilemmaspel is free software under the [EUPL-1.2](../LICENSE). Its scenarios and drawings may be
used and changed under CC BY-SA 4.0. It stands on the parts below; names of licences are those of
SPDX. “Of the system” means: of the machine that the bundle was made on.

The bundle holds the full texts in the folder `licences`, in the package every part keeps its own.

**Qt** and Qt for Python are used under the LGPL, version 3. They lie beside the program as
separate libraries (in the bundle under `PySide6`), so that you can put your own build of them in
their place. Their source is published by the Qt Project under the same version number.

"""
_COLUMNS: Final = ("part", "version", "licence", "in")


def licence_list(found: Iterable[Part]) -> str:
    """The page for people."""
    rows = [(one.name, one.version or "of the system", one.licence, one.where) for one in found]
    lines = [_COLUMNS, ("---",) * len(_COLUMNS), *rows]
    return _HEAD + "".join(f"| {' | '.join(line)} |\n" for line in lines)


def sbom(found: Iterable[Part]) -> dict[str, object]:
    """The list for machines, as CycloneDX wants it."""
    own, *others = found
    components = [_component(one) for one in others]
    needs = [{"ref": _ref(one), "dependsOn": _refs(one, others)} for one in others]
    used = sorted(_ref(one) for one in others)
    content: dict[str, object] = {
        "metadata": {"component": {**_component(own), "type": "application"}},
        "components": components,
        "dependencies": [{"ref": _ref(own), "dependsOn": used}, *needs],
    }
    serial = uuid5(NAMESPACE_URL, json.dumps(content, sort_keys=True))
    head = {"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1}
    return {**head, "serialNumber": f"urn:uuid:{serial}", **content}


def _component(part: Part) -> dict[str, object]:
    made: dict[str, object] = {
        "type": part.kind.value,
        "bom-ref": _ref(part),
        "name": part.name,
        "licenses": [_licence(part.licence)],
        "properties": [{"name": "dilemmaspel:in", "value": part.where}],
    }
    if part.version:
        made["version"] = part.version
    if part.is_package:
        made["purl"] = _ref(part)
    return made


def _licence(name: str) -> dict[str, object]:
    """A licence by its SPDX id, by a name that SPDX does not know, or several as an expression."""
    if name.startswith("LicenseRef-"):
        return {"license": {"name": name}}
    return {"expression": name} if " " in name else {"license": {"id": name}}


def _ref(part: Part) -> str:
    if part.is_package:
        return f"pkg:pypi/{part.name}@{part.version}"
    return f"part:{part.name.lower().replace(' ', '-')}"


def _refs(part: Part, others: Iterable[Part]) -> list[str]:
    return sorted(_ref(one) for one in others if one.name in part.needs and one.is_package)


def main() -> None:
    """Write both."""
    found = parts()
    LIST.write_text(licence_list(found), encoding="utf-8", newline="\n")
    SBOM.parent.mkdir(exist_ok=True)
    text = json.dumps(sbom(found), indent=2, ensure_ascii=False) + "\n"
    SBOM.write_text(text, encoding="utf-8", newline="\n")
    print(f"{len(found)} parts: {_shown(LIST)} and {_shown(SBOM)}")


def _shown(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


if __name__ == "__main__":
    main()
