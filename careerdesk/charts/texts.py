"""Every sentence and label a chart can show: one place to read, and one to translate.

Texts of the user pass through as they are; nothing here is markup.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from careerdesk.analysis.certificates import CertificateState
from careerdesk.analysis.months import Month
from careerdesk.domain.network import FUNCTIONS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from fractions import Fraction

    from careerdesk.analysis.certificates import CertificateStanding
    from careerdesk.analysis.network_mix import FunctionShare, NetworkMix
    from careerdesk.domain.partial_date import PartialDate
    from careerdesk.domain.skills import SkillGroup

HOURS: Final = "Hours per week"
ACTIVITY: Final = "Activity of the year"
SKILLS_RADAR: Final = "Skills by group"
SKILL_BARS: Final = "Skills by level"
LEVELS_OVER_TIME: Final = "Skill levels over time"
NETWORK_MIX: Final = "Network mix"
CONVERSATIONS: Final = "Conversations per month"
CERTIFICATES: Final = "Certificates"

HOURS_HEADERS: Final = ("Week from", "Hours", "Hours in all")
ACTIVITY_HEADERS: Final = ("Day", "Minutes")
SKILLS_RADAR_HEADERS: Final = ("Group", "Mean level, 0 to 5", "Skills rated", "Skills not rated")
SKILL_BARS_HEADERS: Final = ("Skill", "Part of", "Group", "Level, 0 to 5", "In words", "Rated on")
LEVELS_HEADERS: Final = ("Group", "From", "Mean level, 0 to 5", "Skills rated", "Skills not rated")
NETWORK_MIX_HEADERS: Final = ("Function", "People", "Share (%)", "Target (%)")
CONVERSATIONS_HEADERS: Final = ("Month", "Conversations", "Minutes", "Length not known", "People")
CERTIFICATES_HEADERS: Final = ("Certificate", "Issuer", "Issued", "Expires", "Status")

NO_HOURS: Final = (
    "No study time yet",
    "Log a first session, such as 45 min on a course, and each week appears here.",
)
NO_ACTIVITY: Final = (
    "No study time yet",
    "Log a first session and its day is filled in; the longer, the darker.",
)
NO_SKILLS: Final = (
    "No skills yet",
    "Add three skills you use today and rate each from 0 to 5.",
)
NO_LEVELS: Final = (
    "No levels yet",
    "Rate a skill from 0 to 5 today and again in a month to see it move.",
)
NO_NETWORK: Final = (
    "No people yet",
    "Add someone you would like to learn from and say what they do.",
)
NO_CONVERSATIONS: Final = (
    "No conversations yet",
    "Log a first one, such as a coffee of 30 min, and each month appears here.",
)
NO_CERTIFICATES: Final = (
    "No certificates yet",
    "Add the first one you hold; the day it expires, if any, is watched for you.",
)

UNKNOWN: Final = "unknown"
UNKNOWN_MARK: Final = "?"
NO_GROUP: Final = "No group"
NOT_RATED: Final = "not rated"
NOT_VALID_YET: Final = "not valid yet"
NO_EXPIRY: Final = "no expiry"
GOES_ON: Final = "\u203a"
TODAY: Final = "today"
BELOW_TARGET: Final = "furthest below its target"
TARGET_KEY: Final = "target"

MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
LEVELS: Final = ("none", "aware", "with help", "independent", "advanced", "leading")
ACTIVITY_STEPS: Final = ("none", "under 30 min", "under 1 h", "under 2 h", "2 h or more")


def first_step(empty: tuple[str, str]) -> str:
    """Say in one sentence that there is nothing yet and what to do first."""
    heading, step = empty
    return f"{heading}: {step[0].lower()}{step[1:]}"


def day(value: date) -> str:
    """Write a day, such as 5 Dec 2026."""
    return f"{value.day} {MONTHS[value.month - 1][:3]} {value.year}"


def month(value: Month) -> str:
    """Write a month, such as September 2026."""
    return f"{MONTHS[value.month - 1]} {value.year}"


def month_label(value: Month, *, with_year: bool) -> str:
    """Write a month for an axis, such as Sep or Sep 2026."""
    name = MONTHS[value.month - 1][:3]
    return f"{name} {value.year}" if with_year else name


def number(value: float) -> str:
    """Write a number with at most one decimal, such as 3.5 or 1,234."""
    text = f"{value:,.1f}"
    return text.removesuffix(".0")


def duration(minutes: float) -> str:
    """Write a time, such as 45 min, 3.5 h or 212 h."""
    if 0 < minutes < 60:
        return f"{minutes:.0f} min"
    hours = minutes / 60
    return f"{hours:,.0f} h" if hours >= 100 else f"{number(hours)} h"


def level(mean: float | None) -> str:
    """Write a mean level, such as 2.0, or that it is not known."""
    return UNKNOWN_MARK if mean is None else f"{mean:.1f}"


def partial_date(value: PartialDate) -> str:
    """Write a date as far as it is known, such as 5 Dec 2026, Dec 2026 or 2026."""
    first = value.first_day()
    if value.day:
        return day(first)
    return month_label(Month.of(first), with_year=True) if value.month else str(value.year)


def percent(share: Fraction | None) -> str:
    """Write a share of 0 to 1, such as 58 %."""
    return UNKNOWN if share is None else f"{float(share) * 100:.0f} %"


def count(amount: int, one: str, many: str) -> str:
    """Write an amount with its noun, such as 1 week or 7 weeks."""
    return f"{amount:,} {one if amount == 1 else many}"


def group_name(group: SkillGroup | None) -> str:
    """Name a group as the user does, or say that there is none."""
    return group.name if group else NO_GROUP


def function_name(function: str) -> str:
    """Name a function at the head of a row; those every desk knows are written like words."""
    return function.capitalize() if function in FUNCTIONS else function


def short(text: str, longest: int = 60) -> str:
    """Cut a name of the user's so that a sentence stays a sentence; the table has all of it."""
    one_line = " ".join(text.split())
    return one_line if len(one_line) <= longest else f"{one_line[: longest - 1].rstrip()}…"


