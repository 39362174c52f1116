"""The days of field work, from the dates that a file notes of its answers."""

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta

DAYS = ("%Y-%m-%d", "%Y/%m/%d", "%d.%m.%Y", "%m/%d/%Y", "%d/%m/%Y", "%d-%m-%Y", "%m/%d/%y", "%d.%m.%y")
TIMES = ("", " %H:%M", " %H:%M:%S", " %I:%M:%S %p", " %I:%M %p", " %H:%M:%S.%f")
ZONE = re.compile(r"\s*(?:z|utc|gmt)?([+-]\d{1,2})(?::?(\d{2}))?$|\s*(?:z|utc|gmt)$", re.IGNORECASE)


Period = tuple[datetime, datetime]
"""The first and the last moment of the field work, in UTC."""


def period_of_days(first: date, last: date) -> Period:
    """Return the noons of two days: these days on nearly every clock of the world."""
    return datetime.combine(first, time(12)), datetime.combine(last, time(12))


def period_of(texts: Iterable[str]) -> Period | None:
    """Return the first and the last of the dates in UTC; None unless all are dates that can be read in one way only.

    A date without a zone is taken as UTC. Of 3/4/2026 it is not known which is the day, unless others say so.
    """
    distinct = {text.strip() for text in texts if text.strip()}
    if not distinct:
        return None
    found: list[set[datetime]] = []
    for day in DAYS:
        moments = {_moment(text, day) for text in distinct}
        if None not in moments:
            found.append({one for one in moments if one})
    american = len(found) > 1 and any(re.search(r"[AP]M\b", text) for text in distinct)
    if not found or (len(found) > 1 and not american):
        return None
    return min(found[0]), max(found[0])


def _moment(text: str, day: str) -> datetime | None:
    zone = ZONE.search(text) if ":" in text else None
    plain = text[: zone.start()] if zone else text
    plain = re.sub(r"(?<=\d)T(?=\d)", " ", plain)
    for hour in TIMES:
        try:
            moment = datetime.strptime(plain, day + hour).replace(tzinfo=UTC)
        except ValueError:
            continue
        hours, minutes = (int(part or 0) for part in zone.groups()) if zone else (0, 0)
        return (moment - timedelta(hours=hours, minutes=minutes if hours >= 0 else -minutes)).replace(tzinfo=None)
    return None
