"""Thousands of requests that no browser sends: none breaks the program, or leaves what no form could have sent."""

import asyncio
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import duckdb
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from starlette.applications import Starlette

from jtbd_core import access
from jtbd_core.contract import Store
from jtbd_core.form import Form, tokens
from jtbd_core.form.assets import ASSETS
from jtbd_core.form.fields import MOST_AHEAD, clock
from jtbd_core.store import open_store
from jtbd_core.study.scale import Rotation
from jtbd_core.wave import LONGEST_REMARK, LONGEST_SOLUTION, MOST_SECONDS, Answers, Limits, Rating, Wave
from jtbd_core.web.headers import POLICY
from jtbd_core.web.sign_in import sign_in_routes
from tests.form.attacker import Answer, Attack, answer, attacks
from tests.form.conftest import PARCEL

SESSIONS, EACH = 80, 20
"""At least 1,500 requests, in sessions that are searched and shrunk as one."""

ROTATING = replace(PARCEL, settings=replace(PARCEL.settings, rotation=Rotation(key_outcomes=1)))
GIVEN = Answers(profile={"haste": "low"}, ratings=(Rating(outcome="box", importance=4, experience=2, position=1),))
OURS = re.compile(r"/[rj]/.*|/join|/signin/[^/]+|/signout")
"""All other addresses are Streamlit's, or nobody's."""

CODES = 20

QUIET = ("paused", "closed", "full")
"""Waves that take nothing from newcomers; the last one lets those who have begun go on."""


class Besieged(NamedTuple):
    """The program, its database, the waves that are attacked, and the single-use codes of one of them."""

    app: Form
    store: Store
    path: Path
    waves: dict[str, Wave]
    tokens: dict[str, list[str]]
    codes: list[str]


@pytest.fixture(scope="module")
def besieged(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Besieged]:
    """Open waves in every status, each with one response that was begun and one token that was only issued."""
    path = tmp_path_factory.mktemp("siege") / "headway.duckdb"
    store = open_store(path)
    kinds = ("open", "rotating", "coded", "paced", "paused", "closed", "full")
    studies = {name: store.add_study(ROTATING if name == "rotating" else PARCEL).id for name in kinds}
    waves = {name: store.open_wave(study_id) for name, study_id in studies.items()}
    waves["trial"] = store.open_trial(store.add_study(PARCEL).id)
    own = {name: [tokens.issue_token(store.secret(), wave.id) for _ in range(2)] for name, wave in waves.items()}
    for name, wave in waves.items():
        store.save(wave.id, own[name][0], GIVEN)
    store.set_status(waves["paused"].id, "paused")
    store.set_status(waves["closed"].id, "closed")
    store.set_limits(waves["full"].id, Limits(cap=1))
    codes = store.add_codes(waves["coded"].id, CODES)
    others = Starlette(routes=sign_in_routes(store))
    others.router.redirect_slashes = False  # Streamlit takes what is not ours
    app = Form(others, store)
    yield Besieged(app, store, path, waves, own, codes)
    store.close()


