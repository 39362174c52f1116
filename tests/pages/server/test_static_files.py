"""Streamlit's scripts and styles, as browsers are given them."""

import asyncio
import gzip
from pathlib import Path

import httpx
import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles

from pages.server.static_files import CompressedStaticFiles

SCRIPT = b"export const answer = 42;\n" * 400
ADDRESS = "/static/js/index.Dab1-_x.js"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a folder like Streamlit's, with one script and one font."""
    for name, content in (("js/index.Dab1-_x.js", SCRIPT), ("media/font.woff2", b"font")):
        (tmp_path / "static" / name).parent.mkdir(parents=True)
        (tmp_path / "static" / name).write_bytes(content)
    return tmp_path


def get(folder: Path, address: str = ADDRESS, method: str = "GET", **headers: str) -> httpx.Response:
    """Ask for an address of a program that serves the folder; `-` in the names of headers is written `_`."""
    program = Starlette(
        routes=[Mount("/", StaticFiles(directory=folder))],
        middleware=[Middleware(CompressedStaticFiles, folder=folder)],
    )

    async def ask() -> httpx.Response:
        async with httpx.AsyncClient(transport=httpx.ASGITransport(program), base_url="http://headway.test") as client:
            named = {name.replace("_", "-"): value for name, value in headers.items()}
            return await client.request(method, address, headers={"accept-encoding": "identity", **named})

    return asyncio.run(ask())


def test_a_script_comes_compressed_and_whole(folder: Path) -> None:
    """A browser that takes gzip gets fewer bytes, and after decompression the same ones."""
    reply = get(folder, accept_encoding="gzip, deflate, br, zstd")
    assert reply.content == SCRIPT
    assert int(reply.headers["content-length"]) == len(gzip.compress(SCRIPT, mtime=0)) < len(SCRIPT) / 10


def test_a_compressed_script_may_be_kept(folder: Path) -> None:
    """The headers say what it is, that it depends on what the browser takes, and that it never changes."""
    headers = get(folder, accept_encoding="gzip").headers
    assert headers["content-encoding"] == "gzip"
    assert headers["content-type"] == "text/javascript; charset=utf-8"
    assert headers["vary"] == "Accept-Encoding"
    assert headers["cache-control"] == "public, immutable, max-age=31536000"


def test_a_script_that_the_browser_has_is_not_sent_again(folder: Path) -> None:
    """The tag of the compressed file leads to an empty 304 with the same tag, and is not that of the plain file."""
    tag = get(folder, accept_encoding="gzip").headers["etag"]
    again = get(folder, accept_encoding="gzip", if_none_match=tag)
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    assert get(folder).headers["etag"] != tag


def test_head_gives_the_headers_alone(folder: Path) -> None:
    """HEAD says how long the compressed file is, and sends nothing of it."""
    reply = get(folder, method="HEAD", accept_encoding="gzip")
    assert (reply.headers["content-encoding"], reply.content) == ("gzip", b"")


@pytest.mark.parametrize("accepted", ["identity", "br", "gzip;q=0", "gzip;q=0.0, br"])
def test_who_does_not_take_gzip_gets_the_plain_script(folder: Path, accepted: str) -> None:
    """Without gzip a browser gets the file as it is, and a cache on the way keeps the two apart."""
    reply = get(folder, accept_encoding=accepted)
    assert reply.content == SCRIPT
    assert "content-encoding" not in reply.headers
    assert "Accept-Encoding" in reply.headers["vary"]


def test_a_part_of_a_script_is_plain(folder: Path) -> None:
    """A range counts the bytes of the plain file."""
    reply = get(folder, accept_encoding="gzip", range="bytes=0-5")
    assert (reply.status_code, reply.content) == (206, SCRIPT[:6])


@pytest.mark.parametrize("detour", ["/%2e/static/js/%2e/", "/x/%2e%2e/static/js/", "/static//js//"])
def test_a_detour_leads_to_the_same_file(folder: Path, detour: str) -> None:
    """An address with dots or empty segments is read as its plain form, which Streamlit never compresses itself."""
    reply = get(folder, detour + ADDRESS.rpartition("/")[2], accept_encoding="gzip")
    assert reply.headers["etag"] == get(folder, accept_encoding="gzip").headers["etag"]


@pytest.mark.parametrize("address", ["/static/media/font.woff2", "/static/js/gone.js", "/static/js/%2e%2e/secret.js"])
def test_all_else_goes_on_as_it_came(folder: Path, address: str) -> None:
    """What is compressed already, is not there, or tries to leave the folder is not ours to answer."""
    reply = get(folder, address, accept_encoding="gzip")
    assert "content-encoding" not in reply.headers
    assert reply.status_code == (200 if "font" in address else 404)


@pytest.mark.parametrize("accepted", ["gzip", "identity"])
def test_a_name_too_long_for_a_file_is_not_found(folder: Path, accepted: str) -> None:
    """The system's error for it is no fault of ours: it would leave a traceback in the log for each request."""
    assert get(folder, f"/static/js/{'a' * 300}.js", accept_encoding=accepted).status_code == 404
