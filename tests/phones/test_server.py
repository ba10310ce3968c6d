"""The server as a part of the game: no way to the facilitator, new starts, addresses, ports."""

import ctypes
import resource
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from dilemmaspel.game.setup import Inputs, Kind, Setup
from dilemmaspel.phones.addresses import LOOPBACK, Interface, Link, best, interfaces, ranked
from dilemmaspel.phones.config import FIRST_PORT, PORTS, PhoneConfig
from dilemmaspel.phones.listening import Listening, ports, room_for
from dilemmaspel.phones.notice import notice
from dilemmaspel.phones.server import PhoneServer
from dilemmaspel.phones.status import CAUSES, Cause, Status, likely_causes
from dilemmaspel.problems import EnvironmentTrouble
from dilemmaspel.session import MemoryLog, Session
from dilemmaspel.texts import Texts
from tests.phones.hall import HERE, Hall, Phone, a_hall, serving, until
from tests.session.room import a_start, ask

ROOT = Path(__file__).resolve().parents[2]

WIFI = Interface("wlan0", "192.168.1.20")
CABLE = Interface("enp3s0", "10.0.0.7")
VPN = Interface("tun0", "10.8.0.2")
DOCKER = Interface("docker0", "172.17.0.1")
PUBLIC = Interface("eth1", "145.97.1.2")
OWN = Interface("eth0", "169.254.7.7")


@pytest.fixture
def hall() -> Iterator[Hall]:
    with a_hall() as hall:
        yield hall


# ---------------------------------------------------------------- nothing of the facilitator's


def test_t9_no_address_changes_what_the_facilitator_decides(hall: Hall) -> None:
    (phone,) = hall.seated()
    hall.open_vote()
    assert hall.server._room is not None
    known = {path for _, path in hall.server._room.routes.addresses}
    guessed = {
        "/admin", "/facilitator", "/advance", "/api/advance", "/api/close", "/api/reveal",
        "/api/undo", "/api/reopen", "/api/session", "/api/log", "/api/kick", "/debug", "/metrics",
        "/docs", "/.git/config", "/log.sqlite", "/static/", "/api/", "/api",
    }  # fmt: skip
    before = hall.session.latest
    for path in sorted(known | guessed - {"/api/stream"}):
        for method in ("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS"):
            if path == "/api/stream" and method == "GET":
                continue
            for who in (Phone(hall.at), phone):
                kind = "application/json" if path.startswith("/api/") else FORM
                body = b"{}" if method == "POST" else None
                reply = who.ask(method, path, body, Content_Type=kind)
                assert reply.status < 500
                if who is not phone:
                    who.close()
    after = hall.session.latest
    assert replace(after, pause_asked=False, time_asked=0) == replace(
        before, pause_asked=False, time_asked=0
    )


FORM = "application/x-www-form-urlencoded"


def test_a_bug_in_a_handler_is_a_plain_refusal_outside_and_a_line_in_the_log(
    hall: Hall, caplog: pytest.LogCaptureFixture, request: pytest.FixtureRequest
) -> None:
    request.node.add_marker(pytest.mark.logs_errors)
    (phone,) = hall.seated()
    assert hall.server._room is not None

    def broken(*_: object) -> None:
        raise RuntimeError("a secret of ours")

    hall.server._room.board.screen = broken  # type: ignore[method-assign,assignment]
    reply = phone.get("/api/view")
    assert (reply.status, reply.json()["reason"]) == (409, "unexpected")
    page = phone.get("/")
    assert page.status == 409
    assert "secret" not in reply.text + page.text
    assert "a secret of ours" in caplog.text


# ---------------------------------------------------------------- new starts


@pytest.mark.logs_errors
def test_f12_when_its_thread_dies_the_server_is_back_on_the_same_port(
    hall: Hall,
) -> None:
    (phone,) = hall.seated()
    hall.open_vote()
    sent = phone.ballot("before-the-death")
    receipt = phone.post("/api/ballot", sent).json()
    for deaths in range(1, 4):
        (thread,) = [one for one in threading.enumerate() if one.name == "phones"]
        kill(thread)
        phone.close()
        assert phone.get("/api/view").status == 200
        assert phone.post("/api/ballot", sent).json() == receipt
        assert hall.server.status.restarts == deaths
    assert hall.server.status.falters


def kill(thread: threading.Thread) -> None:
    """Have an exception raised in a thread, wherever it is, and wait until it ended."""
    death = ctypes.py_object(SystemExit)
    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread.ident or 0), death)
    thread.join(10)
    assert not thread.is_alive()


def test_f11_a_window_that_hangs_does_not_keep_a_hundred_votes_waiting() -> None:
    with a_hall(PhoneConfig(expected=100)) as hall:
        phones = hall.seated(100)
        hall.open_vote()
        sent = [phone.ballot(f"hang-{n:08d}") for n, phone in enumerate(phones)]
        done = threading.Event()

        def vote(n: int) -> float:
            began = time.monotonic()
            assert phones[n].post("/api/ballot", sent[n]).status == 200
            return time.monotonic() - began

        def everybody() -> None:
            with ThreadPoolExecutor(10) as pool:
                spent.extend(sorted(pool.map(vote, range(100))))
            done.set()

        spent: list[float] = []
        voters = threading.Thread(target=everybody)
        voters.start()
        assert done.wait(60)  # this thread, as the window's, does nothing meanwhile
        voters.join()
        assert len(spent) == 100


