"""The full report: what the results page shows of waves and a group, gathered as one tree of values for all files."""

from datetime import UTC, datetime

from jtbd_core.contract import Store
from jtbd_core.report.chapter import Chapter, FullReport
from jtbd_core.report.comparison_chapters import comparison_chapters
from jtbd_core.report.decision_chapters import decision_chapters
from jtbd_core.report.findings_chapters import findings_chapters
from jtbd_core.report.footer import formulas
from jtbd_core.report.method_chapters import asked_chapter, limits_chapters, sureness_chapter
from jtbd_core.report.subject import Subject
from jtbd_core.scoring.headlines import headline


def full_report(store: Store, subject: Subject) -> FullReport:
    """Return the report on a subject in chapters; where nothing may be shown its headline says why."""
    study, found = subject.study, subject.found.results
    day = subject.clock(datetime.now(UTC).replace(tzinfo=None), "%d %B %Y").removesuffix(" UTC").lstrip("0")
    first = next(iter(found.rated), "")
    return FullReport(
        study=subject.record.study.title,
        language=study.language,
        context=subject.context,
        headline=subject.waiting or headline(found.rated[first], first, found.by[first]),
        formulas=() if subject.waiting else tuple(formulas(study, found)),
        made=day,
        chapters=(asked_chapter(subject),) if subject.waiting else _chapters(store, subject),
    )


def _chapters(store: Store, subject: Subject) -> tuple[Chapter, ...]:
    """Return the chapters in the order of the results page."""
    return (
        asked_chapter(subject),
        *findings_chapters(subject),
        *comparison_chapters(store, subject),
        *decision_chapters(store, subject),
        sureness_chapter(store, subject),
        *limits_chapters(store, subject),
    )
