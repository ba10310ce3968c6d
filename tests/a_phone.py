"""A phone of a test: it speaks the protocol over a kept connection, and votes as it is shown."""

import json
from http.client import HTTPConnection
from typing import Any
from urllib.parse import urlsplit

ANSWER_WAIT = 30.0


class APhone:
    """One person's phone; `cookie` and `seat` are there once it came in."""

    def __init__(self, url: str, cookie: str = "", seat: int = 0) -> None:
        parts = urlsplit(url)
        self._line = HTTPConnection(parts.hostname or "", parts.port, timeout=ANSWER_WAIT)
        self._origin = f"{parts.scheme}://{parts.netloc}"
        self.cookie = cookie
        self.seat = seat

    def ask(self, method: str, path: str, body: object = None) -> tuple[int, dict[str, Any]]:
        """Return the status and the JSON of an answer."""
        headers = {"Origin": self._origin}
        headers |= {"Cookie": f"seat={self.cookie}"} if self.cookie else {}
        headers |= {"Content-Type": "application/json"} if body is not None else {}
        written = None if body is None else json.dumps(body)
        self._line.request(method, path, written, headers)
        with self._line.getresponse() as answer:
            text = answer.read()
            given = answer.headers.get("Set-Cookie", "")
            if given.startswith("seat="):
                self.cookie = given.removeprefix("seat=").partition(";")[0]
        return answer.status, json.loads(text) if text else {}

    def join(self, code: str, role: str = "") -> int:
        status, told = self.ask("POST", "/api/join", {"code": code, "role": role})
        assert status == 200, told
        self.seat = int(told["seat"])
        return self.seat

    def view(self) -> dict[str, Any]:
        status, told = self.ask("GET", "/api/view")
        assert status == 200, told
        return told

    def vote(self, key: str, choice: object = None) -> str:
        """Vote in what is open, for the first that can be chosen; returns the receipt."""
        ballot = self.view()["ballot"]
        asked = {
            "round": ballot["round"],
            "vote": ballot["vote"],
            "choice": choice or first_choice(ballot),
            "key": key,
        }
        status, told = self.ask("POST", "/api/ballot", asked)
        assert status == 200, told
        return str(told["receipt"])

    def hang_up(self) -> None:
        self._line.close()


def first_choice(ballot: dict[str, Any]) -> object:
    """Choose what stands first on a ballot, whatever its shape."""
    options = [one["id"] for one in ballot["options"] if not one["blocked"]]
    points = ballot["points"] or {}
    match ballot["shape"]:
        case "scale":
            return 1
        case "consent":
            return "no_objection"
        case "ticks":
            return options[:1]
        case "order":
            return options
        case "points":
            return {one: points["total"] if one == options[0] else 0 for one in options}
        case _:
            return options[0]
