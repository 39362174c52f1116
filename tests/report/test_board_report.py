"""The report for a board, from a study in the store."""

from jtbd_core.contract import Store
from jtbd_core.exchange.demo import demo_answers
from jtbd_core.live.findings import findings
from jtbd_core.live.waiting import waiting
from jtbd_core.report.board_report import board_report
from jtbd_core.report.subject import Subject
from jtbd_core.scoring.headlines import headline
from jtbd_core.study import Study
from jtbd_core.wave import Answers, Rating, Wave
from jtbd_core.wave.rounds import utc
from tests.live.compared import STUDY
from tests.store.studies import PARCEL


def subject(store: Store, study: Study, wave: Wave) -> Subject:
    """Return what viewers may see of a wave."""
    found = findings(store, study, wave)
    record = store.study(wave.study_id)
    return Subject(record, study, (wave,), (wave,), found, "", False, utc, waiting(store, found))


def test_a_report_has_what_the_page_shows(store: Store) -> None:
    """Its headline and figures are those of the findings, and parts that the study lacks are missing."""
    wave = store.import_wave(store.add_study(STUDY).id, *demo_answers(STUDY, 60))
    about = subject(store, STUDY, wave)
    report, success = board_report(store, about), about.found.results.success
    assert report.headline == headline(success, "success outcomes", "unmet")
    assert report.ranking
    assert [row.statement for row in report.ranking.rows] == list(success["statement"])
    assert [row.value for row in report.ranking.rows] == [f"{100 * share:.0f} %" for share in success["unmet"]]
    assert (report.context.split(" · ")[-2:], report.goals) == (["60 people", "everybody"], None)
    assert report.key
    assert len(report.key.rows) == 3
    assert report.solutions
    assert report.solutions.rows[-1].people.startswith("n ")
    assert "than the average of everybody" in report.solutions.text
    assert report.footer[0][1].startswith("Rows in bold contend for first place. Mark: measured now.")
    alone = board_report(store, about._replace(with_groups=False))
    assert (alone.solutions, alone.for_whom, alone.ranking) == (None, None, report.ranking)


def test_fewer_people_than_may_be_shown_are_told_why(store: Store) -> None:
    """The report has no part, and says why."""
    wave = store.open_wave(store.add_study(PARCEL).id)
    store.save(wave.id, "a" * 22, Answers(ratings=(Rating(outcome="on-time", importance=5, experience=1),)))
    report = board_report(store, subject(store, PARCEL, store.set_status(wave.id, "closed")))
    assert report.headline.startswith("Too few people rated: 1.")
    assert (report.ranking, report.for_whom, report.footer) == (None, None, ())
    assert "1 person" not in report.context


def test_a_group_is_named(store: Store) -> None:
    """Parts that are about everybody say so beside those of a group."""
    wave = store.import_wave(store.add_study(STUDY).id, *demo_answers(STUDY, 60))
    about = subject(store, STUDY, wave)._replace(group="CD")
    report = board_report(store, about)
    assert report.context.endswith("60 people · CD")
    assert report.solutions
    assert report.solutions.title.endswith("(everybody)")


def test_it_says_what_changed_since_the_round_before(store: Store) -> None:
    """In a sentence, of everybody: not of a group, nor of an earlier round."""
    record = store.add_study(STUDY)
    before, wave = (store.import_wave(record.id, *demo_answers(STUDY, 60, seed)) for seed in (0, 1))
    about = subject(store, STUDY, wave)._replace(counting=(wave, before))
    over, said = board_report(store, about).lines[-1]
    assert (over, "since round 1" in said) == ("Over time: ", True)
    for other in (about._replace(group="CD"), about._replace(waves=(before,)), about._replace(counting=(wave,))):
        assert all(over != "Over time: " for over, _ in board_report(store, other).lines)
