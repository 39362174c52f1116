"""The registry of the parts of the results."""

from msgspec.structs import replace

from jtbd_core.contract import Store
from jtbd_core.study.results_link import LinkSettings
from jtbd_core.wave import Wave
from pages.board.parts import PARTS
from tests.pages.conftest import Visit
from tests.pages.words import text


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


BOARD = LinkSettings(name="Board", depth="headlines", files=False)


def test_a_link_of_headlines_shows_no_list(visit: Visit, store: Store, wave: Wave) -> None:
    """Both kinds have their headline; there is no chart, no figure of an outcome, no tab, and no choice of a group."""
    link = store.add_results_link(wave.study_id, BOARD)
    page = visit("results.py", key=link.key, part="All figures", who="solution.vinyl")
    assert "No outcome" in text(page) or "falls short" in text(page)
    assert list(page.tabs) == page.get("vega_lite_chart") == list(page.dataframe) == []
    assert not {"PDF", "PNG"} & {button.label for button in page.button}
    assert [box.label for box in page.selectbox] == ["Round"]
    assert [one.label for one in page.expander] == ["What the words mean"]


def test_a_link_of_everybody_shows_no_group(visit: Visit, store: Store, wave: Wave) -> None:
    """Neither views of groups nor the choice of one, also where the address asks for them, nor the chart of one."""
    link = store.add_results_link(wave.study_id, replace(BOARD, depth="everybody", files=True))
    page = visit("results.py", key=link.key, part="For whom", who="solution.vinyl")
    titles = [tab.label for tab in page.tabs]
    assert titles[0] == "Findings"
    assert not {"For whom", "Solutions", "In their words"} & set(titles)
    assert page.get("popover")[0].proto.popover.label.endswith("· everybody")
    page = visit("results.py", key=link.key, part="Take it along")
    assert "Whose answers" not in [box.label for box in page.selectbox]
    (charts,) = [box.options for box in page.selectbox if box.label == "Chart"]
    assert not [one for one in charts if one.startswith(("For whom", "Solutions"))]


def test_remarks_and_files_are_shown_where_the_link_says_so(visit: Visit, store: Store, wave: Wave) -> None:
    """Each is a tab that comes and goes by itself."""
    link = store.add_results_link(wave.study_id, replace(BOARD, remarks=True))
    assert [tab.label for tab in visit("results.py", key=link.key).tabs] == ["Findings", "In their words"]
    store.change_results_link(link.id, replace(BOARD, depth="groups", files=True))
    titles = [tab.label for tab in visit("results.py", key=link.key).tabs]
    assert ("In their words" in titles, "Take it along" in titles) == (False, True)
