"""What all engines share: rows bound in chunks."""

from hypothesis import given
from hypothesis import strategies as st

from jtbd_core.store.engine import chunks


@given(st.integers(0, 50), st.integers(1, 20))
def test_chunks_take_each_row_once(size: int, of: int) -> None:
    """Together they are all rows in their order, and none is longer than allowed."""
    parts = [list(range(size))[part] for part in chunks(size, of)]
    assert [row for part in parts for row in part] == list(range(size))
    assert all(0 < len(part) <= of for part in parts)
