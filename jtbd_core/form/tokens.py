"""Personal tokens: a bearer token continues its response on any device.

It ends with a seal, a keyed digest (HMAC) of the token and its wave. Nothing is read for a token without a valid seal:
a mistyped personal link is refused, instead of looking as if all answers were gone, and made-up ones cost no query.
"""

import base64
import hmac

from jtbd_core import access

_SEAL_LENGTH = 10  # 60 bits: a seal cannot be found by trying


def issue_token(secret: str, wave_id: str) -> str:
    """Return a new token for a wave: 128 random bits and a seal of 60."""
    key = access.new_key()
    return key + _seal(secret, wave_id, key)


def is_issued(secret: str, wave_id: str, token: str) -> bool:
    """Whether the seal of a token is valid for this wave."""
    key, seal = token[:-_SEAL_LENGTH], token[-_SEAL_LENGTH:]
    return hmac.compare_digest(_seal(secret, wave_id, key).encode(), seal.encode())


def _seal(secret: str, wave_id: str, key: str) -> str:
    digest = access.keyed_digest(secret, f"{wave_id} {key}")
    return base64.urlsafe_b64encode(digest).decode()[:_SEAL_LENGTH]