def test_the_framework_is_imported_on_the_servers_thread_only() -> None:
    code = (
        "import sys\n"
        "import dilemmaspel.phones.server, dilemmaspel.phones.status\n"
        "assert 'aiohttp' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True, timeout=60)


def test_a_server_that_was_stopped_says_so_and_lets_go_of_everything() -> None:
    session = Session(MemoryLog())
    ask(session, a_start())
    with serving(session) as hall:
        (phone,) = hall.seated()
        hall.server.stop()
        assert not hall.server.status.running
        phone.close()
        with pytest.raises(ConnectionRefusedError):
            phone.get("/")
    session.stop()
    assert not [one for one in threading.enumerate() if one.name.startswith("phones")]


# ---------------------------------------------------------------- addresses and ports


def test_f61_the_wifi_stands_first_and_vpn_and_virtual_networks_last() -> None:
    found = ranked([VPN, DOCKER, OWN, PUBLIC, CABLE, WIFI, Interface("lo", LOOPBACK), WIFI])
    assert found == (WIFI, CABLE, PUBLIC, DOCKER, VPN, OWN)
    assert best(found) == WIFI.ip
    assert best(()) == LOOPBACK


@pytest.mark.parametrize(
    ("name", "link"),
    [
        ("wlp2s0", Link.WIFI),
        ("Wi-Fi", Link.WIFI),
        ("en0", Link.WIFI),
        ("eth0", Link.CABLE),
        ("Ethernet 2", Link.CABLE),
        ("vEthernet (WSL)", Link.VIRTUAL),
        ("VirtualBox Host-Only Ethernet Adapter", Link.VIRTUAL),
        ("utun3", Link.VPN),
        ("wg0", Link.VPN),
        ("Gemeente VPN", Link.VPN),
        ("bnep0", Link.OTHER),
    ],
)
def test_f61_the_kind_of_a_network_follows_from_its_name(name: str, link: Link) -> None:
    assert Interface(name, "192.168.0.2").link is link


def test_only_addresses_for_inside_a_building_are_private() -> None:
    private = ("10.1.2.3", "172.16.0.1", "172.31.9.9", "192.168.178.20")
    outside = ("172.32.0.1", "145.97.1.2", "100.64.0.1", "169.254.1.1", "192.0.2.1")
    assert all(Interface("x", ip).is_private for ip in private)
    assert not any(Interface("x", ip).is_private for ip in outside)


def test_the_addresses_of_this_machine_can_be_listed() -> None:
    found = interfaces()
    assert all(socket.inet_aton(one.ip) for one in found)
    assert LOOPBACK not in {one.ip for one in found}


def test_f62_a_port_that_is_taken_gives_way_to_the_next_and_so_on_to_the_tenth() -> None:
    assert ports(FIRST_PORT) == tuple(range(8231, 8231 + PORTS))
    assert ports(FIRST_PORT, 8235)[0] == 8235
    taken = [socket.socket() for _ in range(2)]
    first = 0
    for one in taken:
        one.bind((LOOPBACK, 0))
        one.listen()
    first = taken[0].getsockname()[1]
    listening = Listening()
    found = listening.open(LOOPBACK, range(first, first + PORTS))
    assert first < found < first + PORTS
    listening.close()
    with pytest.raises(EnvironmentTrouble) as told:
        listening.open(LOOPBACK, [first])
    assert str(first) in told.value.message_in(Texts("nl"))
    for one in taken:
        one.close()


def test_an_address_this_laptop_does_not_have_is_refused_in_words() -> None:
    with pytest.raises(EnvironmentTrouble, match=r"192\.0\.2\.77"):
        Listening().open("192.0.2.77", ports(0))


def test_f60_a_new_address_is_listened_on_by_itself_and_the_old_one_keeps_working() -> None:
    here = SimpleNamespace(now=(Interface("wlan0", "127.0.0.1"),))
    told = threading.Event()
    session = Session(MemoryLog())
    ask(session, a_start())
    with serving(
        session, None, lister=lambda: here.now, look_every=0.05, on_change=told.set
    ) as hall:
        (phone,) = hall.seated()
        assert not told.wait(0.2)
        hall.server._ip = "127.0.5.1"  # the address of the network that is now gone
        here.now = (Interface("wlan0", "127.0.5.2"),)
        assert told.wait(5)
        until(lambda: hall.server.address.ip == "127.0.5.2")
        moved = Phone(("127.0.5.2", hall.at[1]))
        moved.cookies = phone.cookies
        until(lambda: moved.get("/api/view").status == 200)
        assert phone.get("/api/view").status == 200
        moved.close()
    session.stop()


def test_f61_the_facilitator_can_switch_to_another_address_live() -> None:
    with a_hall(lister=lambda: (*HERE, Interface("eth0", "127.0.7.1"))) as hall:
        (phone,) = hall.seated()
        hall.server.switch("127.0.7.1")
        assert hall.server.url == f"http://127.0.7.1:{hall.at[1]}/{hall.code}"
        other = hall.phone()
        other.address = ("127.0.7.1", hall.at[1])
        other.host = f"127.0.7.1:{hall.at[1]}"
        until(lambda: other.get("/").status == 200)
        assert phone.get("/api/view").status == 200
        with pytest.raises(EnvironmentTrouble):
            hall.server.switch("192.0.2.9")
        assert hall.server.address.ip == "127.0.7.1"


def test_f79_the_limit_of_open_files_is_raised_or_fewer_phones_are_let_in() -> None:
    code = (
        "import resource\n"
        "from dilemmaspel.phones.listening import room_for\n"
        "resource.setrlimit(resource.RLIMIT_NOFILE, (256, 1024))\n"
        "assert room_for(800) == 800\n"
        "assert resource.getrlimit(resource.RLIMIT_NOFILE)[0] == 896\n"
        "assert room_for(5000) == 1024 - 96\n"
    )
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True, timeout=60)
    assert room_for(16) == 16
    assert resource.getrlimit(resource.RLIMIT_NOFILE)[0] > 0


