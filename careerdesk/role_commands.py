"""What the commands about roles do: one call of a service each, and words about it.

As in ``commands``, they print to standard output, notices to standard error, and return the exit
status.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final

from careerdesk.commands import opened, print_json
from careerdesk.words import counted, level

if TYPE_CHECKING:
    import argparse
    from collections.abc import Mapping
    from fractions import Fraction

    from careerdesk.analysis.coverage import Coverage, Share
    from careerdesk.analysis.matching import RoleMatch
    from careerdesk.domain.catalogue import RoleProfile
    from careerdesk.services.gap import Gap
    from careerdesk.services.matches import Matches

_SHOWN: Final = 10  # roles in a list for reading; --json has all
_STRENGTHS: Final = ("little or none", "weak", "moderate", "strong")


def roles(options: argparse.Namespace) -> int:
    """List the roles of the catalogue, and with a desk the user's own as well."""
    from careerdesk.services.roles import find_in_catalogue, find_roles, own_roles, source_codes

    sources: dict[str, str] = {}
    codes: dict[str, str] = {}
    if options.desk:
        with opened(options) as desk:
            found = find_roles(desk, options.search)
            for role in own_roles(desk):
                sources[str(role.id)] = role.source
                codes[str(role.id)] = next(iter(source_codes(role)), "")
    else:
        found = find_in_catalogue(options.search)
    if options.json:
        plain = [
            {
                **_role_as_plain(one),
                "source": sources.get(one.id) or None,
                "code": codes.get(one.id) or None,
            }
            for one in found
        ]
        print_json({"roles": plain})
        return 0
    width = max((len(one.id) for one in found), default=0)
    for one in found:
        source = sources.get(one.id)
        print(f"{one.id:<{width}}  {one.title}{f'  ({source})' if source else ''}")
    if not found:
        print("No role says that.")
    return 0


def _role_as_plain(profile: RoleProfile) -> dict[str, Any]:
    return {
        "id": profile.id,
        "title": profile.title,
        "family": profile.family,
        "skills": [
            {
                "skill": one.skill,
                "name": one.name,
                "target": int(one.level),
                "weight": int(one.weight),
            }
            for one in profile.requirements
        ],
    }


def target(options: argparse.Namespace) -> int:
    """Aim at a role."""
    from careerdesk.services.roles import named_role, target_role

    with opened(options) as desk:
        profile = named_role(desk, options.role)
        target_role(desk, profile.id, date.today())
    print(f"Aiming at {profile.title}. `careerdesk gap` says what is missing.")
    return 0


def match(options: argparse.Namespace) -> int:
    """Compare the person with every role."""
    from careerdesk.services.matches import matches

    with opened(options) as desk:
        found = matches(desk, date.today())
    ordered = found.by_coverage if options.by == "coverage" else found.in_order
    if options.json:
        print_json({"roles": [_match_as_plain(one, found) for one in ordered]})
        return 0
    if options.by == "coverage" or found.weighting:
        print("By coverage:" if options.by == "coverage" else "By your weights:")
        for one in ordered[:_SHOWN]:
            print(_match_words(one, found))
    else:
        _print_families(found)
    print(
        "\nLevels are your own judgement unless there is evidence. Interests say what you may "
        "enjoy, not what you are good at."
    )
    return 0


def _print_families(found: Matches) -> None:
    """Print the first roles in the default order, below the families that this order goes by."""
    from careerdesk.catalogue import catalogue

    left = _SHOWN
    for family in found.families:
        if left <= 0:
            return
        known = catalogue().family(family.name)
        name = known.name if known else family.name or "Without a family"
        strength = family.strength
        word = "not known" if strength is None else _STRENGTHS[strength]
        print(f"{name} (interests {word})")
        for one in family.matches[:left]:
            print(_match_words(one, found))
        left -= len(family.matches)


def _match_as_plain(one: RoleMatch, found: Matches) -> dict[str, Any]:
    covered, band = one.coverage, found.bands.get(one.profile.id)
    return {
        "id": one.profile.id,
        "title": one.profile.title,
        "coverage": float(covered.value) if covered else None,
        "coverage_band": [band.low, band.high] if band else None,
        "coverage_range": [float(covered.low), float(covered.high)] if covered else None,
        "interest_match": one.interest.correlation if one.interest else None,
        "interest_words": _STRENGTHS[one.interest.strength] if one.interest else None,
        "goal_match": float(one.goals.value) if one.goals else None,
        "essential_gaps": [gap.requirement.skill for gap in covered.essential_gaps]
        if covered
        else [],
    }


