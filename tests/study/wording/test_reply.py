"""The reply of an assistant as the lines of a list."""

import pytest

from jtbd_core.study.wording.pasted import Line, Place, pasted
from jtbd_core.study.wording.reply import reply

CALM, DRY = (
    Line("I feel calm", Place("emotional", "", "wanted")),
    Line("It is not wet", Place("functional", "", "avoid")),
)
WRAP = Line("Minimize the time it takes to wrap", Place("key outcome", "Wrap", "wanted"))
FORMATS = {
    "table in a fence": "Sure! Here it is:\n\n```markdown\n| statement | kind | step | polarity |\n|:--|---|:-:|---|\n"
    "| **I feel calm** | emotional | — | wanted |\n| It is not wet | functional | n/a | avoid |\n"
    "| Minimize the time it takes to wrap | key outcome | Wrap | wanted |\n```\n\nShall I go on?",
    "table with dimensions": "Kind and dimension apart.\n\n| # | Kind | Dimension | Job step | Polarity | Statement |\n"
    "|--|--|--|--|--|--|\n| 1 | success outcome | emotional | - | wanted | “I feel calm” |\n"
    "| 2 | success outcome | functional | wrap | avoid | It is not wet |\n"
    "| 3 | key | | wrap | wanted | Minimize the time it takes to wrap |",
    "rows without outer lines": "statement | kind | step | polarity\n--- | --- | --- | ---\n"
    "I feel calm | emotional | | wanted\nIt is not wet | functional | | avoid\n"
    "Minimize the time it takes to wrap | key outcome | Wrap | wanted",
    "CSV": "```csv\nkind,job_step,polarity,statement\nemotional,,wanted,I feel calm\n"
    'functional,,avoid,"It is not wet"\n'
    "key outcome,Wrap,wanted,Minimize the time it takes to wrap\n```",
    "headings": "Here are some that keep your rules.\n\n**Emotional – wanted**\n- **I feel calm**\n\n"
    "### Functional, avoid\n* “It is not wet”\n\n> ## Step: Wrap\n> Wanted\n"
    "> 1. Minimize the *time* it takes to `wrap`\n\n"
    "---\nThat covers it all.",
}


@pytest.mark.parametrize("form", FORMATS)
def test_a_list_is_found_in_whatever_is_around_it(form: str) -> None:
    """Fences, tables, bullets, numbers, quotes and emphasis go; the kind, step and polarity are told."""
    assert list(pasted(reply(FORMATS[form]).lines, ["Wrap"])) == [CALM, DRY, WRAP]


def test_what_is_around_the_list_is_told() -> None:
    """Nothing is dropped unsaid."""
    assert reply(FORMATS["table in a fence"]).around == ("Sure! Here it is:", "Shall I go on?")
    assert reply(FORMATS["headings"]).around == ("Here are some that keep your rules.", "That covers it all.")
    assert reply("I feel calm\nIt is not wet.") == (("I feel calm", "It is not wet."), ())


@pytest.mark.parametrize("text", ["", "```", "```\n\n```", "|", "| |\n|-|", "**", "*\n*\n*", "> >", "\\", "- \n- "])
def test_empty_forms_hold_no_statement(text: str) -> None:
    """Nothing breaks, and nothing is read into them."""
    assert list(pasted(reply(text).lines, [])) == []


def test_what_looks_like_markup_stays_text() -> None:
    """Neither HTML nor an unfinished emphasis is taken out: a person sees what was written."""
    said = ("<b>I feel</b> <script>alert(1)</script>", "I feel * calm", "5 * 3 snake_case_name is seen")
    assert reply("\n".join(said)).lines == said
