"""The headers that all pages of ours share."""

from jtbd_core.web.headers import HEADERS, POLICY, redirect


def test_the_policy_lets_nothing_foreign_in() -> None:
    """Each rule of the content security policy allows our own origin, or nothing."""
    policy = dict(rule.split(" ", 1) for rule in POLICY.split("; "))
    assert policy["default-src"] == policy["base-uri"] == "'none'"
    assert {*policy.values()} == {"'none'", "'self'"}


def test_a_redirect_is_fetched_anew_and_not_cached() -> None:
    """It asks for GET whatever was sent, and has the headers of every page."""
    reply = redirect("/r/key")
    assert (reply.status_code, reply.headers["location"]) == (303, "/r/key")
    assert {name: reply.headers[name] for name in HEADERS} == HEADERS
