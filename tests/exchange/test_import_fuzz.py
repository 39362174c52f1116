"""Three hundred mutated files: see the bench of the same name, which has thousands."""

import pytest

from tests.bench.import_fuzz import cases, fault


@pytest.mark.parametrize("seed", range(3))
def test_each_file_ends_in_a_table_or_one_line_and_nobody_is_lost(seed: int) -> None:
    """Whatever was done to it: no traceback, no long wait, and no fewer people than lines that are some."""
    ended = [(at, case.shape, *fault(case)) for at, case in enumerate(cases(100, seed))]
    assert [one for one in ended if one[-1]] == []
    assert sum(how == "read" for _, _, how, _ in ended) > 30
