"""The list of a panel as a table."""

from jtbd_core.exchange.panel_table import panel_table
from jtbd_core.privacy.panel_list import PanelRow


def test_a_row_has_the_values_of_the_link_and_the_standing() -> None:
    """Parameters come in their order, those of an earlier setting after them; no value runs as a formula."""
    rows = [PanelRow({"pid": "=1+1", "source": "mail"}, "completed"), PanelRow({"id": "a,b"}, "took part")]
    assert panel_table(("pid", "source"), rows) == (
        'pid,source,id,standing\n\'=1+1,mail,,completed\n,,"a,b",took part\n'
    )
