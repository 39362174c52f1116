"""Single-use codes as files."""

import segno

from jtbd_core.exchange.codes import code_slips, code_table

LINK = "https://headway.example/r/key"


def test_the_table_has_a_link_per_code() -> None:
    """A mailing needs the code and the link that carries it."""
    assert code_table(["ABCDE-FGHJK"], LINK) == f"code,link\nABCDE-FGHJK,{LINK}?code=ABCDE-FGHJK\n"


def test_the_slips_show_the_code_and_the_plain_link() -> None:
    """Each slip has its code; the title is shown as text, whatever it holds."""
    page = code_slips(["ABCDE-FGHJK", "22222-33333"], LINK, "<b>Parcels</b>")
    assert page.count("<li>") == 2
    assert "ABCDE-FGHJK" in page
    assert f"open {LINK} and type" in page
    assert "<b>" not in page


def test_each_slip_has_a_qr_code_of_the_link_with_its_code() -> None:
    """Scanned, a slip opens the form with the code; the picture is as large as the style says."""
    page = code_slips(["ABCDE-FGHJK", "22222-33333"], LINK, "Parcels")
    for code in ("ABCDE-FGHJK", "22222-33333"):
        assert segno.make(f"{LINK}?code={code}", error="m").svg_inline(omitsize=True) in page
