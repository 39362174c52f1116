"""Headings: how they are compared."""

import pytest

from jtbd_core.errors import UnreadableFile
from jtbd_core.exchange.csv_file import open_csv
from jtbd_core.exchange.headings import only_heading, plain_heading


def test_headings_are_compared_by_their_words() -> None:
    """Case, spaces and dashes do not matter."""
    assert plain_heading(" Living-Alone ") == plain_heading("living alone") == "living_alone"


def test_a_heading_is_found_once() -> None:
    """Two that mean the same are refused."""
    assert only_heading(open_csv(b"a,Living Alone\n"), ("living_alone",)) == 1
    assert only_heading(open_csv(b"a,b\n"), ("living_alone",)) is None
    with pytest.raises(UnreadableFile, match="columns living-alone and Living Alone mean the same"):
        only_heading(open_csv(b"living-alone,Living Alone\n"), ("living_alone",))
