"""Access keys, codes and tokens, all random, and the digests under which they are stored."""

import base64
import hashlib
import hmac
import re
import secrets
import unicodedata
from collections.abc import Iterator
from itertools import islice, product

from itsdangerous import BadSignature, TimestampSigner

JOIN_ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""Digits and letters that are not confused when read aloud or copied: no 0, 1, I, L, O."""

SIGN_IN_COOKIE = "headway-facilitator"
SIGN_IN_SECONDS = 30 * 24 * 3600
LINK_SECONDS = 24 * 3600
"""How long a sign-in lasts, and how long its link works unless it is used before."""

UNLOCKED_SECONDS = 12 * 3600
"""How long a browser need not be told the passphrase of a link to results again."""

SHORTEST_PASSPHRASE = 8

_RECEIPT_LENGTH = 17  # 80 bits in letters of `JOIN_ALPHABET`
_TOKEN = re.compile(r"[A-Za-z0-9_-]{22,64}")


def new_key() -> str:
    """Return a random access key of 128 bits, as 22 characters that are safe in an address."""
    return secrets.token_urlsafe(16)


def new_join_code() -> str:
    """Return a random code of 6 characters that can be read aloud."""
    return "".join(secrets.choice(JOIN_ALPHABET) for _ in range(6))


def join_code(typed: str) -> str:
    """Return a typed join code in its canonical form: upper case, without spaces and dashes."""
    return re.sub(r"[\s\-–]", "", typed).upper()


def new_code() -> str:
    """Return a random single-use code: 49 bits in two groups that can be read aloud."""
    letters = "".join(secrets.choice(JOIN_ALPHABET) for _ in range(10))
    return f"{letters[:5]}-{letters[5:]}"


def code_digest(wave_id: str, typed: str) -> str:
    """Return the digest under which a single-use code of a wave is stored; case, spaces and dashes do not matter."""
    return digest(f"{wave_id} {join_code(typed)}")


def is_token(text: str) -> bool:
    """Whether the text has the format of an access key or personal token."""
    return bool(_TOKEN.fullmatch(text))


def digest(secret: str) -> str:
    """Return the SHA-256 under which a secret is stored, as 64 hexadecimal digits."""
    return hashlib.sha256(secret.encode()).hexdigest()


def keyed_digest(key: str, message: str) -> bytes:
    """Return the HMAC-SHA-256 of a message, 32 bytes.

    Not by `hmac.digest`: it releases the GIL, and under load each call would wait to acquire it again.
    """
    return hmac.new(key.encode(), message.encode(), "sha256").digest()


def response_id(token: str) -> str:
    """Return the id of the response that a personal token opens, 24 hexadecimal digits.

    The token cannot be derived from it, so the id may be part of an export.
    """
    return digest(token)[:24]


def receipt(token: str) -> str:
    """Return the receipt code of a personal token: 80 bits in four groups, from which the token cannot be derived."""
    number, base = int.from_bytes(_receipt_bytes(token)), len(JOIN_ALPHABET)
    letters = "".join(JOIN_ALPHABET[number // base**place % base] for place in range(_RECEIPT_LENGTH))
    return f"{letters[:4]}-{letters[4:8]}-{letters[8:12]}-{letters[12:]}"


def receipt_digest(token: str) -> str:
    """Return the digest under which the receipt of a personal token is stored."""
    return _stored_receipt(_receipt_bytes(token))


def receipt_digests(typed: str) -> Iterator[str]:
    """Yield the digests of the receipts that a typed code may be, at most 16; case, spaces and dashes do not matter.

    The first receipts were written in base 32, with letters that are confused: 0 is read as O, 8 as B, and each of
    1, I and L as I or L.
    """
    code = re.sub(r"[^A-Z0-9]", "", typed.upper())
    if len(code) == _RECEIPT_LENGTH and set(code) <= set(JOIN_ALPHABET):
        number = sum(JOIN_ALPHABET.index(letter) * len(JOIN_ALPHABET) ** place for place, letter in enumerate(code))
        if number < 1 << 80:
            yield _stored_receipt(number.to_bytes(10))
    code = code.replace("0", "O").replace("8", "B")
    if re.fullmatch("[A-Z1-7]{16}", code):
        meanings = ({"1": "IL", "I": "IL", "L": "LI"}.get(letter, letter) for letter in code)
        for letters in islice(product(*meanings), 16):
            yield _stored_receipt(base64.b32decode("".join(letters)))


def _receipt_bytes(token: str) -> bytes:
    return keyed_digest(token, "receipt")[:10]


def _stored_receipt(content: bytes) -> str:
    """Return the digest of a receipt, taken of the text of the first receipts."""
    code = base64.b32encode(content).decode()
    return digest("-".join(code[i : i + 4] for i in range(0, 16, 4)))


def signed_in_cookie(secret: str) -> str:
    """Return a facilitator's sign-in cookie: a new random sign-in, signed with the database's secret."""
    return TimestampSigner(secret, salt="facilitator").sign(new_key()).decode()


def sign_in(secret: str, cookie: str | None) -> str:
    """Return the sign-in of a cookie, empty unless it was signed with this secret at most 30 days ago."""
    try:
        return TimestampSigner(secret, salt="facilitator").unsign(cookie or "", max_age=SIGN_IN_SECONDS).decode()
    except BadSignature:
        return ""


def passphrase_hash(passphrase: str) -> str:
    """Return the salted scrypt hash under which a passphrase is stored; it takes some 0.3 s and 32 MB."""
    salt = secrets.token_bytes(16)
    return f"{salt.hex()}${_scrypt(passphrase, salt).hex()}"


def is_passphrase(typed: str, stored: str) -> bool:
    """Whether a typed passphrase is the one of a stored hash, in as much time and memory as it took to store."""
    salt, _, hashed = stored.partition("$")
    return hmac.compare_digest(_scrypt(typed, bytes.fromhex(salt)).hex(), hashed)


def _scrypt(passphrase: str, salt: bytes) -> bytes:
    text = unicodedata.normalize("NFKC", passphrase.strip()).encode()
    return hashlib.scrypt(text, salt=salt, n=2**15, r=8, p=3, maxmem=2**26)  # OWASP's parameters for 32 MB


def unlocking_cookie(link_id: str) -> str:
    """Return the name of the cookie that unlocks a link to results."""
    return f"headway-link-{link_id}"


def unlocked(secret: str, link_id: str, stored: str) -> str:
    """Return the value of the cookie that unlocks a link while its passphrase is the one of this hash."""
    return _unlocking(secret, stored).sign(link_id).decode()


def is_unlocked(secret: str, link_id: str, stored: str, cookie: str | None) -> bool:
    """Whether a cookie unlocks a link with the passphrase of this hash; true for a link without one."""
    if not stored:
        return True
    try:
        return _unlocking(secret, stored).unsign(cookie or "", max_age=UNLOCKED_SECONDS).decode() == link_id
    except BadSignature:
        return False


def _unlocking(secret: str, stored: str) -> TimestampSigner:
    return TimestampSigner(secret, salt=f"results link {stored}")
