"""What a chart says about one bar, dot or field: the date or name, then the value."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careerdesk.charts import texts
from careerdesk.words import NOT_RATED, counted, cut, day, duration, function, level, month

if TYPE_CHECKING:
    from datetime import date

    from careerdesk.analysis.certificates import CertificateStanding
    from careerdesk.analysis.months import Month
    from careerdesk.analysis.network_mix import FunctionShare
    from careerdesk.analysis.skill_levels import GroupLevel, SkillStanding
    from careerdesk.domain.skills import SkillGroup

_NAME = 60


def week(start: date) -> str:
    """Name a week by its first day."""
    return f"week of {day(start)}"


def hours_of_week(start: date, minutes: int, total: int) -> str:
    """Say how much was studied in a week, and in all by its end."""
    return f"{capital(week(start))}: {duration(minutes)}; {duration(total)} in all by then"


def minutes_of_day(on: date, minutes: int) -> str:
    """Say how much was studied on a day."""
    return f"{weekday(on)}, {day(on)}: {duration(minutes) if minutes else 'nothing logged'}"


def weekday(on: date) -> str:
    """Name the weekday of a day, short."""
    return texts.WEEKDAYS[on.weekday()]


def group(name: str, known: GroupLevel) -> str:
    """Say at which level a group stands, and how much of it is known."""
    rated = f"{known.known:,} of {counted(known.known + known.unknown, 'skill')} rated"
    if known.mean is None:
        return f"{cut(name, _NAME)}: {NOT_RATED}"
    return f"{cut(name, _NAME)}: {texts.mean_level(known.mean)} of 5; {rated}"


def group_from(start: date, end: date | None, name: str, mean: float | None) -> str:
    """Say at which level a group stood in a time; without ``end`` up to today."""
    span = f"{day(start)} to {day(end) if end else texts.TODAY}"
    value = "not known" if mean is None else f"{texts.mean_level(mean)} of 5"
    return f"{cut(name, _NAME)}, {span}: {value}"


def skills_of(group: SkillGroup | None) -> str:
    """Name the skills of a group."""
    return f"skills of {cut(group.name, _NAME)}" if group else "skills without a group"


def skill(standing: SkillStanding) -> str:
    """Say at which level a skill stands, and since when."""
    name = cut(standing.skill.name, _NAME)
    if standing.level is None:
        return f"{name}: {NOT_RATED}"
    rated = f"; rated on {day(standing.rated_on)}" if standing.rated_on else ""
    return f"{name}: {int(standing.level)} of 5, {level(standing.level).lower()}{rated}"


def share(one: FunctionShare) -> str:
    """Say how many people a function has, and how many it should."""
    people = counted(one.people, "person", "people")
    target = f"; target {texts.percent(one.target)}" if one.target else ""
    return f"{cut(function(one.function), _NAME)}: {people}, {texts.percent(one.share)}{target}"


def talks(when: str, amount: int, people: int) -> str:
    """Say how many conversations there were in a month or a week, and with how many people."""
    text = f"{capital(when)}: {counted(amount, 'conversation')}"
    return f"{text} with {counted(people, 'person', 'people')}" if people else text


def month_words(of: Month) -> str:
    """Name a month."""
    return month(of)


def certificate(standing: CertificateStanding) -> str:
    """Say from when to when a certificate is valid, and how it stands."""
    one = standing.certificate
    issued = f"issued {day(one.issued)}" if one.issued else "issue date not known"
    return f"{cut(one.title, _NAME)}: {issued}; {texts.certificate_state(standing)}"


def capital(text: str) -> str:
    """Begin a sentence."""
    return text[:1].upper() + text[1:]
