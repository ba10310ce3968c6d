"""What the guard lets through: hosts, origins, sizes, and well-formed requests in time."""

import random
import socket
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from dilemmaspel.phones.config import PhoneConfig
from dilemmaspel.phones.headers import SECURITY
from tests.phones.hall import QUICK, Hall, Phone, a_hall, read_all, status_of, until

FORM = "application/x-www-form-urlencoded"


@pytest.fixture(scope="module")
def shared() -> Iterator[Hall]:
    with a_hall(PhoneConfig(expected=400)) as hall:
        yield hall


@pytest.fixture
def quick() -> Iterator[Hall]:
    with a_hall(PhoneConfig(limits=QUICK, expected=60)) as hall:
        yield hall


def with_host(hall: Hall, *hosts: str) -> bytes:
    lines = ["GET / HTTP/1.1", *(f"Host: {host}" for host in hosts), "Connection: close"]
    return hall.raw("\r\n".join([*lines, "", ""]).encode())


FOREIGN = [
    "", "evil.test", "evil.test:{p}", "localhost", "localhost.:{p}", "LOCALHOST:{p}",
    "Localhost:{p}", "127.0.0.1", "127.0.0.1:", "127.0.0.1:0", "127.0.0.1:1", "127.0.0.1:{q}",
    "127.0.0.1:0{p}", "127.0.0.1:+{p}", "127.0.0.1:{p}.", "127.0.0.1.:{p}", "127.0.0.1.evil:{p}",
    "127.0.0.1.evil", "127.0.0.2:{p}", "127.1:{p}", "127.0.1:{p}", "2130706433:{p}",
    "0x7f000001:{p}", "0177.0.0.1:{p}", "0.0.0.0:{p}", "[::1]:{p}", "[::ffff:127.0.0.1]:{p}",
    "::1", "user@127.0.0.1:{p}", "127.0.0.1:{p}@evil.test", "127.0.0.1:{p}/",
    "127.0.0.1:{p},evil", "127.0.0.1:{p} evil.test", "evil.test 127.0.0.1:{p}",
    "http://127.0.0.1:{p}", "127。0。0。1:{p}",
    "١٢٧.0.0.1:{p}", "localhost:{p}:{p}", "*", "null",
]  # fmt: skip


@pytest.mark.parametrize("host", FOREIGN)
def test_t7_a_host_we_do_not_know_gets_421_and_no_body(shared: Hall, host: str) -> None:
    port = shared.at[1]
    answer = with_host(shared, host.format(p=port, q=port + 1))
    assert status_of(answer) == 421
    assert answer.endswith(b"\r\n\r\n")


def test_t7_a_missing_or_double_host_is_refused_too(shared: Hall) -> None:
    good = f"127.0.0.1:{shared.at[1]}"
    assert [status_of(with_host(shared, *hosts)) for hosts in ([], [good, good])] == [421, 421]


def test_t7_the_names_of_this_laptop_are_taken_also_the_one_the_facilitator_allows() -> None:
    with a_hall(PhoneConfig(allow_hosts=("zaal.test", "buiten.test:80"))) as hall:
        port = hall.at[1]
        hosts = (f"127.0.0.1:{port}", f"localhost:{port}", f"zaal.test:{port}", "buiten.test:80")
        assert [status_of(with_host(hall, host)) for host in hosts] == [200] * 4
        assert status_of(with_host(hall, "zaal.test")) == 421


@pytest.mark.parametrize(
    ("origin", "status"),
    [
        (None, 200),
        ("http://127.0.0.1:{p}", 200),
        ("http://localhost:{p}", 200),
        ("null", 403),
        ("", 403),
        ("http://evil.test", 403),
        ("http://127.0.0.1", 403),
        ("https://127.0.0.1:{p}", 403),
        ("http://127.0.0.1:{p}/", 403),
        ("HTTP://127.0.0.1:{p}", 403),
    ],
)
def test_t8_a_request_from_another_page_is_refused(
    shared: Hall, origin: str | None, status: int
) -> None:
    headers = {} if origin is None else {"Origin": origin.format(p=shared.at[1])}
    phone = shared.phone()
    assert phone.get("/", **headers).status == status


@pytest.mark.parametrize(
    "kind", ["text/plain", FORM, "multipart/form-data; boundary=x", "", "application/json5"]
)
def test_t8_no_form_or_plain_text_reaches_what_takes_json(shared: Hall, kind: str) -> None:
    (phone,) = shared.seated()
    reply = phone.ask("POST", "/api/pause", b"{}", Content_Type=kind)
    assert reply.status == 415
    assert not shared.session.latest.pause_asked


