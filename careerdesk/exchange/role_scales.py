"""Figures of O*NET and relations of ESCO on the scales of CareerDesk: judgements, all of them.

Neither source says how well a person should master a skill on the scale of 1 to 5, nor how much it
counts from 1 to 3. What is done here is said with each role (``ForeignRole.judgement``).
"""

from __future__ import annotations

from typing import Final

from careerdesk.domain.catalogue import Weight
from careerdesk.domain.skills import Level

# Scale ID -> least and greatest figure, as in "Scales Reference.txt" of O*NET 29.3.
IMPORTANCE, LEVEL, INTEREST, HIGH_POINT = "IM", "LV", "OI", "IH"
RANGES: Final = {IMPORTANCE: (1.0, 5.0), LEVEL: (0.0, 7.0), INTEREST: (1.0, 7.0)}

_LEVEL_STEP: Final = 1.5
_FLOORS: Final = ((4.0, Weight.ESSENTIAL), (3.0, Weight.IMPORTANT), (2.0, Weight.USEFUL))

ONET_JUDGEMENT: Final = (
    "Skills and knowledge of O*NET were converted by CareerDesk's judgement: its level (0 to 7) "
    "became a target level (below 1.5: 1, from 1.5: 2, from 3: 3, from 4.5: 4, from 6: 5), its "
    "importance (1 to 5) a weight (from 2: useful, from 3: important, from 4: essential, below 2: "
    "left out)."
)
ESCO_JUDGEMENT: Final = (
    "ESCO gives neither levels nor weights: by CareerDesk's judgement every skill has target level "
    "3, and an essential one counts as essential, an optional one as useful."
)


def level_from_onet(figure: float) -> Level:
    """Return the target level for a figure of O*NET's level scale, which runs from 0 to 7.

    O*NET anchors its skills at 2, 4 and 6 ("Level Scale Anchors.txt", 29.3). In programming these
    are sorting objects in a database, a statistical program about demographic data, and programs
    that find mineral deposits, which read like Assisted, Independent and Leading here. Steps of
    1.5 put the anchors at 2, 3 and 5 and what lies between the upper two at 4. What O*NET rates at
    all is at least 1, since a requirement of level 0 would ask for nothing.
    """
    return Level(min(int(Level.LEADING), 1 + int(figure / _LEVEL_STEP)))


def weight_from_onet(importance: float) -> Weight | None:
    """Return the weight for a figure of O*NET's importance scale, 1 to 5; None leaves it out.

    The scale is worded: 2 somewhat important, 3 important, 4 very important, 5 extremely
    important. Each word is taken as a floor, not rounded to: most occupations then have few
    essential skills, and an essential gap stays worth naming.
    """
    return next((weight for floor, weight in _FLOORS if importance >= floor), None)


# ESCO says only whether a skill is essential or optional for an occupation.
ESCO_WEIGHTS: Final = {"essential": Weight.ESSENTIAL, "optional": Weight.USEFUL}
ESCO_LEVEL: Final = Level.INDEPENDENT
