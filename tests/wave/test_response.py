"""The answers of one respondent, and what no form can send."""

import pytest

from jtbd_core.errors import Refused
from jtbd_core.wave import Rating


@pytest.mark.parametrize("wrong", [{"position": 0}, {"position": 301}, {"seconds": -0.1}, {"seconds": 86_401.0}])
def test_what_no_form_can_send_is_refused(wrong: dict[str, float]) -> None:
    """A position outside of any form and a time below nothing or above a day are no values."""
    with pytest.raises(Refused, match=r"position|seconds"):
        Rating(outcome="time", **wrong)  # type: ignore[arg-type]
