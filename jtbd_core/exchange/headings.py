"""Headings of a file of ratings: how they are compared, and which name a respondent."""

import re

from jtbd_core.errors import UnreadableFile
from jtbd_core.exchange.csv_file import CsvFile

RESPONDENT = ("respondent", "respondent_id", "participant", "participant_id", "id")


def plain_heading(heading: str) -> str:
    """Return a heading as it is compared: in lower case, its words joined by underscores."""
    return re.sub(r"[\s_-]+", "_", heading.strip().casefold())


def only_heading(file: CsvFile, names: tuple[str, ...]) -> int | None:
    """Return the position of the heading that is one of the plain names, None if there is none; refuse two."""
    found = [at for at, heading in enumerate(file.headings) if plain_heading(heading) in names]
    if len(found) > 1:
        raise UnreadableFile(f"Row 1: columns {file.headings[found[0]]} and {file.headings[found[1]]} mean the same.")
    return found[0] if found else None
