"""The archive's list: filters that combine, a search, an order, and pages."""

from pathlib import Path

import pytest

from dilemmaspel.game.commands import CloseSession
from dilemmaspel.game.setup import Profile, Setup
from dilemmaspel.session import Session
from dilemmaspel.storage import listing, opening
from dilemmaspel.storage.listing import Query, Sort
from dilemmaspel.storage.log import open_log
from tests.session.room import Clock, a_start, ask

FLAGSHIPS = ("f1-de-schakel", "p1-de-volle-wachtkamer", "c1-het-wijkteam-loopt-over")
PLACES = ("Welzijn Waterkant", "Buurtteam ÉÉN", "")
DAY = 86_400_000


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Nine sessions on nine days: three scenarios in three places."""
    path = tmp_path_factory.mktemp("list") / "log.sqlite"
    log, clock = open_log(path), Clock()
    for number in range(9):
        setup = Setup(
            profile=Profile.SHORT if number < 6 else Profile.HALF_DAY,
            organisation=PLACES[number % 3],
            practice=number == 4,
        )
        session = Session(log, clock=clock)
        ask(session, a_start(f"s{number}", setup, FLAGSHIPS[number // 3]))
        if number != 7:
            ask(session, CloseSession())
        session.stop()
        clock.pass_by(DAY)
    log.close()
    return path


def found(path: Path, query: Query, offset: int = 0, limit: int = 100) -> list[str]:
    with opening.reading(path) as conn:
        page = [one.id for one in listing.page(conn, (), query, offset, limit)]
        if not offset and limit == 100:
            assert listing.count(conn, query) == len(page)
        return page


def names(*numbers: int) -> list[str]:
    return [f"s{number}" for number in numbers]


FIRST = Clock().now


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        (Query(), (8, 7, 6, 5, 4, 3, 2, 1, 0)),
        (Query(descending=False), (0, 1, 2, 3, 4, 5, 6, 7, 8)),
        (Query(scenario=FLAGSHIPS[1]), (5, 4, 3)),
        (Query(theme="funding"), (2, 1, 0)),
        (Query(profile="dagdeel"), (8, 7, 6)),
        (Query(organisation=PLACES[1]), (7, 4, 1)),
        (Query(organisation=PLACES[1], profile="kort"), (4, 1)),
        (Query(organisation=PLACES[1], profile="kort", practice=False), (1,)),
        (Query(practice=True), (4,)),
        (Query(since=FIRST + 2 * DAY, until=FIRST + 5 * DAY), (4, 3, 2)),
        (Query(words=("schakel",)), (2, 1, 0)),
        (Query(words=("één", "WACHTKAMER")), (4,)),
        (Query(words=("100%",)), ()),
        (Query(words=("'; DROP TABLE sessions; --",)), ()),
        (Query(unfinished=True), (7,)),
        (Query(sort=Sort.TITLE, descending=False, profile="kort"), (0, 1, 2, 3, 4, 5)),
        (Query(sort=Sort.STATUS), (7, 8, 6, 5, 4, 3, 2, 1, 0)),
    ],
)
def test_a_query_gives_the_sessions_that_fit(
    path: Path, query: Query, wanted: tuple[int, ...]
) -> None:
    assert found(path, query) == names(*wanted)


def test_pages_follow_each_other(path: Path) -> None:
    query = Query(sort=Sort.PROFILE, descending=False)
    whole = found(path, query)
    assert [found(path, query, n, 2)[0] for n in range(0, 9, 2)] == whole[::2]
    assert found(path, query, 9, 2) == []


def test_a_session_is_found_back_in_the_list(path: Path) -> None:
    with opening.reading(path) as conn:
        for query in (Query(), Query(sort=Sort.TITLE), Query(profile="dagdeel")):
            for place, name in enumerate(found(path, query)):
                assert listing.place_of(conn, query, name) == place
        assert listing.place_of(conn, Query(profile="dagdeel"), "s0") is None


def test_what_can_be_filtered_is_what_occurs(path: Path) -> None:
    with opening.reading(path) as conn:
        choices = listing.choices(conn)
    assert {name for name, _ in choices.scenarios} == set(FLAGSHIPS)
    titles = [title.casefold() for _, title in choices.scenarios]
    assert titles == sorted(titles)
    assert (choices.first, choices.last) == (FIRST, FIRST + 8 * DAY)
    assert choices.organisations == ("Buurtteam ÉÉN", "Welzijn Waterkant")
    assert set(choices.profiles) == {"kort", "dagdeel"}
    assert len(choices.themes) == 3


def test_a_query_that_asks_nothing_says_so() -> None:
    assert Query().asks_nothing
    assert Query(descending=False, sort=Sort.PEOPLE).asks_nothing
    assert not Query(words=("a",)).asks_nothing
    assert not Query(practice=False).asks_nothing
    assert not Query(until=5).asks_nothing
