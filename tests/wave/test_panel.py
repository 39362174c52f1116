"""How a wave is fielded to a panel: what is refused, and the way back."""

import pytest

from jtbd_core.errors import Refused
from jtbd_core.wave.panel import NO_PANEL, Panel, Quota, panel_from_json, panel_to_json

WHOLE = Panel(
    parameters=("pid", "source"),
    completed="https://panel.example/done?id={pid}",
    leads_on=True,
    screening=(("age", "young"),),
    quotas=(Quota("age", "old", 3),),
)


@pytest.mark.parametrize(
    "names", [("p d",), ("1",), ("x" * 31,), ("pid", "PID"), ("code",), ("Language",), ("a", "b", "c", "d", "e"), ("",)]
)
def test_parameters_are_few_and_plain(names: tuple[str, ...]) -> None:
    """Names that a link cannot carry, or the form uses itself, are refused."""
    with pytest.raises(Refused):
        Panel(parameters=names)


@pytest.mark.parametrize(
    "address",
    [
        *("javascript:alert(1)", "//panel.example", "panel.example", "ftp://panel.example/", "https:///x", "/thanks"),
        *(
            "https://{pid}/x",
            "https://{pid}.panel.example/",
            "https://a@panel.example/",
            "https://panel.example:99999/",
        ),
        *("https://panel.example/{other}", "https://panel.example/{", "https://panel.example/ x", "https://a\\b/"),
        *("https://panel.example/\nx", "https://panel.example/" + "x" * 500, "https://pänel.example/", 'https://a/"'),
    ],
)
def test_addresses_are_whole_and_name_their_host(address: str) -> None:
    """What is no address of the web, or lets a visitor's value name the host, is refused."""
    with pytest.raises(Refused):
        Panel(parameters=("pid",), completed=address)


def test_the_way_back_carries_values_encoded() -> None:
    """A value cannot leave its place in the address; without the value there is no way back."""
    assert (
        WHOLE.way_back("completed", {"pid": "a/../b?c=ü#"})
        == "https://panel.example/done?id=a%2F..%2Fb%3Fc%3D%C3%BC%23"
    )
    assert WHOLE.way_back("completed", {"source": "mail"}) == WHOLE.way_back("quota", {"pid": "1"}) == ""


def test_only_named_parameters_count() -> None:
    """Others are passed over, and so is a link without the id or with one that is no short line."""
    assert WHOLE.values({"pid": " 7 ", "source": "x" * 65, "other": "1"}) == {"pid": "7"}
    for given in ({"source": "mail"}, {"pid": " "}, {"pid": "a\nb"}, {"pid": "x" * 65}):
        assert WHOLE.values(given) == {}
    assert NO_PANEL.values({"pid": "7"}) == {}


def test_an_answer_has_one_meaning() -> None:
    """It screens out or has one quota of at least one person."""
    for quotas in ((Quota("age", "young", 1),), (Quota("age", "old", 0),), (Quota("age", "old", 1),) * 2):
        with pytest.raises(Refused):
            Panel(screening=(("age", "young"),), quotas=quotas)
    assert WHOLE.gate == {"age"}


def test_a_panel_is_kept_as_json() -> None:
    """It comes back as it was; what is none is refused."""
    assert panel_from_json(panel_to_json(WHOLE)) == WHOLE
    assert panel_from_json(panel_to_json(NO_PANEL)) == NO_PANEL
    for text in ("{", "[]", '{"completed": "javascript:1"}', '{"more": 1}'):
        with pytest.raises(Refused):
            panel_from_json(text)
