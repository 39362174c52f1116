"""The reply of an assistant as the lines of a pasted list: without code fences, emphasis and the prose around it."""

import re
from typing import NamedTuple

from jtbd_core.study.outline import cleaned

MOST_PROSE_WORDS = 5
"""The most words of a line without a mark of its own that may be a heading of the list."""


class Reply(NamedTuple):
    """The lines of the list in a reply, and those around it that are none, cleaned, in their order."""

    lines: tuple[str, ...]
    around: tuple[str, ...]


_FENCE = re.compile(r"^\s*(?:>\s*)*(?:`{3,}|~{3,})")
_QUOTE = re.compile(r"^\s*(?:>\s?)+")
_BOLD = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_CODE = re.compile(r"(?<!`)`([^`]+)`(?!`)")
_ITALIC = re.compile(r"(?<![\w*])\*(?=[^\s*])([^*]+)(?<=\S)\*(?![\w*])|(?<!\w)_(?=[^\s_])([^_]+)(?<=\S)_(?!\w)")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!<>~])")
_WRAPPED = re.compile(r"^[\"“”„«'‘](.+)[\"“”»'’][.,;]?$")
_WRAPPED_CELL = re.compile(r"(?<=\|)\s*[\"“„«]([^|\"”»]+)[\"“”»]\s*(?=\|)")
_WHOLE_BOLD = re.compile(r"^\s*(?:\*\*|__)[^*_]+(?:\*\*|__)\s*$")
_ROW = re.compile(r"^\s*\|.*\|\s*$|\t")
_SENTENCE_END = re.compile(r"[.!?…][\"“”)]*\s*$")
_HEADING = re.compile(r"^\s*(?:#{1,6}\s|\*\*[^*]+\*\*\s*:?\s*$|__[^_]+__\s*:?\s*$)")


def reply(text: str) -> Reply:
    """Return the lines of the list in a reply, and those around it.

    Where a reply has code blocks with text, the list is what they hold. Else, where it has rows of a table, or two
    lines with a bullet or a number, these are the list, with the headings among them. Else each line belongs to it.
    """
    lines = [_QUOTE.sub("", line) for line in text.splitlines()]
    fenced, outside = _by_fences(lines)
    if fenced:
        return Reply(tuple(map(_plain, fenced)), _said(outside))
    of_list = [line for line in outside if _is_marked(line)]
    if not any(map(_ROW.search, of_list)) and len(of_list) < 2:
        return Reply(tuple(map(_plain, outside)), ())
    kept = [line for line in outside if _is_marked(line) or _may_be_heading(line)]
    return Reply(tuple(map(_plain, kept)), _said([line for line in outside if line not in kept]))


def _by_fences(lines: list[str]) -> tuple[list[str], list[str]]:
    """Return the lines with text within code blocks and those outside; an unclosed block ends with the text."""
    fenced, outside, is_inside = list[str](), list[str](), False
    for line in lines:
        if _FENCE.match(line):
            is_inside = not is_inside
        elif any(map(str.isalnum, line)):
            (fenced if is_inside else outside).append(line)
    return fenced, outside


def _is_marked(line: str) -> bool:
    return bool(_ROW.search(line)) or cleaned(line) != " ".join(line.split())


def _may_be_heading(line: str) -> bool:
    words = line.split()
    return bool(_HEADING.match(line)) or (
        0 < len(words) <= MOST_PROSE_WORDS and not _SENTENCE_END.search(line) and "|" not in line
    )


def _plain(line: str) -> str:
    """Return a line without emphasis and quotation marks around the whole; a short bold line stays a heading."""
    if _WHOLE_BOLD.match(line) and len(line.split()) <= MOST_PROSE_WORDS:
        return line
    bare = _ESCAPE.sub(r"\1", _ITALIC.sub(r"\1\2", _CODE.sub(r"\1", _BOLD.sub(r"\2", line))))
    if _ROW.search(line):
        return _WRAPPED_CELL.sub(r"\1", bare)
    return _WRAPPED.sub(r"\1", cleaned(bare)) if _is_marked(line) else _WRAPPED.sub(r"\1", bare.strip())


def _said(lines: list[str]) -> tuple[str, ...]:
    return tuple(said for line in lines if (said := cleaned(line)).strip("-–—_* "))
