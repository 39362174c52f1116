"""Keys, codes and tokens."""

import base64
import math
import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from itsdangerous import TimestampSigner

from jtbd_core.access import (
    JOIN_ALPHABET,
    SIGN_IN_SECONDS,
    digest,
    is_token,
    join_code,
    new_join_code,
    new_key,
    receipt,
    receipt_digest,
    receipt_digests,
    sign_in,
    signed_in_cookie,
)

tokens = st.from_regex(r"[A-Za-z0-9_-]{22,64}", fullmatch=True)


def test_a_key_has_128_bits() -> None:
    """A key spells at least 16 random bytes in letters that are safe in an address."""
    key = new_key()
    assert len(base64.urlsafe_b64decode(key + "==")) >= 16
    assert re.fullmatch(r"[A-Za-z0-9_-]+", key)


def test_keys_are_independent() -> None:
    """No two of many keys are equal, and each bit of them is set about half the time."""
    keys = {new_key() for _ in range(4000)}
    assert len(keys) == 4000
    numbers = [int.from_bytes(base64.urlsafe_b64decode(key + "==")) for key in keys]
    shares = [sum(number >> bit & 1 for number in numbers) / 4000 for bit in range(128)]
    assert all(0.44 < share < 0.56 for share in shares)


def test_a_key_has_the_shape_of_a_token() -> None:
    """What is generated is recognised."""
    assert is_token(new_key())


@pytest.mark.parametrize("text", ["", "x" * 21, "x" * 65, "x" * 21 + "/", "x" * 22 + "\n", "é" * 22])
def test_another_shape_is_no_token(text: str) -> None:
    """What is too short, too long or has other characters cannot be a key."""
    assert not is_token(text)


def test_a_join_code_can_be_read_aloud() -> None:
    """A join code has 6 characters, none of which is mistaken for another, out of 800 million."""
    codes = [new_join_code() for _ in range(500)]
    assert set("".join(codes)) == set(JOIN_ALPHABET)
    assert {len(code) for code in codes} == {6}
    assert not set("01ILO") & set(JOIN_ALPHABET)
    assert math.log2(len(JOIN_ALPHABET) ** 6) > 29


@pytest.mark.parametrize("typed", ["abc234", "ABC 234", " abc-234\n", "a b c 2 3 4", "ABC–234", "abc\u00a0234"])
def test_a_join_code_is_found_however_it_is_typed(typed: str) -> None:
    """Case, spaces and dashes do not matter."""
    assert join_code(typed) == "ABC234"


def test_a_digest_is_sha_256() -> None:
    """A digest is the SHA-256 of the UTF-8 text, in hexadecimal."""
    assert digest("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


@given(tokens)
def test_a_receipt_is_four_groups_of_letters_that_are_not_confused(token: str) -> None:
    """Its letters are those of join codes, the same each time."""
    assert re.fullmatch(f"[{JOIN_ALPHABET}]{{4}}(-[{JOIN_ALPHABET}]{{4}}){{3}}[23]", receipt(token))
    assert receipt(token) == receipt(token)


def test_a_receipt_does_not_change_between_releases() -> None:
    """A receipt is the HMAC of the word receipt under the token: a noted code opens the answers for ever."""
    assert receipt("t" * 22) == "WJQX-UEU6-A8MN-7DKX2"
    for noted in (receipt("t" * 22), "RXU6-OA2A-VZDK-KDUW"):
        assert receipt_digest("t" * 22) in receipt_digests(noted)


@given(tokens, tokens)
def test_receipts_differ_as_tokens_do(one: str, other: str) -> None:
    """Two tokens have two receipts, and a receipt shows nothing of its token's digest."""
    assert (receipt(one) == receipt(other)) == (one == other)
    assert receipt(one).replace("-", "").lower() not in digest(one)


@given(tokens)
def test_a_receipt_is_found_however_it_is_typed(token: str) -> None:
    """Lower case and spaces for dashes do not matter."""
    typed = f" {receipt(token).lower().replace('-', ' ')}\n"
    assert list(receipt_digests(typed)) == [receipt_digest(token)]


@pytest.mark.parametrize("typed", ["RXU6-0A2A-VZDK-KDUW", "rxu6 oa2a vzdk kduw"])
def test_look_alikes_of_the_first_receipts_are_read_as_what_they_look_like(typed: str) -> None:
    """The digit 0 is the letter O."""
    assert receipt_digest("t" * 22) in receipt_digests(typed)


def test_i_and_l_of_the_first_receipts_are_tried_both_ways() -> None:
    """Handwritten, they are one stroke."""
    meant = set(receipt_digests("AIAA-ALAA-AAAA-AAAA"))
    for typed in ("A1AA-A1AA-AAAA-AAAA", "alaa-aiaa-aaaa-aaaa", "AIAA-ALAA-AAAA-AAAA"):
        assert set(receipt_digests(typed)) == meant


@pytest.mark.parametrize("typed", ["", "8 9 ! é", "Z" * 17, "A" * 400, "1" * 16])
def test_anything_typed_as_a_receipt_is_taken_calmly(typed: str) -> None:
    """What cannot be a receipt opens nothing, without an error or many searches."""
    assert len(list(receipt_digests(typed))) <= 16


def test_a_signed_in_browser_is_known() -> None:
    """The cookie that signs a browser in is accepted under the same secret and no other; each sign-in is its own."""
    cookie = signed_in_cookie("secret")
    assert sign_in("secret", cookie) != sign_in("secret", signed_in_cookie("secret"))
    assert sign_in("secret", cookie)
    assert not sign_in("another secret", cookie)


@pytest.mark.parametrize(
    "cookie",
    [None, "", "facilitator", "facilitator.x.y", "é", signed_in_cookie("s") + "x"],
    ids=["none", "empty", "unsigned", "nonsense", "not-ascii", "longer"],
)
def test_a_forged_cookie_signs_nobody_in(cookie: str | None) -> None:
    """No cookie, nonsense and a changed signature are not accepted."""
    assert not sign_in("s", cookie)


def test_a_sign_in_ends_after_30_days() -> None:
    """A cookie signed too long ago is not accepted any more."""

    class Earlier(TimestampSigner):
        """Signs as if the time allowed were over."""

        def get_timestamp(self) -> int:
            """Return the time of signing."""
            return int(time.time()) - SIGN_IN_SECONDS - 60

    assert not sign_in("s", Earlier("s", salt="facilitator").sign("facilitator").decode())
