"""Whether a study speaks as a person or as an organisation."""

import pytest

from jtbd_core.study import Study
from jtbd_core.study.wording.voice import ALONE, TOGETHER, Voice, voice


@pytest.mark.parametrize(
    ("executor", "job", "spoken"),
    [
        ("A public library", "Lend books", TOGETHER),
        ("The committee of a rowing club", "Hold a regatta", TOGETHER),
        ("Our choir", "Give a concert", TOGETHER),
        ("A nurse in a hospital", "Move a patient", ALONE),
        ("A board member", "Read the minutes", ALONE),
        ("", "Find a caretaker for our hall", TOGETHER),
        ("A father", "Find a school for our children", ALONE),
        ("", "Bake bread", ALONE),
    ],
)
def test_the_noun_that_says_who_does_the_job_decides(executor: str, job: str, spoken: Voice) -> None:
    """What goes on after it says where, or with whom; without it, the job tells."""
    assert voice(Study(title="V", job=job, executor=executor)) is spoken


def test_only_words_that_were_added_are_changed() -> None:
    """Who writes “I” means it."""
    assert TOGETHER.spoken("I am trusted", "be trusted") == "We are trusted"
    assert TOGETHER.spoken("Others see me as a good host", "a good host") == "Others see us as a good host"
    assert TOGETHER.spoken("I can swim", "I can swim") == "I can swim"
    assert ALONE.spoken("I can swim", "swim") == "I can swim"
