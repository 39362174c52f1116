"""The watch over the findings of waves: the server reruns the page that shows them when they are stale."""

from collections.abc import Sequence
from functools import partial
from time import monotonic

from jtbd_core.live.findings import Findings, newest_stamp, seconds_between_looks
from jtbd_core.study import Study
from jtbd_core.wave import Wave
from pages.components.open_pages import Followed, open_pages
from pages.components.sign_in import current_sign_in
from pages.components.store import the_store

MOST_KEPT = 96
"""Entries in each cache of drawn elements, which all viewers share."""


def watch(
    study: Study,
    waves: Sequence[Wave],
    seen: Findings,
    *,
    follows_answers: bool = True,
    is_shared: bool = False,
) -> None:
    """Have this page rerun by the server when the stamp of its findings has changed; never for closed waves.

    Where the page does not follow answers, those alone do not make it stale: only a reveal, an end or a deletion does.
    The render queue admits one rerun at a time over all viewers, that of the page stale for longest first. A
    facilitator who has signed out keeps the page.
    """
    if all(one.status == "closed" for one in waves):
        return
    sign_in = "" if is_shared else current_sign_in()
    look = partial(_is_stale, study, waves, seen, sign_in, follows_answers=follows_answers)
    subject = (seen.stamp, sign_in, follows_answers)
    open_pages.current().followed = Followed(subject, look, monotonic() + seconds_between_looks(seen))


def _is_stale(study: Study, waves: Sequence[Wave], seen: Findings, sign_in: str, *, follows_answers: bool) -> bool:
    newest, before = newest_stamp(the_store(), study, waves, seen.stamp.view), seen.stamp
    if newest is None or (sign_in and the_store().is_signed_out(sign_in)):
        return False
    if follows_answers:
        return newest != before
    return [at.unmoved for at in newest.pulses] != [at.unmoved for at in before.pulses]
