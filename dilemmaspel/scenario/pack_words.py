"""The words for a session pack that cannot be trusted, read or written."""

from dilemmaspel.scenario.findings import Wording
from dilemmaspel.texts import mark

NOT_A_PACK = Wording(
    "not-a-pack",
    mark("This is no pack: it cannot be opened as a zip file."),
    mark("Ask for the file again, or make it again with “Export”."),
)
DAMAGED = Wording(
    "damaged-pack",
    mark("“{name}” in this pack is damaged."),
    mark("Ask for the file again, or make it again with “Export”."),
)
PACKED_TOO_BIG = Wording(
    "pack-too-big",
    mark("This pack is {size} MB; {limit} MB is the most."),
    mark("Make the pictures 1920 wide and pack it again."),
)
UNPACKED_TOO_BIG = Wording(
    "pack-too-big",
    mark("Unpacked this pack is {size} MB; {limit} MB is the most."),
    mark("Make the pictures 1920 wide and pack it again."),
)
TOO_MANY_FILES = Wording(
    "too-many-files",
    mark("This pack holds more than {limit} files."),
    mark("Keep only the scenario and its pictures in it."),
)
SQUEEZED = Wording(
    "squeezed",
    mark("“{name}” becomes more than {limit} times as large when it is unpacked."),
    mark("No picture or text does that; do not trust this pack."),
)
PATH_OUTSIDE = Wording(
    "path-outside",
    mark("“{name}” would be written outside the folder of the scenario."),
    mark("Do not trust this pack. Who made it can pack it again with “Export”."),
)
BAD_NAME = Wording(
    "bad-file-name",
    mark("“{name}” is no file name that works on every computer."),
    mark("Give the file a short name with letters, digits, “-” and “_”."),
)
NAME_CLASH = Wording(
    "name-clash",
    mark("“{name}” and “{other}” are the same name on many computers."),
    mark("Give one of them another name."),
)
NO_PLAIN_FILE = Wording(
    "no-plain-file",
    mark("“{name}” is no plain file but a link or a device."),
    mark("Put the file itself in the pack."),
)
LOCKED = Wording(
    "locked",
    mark("“{name}” is locked with a password."),
    mark("Pack it again without a password."),
)
ODD_PACKING = Wording(
    "odd-packing",
    mark("“{name}” is packed in a way that this program does not read."),
    mark("Make a plain zip file of it."),
)
FOREIGN_FILE = Wording(
    "foreign-file",
    mark("“{name}” does not belong in a pack."),
    mark("Keep only yaml files, and png, jpg and webp pictures in it."),
)
NO_SCENARIO = Wording(
    "no-scenario",
    mark("There is no “scenario.yaml” in this pack."),
    mark("Pack the folder of one scenario, or use “Export”."),
)
ALREADY_THERE = Wording(
    "already-there",
    mark("The scenario “{id}” is here already."),
    mark("Replace it, or keep the one you have."),
)
