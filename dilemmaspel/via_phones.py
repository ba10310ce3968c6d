"""Simulated participants with phones: they come in and vote over HTTP, as a room does."""

import asyncio
import secrets
from collections.abc import Coroutine, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, Final

from aiohttp import ClientError, ClientSession, ClientTimeout, DummyCookieJar, TCPConnector

from dilemmaspel.game.commands import CastBallot
from dilemmaspel.game.ids import RoleId, SeatId
from dilemmaspel.phones.config import PhoneConfig
from dilemmaspel.phones.screen import RoleMode
from dilemmaspel.phones.server import PhoneServer
from dilemmaspel.problems import EnvironmentTrouble
from dilemmaspel.session import Session
from dilemmaspel.texts import Texts, mark

LOOPBACK: Final = "127.0.0.1"
CONNECTIONS: Final = 64
"""Requests at one time; the connections are kept for the next ones."""
TRIES: Final = 3
"""A kept connection may end just when it is used, and a slow disk may ask for patience; with the
same key a second try counts once."""
PATIENCE: Final = 60.0
"""Seconds for one answer."""
NOT_YET: Final = "not_yet"
"""The reason of an answer that asks to send the same again."""
JSON: Final = "application/json"


class PhoneRefusedError(EnvironmentTrouble):
    """The server did not do what a simulated phone asked."""

    def __init__(self, path: str, answer: object) -> None:
        super().__init__(
            mark("A simulated phone asked for {path} and was answered: {answer}"),
            mark("What was counted before is safe."),
            mark("Simulate without phones, or try it once more."),
            path=path,
            answer=answer,
        )


class PhoneCrowd:
    """Phones that speak to a server at `url`, each with a seat of its own."""

    def __init__(self, url: str, code: str) -> None:
        """Take the address of the page, and the code that lets people in."""
        self._origin = url.rpartition("/")[0]
        self._code = code
        self._cookies: dict[SeatId, str] = {}
        self._runner = asyncio.Runner()
        self._client = self._runner.run(self._connected())

    async def _connected(self) -> ClientSession:
        return ClientSession(
            base_url=self._origin,
            connector=TCPConnector(limit=CONNECTIONS),
            cookie_jar=DummyCookieJar(),
            headers={"Origin": self._origin},
            timeout=ClientTimeout(total=PATIENCE),
        )

    def join(self, roles: Sequence[RoleId]) -> None:
        """Come in one by one, so that the seats are dealt in this order."""
        self._runner.run(self._join(roles))

    def cast(self, ballots: Sequence[CastBallot]) -> None:
        """Vote all at once, and wait until every ballot has its receipt."""
        self._runner.run(_together([self._cast(ballot) for ballot in ballots]))

    def close(self) -> None:
        """Hang up."""
        self._runner.run(self._client.close())
        self._runner.close()

    async def _join(self, roles: Sequence[RoleId]) -> None:
        for role in roles:
            asked = {"code": self._code, "role": role, "once": secrets.token_hex(16)}
            answer, cookie = await self._post("/api/join", asked)
            self._cookies[SeatId(int(answer["seat"]))] = cookie

    async def _cast(self, ballot: CastBallot) -> None:
        asked: dict[str, Any] = {
            "round": ballot.dilemma,
            "vote": ballot.vote,
            "choice": plain(ballot.choice),
            "key": secrets.token_hex(16),
        }
        if ballot.objection:
            asked["objection"] = ballot.objection
        answer, _ = await self._post("/api/ballot", asked, seat=ballot.seat)
        if not answer.get("receipt"):
            raise PhoneRefusedError("/api/ballot", answer)

    async def _post(
        self, path: str, asked: Mapping[str, object], seat: SeatId | None = None
    ) -> tuple[dict[str, Any], str]:
        """Ask with JSON; returns the answer, and the cookie when one came with it."""
        headers = {"Cookie": f"seat={self._cookies[seat]}"} if seat is not None else {}
        trouble: object = ""
        for _ in range(TRIES):
            try:
                async with self._client.post(path, json=asked, headers=headers) as answer:
                    told = await answer.json() if answer.content_type == JSON else {}
                    if answer.status == 200:
                        cookie = answer.cookies.get("seat")
                        return told, cookie.value if cookie else ""
            except (ClientError, TimeoutError) as error:
                trouble = str(error) or type(error).__name__
                continue
            trouble = told.get("message") or told.get("text") or f"{answer.status} {answer.reason}"
            if told.get("reason") != NOT_YET:
                break
        raise PhoneRefusedError(path, trouble)


async def _together(tasks: Sequence[Coroutine[Any, Any, None]]) -> None:
    await asyncio.gather(*tasks)


def plain(choice: object) -> object:
    """Write a choice in the JSON form of the phone protocol."""
    if isinstance(choice, Mapping):
        return dict(choice)
    return list(choice) if isinstance(choice, tuple) else choice


@contextmanager
def by_phone(session: Session, participants: int, texts: Texts) -> Iterator[PhoneCrowd]:
    """Serve a session to phones on this machine alone, and give the phones of its participants."""
    config = PhoneConfig(
        expected=participants,
        bind=LOOPBACK,
        port=0,
        language=texts.language,
        role_mode=RoleMode.CHOSEN,
    )
    server = PhoneServer(session, config)
    server.start()
    try:
        crowd = PhoneCrowd(server.url, server.codes.path)
        try:
            yield crowd
        finally:
            crowd.close()
    finally:
        server.stop()
