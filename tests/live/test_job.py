"""Jobs: what a function does to its process does nothing to ours."""

import os
from concurrent.futures import ThreadPoolExecutor

import pytest

from jtbd_core.errors import Refused, UnreadableFile
from jtbd_core.exchange.ratings_file import read_ratings
from jtbd_core.live.job import MAKING, READING, _turns, run_job
from jtbd_core.study import study_from_json


def test_a_job_returns_what_its_function_returns() -> None:
    """It runs in a process of its own, and the ratings come back."""
    assert run_job(os.getpid) != os.getpid()
    file = run_job(read_ratings, b"imp_a,sat_a\n5,2\n4,3\n")
    assert (file.outcomes, file.ratings["experience"].tolist()) == (("a",), [2, 3])


def test_a_job_raises_what_its_function_raises() -> None:
    """A refusal names row and column as it does without a job."""
    with pytest.raises(UnreadableFile, match="Row 3, column sat_a"):
        run_job(read_ratings, b"imp_a,sat_a\n5,2\n5,often\n")


def test_too_much_memory_is_one_clear_line() -> None:
    """A job may not take more than its share, however little the file is."""
    with pytest.raises(UnreadableFile, match="takes more than 1500 MB"):
        run_job(bytes, 2 * READING.most_bytes)


def test_a_process_that_is_killed_is_one_clear_line() -> None:
    """What ends the process from within, as a failed allocation in a library does, ends nothing else."""
    with pytest.raises(UnreadableFile, match="takes more than"):
        run_job(os.abort)


def test_too_much_time_is_one_clear_line() -> None:
    """The process is ended, and the next job has its turn."""
    with pytest.raises(UnreadableFile, match="1 seconds"):
        run_job(pow, 7, 10**9, limits=READING._replace(seconds=1))
    assert run_job(study_from_json, b'{"title": "Move", "job": "Move house"}').title == "Move"


def test_a_file_that_is_made_keeps_none_from_being_read() -> None:
    """Whoever has a link can have reports made one after the other; the facilitator's file is read meanwhile."""
    with ThreadPoolExecutor(1) as threads, _turns[MAKING.refusal]:
        read = threads.submit(run_job, study_from_json, b'{"title": "Move", "job": "Move house"}')
        assert read.result(20).title == "Move"


def test_a_job_that_is_not_wanted_any_more_is_ended() -> None:
    """What its watch raises is passed on at once, and the next job has its turn."""

    def give_up() -> None:
        raise Refused("Cancelled.")

    with pytest.raises(Refused, match="Cancelled"):
        run_job(pow, 7, 10**9, watch=give_up)
    assert run_job(study_from_json, b'{"title": "Move", "job": "Move house"}').title == "Move"
