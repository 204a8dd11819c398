"""Whose desk this is: the person, their links, and the choices that belong to the data."""

from __future__ import annotations

import enum
import uuid
from dataclasses import dataclass
from typing import Final, NewType

from careerdesk.domain.fields import (
    private,
    require_currency,
    require_range,
    require_text,
    require_web_address,
)

ProfileId = NewType("ProfileId", uuid.UUID)
LinkId = NewType("LinkId", uuid.UUID)
PreferencesId = NewType("PreferencesId", uuid.UUID)

# A desk has one profile and one set of preferences; fixed ids make them the same record everywhere.
PROFILE_ID: Final = ProfileId(uuid.UUID("6f1c1a52-7f0f-5d0e-9a55-1d3a58c2b001"))
PREFERENCES_ID: Final = PreferencesId(uuid.UUID("6f1c1a52-7f0f-5d0e-9a55-1d3a58c2b002"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """The person: what stands on the cover of the portfolio, and how to reach them.

    ``statement`` answers "why am I changing careers?"; paragraphs are separated by empty lines.
    The photo is the attachment that names the profile as its owner.
    """

    id: ProfileId = PROFILE_ID
    name: str = ""
    headline: str = ""
    statement: str = ""
    location: str = ""
    email: str = private("")
    phone: str = private("")
    address: str = private("")
    is_private: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A web address shown on the profile, such as a portfolio site; ``rank`` orders them."""

    id: LinkId
    label: str
    url: str
    rank: int = 0
    is_private: bool = False

    def __post_init__(self) -> None:
        require_text("label", self.label)
        require_text("web address", self.url)
        require_web_address("web address", self.url)

    @classmethod
    def new(cls, label: str, url: str, *, rank: int = 0) -> Link:
        """Create a link that has not been stored yet."""
        return cls(id=LinkId(uuid.uuid4()), label=label, url=url, rank=rank)


class PaperSize(enum.Enum):
    """The paper that documents are made for."""

    A4 = "a4"
    LETTER = "letter"


@dataclass(frozen=True, slots=True, kw_only=True)
class Preferences:
    """Choices that travel with the desk.

    ``weekly_goal_minutes`` is the learning time aimed at each week, None for no goal.
    ``first_weekday`` counts from 0 (Monday) to 6 (Sunday). ``is_fictional`` marks an example desk.
    ``paper`` is the size of the portfolio's pages. A skill is stale after ``stale_months`` without
    use or evidence. The three shares say what roles are put in order by, all 0 for the default
    order. ``is_cautious`` asks for the view that takes unsupported ratings a little lower.
    """

    id: PreferencesId = PREFERENCES_ID
    weekly_goal_minutes: int | None = 300
    currency: str = "EUR"
    first_weekday: int = 0
    is_fictional: bool = False
    paper: PaperSize = PaperSize.A4
    stale_months: int = 12
    coverage_share: int = 0
    interest_share: int = 0
    goal_share: int = 0
    is_cautious: bool = False

    def __post_init__(self) -> None:
        require_range("weekly goal", self.weekly_goal_minutes, 1, 7 * 24 * 60)
        require_text("currency", self.currency)
        require_currency("currency", self.currency)
        require_range("first weekday", self.first_weekday, 0, 6)
        require_range("months until a skill is stale", self.stale_months, 1, 120)
        for name in ("coverage_share", "interest_share", "goal_share"):
            require_range(name.replace("_", " "), getattr(self, name), 0, 100)
