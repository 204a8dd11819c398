"""Generated roles and levels, and the persons and roles that worked examples are about."""

from __future__ import annotations

from typing import Final

from hypothesis import strategies as st

from careerdesk.domain.catalogue import Requirement, RoleProfile, Weight
from careerdesk.domain.skills import Level

Levels = dict[str, Level | None]

NAMES: Final = tuple("abcdefgh")
requirements = st.builds(
    lambda skill, level, weight: Requirement(skill=skill, name=skill, level=level, weight=weight),
    st.sampled_from(NAMES),
    st.sampled_from(Level).filter(bool),
    st.sampled_from(Weight),
)
known_levels: st.SearchStrategy[Levels] = st.fixed_dictionaries(
    dict.fromkeys(NAMES, st.sampled_from(Level))
)
levels: st.SearchStrategy[Levels] = st.dictionaries(
    st.sampled_from(NAMES), st.none() | st.sampled_from(Level)
)


def profiles(least: int = 1) -> st.SearchStrategy[RoleProfile]:
    """Roles that name at least so many skills."""
    asked = st.lists(requirements, min_size=least, unique_by=lambda one: one.skill)
    return asked.map(lambda ones: RoleProfile(id="r", title="R", requirements=tuple(ones)))


def role(id_: str, asked: dict[str, tuple[int, int]]) -> RoleProfile:
    """Return a role from level and weight of each skill."""
    return RoleProfile(
        id=id_,
        title=id_,
        requirements=tuple(
            Requirement(skill=skill, name=skill, level=Level(level), weight=Weight(weight))
            for skill, (level, weight) in asked.items()
        ),
    )


# A senior engineer for machine learning who becomes a product manager: a reading of a case study.
PRODUCT_MANAGER: Final = role(
    "ai_product_manager",
    {
        "problem_framing": (4, 3),
        "customer_discovery": (4, 3),
        "requirements": (4, 3),
        "roadmapping": (4, 3),
        "outcome_goals": (4, 2),
        "product_strategy": (3, 2),
        "ai_feasibility": (4, 3),
        "launch_iteration": (3, 2),
        "llm_fundamentals": (3, 2),
        "ml_fundamentals": (3, 2),
        "model_evaluation": (3, 2),
        "product_analytics": (3, 2),
        "business_case": (3, 2),
        "stakeholder_mgmt": (4, 3),
        "influence": (4, 3),
        "fairness_ethics": (3, 1),
    },
)
_BEFORE = (2, 1, 1, 1, 1, 0, 3, 1, 2, 5, 5, 1, 1, 2, 2, 1)
_AFTER = (3, 3, 3, 3, 3, 2, 4, 3, 3, 5, 5, 2, 3, 3, 3, 1)


def _rated(values: tuple[int, ...]) -> Levels:
    named = zip(PRODUCT_MANAGER.requirements, values, strict=True)
    return {one.skill: Level(value) for one, value in named}


BEFORE: Final = _rated(_BEFORE)
AFTER: Final = _rated(_AFTER)
