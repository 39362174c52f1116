"""The download of a fresh backup of everything."""

from datetime import UTC, datetime
from pathlib import Path

from jtbd_core.exchange.audit_table import audit_of
from pages.components.made_files import MadeFile, Say, draw_made_file, written
from pages.components.my_store import my_store

LIST = "Who did what to which study, when and from which sign-in, as CSV. It holds no keys, tokens or answers."


def draw_backup() -> None:
    """Draw the buttons that download a backup, and the list of who did what; each is made when it is pressed."""
    draw_made_file(
        MadeFile("Back up all studies", f"headway-{datetime.now(UTC):%Y-%m-%d}.backup", write_backup),
        type="tertiary",
        icon=":material/backup:",
        help="One file with all studies and answers, keys and receipts included: keep it as safe as the database. "
        "`python -m jtbd_core restore` takes it in. What stakeholders are shown later is not in it: restore the newest "
        "one, and heed what the command says.",
    )
    make = written(lambda: audit_of(my_store(), ""))
    draw_made_file(MadeFile("What was done", "audit.csv", make), type="tertiary", icon=":material/history:", help=LIST)


def write_backup(file: Path, say: Say) -> None:
    """Write a fresh backup of the database to a file."""
    my_store().back_up(file, lambda done, of: say(done / max(of, 1), "Backing up …") and None)
