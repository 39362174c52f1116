"""Changes in words: verdicts, headline, description and key."""

import pandas as pd
import pytest

from jtbd_core.charts.change_words import change_description, change_key, changes_headline, listed
from tests.charts.changed import STATEMENTS, changed

ALL = changed("unchanged", "cannot tell", "less", "more")


def test_changes_stand_first_and_are_told_in_words_and_shapes() -> None:
    """Then comes what cannot be told, then what is unchanged; each verdict has a sign of its own."""
    table = listed(ALL, "unmet", STATEMENTS)
    assert table["told"].tolist() == ["▼ fewer people", "▲ more people", "? cannot tell", "= within ±20"]
    assert table[["figures", "interval"]].iloc[0].tolist() == ["89 → 31 %", "−73 to −43"]
    assert listed(changed("less", by="opportunity"), "opportunity", STATEMENTS)["told"].tolist() == [
        "▼ less opportunity"
    ]


def test_the_headline_says_what_changed_and_what_cannot_be_told() -> None:
    """Every change is named with its figures, what got worse first; of very many the largest."""
    only = changed("less", "cannot tell")
    assert changes_headline(only, "success outcomes", "unmet", STATEMENTS, "round 1") == (
        "One success outcome changed since round 1. Matters and falls short for fewer people: “I can walk without "
        "crutches”, 89 → 31 %. For 1 of 2 the answers cannot tell."
    )
    assert changes_headline(ALL, "success outcomes", "unmet", STATEMENTS, "“Spring”").startswith(
        "Two success outcomes changed since “Spring”. Matters and falls short for more people: “I am not alone”, "
        "40 → 80 %. For fewer: “I feel cheerful”, 89 → 31 %."
    )
    more = changed(*["more"] * 4)
    many = more._replace(changed=pd.concat([more.changed] * 2))
    assert "; 4 more." in changes_headline(many, "success outcomes", "unmet", STATEMENTS, "round 1")
    assert changes_headline(
        changed("unchanged", "cannot tell"), "success outcomes", "unmet", STATEMENTS, "round 1"
    ) == ("No success outcome changed beyond noise since round 1. For 1 of 2 the answers cannot tell.")


@pytest.mark.parametrize(
    ("verdict", "said"),
    [
        ("unchanged", "“I can walk without crutches” did not change beyond noise since round 1."),
        ("cannot tell", "The answers cannot tell whether “I can walk without crutches” changed since round 1."),
    ],
)
def test_of_one_outcome_the_headline_has_its_name(verdict: str, said: str) -> None:
    """There is no other that changed or did not."""
    assert changes_headline(changed(verdict), "success outcomes", "unmet", STATEMENTS, "round 1") == said


def key_of(by: str, outcomes: int) -> str:
    """Return the key of a list of so many outcomes."""
    table = changed("less", by=by).changed
    return change_key(by, table.loc[table.index.repeat(outcomes)])


def test_the_description_and_the_key_say_what_is_shown() -> None:
    """Changes are named with figures; the key tells how many outcomes were looked at and how many are shown."""
    assert change_description(ALL, "unmet", STATEMENTS, "round 1", "round 2") == (
        "2 of 4 outcomes changed from round 1 to round 2 (matters and falls short): I feel cheerful: 89 → 31 %; "
        "I am not alone: 40 → 80 %. Cannot tell: 1."
    )
    assert "of 4 outcomes" in key_of("unmet", 4)
    assert key_of("unmet", 30).startswith("Shown: 12 of 30 outcomes.")
    assert "by chance" not in key_of("unmet", 1)
    assert "±2. " in key_of("opportunity", 4)
