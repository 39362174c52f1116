"""The registry of the parts of the results."""

import pytest

from jtbd_core.contract import Store
from jtbd_core.exchange.demo import demo_study
from jtbd_core.wave import Wave
from pages.board.board import Board
from pages.board.parts import PARTS, draw_tabs
from pages.components.findings import findings
from tests.pages.conftest import Visit

STUDY = demo_study()


def test_each_part_is_called_by_one_name() -> None:
    """Names and titles, which stand in addresses, are no two parts'; what stands below the tabs has an icon."""
    assert len({part.name for part in PARTS}) == len({part.title for part in PARTS}) == len(PARTS)
    assert [part.name for part in PARTS if (part.place == "below") != bool(part.icon)] == []


def test_a_chart_without_a_part_fails_loudly(store: Store, wave: Wave) -> None:
    """A chart that the registry does not know is no chart that vanishes."""
    found = findings(STUDY, wave)
    unknown = found._replace(pictures=found.pictures | {"novelty": found.pictures["success"]})
    with pytest.raises(LookupError, match="novelty"):
        draw_tabs(Board(store.study(wave.study_id), STUDY, wave, unknown, is_shared=True))


def test_the_tabs_are_those_of_the_registry(visit: Visit, key: str) -> None:
    """They stand in its order; what is for the facilitator alone is not there for stakeholders."""
    page = visit("results.py", key=key)
    tabs = [tab.label for tab in page.tabs]
    assert tabs == [part.title for part in PARTS if part.place == "tab"]
    assert "Notes and decisions" not in [expander.label for expander in page.expander]
