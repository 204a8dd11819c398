"""The sentence at the foot of each card of Home: what it shows, or how to fill it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from careerdesk.analysis.certificates import WARNING_DAYS
from careerdesk.gui.text import hours, month_name, translate
from careerdesk.services.home import SOON_DAYS

if TYPE_CHECKING:
    from careerdesk.analysis.activity import ActivityYear
    from careerdesk.services.home import HomeSummary, ThisWeek

ROWS: Final = 4  # people and dates a card lists
LEVELS: Final = 5


def week_sentence(week: ThisWeek) -> str:
    """Say how the row of weeks stands."""
    if not week.weeks:
        return translate(
            "home",
            "No study time yet. Log the first session with Ctrl+L, "
            "for example “45 min on Inspired”.",
        )
    if week.streak == 0:
        return translate(
            "home",
            "No session this week or last week. One of ten minutes starts a new row of weeks.",
        )
    if week.streak == 1:
        return translate(
            "home", "One week with at least one session. The next one makes it two in a row."
        )
    return translate("home", "%n week(s) in a row with at least one session.", "", week.streak)


def weeks_sentence(week: ThisWeek) -> str:
    """Say which weeks the bars show."""
    count = len(week.weeks)
    if week.goal_minutes:
        return translate("home", "The last %n week(s); the dashed line is the goal", "", count)
    return translate("home", "The last %n week(s)", "", count)


def people_sentence(summary: HomeSummary) -> str:
    """Say who else waits, or why nobody does."""
    more = len(summary.quiet) - ROWS
    if more > 0:
        return translate("home", "%n more person(s) wait(s) for a word from you.", "", more)
    if summary.quiet:
        lacking = summary.mix.furthest_below()
        if lacking is not None and summary.mix.with_function:
            text = translate(
                "home",
                "Furthest below its target in your network: {function}, %n person(s).",
                "",
                lacking.people,
            )
            return text.format(function=lacking.function)
        return translate("home", "Nobody else is due.")
    if summary.has_cadences:
        return translate(
            "home", "Nobody is due: you have spoken with everyone as often as you planned."
        )
    if summary.mix.with_function or summary.mix.without_function:
        return translate(
            "home",
            "Nobody is due: for none of your people is it said how often you want to speak. "
            "What you log about them is kept.",
        )
    return translate(
        "home",
        "Nobody here yet. Log the first conversation with Ctrl+L, "
        "for example “coffee with Ada 30 min”.",
    )


def waiting_sentence(summary: HomeSummary) -> str:
    """Say what comes after the dates listed, or why none is."""
    more = len(summary.waiting) - ROWS
    if more > 0:
        return translate("home", "%n more date(s) after these.", "", more)
    if summary.waiting:
        text = translate(
            "home",
            "Nothing else: follow-ups are listed {days} days ahead, certificates {more} days.",
        )
    elif summary.has_dates:
        text = translate(
            "home",
            "Nothing is due: follow-ups are listed {days} days ahead, certificates {more} days.",
        )
    else:
        text = translate(
            "home",
            "Nothing yet. Promise somebody something under Network, or enter a certificate under "
            "Learning, and it is listed here by its day.",
        )
    return text.format(days=SOON_DAYS, more=WARNING_DAYS)


def year_sentence(year: ActivityYear) -> str:
    """Sum the year up."""
    days = len(year.minutes_by_day)
    if not days:
        return translate(
            "home", "Nothing logged in the last 12 months yet. Each day you learn fills a cell."
        )
    if year.best_month is None:
        text = translate("home", "{time} on %n day(s) in the last 12 months.", "", days)
        return text.format(time=hours(year.minutes))
    text = translate(
        "home",
        "{time} on %n day(s) in the last 12 months; the best month was {month} with {most}.",
        "",
        days,
    )
    return text.format(
        time=hours(year.minutes),
        month=month_name(year.best_month.month),
        most=hours(year.best_month_minutes),
    )


def skills_sentence(summary: HomeSummary) -> str:
    """Say how many skills are rated."""
    if not summary.skills:
        return translate(
            "home",
            "No skills yet. Import in the File menu brings them in from a LinkedIn export; "
            "the example there shows what this becomes.",
        )
    unknown = sum(level.unknown for level in summary.groups)
    if unknown == summary.skills:
        return translate("home", "%n skill(s), not rated yet.", "", summary.skills)
    if not unknown:
        text = translate(
            "home", "%n skill(s), rated by yourself from 0 to {top}.", "", summary.skills
        )
        return text.format(top=LEVELS)
    text = translate(
        "home", "{known} of %n skill(s) rated by yourself from 0 to {top}.", "", summary.skills
    )
    return text.format(known=summary.skills - unknown, top=LEVELS)
