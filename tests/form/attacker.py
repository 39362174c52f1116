"""Requests as no browser sends them: any method, address, header and body, as a server hands them to the program."""

import reprlib
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import unquote, urlencode

from hypothesis import strategies as st
from starlette.types import ASGIApp, Message

FORM = b"application/x-www-form-urlencoded"
PAGES = ("about", "thanks", "card", "question", "leave", "1", "2", "3", "9", "0", "-1", "intro", "p", "..", "%2e%2e")
FIELDS = (
    *(f"{kind}.{name}" for kind in "ien" for name in ("box", "time", "queue", "calm", "on-time", "nothing")),
    *("q.solution", "q.haste", "q.weather", "outcome", "t", "s", "go", "remark", "code", "sure", "language", ""),
)
SECONDS = ("1", "2.5", "86400", "86401", "x")
TAPPED = ("0", "1", "1700000000000", "1800000000000", "9" * 15, "9" * 16, "-1", "x")
POINTS = ("", "1", "2", "3", "4", "5", "5", "0", "6")
VALUES = (
    *("", "0", "1", "2", "3", "4", "5", "6", "-1", "3.0", "٣", "1e1", "nan", "12.5", "86400", "86401", "on", "null"),
    *("box", "time", "calm", "post", "courier", "low", "high", "continue", "enough", "back", "de", "xx", "../x"),
    *("<script>alert(1)</script>", "{{7*7}}", "{% include '/etc/passwd' %}", "'; DROP TABLE rating; --", "a\r\nX: y"),
    *("\0", "x" * 2000, "x" * 2001, "\u202e", "🦊" * 30, "\ud800"),
)
METHODS = ("GET", "POST", "HEAD", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "get", "BREW")
HOSTS = (
    b"headway.test",
    b"headway.test:80",
    b"localhost:8501",
    b"",
    b"[",
    b"[::1]:9",
    b"a b",
    b"x:99999",
    b"e@vil.test",
)
TYPES = (FORM, FORM + b"; charset=utf-7", b"application/json", b"multipart/form-data; boundary=x", b"", b"\xff")


class Attack(NamedTuple):
    """One request; the body may come in parts, differ from the length it announces, or end in the middle."""

    method: str
    target: bytes
    headers: list[tuple[bytes, bytes]]
    parts: list[bytes]
    hangs_up: bool

    def __repr__(self) -> str:
        headers = {name.decode(): reprlib.repr(value) for name, value in self.headers}
        return f"{self.method} {self.target!r} {headers} {reprlib.repr(self.parts)} {self.hangs_up}"

    @property
    def path(self) -> str:
        """The path as a server decodes it."""
        return unquote(self.target.partition(b"?")[0].decode("ascii"))


class Answer(NamedTuple):
    """What the program answered; header names in lower case."""

    status: int
    headers: dict[bytes, bytes]
    body: bytes


async def answer(app: ASGIApp, attack: Attack) -> Answer:
    """Let a program answer a request; what it raises comes through."""
    parts, sent = _received(attack), []

    async def receive() -> Message:
        return next(parts, {"type": "http.disconnect"})

    async def send(message: Message) -> None:
        sent.append(message)

    path, _, query = attack.target.partition(b"?")
    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": attack.method,
        "scheme": "http",
        "path": attack.path,
        "raw_path": path,
        "query_string": query,
        "root_path": "",
        "headers": attack.headers,
        "client": ("192.0.2.1", 1234),
        "server": ("192.0.2.2", 80),
        "state": {},
    }
    await app(scope, receive, send)
    start = sent[0]
    body = b"".join(message.get("body", b"") for message in sent[1:])
    return Answer(start["status"], {name.lower(): value for name, value in start["headers"]}, body)


def _received(attack: Attack) -> Iterator[Message]:
    parts = attack.parts or [b""]
    for number, part in enumerate(parts, start=1):
        yield {"type": "http.request", "body": part, "more_body": attack.hangs_up or number < len(parts)}


