"""A provider of accounts for the tests, OpenID Connect over plain HTTP on this machine."""

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import parse_qs, urlencode, urlsplit

from joserfc import jwt
from joserfc.jwk import RSAKey

CLIENT = "headway"


class Provider(ThreadingHTTPServer):
    """Signs in, without asking, whoever comes; `claims` says as whom."""

    def __init__(self, claims: dict[str, object]) -> None:
        super().__init__(("localhost", 0), Answer)
        self.url = f"http://localhost:{self.server_port}"
        self.claims = claims
        self.key = RSAKey.generate_key(2048, {"kid": "1"})
        self.nonce = ""

    def secrets(self, address: str, facilitators: list[str]) -> str:
        """Return the secrets of a Headway at an address that trusts this provider."""
        return f"""
            [headway]
            facilitators = {json.dumps(facilitators)}
            [auth]
            redirect_uri = "{address}/oauth2callback"
            cookie_secret = "kept by the server"
            client_id = "{CLIENT}"
            client_secret = "known to both"
            server_metadata_url = "{self.url}/.well-known/openid-configuration"
        """


class Answer(BaseHTTPRequestHandler):
    """One request to the provider."""

    server: Provider

    def do_GET(self) -> None:
        """Say where everything is and with which key it is signed, or lead back to Headway, signed in."""
        url = urlsplit(self.path)
        if url.path == "/authorize":
            asked = {name: values[0] for name, values in parse_qs(url.query).items()}
            self.server.nonce = asked["nonce"]
            self.send_response(302)
            self.send_header("Location", f"{asked['redirect_uri']}?{urlencode({'code': '1', 'state': asked['state']})}")
            self.end_headers()
        elif url.path == "/keys":
            self._send({"keys": [self.server.key.as_dict(private=False)]})
        else:
            places = {"authorization_endpoint": "authorize", "token_endpoint": "token", "jwks_uri": "keys"}
            self._send({"issuer": self.server.url} | {name: f"{self.server.url}/{at}" for name, at in places.items()})

    def do_POST(self) -> None:
        """Give the token that says who it is."""
        now = int(time.time())
        who = {
            "iss": self.server.url,
            "sub": "1",
            "aud": CLIENT,
            "iat": now,
            "exp": now + 60,
            "nonce": self.server.nonce,
        }
        token = jwt.encode({"alg": "RS256", "kid": "1"}, who | self.server.claims, self.server.key)
        self._send({"access_token": "1", "token_type": "Bearer", "id_token": token})

    def log_message(self, format: str, *args: object) -> None:
        """Keep quiet."""

    def _send(self, answer: object) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self.wfile.write(json.dumps(answer).encode())


@contextmanager
def provider(**claims: object) -> Iterator[Provider]:
    """Run a provider that signs in whoever comes with these claims."""
    server = Provider(claims)
    Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()
