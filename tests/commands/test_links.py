"""The command `links`."""

from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner

from jtbd_core.commands import main
from jtbd_core.store import open_store
from jtbd_core.study.results_link import LinkSettings
from tests.store.studies import PARCEL


def test_links_are_listed_and_revoked_by_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A revoked one has no address any more; a name that no link has is refused in one line."""
    path = tmp_path / "headway.duckdb"
    monkeypatch.setenv("HEADWAY_DB", str(path))
    with closing(open_store(path)) as store:
        study_id = store.add_study(PARCEL).id
        key = store.add_results_link(study_id, LinkSettings(name="Board", depth="everybody")).key
    listed = CliRunner().invoke(main, ["links", "--address", "http://here/"]).output
    assert "First link: groups, remarks, files" in listed
    assert f"Board: everybody, files\n  http://here/results?key={key}" in listed
    revoked = CliRunner().invoke(main, ["links", "--study", study_id, "--revoke", "Board"]).output
    assert ("Board: revoked" in revoked, key in revoked) == (True, False)
    refused = CliRunner().invoke(main, ["links", "--revoke", "Board"])
    assert (refused.exit_code, "no link “Board”" in refused.output) == (2, True)