def _match_words(one: RoleMatch, found: Matches) -> str:
    covered, band = one.coverage, found.bands.get(one.profile.id)
    if covered is None or band is None:
        return f"    ?  {one.profile.title}: names no skills"
    said = [f"{_percent(band.low)} to {_percent(band.high)} allowing for doubt"]
    if one.interest:
        said.append(f"interests {_STRENGTHS[one.interest.strength]}")
    if one.goals:
        said.append(f"goals {_percent(one.goals.value)}")
    if covered.essential_gaps:
        said.append(counted(len(covered.essential_gaps), "essential gap"))
    return f"{_percent(covered.value):>5}  {one.profile.title}: {', '.join(said)}"


def gap(options: argparse.Namespace) -> int:
    """Say what is missing for a role."""
    from careerdesk.analysis.apportion import shortfall_tenths
    from careerdesk.services.gap import gap as gap_of
    from careerdesk.services.roles import chosen_role, named_role
    from careerdesk.services.standing import standing

    day = options.as_of or date.today()
    with opened(options) as desk:
        named = options.role is not None
        profile = named_role(desk, options.role) if named else chosen_role(desk, "")
        found = gap_of(profile, standing(desk, [profile], day))
    if options.json:
        print_json(_gap_as_plain(profile, found, day))
        return 0
    if found is None:
        print(f"{profile.title} names no skills yet, so there is nothing to compare.")
        return 0
    print(f"{profile.title}: {_percent(found.claimed.value)} claimed, ", end="")
    print(f"{_percent(found.evidenced.value)} evidenced")
    print(f"{_percent(found.band.low)} to {_percent(found.band.high)} allowing for doubt\n")
    tenths = shortfall_tenths(found.claimed)
    for share in found.claimed.gaps:
        print(_gap_words(share, found, tenths))
    if not found.claimed.gaps:
        print("Nothing is missing as rated.")
    return 0


def _gap_as_plain(profile: RoleProfile, found: Gap | None, day: date) -> dict[str, Any]:
    if found is None:
        empty = dict.fromkeys(("coverage", "claimed", "evidenced", "band", "range"))
        return {
            "role": profile.id,
            "title": profile.title,
            "as_of": day.isoformat(),
            **empty,
            "contributions": [],
        }
    claimed = found.claimed
    return {
        "role": profile.id,
        "title": profile.title,
        "as_of": found.standing.day.isoformat(),
        "coverage": float(claimed.value),
        "claimed": float(claimed.value),
        "evidenced": float(found.evidenced.value),
        "band": [found.band.low, found.band.high],
        "range": [float(claimed.low), float(claimed.high)],
        "contributions": [_share_as_plain(one, found) for one in _most_urgent_first(claimed)],
    }


def _most_urgent_first(claimed: Coverage) -> list[Share]:
    """Return what is missing in the order for reading, then what is not."""
    return [*claimed.gaps, *(one for one in claimed.shares if one.is_met)]


def _share_as_plain(share: Share, found: Gap) -> dict[str, Any]:
    support = found.support(share.requirement.skill)
    return {
        "skill": share.requirement.skill,
        "name": share.requirement.name,
        "level": None if share.level is None else int(share.level),
        "supported": None if support is None or support.level is None else int(support.level),
        "target": int(share.requirement.level),
        "weight": int(share.requirement.weight),
        "contribution": float(share.shortfall),
        "evidence": len(support.pieces) if support else 0,
    }


def _gap_words(share: Share, found: Gap, tenths: Mapping[str, int]) -> str:
    needed = share.requirement.level
    now = "?" if share.level is None else str(int(share.level))
    support = found.support(share.requirement.skill)
    shown = counted(len(support.pieces), "piece") if support and support.pieces else "no evidence"
    mark = "  essential" if share.is_essential_gap else ""
    points = tenths[share.requirement.skill] / 10
    name = share.requirement.name
    return f"+{points:4.1f}  {now} → {int(needed)} {level(needed)}  {name} ({shown}){mark}"


def _percent(share: float | Fraction) -> str:
    return f"{round(100 * float(share))} %"