def attacks(
    forms: list[tuple[str, str]], codes: list[str], receipts: list[str], single_use: list[str]
) -> st.SearchStrategy[Attack]:
    """Return requests below the addresses of the form and the sign-in; `forms` are rate keys, each with a token.

    Half of them are posts to a form that exists, as a page would send them but for a few things; the others are
    anything.
    """
    aimed = st.tuples(st.sampled_from(forms), st.sampled_from(PAGES[:8])).flatmap(
        lambda at: st.builds(
            Attack,
            st.just("POST"),
            st.just(f"/r/{at[0][0]}/p/{at[0][1]}/{at[1]}".encode()),
            st.just([(b"host", HOSTS[0]), (b"content-type", FORM)]),
            _fields(at[1]),
            st.just(False),
        )
    )
    starts = st.builds(
        lambda form, other, code: Attack(
            "POST",
            f"/r/{form[0]}".encode(),
            [(b"content-type", FORM), (b"cookie", f"headway={form[1] if other is None else other}".encode())],
            _encoded(code),
            False,
        ),
        st.sampled_from(forms),
        st.none() | st.sampled_from(["", *(token for _, token in forms)]),
        st.fixed_dictionaries({}, optional={"code": st.sampled_from(single_use) | st.sampled_from(VALUES)}),
    )
    posts = st.tuples(st.sampled_from(["/r/receipt", "/r/receipt/delete"]), _typed(receipts)).map(
        lambda at: Attack("POST", at[0].encode(), [(b"content-type", FORM)], at[1], False)
    )
    wild = st.builds(
        Attack,
        st.sampled_from(["GET"] * 9 + ["POST"] * 3 + [*METHODS]),
        _targets(forms, codes),
        _headers([token for _, token in forms]),
        _bodies(),
        st.booleans(),
    )
    return st.one_of(aimed, aimed, wild, wild, posts, starts)


def _fields(page: str) -> st.SearchStrategy[list[bytes]]:
    points, names = st.sampled_from(POINTS), st.sampled_from(["box", "time", "queue", "calm"])
    rating = {f"{kind}.{name}": points for kind in "ie" for name in ("box", "time", "queue", "calm")}
    tapped = st.sampled_from(TAPPED)
    card = names.flatmap(
        lambda name: st.fixed_dictionaries(
            {"outcome": st.just(name), f"i.{name}": points, f"e.{name}": points},
            optional={f"n.{name}": st.sampled_from(["1", "2"]), "t": st.sampled_from(SECONDS), "s": tapped},
        )
    )
    own = {
        "about": {"q.solution": st.sampled_from(["post", ""]), "q.haste": st.sampled_from(["low", "high", "no"])},
        "question": {
            "q.haste": st.sampled_from(["low", "high", ""]),
            "q.solution": st.sampled_from(["post", "courier", "", "no"]),
            "s": tapped,
        },
        "thanks": {"remark": st.text(max_size=20) | st.sampled_from(VALUES)},
    }.get(page, rating)
    odd = {name: st.sampled_from(VALUES) for name in ("n.box", "q.weather", "go", "e.nothing")}
    proper = card if page == "card" else st.fixed_dictionaries({}, optional=own)
    return st.one_of(proper, proper, st.fixed_dictionaries({}, optional={**own, **odd})).map(_encoded)


def _typed(receipts: list[str]) -> st.SearchStrategy[list[bytes]]:
    code = st.sampled_from(receipts) | st.text(max_size=20)
    fields = st.fixed_dictionaries({"code": code}, optional={"sure": st.sampled_from(["0", "0", "0", "1"])})
    return fields.map(_encoded)


def _encoded(fields: dict[str, str] | list[tuple[str, str]]) -> list[bytes]:
    return [urlencode(fields, errors="surrogatepass").encode()]


