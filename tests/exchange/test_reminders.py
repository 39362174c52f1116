"""Reminders of single-use codes."""

import pytest

from jtbd_core.errors import UnreadableFile
from jtbd_core.exchange.codes import code_table
from jtbd_core.exchange.reminders import read_coded_table, reminder_table

CODES = ["ABCDE-FGHJK", "22222-33333"]
LINK = "https://headway.example/r/key"


def test_the_table_of_codes_comes_back_without_used_ones() -> None:
    """The file that was saved when the codes were made is given back as it was, row by row."""
    table = read_coded_table(code_table(CODES, LINK).encode())
    assert table.codes == CODES
    assert reminder_table(table, CODES[1:], LINK) == code_table(CODES[1:], LINK)


def test_the_table_of_a_mailer_gets_links() -> None:
    """Other columns stay as they are; a row without a code is left out, and each other one has its link."""
    content = b"name;mail;code\nAnn;ann@example.com;ABCDE-FGHJK\nBob;bob@example.com;\nCy;cy@example.com;22222-33333\n"
    table = read_coded_table(content)
    assert reminder_table(table, CODES[:1], LINK).splitlines() == [
        "name,mail,code,link",
        f"Ann,ann@example.com,ABCDE-FGHJK,{LINK}?code=ABCDE-FGHJK",
    ]


@pytest.mark.parametrize("content", [b"", b"name,mail\nAnn,ann@example.com\n", b"code\nABCDE-FGH\n1BCDE-FGHJK\n"])
def test_a_table_without_codes_is_refused(content: bytes) -> None:
    """A wrong file is named as such, instead of giving an empty one."""
    with pytest.raises(UnreadableFile):
        read_coded_table(content)
