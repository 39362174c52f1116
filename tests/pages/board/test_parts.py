"""The registry of the parts of the results."""

from pages.board.parts import PARTS
from tests.pages.conftest import Visit


def test_each_part_is_called_by_one_name() -> None:
    """Names and titles, which stand in addresses, are no two parts'; what stands below the tabs has an icon."""
    assert len({part.name for part in PARTS}) == len({part.title for part in PARTS}) == len(PARTS)
    assert [part.name for part in PARTS if (part.place == "below") != bool(part.icon)] == []


def test_the_tabs_are_those_of_the_registry(visit: Visit, key: str) -> None:
    """They stand in its order; of notes there is nothing where none was made."""
    page = visit("results.py", key=key)
    tabs = [tab.label for tab in page.tabs]
    assert tabs == [part.title for part in PARTS if part.place == "tab"]
    assert "Notes and decisions" not in [expander.label for expander in page.expander]
