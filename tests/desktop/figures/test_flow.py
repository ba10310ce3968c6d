"""The flow keeps everybody: slots hold their people and never lie over each other."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF

from dilemmaspel.desktop.figures.flow import slots_in

BOX = QRectF(0, 0, 600, 500)
TABLES = st.integers(1, 6).flatmap(
    lambda n: st.lists(st.lists(st.integers(0, 30), min_size=n, max_size=n), min_size=n, max_size=n)
)


@given(table=TABLES)
def test_slots_stand_under_each_other_inside_the_box(table: list[list[int]]) -> None:
    boxes = slots_in(BOX, table).boxes
    assert len(boxes) == len(table)
    for above, below in pairwise(boxes):
        assert above.bottom() <= below.top() + 0.01
    assert boxes[-1].bottom() <= BOX.bottom() + 0.5


@given(table=TABLES)
def test_every_slot_holds_all_of_its_people(table: list[list[int]]) -> None:
    slots = slots_in(BOX, table)
    for place, box in enumerate(slots.boxes):
        people = max(sum(table[place]), sum(row[place] for row in table))
        assert people * slots.unit <= box.height() + 0.5


def test_a_person_is_never_taller_than_a_hand() -> None:
    assert slots_in(BOX, [[1]]).unit <= 90


@given(table=TABLES, least=st.floats(64, 120))
def test_a_slot_has_room_for_its_words_where_there_is_room_at_all(
    table: list[list[int]], least: float
) -> None:
    even = (BOX.height() - 14 * (len(table) - 1)) / len(table)
    boxes = slots_in(BOX, table, [least] * len(table)).boxes
    assert all(box.height() >= min(least, even) - 0.5 for box in boxes)