def test_t8_no_json_reaches_a_form_and_no_form_counts_without_its_token(shared: Hall) -> None:
    (phone,) = shared.seated()
    assert phone.post("/pause").status == 415
    assert phone.send("/pause", {}).status == 403
    assert phone.send("/pause", {"form": "x" * 22}).status == 403
    assert not shared.session.latest.pause_asked


def test_s9_every_answer_carries_the_security_headers_and_no_name_of_a_server(
    shared: Hall,
) -> None:
    (phone,) = shared.seated()
    replies = [
        phone.get("/"), phone.get("/static/phone.css"), phone.get("/nothing"),
        phone.get("/api/view"), phone.post("/api/ballot"), phone.send("/ballot", {}),
        phone.get("/aaaaaaaa"), phone.ask("PUT", "/"), phone.ask("HEAD", "/"),
        phone.get("/", Host="evil.test"), phone.get("/", Origin="http://evil.test"),
        phone.get("/" + "a" * 3000), phone.get("/", X="y" * 9000), phone.post("/", {}),
    ]  # fmt: skip
    for reply in replies:
        for name, value in SECURITY:
            assert reply.headers[name] == value
        assert "Server" not in reply.headers
        assert not any(name.startswith("Access-Control") for name in reply.headers)


def raw_request(line: bytes, *headers: bytes, body: bytes = b"", end: bytes = b"\r\n") -> bytes:
    return end.join([line, *headers, b"", b""]) + body


HOST = b"Host: 127.0.0.1:%d"

ODD: dict[str, tuple[bytes, int]] = {
    "te_and_cl": (
        raw_request(b"POST /join HTTP/1.1", HOST, b"Content-Length: 3",
                    b"Transfer-Encoding: chunked", body=b"0\r\n\r\n"), 400),
    "te_alone": (
        raw_request(b"POST /join HTTP/1.1", HOST, b"Transfer-Encoding: chunked", body=b"0\r\n\r\n"),
        411),
    "bare_lf": (raw_request(b"GET / HTTP/1.1", HOST, end=b"\n"), 400),
    "one_bare_lf": (b"GET / HTTP/1.1\r\nA: b\n" + HOST + b"\r\n\r\n", 400),
    "bare_cr": (raw_request(b"GET / HTTP/1.1", HOST, b"A: b\rc"), 400),
    "http_0_9": (b"GET /\r\n", 400),
    "http_2": (b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 400),
    "http_1_2": (raw_request(b"GET / HTTP/1.2", HOST), 400),
    "trace": (raw_request(b"TRACE / HTTP/1.1", HOST), 400),
    "connect": (raw_request(b"CONNECT evil:443 HTTP/1.1", HOST), 400),
    "options": (raw_request(b"OPTIONS / HTTP/1.1", HOST), 405),
    "lower_method": (raw_request(b"get / HTTP/1.1", HOST), 400),
    "nul_in_url": (raw_request(b"GET /%00 HTTP/1.1", HOST), 400),
    "bad_escape": (raw_request(b"GET /%zz HTTP/1.1", HOST), 400),
    "bad_utf8_in_url": (raw_request(b"GET /?a=%ff HTTP/1.1", HOST), 400),
    "raw_bytes_in_url": (raw_request(b"GET /\xc3\xa9 HTTP/1.1", HOST), 400),
    "whole_url": (raw_request(b"GET http://evil.test/ HTTP/1.1", HOST), 400),
    "two_slashes": (raw_request(b"GET //evil.test/ HTTP/1.1", HOST), 400),
    "dots": (raw_request(b"GET /static/../x HTTP/1.1", HOST), 400),
    "two_spaces": (raw_request(b"GET  / HTTP/1.1", HOST), 400),
    "tab": (raw_request(b"GET\t/\tHTTP/1.1", HOST), 400),
    "folded": (raw_request(b"GET / HTTP/1.1", HOST, b"A: b", b" c"), 400),
    "space_before_colon": (raw_request(b"GET / HTTP/1.1", HOST, b"A : b"), 400),
    "no_colon": (raw_request(b"GET / HTTP/1.1", HOST, b"AAA"), 400),
    "nul_in_header": (raw_request(b"GET / HTTP/1.1", HOST, b"A: \0"), 400),
    "bad_utf8_in_header": (raw_request(b"GET / HTTP/1.1", HOST, b"A: \xff\xfe"), 400),
    "two_lengths": (
        raw_request(b"POST /join HTTP/1.1", HOST, b"Content-Length: 1", b"Content-Length: 2"), 400),
    "negative_length": (raw_request(b"POST /join HTTP/1.1", HOST, b"Content-Length: -1"), 400),
    "odd_length": (raw_request(b"POST /join HTTP/1.1", HOST, b"Content-Length: 1e3"), 400),
    "get_with_body": (raw_request(b"GET / HTTP/1.1", HOST, b"Content-Length: 1", body=b"x"), 400),
    "two_cookies": (raw_request(b"GET / HTTP/1.1", HOST, b"Cookie: a=b", b"Cookie: c=d"), 400),
    "compressed": (
        raw_request(b"POST /join HTTP/1.1", HOST, b"Content-Encoding: gzip", b"Content-Length: 0"),
        415),
    "expects": (
        raw_request(b"POST /join HTTP/1.1", HOST, b"Expect: 100-continue", b"Content-Length: 5"),
        417),
    "long_url": (raw_request(b"GET /" + b"a" * 2048 + b" HTTP/1.1", HOST), 414),
    "longer_than_everything": (b"GET /" + b"a" * 9000, 414),
    "long_header": (raw_request(b"GET / HTTP/1.1", HOST, b"A: " + b"b" * 8200), 431),
    "many_headers": (raw_request(b"GET / HTTP/1.1", HOST, *[b"A: b"] * 65), 431),
    "tls": (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + bytes(200), 400),
    "empty_line": (b"\r\n\r\n", 400),
    "noise": (bytes(range(256)) * 4, 400),
    "ssh": (b"SSH-2.0-OpenSSH_9.6\r\n", 400),
}  # fmt: skip


