"""Single-use codes as files."""

from jtbd_core.exchange.code_list import code_slips, code_table

LINK = "https://headway.example/r/key"


def test_the_table_has_a_link_per_code() -> None:
    """A mailing needs the code and the link that carries it."""
    assert code_table(["ABCDE-FGHJK"], LINK) == f"code,link\nABCDE-FGHJK,{LINK}?code=ABCDE-FGHJK\n"


def test_the_slips_show_the_code_and_the_plain_link() -> None:
    """Each slip has its code; the title is shown as text, whatever it holds."""
    page = code_slips(["ABCDE-FGHJK", "22222-33333"], LINK, "<b>Parcels</b>")
    assert page.count("<li>") == 2
    assert "ABCDE-FGHJK" in page
    assert f"Open {LINK} and type" in page
    assert "<b>" not in page
