"""Every sentence and label a chart can show: one place to read, and one to translate.

Texts of the user pass through as they are; nothing here is markup.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from careerdesk.analysis.certificates import CertificateState
from careerdesk.domain.skills import Level
from careerdesk.words import counted, cut, day, duration, level, month

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from fractions import Fraction

    from careerdesk.analysis.certificates import CertificateStanding
    from careerdesk.analysis.months import Month
    from careerdesk.analysis.network_mix import FunctionShare, NetworkMix
    from careerdesk.domain.skills import SkillGroup

HOURS: Final = "Hours per week"
ACTIVITY: Final = "Activity, last 12 months"
ACTIVITY_SHORT: Final = "Activity"
SKILLS_RADAR: Final = "Skills by group"
SKILL_BARS: Final = "Skills by level"
LEVELS_OVER_TIME: Final = "Skill levels over time"
NETWORK_MIX: Final = "Network mix"
CONVERSATIONS: Final = "Conversations per month"
CONVERSATIONS_BY_WEEK: Final = "Conversations per week"
CERTIFICATES: Final = "Certificates"

HOURS_HEADERS: Final = ("Week from", "Hours", "Hours in all")
ACTIVITY_HEADERS: Final = ("Day", "Minutes")
SKILLS_RADAR_HEADERS: Final = ("Group", "Mean level, 0 to 5", "Skills rated", "Skills not rated")
SKILL_BARS_HEADERS: Final = ("Skill", "Part of", "Group", "Level, 0 to 5", "In words", "Rated on")
LEVELS_HEADERS: Final = ("Group", "From", "Mean level, 0 to 5", "Skills rated", "Skills not rated")
NETWORK_MIX_HEADERS: Final = ("Function", "People", "Share (%)", "Target (%)")
CONVERSATIONS_HEADERS: Final = ("Month", "Conversations", "Minutes", "Length not known", "People")
CONVERSATIONS_BY_WEEK_HEADERS: Final = ("Week from", *CONVERSATIONS_HEADERS[1:])
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
NO_RATINGS: Final = (
    "No levels yet",
    "Rate the skills you have from 0 to 5, and each group shows its mean.",
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
NOT_VALID_YET: Final = "not valid yet"
NO_EXPIRY: Final = "no expiry date"
TODAY: Final = "today"
BELOW_TARGET: Final = "furthest below its target"
TARGET_KEY: Final = "target"
# The most characters of a user's name in a sentence; the table has all of it.
_NAME: Final = 60
_SHORT_NAME: Final = 30

_RUNNING: Final = (CertificateState.VALID, CertificateState.EXPIRING)
WEEKDAYS: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
ACTIVITY_STEPS: Final = ("none", "under 30 min", "under 1 h", "under 2 h", "2 h or more")


def first_step(empty: tuple[str, str]) -> str:
    """Say in one sentence that there is nothing yet and what to do first."""
    heading, step = empty
    return f"{heading}: {step[0].lower()}{step[1:]}"


def mean_level(mean: float | None) -> str:
    """Write a mean level, such as 2.0, or that it is not known."""
    return UNKNOWN_MARK if mean is None else f"{mean:.1f}"


def percent(share: Fraction | None) -> str:
    """Write a share of 0 to 1, such as 58 %."""
    return UNKNOWN if share is None else f"{float(share) * 100:.0f} %"


def group_name(group: SkillGroup | None) -> str:
    """Name a group as the user does, or say that there is none."""
    return group.name if group else NO_GROUP


def hours_sentence(
    *,
    this_week: int,
    goal: int | None,
    average: float | None,
    weeks: int,
    total: int,
    ahead: int,
    since: date | None = None,
) -> str:
    """Read the hours: this week against the goal, the usual week, all of it or since a day."""
    parts = [f"{duration(this_week)} this week" + (f" of a {duration(goal)} goal" if goal else "")]
    if average is not None:
        over = counted(weeks, "full week")
        parts.append(f"{duration(average)} a week on average over the last {over}")
    parts.append(f"{duration(total)} {f'since {day(since)}' if since else 'in all'}")
    return f"{'; '.join(parts)}{_ahead(ahead, 'session')}."


def activity_sentence(
    *,
    minutes: int,
    days: int,
    best: tuple[Month, int] | None,
    last: date | None,
    since: date | None = None,
) -> str:
    """Read the year, or the time since a day: how much on how many days, and the best month."""
    span = f"since {day(since)}" if since else "in the last 12 months"
    if best is None:
        before = f"; the last was on {day(last)}" if last else "; those logged lie ahead"
        return f"No study session {span}{before}."
    on_days = counted(days, "day")
    return (
        f"{duration(minutes)} on {on_days} {span}; the best month was "
        f"{month(best[0])} with {duration(best[1])}."
    )


def radar_sentence(
    *, means: Sequence[tuple[str, float]], known: int, unknown: int, parts: int
) -> str:
    """Read the groups: the strongest, the weakest, and how much is not known.

    ``means`` are the names and levels of the known groups; equals as written are named together.
    """
    everything = counted(known + unknown, "skill")
    levels = sorted({mean for _, mean in means})
    high, low = mean_level(levels[-1]), mean_level(levels[0])
    strongest, several = _groups_at(high, means)
    if high == low:
        text = f"{strongest} {'stand' if several else 'stands'} at {high} of 5"
    else:
        weakest, _ = _groups_at(low, means)
        verb, noun = ("are", "groups") if several else ("is", "group")
        text = f"{strongest} {verb} the strongest {noun} ({high} of 5) and {weakest} the weakest"
        text += f" ({low})"
    if unknown:
        text += f"; {unknown:,} of {everything} {_is(unknown)} not rated{_with_parts(parts)}"
    return f"{text}."


def _groups_at(level: str, means: Sequence[tuple[str, float]]) -> tuple[str, bool]:
    """Return the groups at a level as it is written, and whether they are several."""
    names = [cut(name, _NAME) for name, mean in means if mean_level(mean) == level]
    if len(names) > 3:
        return f"{len(names):,} groups", True
    *others, last = names
    return f"{', '.join(others)} and {last}" if others else last, bool(others)


def _with_parts(parts: int) -> str:
    return f"; {counted(parts, 'sub-skill')} not counted apart" if parts else ""


def bars_sentence(*, high: int, known: int, unknown: int, parts: int) -> str:
    """Read the skills: how many stand at level 3 or above, and how many are not known."""
    everything = counted(known + unknown, "skill")
    if not known:
        return f"None of {everything} is rated yet; unknown is shown as a gap, not as 0."
    verb = _is(high, of=known + unknown)
    floor = f"level {Level.INDEPENDENT:d} ({level(Level.INDEPENDENT)})"
    text = f"{high:,} of {everything} {verb} at {floor} or above"
    if unknown:
        text += f"; {unknown:,} {_is(unknown)} not rated"
    return f"{text}{_with_parts(parts)}."


def levels_sentence(*, risen: tuple[str, float, float, date] | None, groups: int) -> str:
    """Read the history: which group rose most, from where and since when."""
    if risen is None:
        return f"No rise yet in {counted(groups, 'group')}."
    name, before, now, since = risen
    rise = f"from {mean_level(before)} to {mean_level(now)} of 5"
    return f"{cut(name, _NAME)} rose most, {rise} since {day(since)}."


def no_functions(people: int) -> tuple[str, str]:
    """Return the heading and the first step where nobody's function is known."""
    heading = f"{counted(people, 'person', 'people')}, none with a function yet"
    return heading, "Say what they do, and the mix appears here."


