"""The study file, a study as JSON, which people keep and edit."""

import msgspec

from jtbd_core.errors import InvalidStudy
from jtbd_core.study.study import Study

MARK = b"\xef\xbb\xbf"
"""The byte order mark that some editors write before a text in UTF-8."""


def study_to_json(study: Study) -> str:
    """Return the study as the text of a study file: JSON, indented, one value per line.

    Raises InvalidStudy if a part built in code has a value outside its type, such as an unknown polarity.
    """
    checked = study_from_json(msgspec.json.encode(study))  # types are checked on reading only
    return msgspec.json.format(msgspec.json.encode(checked), indent=2).decode()


def study_from_json(text: str | bytes) -> Study:
    """Read a study file; raise InvalidStudy naming the place if it is not JSON or breaks a rule."""
    try:
        return msgspec.json.decode(text.removeprefix(MARK) if isinstance(text, bytes) else text, type=Study)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:  # a ValidationError is a DecodeError
        raise InvalidStudy(f"This is not a study file: {error}.") from error
