"""The text of a piece of HTML. What is not plainly mark-up is text, and no text is ever lost.

The parser of the standard library is not used: what it makes of broken mark-up differs between
the releases of Python, and may be nothing.
"""

from __future__ import annotations

import html
import re
from typing import Final

_BREAKS: Final = frozenset({"p", "br", "div", "li", "ul", "ol", "tr", "h1", "h2", "h3", "h4"})
_UNSEEN: Final = frozenset({"script", "style"})
_INLINE: Final = (
    "a b i u s q em strong span font code pre small sub sup del ins mark img hr blockquote "
    "table thead tbody td th dl dt dd h5 h6 html head body section article"
)
# Angle brackets that are no mark-up, such as List<String>, "a < b" or "<a and b>", stay text.
_KNOWN: Final = _BREAKS | _UNSEEN | frozenset(_INLINE.split())
# No piece goes beyond the next "<" and none is tried twice, so that all tags take linear time.
_TAG: Final = re.compile(
    r"""<(?P<end>/?)(?P<name>[a-z][a-z0-9]*)"""
    r"""(?:\s+[a-z][\w:-]*\s*=\s*(?:"[^"<]*"|'[^'<]*'|[^\s"'<>=]+))*\s*/?>""",
    re.ASCII | re.IGNORECASE,
)
_ENTITY: Final = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,31});", re.I | re.ASCII)
_ENDS: Final = {
    name: re.compile(rf"</{name}\s*>", re.ASCII | re.IGNORECASE) for name in sorted(_UNSEEN)
}
_COMMENT_END: Final = re.compile("-->")


def without_markup(text: str) -> str:
    """Return the text of a piece of HTML, paragraphs and list items on lines of their own."""
    if "<" not in text and "&" not in text:
        return text
    lines = (" ".join(line.split()) for line in "".join(_pieces(text)).splitlines())
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def _pieces(text: str) -> list[str]:
    pieces = []
    missing: set[re.Pattern[str]] = set()  # ends that do not come any more: not looked for again

    def after(end: re.Pattern[str], start: int) -> int | None:
        found = None if end in missing else end.search(text, start)
        if found is None:
            missing.add(end)
            return None
        return found.end()

    told = at = 0  # what lies before `told` is done with, before `at` looked at
    while (at := text.find("<", at)) >= 0:
        onward: int | None = None
        gap = ""
        if text.startswith("<!--", at):
            onward = after(_COMMENT_END, at + len("<!--"))
        elif (tag := _TAG.match(text, at)) and (name := tag["name"].casefold()) in _KNOWN:
            onward = tag.end()
            gap = "\n" if name in _BREAKS else ""
            if name in _UNSEEN and not tag["end"]:
                onward = after(_ENDS[name], onward) or onward
        if onward is None:
            at += 1
        else:
            pieces += [_told(text[told:at]), gap]
            told = at = onward
    return [*pieces, _told(text[told:])]


def _told(text: str) -> str:
    """Return text with its entities as what they stand for, those that end in a semicolon."""
    return _ENTITY.sub(lambda found: html.unescape(found[0]) or found[0], text)