def hours_sentence(
    *, this_week: int, goal: int | None, average: float | None, weeks: int, total: int, ahead: int
) -> str:
    """Read the hours: this week against the goal, the usual week, all of it."""
    parts = [f"{duration(this_week)} this week" + (f" of a {duration(goal)} goal" if goal else "")]
    if average is not None:
        over = count(weeks, "full week", "full weeks")
        parts.append(f"{duration(average)} a week on average over the last {over}")
    parts.append(f"{duration(total)} in all")
    return f"{_listed(parts, '; ')}{_ahead(ahead, 'session')}."


def activity_sentence(
    *, minutes: int, days: int, best: tuple[Month, int] | None, last: date | None
) -> str:
    """Read the year: how much on how many days, and the best month."""
    if best is None:
        before = f"; the last was on {day(last)}" if last else "; those logged lie ahead"
        return f"No study session in the last 12 months{before}."
    on_days = count(days, "day", "days")
    return (
        f"{duration(minutes)} on {on_days} in the last 12 months; the best month was "
        f"{month(best[0])} with {duration(best[1])}."
    )


def radar_sentence(
    *, best: tuple[str, float] | None, least: tuple[str, float] | None, known: int, unknown: int
) -> str:
    """Read the groups: the strongest, the weakest, and how much is not known."""
    everything = count(known + unknown, "skill", "skills")
    if best is None:
        return f"None of your {everything} is rated yet; unknown is shown as a gap, not as 0."
    text = f"{short(best[0])} is the strongest group ({level(best[1])} of 5)"
    if least is not None:
        text += f" and {short(least[0])} the weakest ({level(least[1])})"
    if unknown:
        text += f"; {unknown:,} of {everything} {_is(unknown)} not rated"
    return f"{text}."


def bars_sentence(*, high: int, known: int, unknown: int) -> str:
    """Read the skills: how many stand at level 3 or above, and how many are not known."""
    everything = count(known + unknown, "skill", "skills")
    if not known:
        return f"None of your {everything} is rated yet; unknown is shown as a gap, not as 0."
    verb = _is(high, of=known + unknown)
    text = f"{high:,} of {everything} {verb} at level 3 ({LEVELS[3]}) or above"
    if unknown:
        text += f"; {unknown:,} {_is(unknown)} not rated"
    return f"{text}."


def levels_sentence(*, risen: tuple[str, float, float, date] | None, groups: int) -> str:
    """Read the history: which group rose most, from where and since when."""
    if risen is None:
        return f"No change yet in {count(groups, 'group', 'groups')}; rate a skill again to see it."
    name, before, now, since = risen
    return f"{short(name)} rose most, from {level(before)} to {level(now)} of 5 since {day(since)}."


