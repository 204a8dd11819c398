"""Text from a file that CareerDesk itself has written, made safe without losing what is in it.

Text of strangers is cleaned by ``domain.fields.clean_text``, which also trims. Here a round trip
must be exact, so only what no desk should hold goes: control characters, which would act on the
terminal that shows them, and lone surrogates, which no file can store.
"""

from __future__ import annotations

import re

_HARMFUL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")


def harmless(text: str) -> str:
    """Return the text without control characters (tab and line ends stay) and lone surrogates."""
    return _HARMFUL.sub("", text)