def mix_sentence(mix: NetworkMix, furthest: FunctionShare | None) -> str:
    """Read the mix: who they are, and whom to meet next."""
    people = counted(mix.with_function + mix.without_function, "person", "people")
    ranked = sorted(mix.shares, key=lambda share: -share.people)
    named = [f"{share.people:,} {cut(share.function, _SHORT_NAME)}" for share in ranked[:4]]
    rest = sum(share.people for share in ranked[4:])
    if rest:
        named.append(f"{rest:,} in other functions")
    text = f"{people}: {', '.join(named)}"
    if mix.without_function:
        text += f" ({mix.without_function:,} without a function)"
    if furthest is not None:
        text += (
            f"; {cut(furthest.function, _SHORT_NAME)} is {BELOW_TARGET}, "
            f"{percent(furthest.share)} against {percent(furthest.target)}"
        )
    return f"{text}."


def conversations_sentence(
    *,
    recent: int,
    best: Sequence[Month],
    most: int,
    total: int,
    people: int,
    ahead: int,
    since: date | None = None,
) -> str:
    """Read the conversations: the last year, its best month if there is one, all of them.

    With ``since`` it is the time since then instead of the last year.
    """
    span = f"since {day(since)}" if since else "in the last 12 months"
    text = f"{counted(recent, 'conversation')} {span}"
    if len(best) == 1:
        text += f", most in {month(best[0])} ({most:,})"
    elif best and recent > len(best):
        text += f", at most {most:,} in a month"
    if people and since and total == recent:
        text += f"; with {counted(people, 'person', 'people')}"
    elif people:
        text += f"; {total:,} in all with {counted(people, 'person', 'people')}"
    elif total > recent:
        text += f"; {total:,} in all"
    return f"{text}{_ahead(ahead, 'conversation')}."


