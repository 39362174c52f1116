"""The chapters of what people wrote and what was decided: value targets, released remarks, notes and decisions."""

from collections.abc import Iterator

from jtbd_core.charts.target_rows import MARKS
from jtbd_core.contract import Store
from jtbd_core.live.shared_remarks import shared_remarks
from jtbd_core.live.target_lines import target_lines
from jtbd_core.privacy import ShownRemark
from jtbd_core.report.chapter import Chapter, Line, Table
from jtbd_core.report.figures import between, number
from jtbd_core.report.subject import Subject
from jtbd_core.scoring.measures import ANYWAY

TITLES = {"missed": "What did we miss?", "solution": "What they use instead"}
NO_HEADING = "Other remarks"
ORDER = "In random order. The facilitator released them together, never one by one, and hid names."
AIM = f"Share of people for whom at least one of the outcomes falls short, {ANYWAY}; the interval of now is of 95 %."


def decision_chapters(store: Store, subject: Subject) -> Iterator[Chapter]:
    """Give the chapters of targets, remarks and notes, as far as there are any."""
    if targets := _targets(store, subject):
        yield targets
    if subject.with_remarks and (remarks := _remarks(store, subject)):
        yield remarks
    if notes := _notes(store, subject):
        yield notes


def _targets(store: Store, subject: Subject) -> Chapter | None:
    targets, study, own = store.targets(subject.record.id), subject.record.study, subject.with_unreleased
    if not targets:
        return None
    found = target_lines(store, study, subject.counting, targets, with_unreleased=own)
    lines = tuple(
        Line(
            (
                *(one.outcomes, MARKS[one.verdict]),
                *(number(100 * one.at_most), number(100 * one.before), number(100 * one.share)),
                between(100 * one.low, 100 * one.high),
                number(one.people) if one.people else "",
                *(one.set_in, one.again, one.whose),
            )
        )
        for one in found
    )
    met = sum(one.verdict == "met" for one in found)
    headings = (
        *("Falls short", "verdict", "at most, %", "before, %", "now, %", "now, 95 %", "n", "set in", "judged by"),
        "owner",
    )
    return Chapter(
        name="Value targets",
        title=f"{met} of {len(found)} value targets {'is' if met == 1 else 'are'} met.",
        about=subject.everybody,
        tables=(Table("", headings, lines),),
        formula=AIM,
        for_board=True,
    )


def _remarks(store: Store, subject: Subject) -> Chapter | None:
    shown = shared_remarks(store, subject.waves)
    if not shown:
        return None
    lines, before = [], None
    for one in shown:
        heading = _heading(subject, one)
        lines.append(Line((one.text,), "" if heading == before else heading))
        before = heading
    return Chapter(
        name="In their words",
        title=f"{len(shown)} remarks are released.",
        about=subject.everybody,
        tables=(Table("", ("Remark",), tuple(lines), reach="pages"),),
        formula=ORDER,
    )


def _heading(subject: Subject, one: ShownRemark) -> str:
    statements = {outcome.id: outcome.statement for outcome in subject.record.study.outcomes}
    return f"{TITLES[one.kind]} · {one.label or statements.get(one.outcome) or NO_HEADING}"


def _notes(store: Store, subject: Subject) -> Chapter | None:
    statements = {one.id: one.statement for one in subject.record.study.outcomes}
    notes = [note for wave in subject.waves for note in store.notes(wave.id) if note.outcome in statements]
    if not notes:
        return None
    lines = tuple(
        Line(
            (
                statements[one.outcome],
                one.kind,
                one.text,
                one.author,
                subject.clock(one.written_at, "%d %B %Y").removesuffix(" UTC").lstrip("0"),
            )
        )
        for one in notes
    )
    many = sum(one.kind == "decision" for one in notes)
    others = len(notes) - many
    return Chapter(
        name="Notes and decisions",
        title=(
            f"{many} {'decision' if many == 1 else 'decisions'} and {others} {'note' if others == 1 else 'notes'} "
            "were written down."
        ),
        about=subject.everybody,
        tables=(Table("", ("Outcome", "kind", "text", "by", "written"), lines),),
    )
