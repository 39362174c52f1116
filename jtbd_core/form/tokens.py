"""Personal tokens: who holds one continues that response, on any device.

A token that the store does not know yet opens an empty form only if it was issued here for this wave, so that a
mistyped personal link says so instead of looking as if all answers were gone.
"""

import base64
import hmac

from jtbd_core import access

_SEAL_LENGTH = 10  # 60 bits: nobody seals a made-up token by trying


def issue_token(secret: str, wave_id: str) -> str:
    """Return a new token: 128 random bits and a seal."""
    key = access.new_key()
    return key + _seal(secret, wave_id, key)


def is_issued(secret: str, wave_id: str, token: str) -> bool:
    """Whether this token was issued for this wave."""
    key, seal = token[:-_SEAL_LENGTH], token[-_SEAL_LENGTH:]
    return hmac.compare_digest(_seal(secret, wave_id, key).encode(), seal.encode())


def _seal(secret: str, wave_id: str, key: str) -> str:
    digest = access.keyed_digest(secret, f"{wave_id} {key}")
    return base64.urlsafe_b64encode(digest).decode()[:_SEAL_LENGTH]
