"""The formulas, beside the results."""

from pages.board.formulas import FORMULAS
from tests.pages.conftest import Visit


def test_stakeholders_can_read_the_formulas(visit: Visit, key: str) -> None:
    """They stand below the tabs, behind one click."""
    assert FORMULAS.strip() in visit("results.py", key=key).markdown[-1].value
