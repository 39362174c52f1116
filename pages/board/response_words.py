"""Who answered, in words and bars: joined, rated, finished, where people stopped, how long it took them."""

from collections.abc import Sequence

from jtbd_core.live.careless import CarelessView
from jtbd_core.live.response import Response
from jtbd_core.privacy import THRESHOLD
from jtbd_core.wave import Progress
from pages.board.board import Board
from pages.board.sureness_html import bars, paragraphs
from pages.components.response_lines import stopped, took

OPEN_LINK = "Open link: anybody who had it could answer, more than once too."
IMPORTED = "Collected elsewhere and imported: how people were reached, and how many did not answer, is not known here."
CODES = "Single-use codes: each answered once."

NAMES = ("Joined", "Rated", "Finished")
FLAGGED = {
    "speeder": "went through the cards too fast to read them",
    "straight_line": "answered one question alike throughout",
    "took_bait": "filled in a field that people do not see, as programs do",
    "same_pair": "gave the same two answers throughout",
    "long_string": "gave the same answers 10 times in a row",
    "pattern": "repeated a pattern of answers",
    "inconsistent": "answered as if at random",
    "duplicate": "answered exactly as somebody before",
}
"""What people did who have a flag of `quality_flags`."""


def people_lines(found: CarelessView, *, is_shared: bool, is_left_out: bool) -> list[str]:
    """Return how many people are flagged, then a line per flag; of few, that there are some is for the facilitator."""
    if not found.flagged:
        return [f"None of {found.people:,} people answered in a way that looks careless."]
    counts = [
        f"{many} {FLAGGED[flag]}"
        for flag, many in sorted(found.flags.items(), key=lambda item: -item[1])
        if found.many_to_tell(flag) >= THRESHOLD or not is_shared
    ]
    several = " Their signs, of which one person can show several:" if len(counts) > 1 else ""
    said = f"{found.flagged:,} of {found.people:,} people answered in a way that looks careless."
    counted = "They are left out now." if is_left_out else "They are counted unless you leave them out."
    return [f"{said} {counted}{several}", *counts]


def told_progress(progress: Sequence[Progress], board: Board, found: Sequence[Response] = ()) -> list[str]:
    """Return bars of those who joined, rated and finished, and lines of how they came in and what the form took.

    Without `found`, for stakeholders, a number that differs from the one before by fewer than `THRESHOLD` is left out,
    of several rounds too where it is in one of them.
    """
    *sums, imported = (sum(each) for each in zip(*progress, strict=True))
    counts = dict(zip(NAMES, sums, strict=True))
    if imported == counts["Joined"] > 0 and all(one.status == "closed" for one in board.waves):
        return [paragraphs([IMPORTED], is_quiet=True)]
    if not found:
        counts = apart_in_each([dict(zip(NAMES, one, strict=False)) for one in progress])
    most = max((*counts.values(), 1))
    rows = [(name, f"{many:,}", many / most) for name, many in counts.items()]
    lines = [CODES if all(one.asks_code for one in board.waves) else OPEN_LINK]
    if any(one.asks_code for one in board.waves) and lines == [OPEN_LINK]:
        lines = ["Some rounds took single-use codes, others an open link."]
    return [bars(rows), paragraphs([*stopped(found), *took(found), *lines], is_quiet=True)]


def apart(counts: dict[str, int]) -> dict[str, int]:
    """Return the counts that differ from those kept by nobody, or by `THRESHOLD` people or more."""
    kept: dict[str, int] = {}
    for name, many in counts.items():
        if many >= THRESHOLD and all(many == one or abs(one - many) >= THRESHOLD for one in kept.values()):
            kept[name] = many
    return kept


def apart_in_each(rounds: Sequence[dict[str, int]]) -> dict[str, int]:
    """Return the sums of those counts that are told of each round: less those of one, another would give the others."""
    kept = [apart(one) for one in rounds]
    return {name: sum(one[name] for one in kept) for name in NAMES if all(name in one for one in kept)}
