"""What is typed below a question of success, completed to a state."""

import pytest

from jtbd_core.study import Dimension, Polarity
from jtbd_core.study.wording.success_completion import success_completion


@pytest.mark.parametrize(
    ("dimension", "polarity", "line", "statement"),
    [
        ("functional", "wanted", "the guests are full", "The guests are full"),
        ("functional", "wanted", "reach my family", "I can reach my family"),
        ("functional", "wanted", "be promoted", "I am promoted"),
        ("functional", "wanted", "work is done on time", "Work is done on time"),
        ("functional", "avoid", "No one gets sick", "No one gets sick"),
        ("functional", "avoid", "not lose the package", "I do not lose the package"),
        ("emotional", "wanted", "calm", "I feel calm"),
        ("emotional", "wanted", "to be relaxed", "I feel relaxed"),
        ("emotional", "wanted", "not alone", "I do not feel alone"),
        ("emotional", "wanted", "I feel proud", "I feel proud"),
        ("emotional", "avoid", "lonely", "I do not feel lonely"),
        ("emotional", "avoid", "not bored", "I do not feel bored"),
        ("social", "wanted", "they think I am kind", "Others think I am kind"),
        ("social", "wanted", "think I am kind", "Others think I am kind"),
        ("functional", "avoid", "the food is burnt", "The food is not burnt"),
        ("functional", "avoid", "a dish gets burnt", "No dish gets burnt"),
        ("functional", "avoid", "the package gets lost", "The package does not get lost"),
        ("functional", "avoid", "the bus misses the stop", "The bus does not miss the stop"),
        ("functional", "avoid", "the plants die", "The plants do not die"),
        ("functional", "avoid", "lose money", "I do not lose money"),
        ("functional", "avoid", "I lose money", "I do not lose money"),
        ("emotional", "avoid", "I feel rushed", "I do not feel rushed"),
        ("emotional", "wanted", "I'm relaxed", "I feel relaxed"),
        ("emotional", "avoid", "I am not alone", "I do not feel alone"),
        ("social", "wanted", "a good host", "Others see me as a good host"),
        ("social", "avoid", "My boss thinks I am lazy", "My boss does not think I am lazy"),
        ("social", "avoid", "friends see me as stingy", "Friends do not see me as stingy"),
        ("social", "wanted", "that we play as one team", "Others think that we play as one team"),
        ("functional", "avoid", "a screw is left over", "No screw is left over"),
        ("emotional", "avoid", "I feel left alone", "I do not feel left alone"),
    ],
)
def test_an_answer_is_completed(dimension: Dimension, polarity: Polarity, line: str, statement: str) -> None:
    """The words that the question begins need not be typed, and what should not happen is said as not happening."""
    assert success_completion(line, dimension, polarity).statement.casefold() == statement.casefold()


@pytest.mark.parametrize(
    ("dimension", "polarity", "line", "is_doubtful"),
    [
        ("emotional", "wanted", "calm", False),
        ("emotional", "avoid", "I feel rushed", False),
        ("social", "wanted", "a fair coach", False),
        ("functional", "avoid", "the soup is cold", False),
        ("functional", "avoid", "I break a glass", False),
        ("functional", "avoid", "the guests who are late complain", True),
        ("functional", "avoid", "the bus misses the stop", True),
        ("social", "wanted", "customers: that I keep my word", True),
    ],
)
def test_only_what_may_be_wrong_is_in_doubt(
    dimension: Dimension, polarity: Polarity, line: str, is_doubtful: bool
) -> None:
    """An opening that is added, and a plain verb that is denied, are what was meant."""
    assert success_completion(line, dimension, polarity).is_doubtful is is_doubtful


def test_who_thinks_what_may_be_parted_by_a_colon() -> None:
    """The verb of thinking is put between them, in its number."""
    said = [
        success_completion(line, "social", "wanted").statement
        for line in ("my aunt: I am kind", "nurses: that we help")
    ]
    assert said == ["my aunt thinks that I am kind", "nurses think that we help"]


@pytest.mark.parametrize("line", ["damage", "I lost the key", "the doors jammed"])
def test_what_cannot_be_told_stays(line: str) -> None:
    """A bare noun says neither what happens nor what should not; of a past tense no wrong form is made."""
    assert success_completion(line, "functional", "avoid").statement == line


@pytest.mark.parametrize(
    ("dimension", "polarity", "line", "statement"),
    [
        ("social", "wanted", "seen as someone who never gossips", "Others see me as someone who never gossips"),
        ("social", "avoid", "not seen as a miser", "Others do not see me as a miser"),
        ("social", "wanted", "not seen as a snob", "Others do not see me as a snob"),
        ("social", "wanted", "suppliers trust us", "suppliers trust us"),
        ("social", "avoid", "tenants laugh about us", "tenants do not laugh about us"),
        ("emotional", "avoid", "guilty that it is not enough", "I do not feel guilty that it is not enough"),
        ("emotional", "avoid", "cross because nobody came", "I do not feel cross because nobody came"),
        ("functional", "avoid", "somebody slips on the floor", "Nobody slips on the floor"),
    ],
)
def test_whole_clauses_keep_their_own_subject_and_negation(
    dimension: Dimension, polarity: Polarity, line: str, statement: str
) -> None:
    """No opening comes before a clause of its own, and a negation within it is not that of the feeling."""
    assert success_completion(line, dimension, polarity).statement == statement