def test_f63_after_a_minute_without_a_visit_it_is_time_to_look_why() -> None:
    silent = Status(running=True, seconds=61)
    assert silent.nobody_comes
    assert not replace(silent, visits=1).nobody_comes
    assert not replace(silent, seconds=59).nobody_comes


@pytest.mark.parametrize(
    ("ip", "first"),
    [
        (WIFI.ip, Cause.FIREWALL),
        (VPN.ip, Cause.VPN),
        (DOCKER.ip, Cause.VIRTUAL),
        (PUBLIC.ip, Cause.PUBLIC),
        (OWN.ip, Cause.NO_NETWORK),
        (LOOPBACK, Cause.NO_NETWORK),
    ],
)
def test_f63_the_likeliest_cause_is_named_first_with_what_to_do(ip: str, first: Cause) -> None:
    found = ranked([WIFI, VPN, DOCKER, PUBLIC, OWN])
    causes = likely_causes(ip, found)
    assert causes[0] is first
    assert all(all(CAUSES[cause]) for cause in causes)


def test_f59_without_any_network_the_server_waits_on_the_laptop_itself() -> None:
    session = Session(MemoryLog())
    ask(session, a_start())
    server = PhoneServer(session, PhoneConfig(port=0), lister=lambda: ())
    assert server.start().ip == LOOPBACK
    server.stop()
    session.stop()


# ---------------------------------------------------------------- the notice


def said(setup: Setup, **config: int) -> str:
    return " ".join(notice(Texts("en"), setup, PhoneConfig(**config)))  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("show_roles", [True, False])
@pytest.mark.parametrize("writes", [True, False])
@pytest.mark.parametrize("personal", [True, False])
@pytest.mark.parametrize("months", [0, 1, 24])
def test_p5_the_notice_says_what_the_settings_do_and_nothing_else(
    kind: Kind, show_roles: bool, writes: bool, personal: bool, months: int
) -> None:
    inputs = Inputs(comment=writes, conditions=writes, arguments=writes, personal=personal)
    setup = Setup(kind=kind, show_roles=show_roles, inputs=inputs)
    told = said(setup, retention_months=months)
    own = kind is Kind.OWN_VOICE
    assert ("as yourself" in told, "as a role" in told) == (own, not own)
    assert ("counts per role are shown" in told) is (show_roles and not own)
    assert ("write no names" in told) is writes
    assert ("Your own answer" in told) is personal
    assert ("right after this session" in told) is (months == 0)
    assert (f"for {months} month" in told) is (months > 0)


def test_p5_the_notice_names_whom_to_ask_and_a_rehearsal() -> None:
    assert "Questions" not in said(Setup())
    assert "Buurthuis" in said(Setup(organisation="Buurthuis"))
    assert "Anna" in said(Setup(organisation="Buurthuis", local_contact="Anna, balie"))
    assert "rehearsal" in said(Setup(practice=True))


@pytest.mark.parametrize("kind", Kind)
def test_p5_the_longest_notice_has_at_most_ninety_words_in_dutch(kind: Kind) -> None:
    inputs = Inputs(comment=True, personal=True)
    setup = Setup(kind=kind, inputs=inputs, organisation="Gemeente")
    assert len(" ".join(notice(Texts("nl"), setup, PhoneConfig())).split()) <= 90


def test_p5_the_notice_stands_on_the_page_to_join_before_the_button(hall: Hall) -> None:
    text = hall.phone().get("/?lang=en").text
    where = text.index("Taking part is free")
    assert text.index('action="/join"') < where < text.index('type="submit"')


def test_the_word_of_the_session_is_the_same_for_everybody(hall: Hall) -> None:
    (phone,) = hall.seated()
    word = hall.server.codes.word
    assert phone.view()["word"] == word
    assert word in phone.get("/").text
    assert word in hall.phone().get("/").text
