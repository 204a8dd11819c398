"""The percentiles between which most results of repeated draws lie."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

# Of a band that holds four fifths of the draws.
LOW: Final = 0.1
MEDIAN: Final = 0.5
HIGH: Final = 0.9


def percentile(ordered: Sequence[float], share: float) -> float:
    """Return the value below which a share (0 to 1) of some values lies, given in rising order.

    Between two values it is interpolated (definition 7 of Hyndman and Fan 1996).

    Raises:
        IndexError: there are no values.
    """
    at = share * (len(ordered) - 1)
    before = int(at)
    after = min(before + 1, len(ordered) - 1)
    return ordered[before] + (at - before) * (ordered[after] - ordered[before])