def certificates_sentence(standings: Sequence[CertificateStanding]) -> str:
    """Read the certificates: which runs out next, and how many have, cannot yet or never say."""
    ahead = [item for item in standings if item.state in _RUNNING]
    parts = [counted(len(standings), "certificate")]
    if ahead:
        first = min(ahead, key=lambda item: item.days_left or 0)
        when = f"{_in_days(first)} ({day(first.certificate.expires)})"
        title = cut(first.certificate.title, _NAME)
        others = f"{len(ahead):,} expire, the first of them" if len(ahead) > 1 else "1 expires:"
        parts.append(f"{others} {title} {when}")
    for state, one, many in (
        (CertificateState.EXPIRED, "has expired", "have expired"),
        (CertificateState.AHEAD, "is not valid yet", "are not valid yet"),
        (CertificateState.UNDATED, f"has {NO_EXPIRY}", f"have {NO_EXPIRY}"),
    ):
        if number := sum(item.state is state for item in standings):
            parts.append(f"{number:,} {one if number == 1 else many}")
    return f"{'; '.join(parts)}."


def certificate_state(standing: CertificateStanding) -> str:
    """Write how a certificate stands, short enough to stand beside its bar.

    Valid is only said where both dates are known.
    """
    issued, expires = standing.certificate.issued, standing.certificate.expires
    if standing.state is CertificateState.EXPIRING:
        return f"expires {_in_days(standing)}"
    if standing.state is CertificateState.AHEAD:
        return NOT_VALID_YET
    if standing.state is CertificateState.EXPIRED:
        return f"expired {day(expires)}"
    if expires is None:
        return NO_EXPIRY
    return f"{'valid to' if issued else 'expires'} {day(expires)}"


def more(amount: int) -> str:
    """Say that there are more than the picture has room for."""
    return f"and {amount:,} more, not drawn"


def goal(minutes: int) -> str:
    """Label the goal line."""
    return f"goal {duration(minutes)}"


def in_all(minutes: int) -> str:
    """Label the end of the cumulative line."""
    return f"{duration(minutes)} in all"


def before(minutes: int, start: date) -> str:
    """Label the beginning of the cumulative line: what comes from earlier weeks."""
    return f"{duration(minutes)} before {day(start)}"


def mix_label(share: FunctionShare) -> str:
    """Write what stands beside the bar of a function, after its share."""
    people = counted(share.people, "person", "people")
    return f"{people}, {TARGET_KEY} {percent(share.target)}" if share.target else people


def without_function(amount: int) -> str:
    """Say how many people are in none of the shares."""
    return f"{counted(amount, 'person', 'people')} without a function not counted"


def _is(amount: int, *, of: int = 0) -> str:
    return "is" if 1 in (amount, of) else "are"


def _in_days(standing: CertificateStanding) -> str:
    left = standing.days_left or 0
    return f"in {counted(left, 'day')}" if left else TODAY


def _ahead(amount: int, noun: str) -> str:
    if not amount:
        return ""
    return f"; {counted(amount, noun)} dated after today not counted yet"
