"""Personal tokens that only this server makes."""

from hypothesis import given
from hypothesis import strategies as st

from jtbd_core.access import is_token
from jtbd_core.form import tokens


def test_a_token_is_known_as_our_own() -> None:
    """An issued token has the shape of a token and is recognised."""
    token = tokens.issue_token("secret", "wave")
    assert is_token(token)
    assert tokens.is_issued("secret", "wave", token)


def test_no_two_tokens_are_the_same() -> None:
    """Each respondent gets another token."""
    assert len({tokens.issue_token("secret", "wave") for _ in range(1000)}) == 1000


def test_a_token_belongs_to_one_wave_of_one_database() -> None:
    """Another wave or another secret does not recognise it."""
    token = tokens.issue_token("secret", "wave")
    assert not tokens.is_issued("secret", "other", token)
    assert not tokens.is_issued("other", "wave", token)


@given(st.text())
def test_made_up_tokens_are_not_ours(token: str) -> None:
    """Text that was not issued is not recognised, and breaks nothing."""
    assert not tokens.is_issued("secret", "wave", token)
