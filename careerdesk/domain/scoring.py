"""The figures by which answers and evidence are scored, in one place.

``analysis`` reckons with them. The text of the assessment states them, and is refused if it states
others; so what a person reads is what the program does. All are judgements unless a line says more.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from careerdesk.domain.evidence import EvidenceTier

# Fewer answers leave a type of interests unknown, more skipped items the whole result.
LEAST_ANSWERS: Final = 4
MOST_SKIPPED: Final = 9
# Below this standard deviation of the six scores a profile has no shape to compare.
LEAST_SPREAD: Final = 0.35
# The correlations from which a match is strong, moderate, weak, and little or none.
MATCH_LIMITS: Final = (0.70, 0.40, 0.10, -1.0)

# When answers look careless: out of 36 items, in points of an answer, and the median time of one.
SAME_ANSWERS: Final = 30
LEAST_ITEM_SPREAD: Final = 0.40
LEAST_SECONDS: Final = 2
RETEST_MONTHS: Final = 6
# What comparable scales of six items reach; a guess until there are data of this one's own.
RELIABILITY: Final = 0.75

# The goals that would decide between two good offers.
CHOSEN_GOALS: Final = 3

# The standard deviation of a level, in levels, with one fresh piece of evidence of each tier.
SIGMAS: Final = {
    EvidenceTier.CLAIM: 1.0,
    EvidenceTier.DESCRIBED: 0.8,
    EvidenceTier.ARTEFACT: 0.6,
    EvidenceTier.ASSESSED: 0.5,
    EvidenceTier.OBSERVED: 0.4,
}
# However much evidence there is, a level is not known better than this.
LEAST_SIGMA: Final = 0.35
# Evidence keeps its strength for two years and then loses some with each full one.
FRESH_YEARS: Final = 2
SIGMA_PER_YEAR: Final = 0.1
# Ratings repeated in one sitting should not differ by this many levels; claims widen if they do.
UNSTEADY_LEVELS: Final = 2
UNSTEADY_SIGMA: Final = 0.2
# About the leniency of self-ratings against supervisors, d = 0.32 (Heidemeier and Moser 2009).
CAUTIOUS_DEDUCTION: Final = Fraction(3, 10)
