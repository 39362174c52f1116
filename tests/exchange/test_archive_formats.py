"""Archives of older formats: what they lack is empty or has its default, and every digit is as it was."""

import io
import json
from hashlib import sha256
from itertools import chain
from pathlib import Path

import pandas as pd
import pytest

from jtbd_core.contract import Store
from jtbd_core.contract.archive_parts import PARTS
from jtbd_core.errors import UnreadableFile
from jtbd_core.exchange.archive_check import check_archive
from jtbd_core.exchange.archive_file import opened_archive
from jtbd_core.exchange.archive_writing import write_archive
from jtbd_core.wave.panel import Panel, Panelist, Quota
from tests.exchange.test_archive_file import files, packed
from tests.store.studies import PARCEL, rated

FIELDED = Panel(parameters=("pid",), completed="https://panel.example/{pid}", quotas=(Quota("haste", "low", 9),))


@pytest.fixture
def written(store: Store, tmp_path: Path) -> Path:
    """Give an archive of a study with two answers."""
    wave = store.open_wave(store.add_study(PARCEL).id)
    for number in range(2):
        store.save(wave.id, f"{number:022}", rated("time", 5, 2 + number))
    write_archive(store, wave.study_id, tmp_path / "parcels.headway")
    return tmp_path / "parcels.headway"


def first_format(archive: Path, *lacks: str) -> bytes:
    """Return an archive as the first format had it: without links and places, and without these columns."""
    content = files(archive)
    manifest = json.loads(content["manifest.json"]) | {"format": 1}
    for name in ("links.csv", "places.csv"):
        del content[name], manifest["parts"][name]
    for name in ("rounds.csv", "respondents.csv"):
        table = pd.read_csv(io.BytesIO(content[name]), dtype=str, keep_default_na=False)
        kept = table.drop(columns=[one for one in lacks if one in table])
        content[name] = kept.to_csv(index=False, lineterminator="\r\n").encode()
        manifest["parts"][name]["sha256"] = sha256(content[name]).hexdigest()
    return packed({**content, "manifest.json": json.dumps(manifest).encode()})


@pytest.mark.parametrize("lacks", [("panel", "is_undated"), ("panel", "is_undated", "weight")])
def test_an_archive_of_the_first_format_opens(store: Store, written: Path, lacks: tuple[str, ...]) -> None:
    """It has no links, nor a column of rounds, and at first none of weights; every answer is as it was."""
    with opened_archive(written) as newer, opened_archive(first_format(written, *lacks)) as older:
        rows = [{part: [*chain(*one.chunks(part))] for part in PARTS} for one in (newer, older)]
        assert [part.name for part in PARTS if rows[0][part] != rows[1][part]] == ["links"]
        record = store.add_copy(older)
    (wave,) = store.waves(record.id)
    assert not wave.is_undated
    ratings = store.ratings(wave.id)
    assert sorted(ratings[["importance", "experience"]].to_numpy().tolist()) == [[5, 2], [5, 3]]
    check_archive(first_format(written, *lacks))


def test_how_a_round_was_fielded_comes_along(store: Store, written: Path) -> None:
    """The copy knows parameters, addresses and quotas; the list of the panel is in no part of the archive."""
    (wave,) = store.waves(store.studies()[0].id)
    store.set_panel(wave.id, FIELDED)
    store.note_panelist(wave.id, Panelist({"pid": "p-4711"}, "m" * 22), "started").result()
    write_archive(store, wave.study_id, again := written.with_name("again.headway"))
    assert not any(b"p-4711" in content for content in files(again).values())
    check_archive(again)
    with opened_archive(again) as archived:
        record = store.add_copy(archived)
    assert store.waves(record.id)[0].panel == FIELDED


def test_an_archive_lacks_no_more_than_its_format(written: Path) -> None:
    """A part or a column that was there from the first is missed, and in the newest format so is each."""
    without = files(written)
    del without["links.csv"]
    with pytest.raises(UnreadableFile, match=r"it should not hold, or lacks, “links\.csv”"):
        check_archive(packed(without))
    with pytest.raises(UnreadableFile, match=r"respondents\.csv in the archive has other headings"):
        check_archive(first_format(written, "panel", "is_undated", "is_finished"))