def mix_sentence(mix: NetworkMix, furthest: FunctionShare | None) -> str:
    """Read the mix: who they are, and whom to meet next."""
    people = count(mix.with_function + mix.without_function, "person", "people")
    if not mix.with_function:
        return f"{people}, none with a function yet; say what they do to see the mix."
    ranked = sorted(mix.shares, key=lambda share: -share.people)
    named = [f"{share.people:,} {short(share.function, 30)}" for share in ranked[:4]]
    rest = sum(share.people for share in ranked[4:])
    if rest:
        named.append(f"{rest:,} in other functions")
    text = f"{people}: {_listed(named, ', ')}"
    if mix.without_function:
        text += f" ({mix.without_function:,} without a function)"
    if furthest is not None:
        text += (
            f"; {short(furthest.function, 30)} is {BELOW_TARGET}, "
            f"{percent(furthest.share)} against {percent(furthest.target)}"
        )
    return f"{text}."


def conversations_sentence(
    *, recent: int, best: tuple[Month, int] | None, total: int, people: int, ahead: int
) -> str:
    """Read the conversations: the last year, its best month, all of them."""
    text = f"{count(recent, 'conversation', 'conversations')} in the last 12 months"
    if best is not None:
        text += f", most in {month(best[0])} ({best[1]:,})"
    if people:
        text += f"; {total:,} in all with {count(people, 'person', 'people')}"
    elif total > recent:
        text += f"; {total:,} in all"
    return f"{text}{_ahead(ahead, 'conversation')}."


def certificates_sentence(standings: Sequence[CertificateStanding]) -> str:
    """Read the certificates: how many are valid, and which runs out next."""
    states = (CertificateState.VALID, CertificateState.EXPIRING)
    valid = [item for item in standings if item.state in states]
    everything = count(len(standings), "certificate", "certificates")
    text = f"{len(valid):,} of {everything} {_is(len(valid), of=len(standings))} valid"
    next_out = min(
        (item for item in valid if item.days_left is not None),
        key=lambda item: item.days_left or 0,
        default=None,
    )
    if next_out is None or next_out.expires_on is None:
        return f"{text}; none has a day of expiry ahead."
    title = short(next_out.certificate.title)
    return f"{text}; next to expire is {title} {_in_days(next_out)} ({day(next_out.expires_on)})."


def certificate_state(standing: CertificateStanding) -> str:
    """Write how a certificate stands, short enough to stand beside its bar."""
    if standing.state is CertificateState.EXPIRING:
        return f"expires {_in_days(standing)}"
    if standing.state is CertificateState.VALID and standing.expires_on is None:
        return NO_EXPIRY
    expires = standing.certificate.expires
    if expires and standing.state is not CertificateState.AHEAD:
        verb = "expired" if standing.state is CertificateState.EXPIRED else "valid to"
        return f"{verb} {partial_date(expires)}"
    return NOT_VALID_YET


def more(amount: int) -> str:
    """Say that the table holds more than the picture."""
    return f"and {amount:,} more in the table"


def goal(minutes: int) -> str:
    """Label the goal line."""
    return f"goal {duration(minutes)}"


def in_all(minutes: int) -> str:
    """Label the end of the cumulative line."""
    return f"{duration(minutes)} in all"


def mix_label(share: FunctionShare) -> str:
    """Write what stands beside the bar of a function, after its share."""
    people = count(share.people, "person", "people")
    return f"{people}, {TARGET_KEY} {percent(share.target)}" if share.target else people


def without_function(amount: int) -> str:
    """Say how many people are in none of the shares."""
    return f"{count(amount, 'person', 'people')} without a function not counted"


def _listed(parts: Sequence[str], separator: str) -> str:
    return separator.join(parts)


def _is(amount: int, *, of: int = 0) -> str:
    return "is" if 1 in (amount, of) else "are"


def _in_days(standing: CertificateStanding) -> str:
    left = standing.days_left or 0
    return f"in {count(left, 'day', 'days')}" if left else TODAY


def _ahead(amount: int, noun: str) -> str:
    if not amount:
        return ""
    return f"; {count(amount, noun, noun + 's')} dated after today not counted yet"
