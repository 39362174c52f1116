"""What a visitor reads."""

import json
import re
from html import unescape
from typing import Any

from streamlit.testing.v1 import AppTest


def text(page: AppTest) -> str:
    """Return all text that a page shows, without the backslashes that keep Markdown from reading it."""
    assert not page.exception, page.exception[0].message
    parts = [
        *page.title,
        *page.header,
        *page.subheader,
        *page.markdown,
        *page.caption,
        *page.info,
        *page.success,
        *page.warning,
        *page.error,
        *page.code,
    ]
    shown = [str(part.value) for part in parts] + [button.label for button in page.button]
    shown += [unescape(re.sub(r"(<[^>]*>\s*)+", "\n", part.proto.body)).strip() for part in page.get("html")]
    shown += [opener.proto.popover.label for opener in page.get("popover")]
    shown += [f"{metric.label} {metric.value}" for metric in page.metric]
    return "\n".join(shown).replace("\\", "").replace("\u00a0", " ").replace("\u2060", "")


def spec(page: AppTest, number: int = 0) -> dict[str, Any]:
    """Return the specification of a chart of the page."""
    found: dict[str, Any] = json.loads(page.get("vega_lite_chart")[number].proto.spec)
    return found


def press(page: AppTest, label: str) -> AppTest:
    """Press the button with this label, bold or not, or the one that says after it what it is about."""
    found = [button for button in page.button if button.label.strip("*") == label]
    found = found or [button for button in page.button if button.label.startswith(f"{label}: ")]
    assert found, f"no button {label!r} among {[button.label for button in page.button]}"
    return found[0].click().run()
