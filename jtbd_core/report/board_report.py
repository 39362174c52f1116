"""The report for a board: what the results page shows of waves and a group, gathered as the values of one page."""

from collections.abc import Sequence
from datetime import UTC, datetime

from msgspec.structs import replace

from jtbd_core.charts import letters
from jtbd_core.contract import Store
from jtbd_core.live.careless import careless_view, sureness_headline
from jtbd_core.live.for_whom import for_whom
from jtbd_core.live.origins import origins
from jtbd_core.live.over_time import KINDS
from jtbd_core.live.solutions import solution_view
from jtbd_core.live.target_lines import target_lines
from jtbd_core.report.comparison import group_comparison, solution_comparison, step_comparison
from jtbd_core.report.delivery import delivery
from jtbd_core.report.footer import footer
from jtbd_core.report.goals import goals
from jtbd_core.report.ranking import ranking, short_list
from jtbd_core.report.report import ForWhom, Goals, Report, Solutions, Texts
from jtbd_core.report.subject import Subject, analysed, changes, compared
from jtbd_core.scoring.headlines import expectation, headline, wanted
from jtbd_core.scoring.results import Scores
from jtbd_core.wave import Wave
from jtbd_core.wave.stage import Note

SUCCESS, KEY = "success outcomes", "key outcomes"


def board_report(store: Store, subject: Subject) -> Report:
    """Return the report on a subject; parts that are about everybody say so where a group is chosen."""
    study, found = subject.study, subject.found.results
    day = subject.clock(datetime.now(UTC).replace(tzinfo=None), "%d %B %Y").lstrip("0")
    rated = {} if subject.waiting else found.rated
    first = next(iter(rated), "")
    scores, by, named = rated.get(first), found.by.get(first, ""), letters(found.all) if rated else {}
    sure = ""
    if rated:
        careless, own = analysed(store, subject, careless_view), subject.with_unreleased
        sure = sureness_headline(found.sure.get(first), careless, first, with_few=own)
    return Report(
        study=subject.record.study.title,
        language=study.language,
        context=subject.context,
        headline=subject.waiting if scores is None else headline(scores, first, by),
        lines=() if scores is None else _lines(store, subject, scores, by, first),
        asked=_asked(subject),
        note=subject.record.study.note,
        ranking=None if scores is None else ranking(scores, first, by, named),
        delivered=None if scores is None else delivery(scores, named),
        solutions=_solutions(store, subject) if rated and subject.with_groups and study.solutions else None,
        for_whom=_for_whom(store, subject, first) if rated and subject.with_groups and study.questions() else None,
        origins=_origins(store, subject) if {SUCCESS, KEY} <= rated.keys() else None,
        key=short_list(found.key, KEY, found.by[KEY]) if first != KEY and KEY in rated else None,
        goals=_goals(store, subject) if rated else None,
        footer=footer(study, found, sure, day) if rated else (),
    )


def _lines(store: Store, subject: Subject, scores: Scores, by: str, kind: str) -> tuple[tuple[str, str], ...]:
    """Return what stands below the headline: what to expect, the value wanted, and what changed between rounds."""
    changed = _changed(store, subject, kind)
    said = (("", expectation(scores, by)), ("Value wanted: ", wanted(scores)))
    return (*said, ("Over time: ", changed)) if changed else said


def _changed(store: Store, subject: Subject, kind: str) -> str:
    """Return what changed since the round before, of everybody; empty where there is none, or a group is chosen.

    Of the other kind than the list's only what changed beyond noise is told.
    """
    if subject.group or len(subject.waves) > 1 or compared(store, subject)[-1:] != list(subject.waves):
        return ""
    found = {KINDS[name]: one for name, one in changes(store, subject).items()}
    return " ".join(one.headline for said, one in found.items() if said == kind or one.has_changed)


def _asked(subject: Subject) -> str:
    """Return what was asked, of which job, and how people came to answer."""
    many = len(subject.study.outcomes)
    how = "importance and experience" if subject.study.settings.asks_importance else "experience"
    codes = {wave.asks_code for wave in subject.waves}
    link = "single-use codes" if codes == {True} else "an open link" if codes == {False} else "open links and codes"
    outcomes = "1 outcome" if many == 1 else f"{many} outcomes"
    return f"{outcomes} of the job “{subject.study.job}”, rated for {how}, through {link}."


def _titled(title: str, subject: Subject) -> str:
    return f"{title} (everybody)" if subject.group else title


def _solutions(store: Store, subject: Subject) -> Solutions | None:
    found = analysed(store, subject, solution_view)
    if found is None or found.solutions.empty:
        return None
    said = solution_comparison(found)
    return replace(said, title=_titled(said.title, subject))


def _for_whom(store: Store, subject: Subject, kind: str) -> ForWhom | None:
    found = analysed(store, subject, for_whom)
    if found is None or not found.columns:
        return None
    said = group_comparison(found, kind)
    return replace(said, title=_titled(said.title, subject))


def _origins(store: Store, subject: Subject) -> Texts | None:
    found = analysed(store, subject, origins)
    if found is None or not found.pictures:
        return None
    said = step_comparison(found)
    return replace(said, title=_titled(said.title, subject))


def _goals(store: Store, subject: Subject) -> Goals | None:
    study = subject.record.study
    targets = store.targets(subject.record.id)
    own = subject.with_unreleased
    lines = target_lines(store, study, subject.counting, targets, with_unreleased=own) if targets else []
    found = goals(lines, _notes(store, subject.waves), study)
    return replace(found, title=_titled(found.title, subject)) if found else None


def _notes(store: Store, waves: Sequence[Wave]) -> list[Note]:
    return [note for wave in waves for note in store.notes(wave.id)]