@pytest.mark.parametrize("name", ODD)
def test_t20_an_odd_request_is_refused_and_the_line_closed(shared: Hall, name: str) -> None:
    sent, status = ODD[name]
    if HOST in sent:
        sent = sent.replace(HOST, HOST % shared.at[1])
    answer = shared.raw(sent)
    assert status_of(answer) == status
    assert b"Connection: close" in answer


def test_f77_a_thousand_mutated_requests_get_no_error_of_ours_and_no_traceback(
    shared: Hall,
) -> None:
    seed = random.randrange(1 << 32)
    chance = random.Random(seed)
    kind = {"Content_Type": "application/json", "Content_Length": "2", "Connection": "close"}
    good = shared.head("/api/ballot", "POST", **kind) + b"{}"

    def mutated(_: int) -> tuple[bytes, bytes]:
        sent = bytearray(good)
        for _ in range(chance.randrange(1, 6)):
            at = chance.randrange(len(sent))
            how = chance.randrange(3)
            if how == 0:
                sent[at] = chance.randrange(256)
            elif how == 1:
                del sent[at : at + chance.randrange(1, 20)]
            else:
                sent[at:at] = chance.randbytes(chance.randrange(1, 30))
        with socket.create_connection(shared.at, 5) as line:
            line.sendall(sent)
            line.shutdown(socket.SHUT_WR)
            return bytes(sent), read_all(line)

    with ThreadPoolExecutor(4) as pool:
        for sent, answer in pool.map(mutated, range(1000)):
            assert not answer or 200 <= status_of(answer) < 500, (seed, sent)
            assert b"Traceback" not in answer, (seed, sent)


def test_f68_a_huge_body_is_refused_without_reading_on(shared: Hall) -> None:
    for length in (16 * 1024 + 1, 10 * 1024**2, 10**9, 10**30):
        head = shared.head("/join", "POST", Content_Type=FORM, Content_Length=str(length))
        assert status_of(shared.raw(head)) == 413  # though the body never comes


def test_f68_an_endless_body_in_chunks_is_cut_off(shared: Hall) -> None:
    head = shared.head("/join", "POST", Content_Type=FORM, Transfer_Encoding="chunked")
    sent = 0
    with socket.create_connection(shared.at, 5) as line:
        line.sendall(head)
        try:
            while sent < 50 * 1024**2:
                sent += line.send(b"1000\r\n" + b"x" * 4096 + b"\r\n")
        except (ConnectionError, TimeoutError):
            pass
    assert sent < 30 * 1024**2


def test_a_body_of_the_most_that_is_allowed_goes_through(shared: Hall) -> None:
    (phone,) = shared.seated()
    record = b'{"key": "' + b"x" * (16 * 1024 - 11) + b'"}'
    reply = phone.ask("POST", "/api/ballot", record, Content_Type="application/json")
    assert (len(record), reply.status) == (16 * 1024, 400)


def test_requests_that_come_in_pieces_or_all_at_once_are_answered_in_order(shared: Hall) -> None:
    one = shared.head("/static/phone.css")
    with socket.create_connection(shared.at, 5) as line:
        for at in range(len(one)):
            line.sendall(one[at : at + 1])
        line.sendall(one * 2 + shared.head("/nothing", Connection="close"))
        answer = read_all(line)
    found = [piece[:12] for piece in answer.split(b"HTTP/1.1 ")[1:]]
    assert [int(piece[:3]) for piece in found] == [200, 200, 200, 404]


