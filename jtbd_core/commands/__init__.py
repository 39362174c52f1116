"""The command line: `python -m jtbd_core`."""

from typing import Any

import click

from jtbd_core.commands.archives import archive_study
from jtbd_core.commands.audit import print_audit
from jtbd_core.commands.backups import back_up, check, restore
from jtbd_core.commands.compare import compare_groups
from jtbd_core.commands.drivers import print_drivers
from jtbd_core.commands.links import list_links
from jtbd_core.commands.mcp import serve_mcp_tools
from jtbd_core.commands.quality import check_quality
from jtbd_core.commands.report import write_report
from jtbd_core.commands.score import score_file
from jtbd_core.commands.segments import find_segments
from jtbd_core.commands.sign_in import print_sign_in_link
from jtbd_core.commands.standing import print_standing
from jtbd_core.commands.studies import export_study, import_study, make_demo_study
from jtbd_core.errors import JtbdError


class Refusal(click.ClickException):
    """A refusal as click shows it: one line on stderr and exit code 2."""

    exit_code = 2


class Commands(click.Group):
    """A group of commands whose refusals are one line on stderr and exit code 2."""

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - what click's own method returns
        """Run the command; turn a JtbdError into a Refusal."""
        try:
            return super().invoke(ctx)
        except JtbdError as refusal:
            raise Refusal(" ".join(str(refusal).split())) from refusal


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
def main() -> None:
    """Headway finds where customers' progress falls short.

    `score`, `quality` and `segments` work on a file alone, `compare`, `standing` and `drivers` on a file or a study.
    The others work on the database that HEADWAY_DB names, by default data/headway.duckdb: a DuckDB file has one user at
    a time, so stop the server first, or use PostgreSQL. `backup` and `check` ask the server where one runs.
    """


COMMANDS = (
    score_file,
    check_quality,
    find_segments,
    compare_groups,
    print_standing,
    print_drivers,
    make_demo_study,
    import_study,
    export_study,
    archive_study,
    write_report,
    list_links,
    print_sign_in_link,
    print_audit,
    back_up,
    restore,
    check,
    serve_mcp_tools,
)
for command in COMMANDS:
    main.add_command(command)