def test_a_siege_breaks_nothing_and_leaves_nothing(besieged: Besieged) -> None:
    """Whatever is sent to a wave in any status, nothing breaks, and all that is stored is what a form can send."""
    asked = 0
    sessions = st.lists(
        attacks(
            forms=[(wave.rate_key, token) for name, wave in besieged.waves.items() for token in besieged.tokens[name]],
            codes=[wave.join_code for wave in besieged.waves.values()],
            receipts=[access.receipt(pool[0]) for pool in besieged.tokens.values()],
            single_use=besieged.codes,
        ),
        min_size=EACH,
        max_size=EACH,
    )

    # To shrink a session takes minutes; the request that failed is noted instead.
    @settings(
        max_examples=SESSIONS,
        report_multiple_bugs=False,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(sessions)
    def attack(session: list[Attack]) -> None:
        nonlocal asked
        besieged.store.set_pace(besieged.waves["paced"].id, asked // EACH % 4)
        for one in session:
            asked += 1
            try:
                check_answer(one, asyncio.run(answer(besieged.app, one)))
            except BaseException as error:
                error.add_note(repr(one))
                raise
        check_stored(besieged)

    attack()
    assert asked >= 1500
    for name in QUIET:
        assert besieged.store.progress(besieged.waves[name].id).joined <= 1
    with duckdb.connect(besieged.path) as stored:  # some of it was as a form would send it
        ratings = stored.table("rating").select("outcome_id, importance_code, experience_code").fetchall()
    assert {*ratings} - {(one.outcome, one.importance, one.experience) for one in GIVEN.ratings}


@pytest.mark.parametrize("path", ["/r/{key}", "/join", "/signout", "/r/script.js"])
def test_a_query_of_bytes_that_are_no_text(besieged: Besieged, path: str) -> None:
    """A query need not be text; the page comes all the same."""
    target = path.format(key=besieged.waves["open"].rate_key).encode() + b"?\xff\xfe"
    got = asyncio.run(answer(besieged.app, Attack("GET", target, [(b"host", b"headway.test")], [], False)))
    assert got.status in (200, 303)


@pytest.mark.parametrize("method", ["GET", "POST"])
@pytest.mark.parametrize("path", ["/r/a%0Ab/", "/r/a%0A/b/c/d", "/j/a%0Ab/", "/r/{key}/p/%0A/"])
def test_a_path_with_a_line_break(besieged: Besieged, method: str, path: str) -> None:
    """It gets a page of ours, and never an address made of what the visitor says the host is."""
    target = path.format(key=besieged.waves["open"].rate_key).encode()
    attack = Attack(method, target, [(b"host", b"elsewhere.test"), (b"content-type", b"x/y")], [], False)
    got = asyncio.run(answer(besieged.app, attack))
    check_answer(attack, got)
    assert got.status in (303, 404, 405)


def check_answer(attack: Attack, got: Answer) -> None:
    """Nothing is the program's fault, and no page may be kept, framed by others, or run what is not ours."""
    assert got.status < 500
    is_asset = attack.path in {f"/r/{name}" for name in ASSETS} and got.status == 200
    is_elsewhere = not OURS.fullmatch(attack.path) or (attack.path.startswith("/sign") and got.status == 405)
    if not is_asset and not is_elsewhere and got.status != 204:
        assert got.headers[b"cache-control"] == b"no-store"
        assert got.headers[b"content-security-policy"] == POLICY.encode()
        assert got.headers[b"referrer-policy"] == b"no-referrer"
    if b"location" in got.headers:
        assert got.headers[b"location"].startswith(b"/")
        assert not got.headers[b"location"].startswith((b"//", b"/\\"))
    for name, value in got.headers.items():
        assert not {*b"\r\n\0"} & {*name, *value}


def check_stored(besieged: Besieged) -> None:
    """Only issued tokens have answers, and these are among what the form's fields offer.

    Where people wait for the facilitator, who has started has joined, without an answer.
    """
    known = {
        access.response_id(token): besieged.waves[name].id
        for name in besieged.tokens
        for token in besieged.tokens[name]
    }
    begun = access.response_id(besieged.tokens["coded"][0])
    with duckdb.connect(besieged.path) as stored:
        responses = stored.execute("SELECT id, wave_id FROM response").fetchall()
        remarks = stored.execute("SELECT response_id, wave_id, kind, body FROM remark").fetchall()
        ratings = stored.execute(
            "SELECT DISTINCT wave_id, response_id, outcome_id, importance_code, experience_code, not_applicable, "
            "position, seconds, tapped FROM rating"
        ).fetchall()
        profiles = stored.execute(
            "SELECT DISTINCT wave_id, response_id, question_id, option_id, tapped FROM profile"
        ).fetchall()
        used = stored.execute("SELECT count(*) FROM code WHERE is_used").fetchall()[0][0]
        admitted = {row[0] for row in stored.execute("SELECT response_id FROM admission").fetchall()}
    latest = clock() + MOST_AHEAD
    assert len(admitted) <= used <= CODES  # the code of who deleted all their answers stays used
    for response, wave in responses:
        assert known.get(response, besieged.waves["paced"].id) == wave
        assert wave != besieged.waves["coded"].id or response in {*admitted, begun}
    for response, wave, kind, remark in remarks:
        assert known[response] == wave
        assert 0 < len(remark) <= {"missed": LONGEST_REMARK, "solution": LONGEST_SOLUTION}[kind]
        assert "\0" not in remark
    for wave, response, outcome, importance, experience, not_applicable, position, seconds, tapped in ratings:
        assert known[response] == wave
        assert {importance, experience} <= {None, 1, 2, 3, 4, 5}
        assert not (not_applicable and (importance or experience))
        assert outcome in {one.id for one in PARCEL.outcomes}
        assert 1 <= position <= len(PARCEL.outcomes)
        assert seconds is None or 0 <= seconds <= MOST_SECONDS
        assert tapped is None or 0 <= tapped <= latest
        assert not is_quiet(besieged, wave) or (outcome, importance, experience) == ("box", 4, 2)
    for wave, response, question, option, tapped in profiles:
        assert known[response] == wave
        assert PARCEL.takes(question, option)
        assert tapped is None or 0 <= tapped <= latest
        assert not is_quiet(besieged, wave) or (question, option) == ("haste", "low")


def is_quiet(besieged: Besieged, wave_id: str) -> bool:
    """Whether a wave takes nothing, whoever asks."""
    return wave_id in {besieged.waves[name].id for name in ("paused", "closed")}
