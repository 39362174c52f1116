"""Classification of statements by their grammar."""

from jtbd_core.exchange.demo import demo_study, examples
from jtbd_core.study.wording import dimension_by_grammar, is_avoid, is_english


def test_published_statements_are_classified() -> None:
    """What a pasted statement is, is what its author called it, even where a feeling names colleagues."""
    success = [one for example in (*examples().values(), demo_study()) for one in example.success_outcomes]
    assert [(dimension_by_grammar(one.statement), is_avoid(one.statement)) for one in success] == [
        (one.dimension, one.polarity == "avoid") for one in success
    ]
    assert dimension_by_grammar("Minimize the time it takes to find a song") is None


def test_all_variants_of_english_are_english() -> None:
    """A region does not matter."""
    assert (is_english("en-GB"), is_english("de-CH")) == (True, False)
