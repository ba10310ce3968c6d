"""Make a package for Debian and its kin out of the bundle: `make deb`.

    python -m tools.deb

Puts `dist/Dilemmaspel` under /usr/lib, with a command, a menu entry, icons, and a profile that
lets phones through the firewall `ufw` when somebody switches it on. It asks for what the bundle
does not bring: what its libraries are linked to and that no file in it provides.
"""

import gzip
import hashlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from dilemmaspel import __version__
from tools.bundling import BUNDLE_ID, ROOT
from tools.check_bundle import FOLDER
from tools.drawing.logo import LOGO, SIZES, png

PACKAGE: Final = "dilemmaspel"
LINUX: Final = ROOT / "packaging" / "linux"
MAINTAINER: Final = "Makers of Dilemmaspel <makers@dilemmaspel.example>"
"""Whoever hands out a package sets DEB_MAINTAINER to a name and an address that answer."""

PROVIDERS: Final = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libxcb.so.1": "libxcb1",
}
"""The package of Debian that has a library which the bundle leaves to the system."""

_LIBC: Final = re.compile(r"(?:ld-linux.*|lib(?:c|dl|m|pthread|rt|util))\.so\.\d+$")
_SYMBOL: Final = re.compile(rb"GLIBC_2\.(\d+)")

_ABOUT: Final = """\
 Decision game for a room, about dilemmas in social work
 A facilitator plays dilemma sessions with the people around social work, on one
 laptop with a beamer, without internet. People vote in a role, talk, vote again,
 and see what their choice does now and years later. They vote on their phones or
 at the laptop; no names are asked and nothing leaves the laptop.
"""


def main() -> int:
    """Make the package."""
    if not FOLDER.is_dir():
        print("There is no bundle yet. Make it with: make bundle")
        return 1
    with TemporaryDirectory() as temporary:
        root = Path(temporary) / PACKAGE
        fill(root, FOLDER)
        write_control(root, architecture())
        target = FOLDER.parent / f"{PACKAGE}_{__version__}_{architecture()}.deb"
        build = ["dpkg-deb", "--root-owner-group", "-Zxz", "--build", str(root), str(target)]
        subprocess.run(build, check=True, stdout=subprocess.DEVNULL)
    size = target.stat().st_size / 1_000_000
    print(f"{target.relative_to(ROOT).as_posix()}: {size:.0f} MB")
    return 0


def fill(root: Path, bundle: Path) -> None:
    """Lay out every file where it belongs in the system."""
    share = root / "usr" / "share"
    shutil.copytree(bundle, root / "usr" / "lib" / PACKAGE, symlinks=True)
    command = root / "usr" / "bin" / PACKAGE
    command.parent.mkdir(parents=True)
    command.symlink_to(f"../lib/{PACKAGE}/{PACKAGE}")
    _put(LINUX / f"{BUNDLE_ID}.desktop", share / "applications")
    _put(LINUX / f"{BUNDLE_ID}.metainfo.xml", share / "metainfo")
    _put(LINUX / "copyright", share / "doc" / PACKAGE)
    changelog = (ROOT / "CHANGELOG.md").read_bytes()
    (share / "doc" / PACKAGE / "changelog.gz").write_bytes(gzip.compress(changelog, 9, mtime=0))
    _put(LINUX / f"{PACKAGE}.ufw", root / "etc" / "ufw" / "applications.d", PACKAGE)
    for size in SIZES:
        _write(_icons(share, f"{size}x{size}") / f"{BUNDLE_ID}.png", png(size))
    _write(_icons(share, "scalable") / f"{BUNDLE_ID}.svg", LOGO.encode())
    _make_readable(root)


def write_control(root: Path, machine: str) -> None:
    """Write what dpkg wants to know: name, version, size, what it needs, sums."""
    control = root / "DEBIAN"
    control.mkdir()
    files = [one for one in sorted(root.rglob("*")) if one.is_file() and not one.is_symlink()]
    kilobytes = sum(-(-one.stat().st_size // 1024) for one in files)
    fields = {
        "Package": PACKAGE,
        "Version": __version__,
        "Architecture": machine,
        "Maintainer": os.environ.get("DEB_MAINTAINER", MAINTAINER),
        "Installed-Size": str(kilobytes),
        "Depends": ", ".join(depends(root / "usr" / "lib" / PACKAGE)),
        "Recommends": "fontconfig-config, xdg-desktop-portal",
        "Section": "education",
        "Priority": "optional",
    }
    lines = "".join(f"{key}: {value}\n" for key, value in fields.items())
    _write(control / "control", f"{lines}Description:{_ABOUT}".encode())
    _write(control / "conffiles", f"/etc/ufw/applications.d/{PACKAGE}\n".encode())
    sums = (f"{_md5(one)}  {one.relative_to(root).as_posix()}\n" for one in files)
    _write(control / "md5sums", "".join(sums).encode())
    _make_readable(control)


def depends(bundle: Path) -> list[str]:
    """The packages that a bundle needs, with the oldest C library that will do.

    Raises LookupError when nobody said which package has a library.
    """
    files = [one for one in bundle.rglob("*") if one.is_file() and _is_elf(one)]
    present = {one.name for one in bundle.rglob("*.so*")}
    lacking = sorted(set(linked_to(files)) - present)
    unknown = [one for one in lacking if one not in PROVIDERS and not _LIBC.match(one)]
    if unknown:
        raise LookupError(f"Which package has {', '.join(unknown)}? Add it to PROVIDERS.")
    libc = max(int(minor) for one in files for minor in _SYMBOL.findall(one.read_bytes()))
    packages = {PROVIDERS[one] for one in lacking if one in PROVIDERS}
    return [f"libc6 (>= 2.{libc})", *sorted(packages)]


def linked_to(files: Iterable[Path]) -> Iterator[str]:
    """The libraries that these files ask the system for."""
    told = subprocess.run(
        ["objdump", "-p", *map(str, files)], capture_output=True, text=True, check=True
    )
    yield from re.findall(r"^ +NEEDED +(\S+)$", told.stdout, re.MULTILINE)


def architecture() -> str:
    """The name that Debian has for this machine."""
    told = subprocess.run(
        ["dpkg", "--print-architecture"], capture_output=True, text=True, check=True
    )
    return told.stdout.strip()


def _is_elf(file: Path) -> bool:
    with file.open("rb") as opened:
        return opened.read(4) == b"\x7fELF"


def _icons(share: Path, size: str) -> Path:
    return share / "icons" / "hicolor" / size / "apps"


def _put(file: Path, folder: Path, name: str = "") -> None:
    _write(folder / (name or file.name), file.read_bytes())


def _write(file: Path, data: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)


def _md5(file: Path) -> str:
    return hashlib.md5(file.read_bytes(), usedforsecurity=False).hexdigest()


def _make_readable(root: Path) -> None:
    """Let everybody read everything, and only its owner write, whatever the builder's mask."""
    for one in (root, *root.rglob("*")):
        if not one.is_symlink():
            one.chmod(
                0o755 if one.is_dir() or (os.access(one, os.X_OK) and _is_elf(one)) else 0o644
            )


if __name__ == "__main__":
    sys.exit(main())
