"""The results of a wave as a value, and the sentence that sums up a list of them."""

from jtbd_core.exchange.demo import demo_study
from jtbd_core.scoring.results import Results, headline
from jtbd_core.scoring.study_scores import study_scores
from tests.scoring.samples import few

STUDY = demo_study()
OUTCOMES = [outcome.id for outcome in STUDY.success_outcomes]


def rated(people: int, *experiences: float) -> Results:
    """Return results in which people rate the first success outcomes so, all of them alike."""
    first = dict(zip(OUTCOMES, experiences, strict=False))
    return study_scores(STUDY, few([(f"{i}", one, 5.0, value) for i in range(people) for one, value in first.items()]))


def test_the_headline_admits_a_tie() -> None:
    """Where nothing can be told apart the sentence says so; where one leads it names that one."""
    a, b = OUTCOMES[:2]
    tie = study_scores(STUDY, few([(f"{i}", one, 5.0, 1.0 + i % 5) for i in range(6) for one in (a, b)]))
    assert "cannot tell 2 success outcomes apart" in headline(tie.success, "success outcomes")
    clear = rated(30, 1.0, 5.0)
    assert headline(clear.success, "success outcomes").startswith(
        f"One of 2 success outcomes stands out: “{STUDY.success_outcomes[0].statement}”, opportunity 20.0 ("
    )
    assert "No key outcomes can be shown yet" in headline(clear.key, "key outcomes")


def test_the_headline_names_those_too_close_to_rank() -> None:
    """Where some lead and cannot be told apart, it says how many, and which is highest."""
    said = headline(rated(30, 1.0, 1.0, 5.0).success, "success outcomes")
    assert said.startswith("2 of 3 success outcomes lead, too close to rank. The highest: “")


def test_all_scores_have_success_outcomes_first() -> None:
    """Both kinds are in one frame, each ranked within itself."""
    found = rated(9, 1.0, 5.0)
    assert len(found.all) == len(STUDY.outcomes)
    assert found.all["outcome"].tolist() == [*found.success["outcome"], *found.key["outcome"]]
