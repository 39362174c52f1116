"""The command `audit`."""

from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner

from jtbd_core.commands import main
from jtbd_core.contract.rights import Actor
from jtbd_core.store import open_store
from tests.store.studies import PARCEL


def test_the_list_is_printed_of_all_studies_or_of_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With who, from which sign-in, and what a command did; a study that is not there is refused in one line."""
    path = tmp_path / "headway.duckdb"
    monkeypatch.setenv("HEADWAY_DB", str(path))
    with closing(open_store(path)) as store:
        study_id = (
            store.for_actor(Actor(kind="facilitator", name="=ann@example.com", sign_in="1a2b")).add_study(PARCEL).id
        )
        other = store.for_actor(Actor(kind="operator", sign_in="3c4d")).add_study(PARCEL).id
    CliRunner().invoke(main, ["links", "--study", study_id, "--revoke", "First link"])
    all_of_them = [line.split(",", 1)[1] for line in CliRunner().invoke(main, ["audit"]).output.splitlines()]
    assert all_of_them == [
        "who,sign_in,what,study",
        f",shell,revoked a link to the results,{study_id}",
        f",3c4d,started the study,{other}",
        f"'=ann@example.com,1a2b,started the study,{study_id}",
    ]
    assert other not in CliRunner().invoke(main, ["audit", "--study", study_id]).output
    refused = CliRunner().invoke(main, ["audit", "--study", "none"])
    assert (refused.exit_code, "does not exist" in refused.output) == (2, True)
