"""Words that are hidden in a remark."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jtbd_core.errors import Refused
from jtbd_core.wave.remark import HIDDEN_NAME, check_label, without_words, words


@pytest.mark.parametrize(
    ("text", "hidden", "left"),
    [
        ("Nurse M. told me. NURSE knows", ["Nurse", "M"], "[name]. told me. [name] knows"),
        ("Ann and Anna", ["Ann"], "[name] and Anna"),
        ("Karl-Heinz’s dog", ["Karl-Heinz’s"], "[name] dog"),
        ("Ms. Lee came", ["Ms", "Lee"], "[name] came"),
        ("(Øyvind)", ["Øyvind"], "([name])"),
        ("a+b C++", ["a"], "[name]+b C++"),
    ],
)
def test_words_are_hidden_wherever_they_stand(text: str, hidden: list[str], left: str) -> None:
    """Whole words go, in whatever case, and a first and a last name become one mark."""
    assert without_words(text, hidden) == left


@pytest.mark.parametrize("hidden", [[], [" "], ["Bert"], ["An"]])
def test_nothing_to_hide_is_refused(hidden: list[str]) -> None:
    """A part of a word, a word that is not there, or none at all changes nothing."""
    with pytest.raises(Refused):
        without_words("Ann came", hidden)


@settings(max_examples=30)
@given(st.text(max_size=60))
def test_each_word_that_is_offered_can_be_hidden(text: str) -> None:
    """Once all words of any text are hidden, it offers none."""
    if offered := words(text):
        assert words(without_words(text, offered)) == []
        assert HIDDEN_NAME in without_words(text, offered[:1])


@pytest.mark.parametrize("label", ["x" * 61, "two\nlines"])
def test_a_label_is_a_short_line(label: str) -> None:
    """Labels stand as headings."""
    check_label("Meals")
    with pytest.raises(Refused):
        check_label(label)
