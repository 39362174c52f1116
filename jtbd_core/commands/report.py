"""The command `report`: a round of a study as a file, on one page for a board or in full."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from jtbd_core.commands.studies import FILE, latest_study, round_of, round_option, the_store, write_file
from jtbd_core.errors import JtbdError

if TYPE_CHECKING:
    from jtbd_core.contract import Store
    from jtbd_core.report.files import Depth
    from jtbd_core.report.subject import Subject
    from jtbd_core.study import StudyRecord
    from jtbd_core.wave import Wave

DEPTHS = ("board", "full")


@click.command(name="report")
@click.argument("study", required=False)
@round_option
@click.option("--out", type=FILE, required=True, help="The .html, .pdf, .pptx or .xlsx file to write.")
@click.option(
    "--depth",
    type=click.Choice(DEPTHS),
    default="board",
    show_default=True,
    help="For a board, or all.",
)
def write_report(study: str | None, number: int | None, out: Path, depth: "Depth") -> None:
    """Write a report about STUDY: what falls short most, for whom, how sure; in full, everything that results show.

    STUDY is a study's id, as in the address of its pages; without it, the study that was changed last. The
    report holds what a results link shows, of everybody.
    """
    from jtbd_core.live.worker import worker
    from jtbd_core.report.files import FILES, gathered, report_file

    ending = out.suffix.lower().removeprefix(".")
    if ending not in FILES:
        *others, last = (f".{one}" for one in FILES)
        raise JtbdError(f"A report can be written to a {', '.join(others)} or {last} file, not to {out.name}.")
    with the_store() as store:
        record = store.study(study) if study else latest_study(store)
        report = gathered(store, subject_of(store, record, round_of(store, record.id, number)), ending, depth)
    worker.stop()
    write_file(report_file(report, ending), out)


def subject_of(store: "Store", record: "StudyRecord", wave: "Wave") -> "Subject":
    """Return what a report on a wave is about: what a results link shows, of everybody."""
    from jtbd_core.live.findings import findings
    from jtbd_core.live.waiting import waiting
    from jtbd_core.report.subject import Subject
    from jtbd_core.wave import reported_study
    from jtbd_core.wave.rounds import utc

    study = reported_study(record.study, wave)
    found = findings(store, study, wave)
    return Subject(
        record=record,
        study=study,
        waves=(wave,),
        counting=tuple(one for one in store.waves(record.id) if not one.is_archived),
        found=found,
        group="",
        with_unreleased=False,
        clock=utc,
        waiting=waiting(store, found),
    )
