"""Files that failed elsewhere, kept beside the repository: each is read or refused as it should be."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from jtbd_core import score
from jtbd_core.errors import UnreadableFile
from jtbd_core.exchange.file_reading import reading_of, scored_ratings
from jtbd_core.exchange.outcomes_file import with_outcomes_file
from jtbd_core.exchange.ratings_file import read_ratings
from jtbd_core.exchange.ratings_table import open_ratings
from jtbd_core.study import Study, study_from_json
from jtbd_core.study.scale import SEVEN

PEOPLE = {
    "a14_scale_1_to_7": 40,
    "a15_scale_0_to_10": 40,
    "a16c_scale_1_to_10": 40,
    "a18_hash_na": 20,
    "a18b_dash": 20,
    "a18c_dot": 20,
    "a18e_dontknow": 20,
    "a18f_null_upper": 20,
}
REFUSED = {
    "a14b_scale_1_to_7_best_outcome_vanishes": "1 to 7",
    "a31_id_and_respondent_id": "--respondent COLUMN",
    "k10_unbalanced_open_quote": "Row 5: a quotation mark",
}


@pytest.mark.shared
def test_ratings_are_read_or_refused(shared: Path) -> None:
    """Of each file that is read all people are there; each that is refused says why."""
    for file in sorted((*shared.glob("cases/[ak]*.csv"), *shared.glob("cases/x*.xlsx"))):
        if file.stem in REFUSED:
            with pytest.raises(UnreadableFile, match=REFUSED[file.stem]):
                read_ratings(file)
        else:
            read = read_ratings(file)
            assert len(read.respondents) == PEOPLE.get(file.stem, 12), file
            assert len(read.ratings) == len(read.respondents) * len(read.outcomes), file


@pytest.mark.shared
def test_the_best_outcome_leads_once_the_scale_is_said(shared: Path) -> None:
    """Of seven points the ratings of 6 and 7 are the most important ones."""
    content = (shared / "cases" / "a14b_scale_1_to_7_best_outcome_vanishes.csv").read_bytes()
    found = open_ratings(content).assignment
    read = read_ratings(content, assignment=replace(found, points=dict.fromkeys(("importance", "experience"), SEVEN)))
    assert score(scored_ratings(read), reading_of(read))["outcome"].iloc[0] == "arrive on time"


@pytest.mark.shared
def test_outcomes_and_a_study_are_read_or_refused(shared: Path) -> None:
    """Steps and languages are recognised, and a statement of nothing visible is none."""
    draft = Study(title="T", job="J")
    steps = []
    for file in sorted(shared.glob("cases/o*.csv")):
        if file.stem == "o15_zwsp_only_statement":
            with pytest.raises(UnreadableFile, match="Row 2, column statement"):
                with_outcomes_file(draft, file.read_bytes())
        else:
            steps.append(len(with_outcomes_file(draft, file.read_bytes()).steps))
    assert steps == [1] * 5
    assert study_from_json((shared / "cases" / "s01_study_with_bom.json").read_bytes()).title == "Send a package"