def test_what_the_phone_is_does_not_reach_the_pages(shared: Hall) -> None:
    from dilemmaspel.phones import head as heads
    from dilemmaspel.phones.config import Limits

    data = b"GET / HTTP/1.1\r\nHost: x\r\nUser-Agent: someone\r\nUpgrade: websocket"
    written = heads.parse(data, Limits()).written()
    assert b"someone" not in written
    assert b"pgrade" not in written


# ---------------------------------------------------------------- time and room


def slow_lines(hall: Hall, many: int) -> list[socket.socket]:
    """Connections that say nothing, half a head, or half a body."""
    half_body = hall.head("/join", "POST", Content_Type=FORM, Content_Length="100")
    styles = (b"", b"GET / HTT", half_body + b"code=")
    lines = []
    for n in range(many):
        line = socket.create_connection(hall.at, 10)
        line.sendall(styles[n % 3])
        lines.append(line)
    return lines


def read_until(line: socket.socket, wanted: bytes) -> None:
    line.settimeout(5)
    got = b""
    while wanted not in got:
        piece = line.recv(4096)
        assert piece, got
        got += piece


def is_closed(line: socket.socket) -> bool:
    line.setblocking(False)
    try:
        while line.recv(4096):
            pass
    except BlockingIOError:
        return False
    except OSError:
        pass
    return True


def test_t19_f66_slow_connections_of_three_kinds_are_gone_in_time_and_everybody_votes(
    quick: Hall,
) -> None:
    phones = quick.seated(30)
    quick.open_vote()
    lines = slow_lines(quick, 150)
    sent = [phone.ballot(f"slow-{n:08d}") for n, phone in enumerate(phones)]
    with ThreadPoolExecutor(15) as pool:
        jobs = zip(phones, sent, strict=True)
        replies = list(pool.map(lambda job: job[0].post("/api/ballot", job[1]).status, jobs))
    assert replies == [200] * 30
    until(lambda: all(is_closed(line) for line in lines), 6)
    for line in lines:
        line.close()


def test_f67_a_peer_that_reads_no_answer_is_put_out() -> None:
    with a_hall(PhoneConfig(limits=QUICK)) as hall, socket.socket() as line:
        line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        line.connect(hall.at)
        line.sendall(hall.head("/static/phone.css") * 200)
        assert hall.server._room is not None
        gate = hall.server._room.gate
        until(lambda: gate.connections == 1)
        until(lambda: gate.connections == 0)


def test_f67_connections_that_end_in_any_way_are_forgotten(quick: Hall) -> None:
    assert quick.server._room is not None
    gate = quick.server._room.gate
    lines = [socket.create_connection(quick.at, 5) for _ in range(30)]
    for n, line in enumerate(lines):
        line.sendall((b"", quick.head("/api/stream"), quick.head())[n % 3])
        if n % 2:
            line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
    until(lambda: gate.connections > 0)
    for line in lines:
        line.close()
    until(lambda: gate.connections == 0)


def test_when_it_is_full_the_oldest_stranger_goes_first_and_a_seat_stays() -> None:
    limits = replace(QUICK, connections=20, first_byte=30, idle=30)
    with a_hall(PhoneConfig(limits=limits)) as hall:
        (phone,) = hall.seated()
        listening = socket.create_connection(hall.at, 10)
        cookie = f"seat={phone.cookies['seat']}"
        listening.sendall(hall.head("/api/stream", Cookie=cookie))
        read_until(listening, b"data:")
        strangers = [socket.create_connection(hall.at, 10) for _ in range(40)]
        until(lambda: sum(is_closed(line) for line in strangers) >= 21)
        assert [is_closed(line) for line in strangers[:20]] == [True] * 20
        assert not is_closed(strangers[-1])
        hall.open_vote()
        read_until(listening, b"data:")
        assert phone.vote("still-here").status == 200
        for line in (*strangers, listening):
            line.close()


def test_f81_one_phone_that_asks_without_end_is_slowed_down_and_no_other(shared: Hall) -> None:
    noisy, calm = shared.seated(2)
    statuses = {noisy.get("/api/view?since=0").status for _ in range(600)}
    assert statuses == {200, 429}
    assert calm.get("/api/view").status == 200


def test_a_flood_without_seats_is_told_to_the_facilitator_and_seats_go_on() -> None:
    with a_hall(PhoneConfig(expected=4)) as hall:
        (phone,) = hall.seated()
        flood = Phone(hall.at)
        statuses = [flood.get("/nothing").status for _ in range(500)]
        assert statuses.count(429) > 200
        assert hall.server.status.flooded
        assert phone.view()["screen"] == "wait"
        flood.close()
