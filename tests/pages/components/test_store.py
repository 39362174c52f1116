"""The store of this process, as a server finds it at its start."""

from collections.abc import Callable
from pathlib import Path

from jtbd_core import access
from jtbd_core.contract import Store
from jtbd_core.wave import Answers

TOKEN, REMARK = "a" * 22, "My neighbour Gunther takes all parcels"


def test_what_was_deleted_is_in_no_file_after_the_next_start(
    store: Store, study_id: str, restart: Callable[[], Store], tmp_path: Path
) -> None:
    """The remark of a respondent who deleted everything by receipt can be read by nobody who opens the database."""

    def is_readable() -> bool:
        return any(REMARK.encode() in file.read_bytes() for file in tmp_path.iterdir())

    store.save(store.open_wave(study_id).id, TOKEN, Answers(remark=REMARK))
    running = restart()
    assert is_readable()
    running.delete_response(access.response_id(TOKEN))
    restart()
    assert not is_readable()