def _targets(forms: list[tuple[str, str]], codes: list[str]) -> st.SearchStrategy[bytes]:
    quoted = st.text(max_size=8).map(lambda text: urlencode({"": text}, errors="replace")[1:])
    odd = st.sampled_from(["%00", "%ff%fe", "%2f", "%2F..%2f", "..", ".", "", "%0d%0aX:%20y", "%zz", "a" * 65, "%5c"])
    token = st.sampled_from([token for _, token in forms]) | quoted | odd
    page = st.sampled_from(PAGES) | quoted | odd
    below = st.sampled_from(["", "/{page}", "/p/{token}", "/p/{token}/{page}", "//{page}", "/{page}/"])
    wave = st.builds(
        lambda form, end, token, page: f"/r/{form[0]}" + end.format(token=token or form[1], page=page),
        st.sampled_from(forms) | st.tuples(quoted | odd, token),
        below,
        st.just("") | token,
        page,
    )
    code = st.sampled_from(codes) | quoted | odd
    joining = st.tuples(st.sampled_from(["/j/{}", "/join?code={}", "/j/{}/", "/join", "/join/"]), code).map(
        lambda typed: typed[0].format(typed[1])
    )
    fixed = st.sampled_from(["receipt", "receipt/delete", "style.css", "script.js", "", "/"]).map("/r/{}".format)
    signin = (st.sampled_from(["signin/sesame", "signin/%00", "signout"]) | quoted.map("signin/{}".format)).map(
        "/{}".format
    )
    query = st.sampled_from(["", "", "?language=de", "?language=%ff", "?de_1", "?a=1&a=2"]).map(str.encode)
    raw = st.binary(max_size=6).map(lambda data: b"?" + bytes(byte for byte in data if byte > 32))
    return st.builds(
        lambda path, query: path.encode() + query, st.one_of(wave, wave, joining, fixed, signin), query | raw
    )


def _headers(tokens: list[str]) -> st.SearchStrategy[list[tuple[bytes, bytes]]]:
    text = st.binary(max_size=12).map(lambda data: data.replace(b"\r", b"").replace(b"\n", b"").replace(b"\0", b""))
    cookies = st.sampled_from([f"headway={token}".encode() for token in tokens])
    many = st.sampled_from([b"headway-language=fr", b"headway=;;=;", b"=", b"a=b; " * 500, b'headway="\\000"'])
    own = st.sampled_from([b"http://headway.test", b"null"])
    foreign = st.sampled_from([b"https://elsewhere.test", b"http://[", b""])
    length = st.sampled_from([b"0", b"5", b"99999999999999999999999", b"-1", b"1e9", b"\xb2"])
    languages = st.sampled_from([b"de", b"pt-BR,pt;q=0.9", b"*", b";q=", b"x" * 9000, b"en;q=nan", b"de;q=inf"])
    always = {b"host": st.sampled_from(HOSTS) | text, b"content-type": st.sampled_from(TYPES) | text}
    sometimes = {
        b"origin": own | foreign | text,
        b"sec-fetch-site": st.sampled_from([b"same-origin", b"none", b"cross-site", b"x"]),
        b"cookie": cookies | many | text,
        b"content-length": length,
        b"accept-language": languages | text,
        b"x-forwarded-host": text,
    }
    return st.fixed_dictionaries(always, optional=sometimes).map(lambda chosen: list(chosen.items()))


def _bodies() -> st.SearchStrategy[list[bytes]]:
    pairs = st.lists(
        st.tuples(st.sampled_from(FIELDS) | st.text(max_size=3), st.sampled_from(VALUES) | st.text(max_size=5)),
        max_size=5,
    )
    broken = st.lists(st.binary(max_size=20), max_size=3)
    huge = st.sampled_from([(b"a=1&", 20_000), (b"a&", 999), (b"%", 70_000), (b"=", 1500), (b"e.box=%F0%9F", 4000)])
    huge = huge.map(lambda repeated: [repeated[0] * repeated[1]])
    return pairs.map(_encoded) | broken | huge
