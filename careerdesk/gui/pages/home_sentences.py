"""The sentence at the foot of each card of Home: what it shows, or how to fill it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from careerdesk.analysis.certificates import WARNING_DAYS
from careerdesk.gui.text import counted, hours, month_name
from careerdesk.services.home import SOON_DAYS

if TYPE_CHECKING:
    from careerdesk.analysis.activity import ActivityYear
    from careerdesk.services.home import HomeSummary, ThisWeek

ROWS: Final = 4  # people and dates a card lists
LEVELS: Final = 5
_HORIZON: Final = f"follow-ups are listed {SOON_DAYS} days ahead, certificates {WARNING_DAYS} days"


def week_sentence(week: ThisWeek) -> str:
    """Say how the row of weeks stands."""
    if not week.weeks:
        return (
            "No study time yet. Log the first session with Ctrl+L, "
            "for example “45 min on Inspired”."
        )
    if week.streak == 0:
        return "No session this week or last week. One of ten minutes starts a new row of weeks."
    if week.streak == 1:
        return "The first week of a new row with at least one session."
    return f"{week.streak} weeks in a row with at least one session."


def people_sentence(summary: HomeSummary) -> str:
    """Say who else waits, or why nobody does."""
    more = len(summary.quiet) - ROWS
    if more > 0:
        return f"{counted(more, 'more person waits', 'more people wait')} for a word from you."
    if summary.quiet:
        lacking = summary.mix.furthest_below()
        if lacking is not None and summary.mix.with_function:
            people = counted(lacking.people, "person", "people")
            return f"Furthest below its target in your network: {lacking.function}, {people}."
        return "Nobody else is due."
    if summary.has_cadences:
        return "Nobody is due: you have spoken with everyone as often as you planned."
    if summary.mix.with_function or summary.mix.without_function:
        return (
            "Nobody is due: for none of your people is it said how often you want to speak. "
            "What you log about them is kept."
        )
    return (
        "Nobody here yet. Log the first conversation with Ctrl+L, "
        "for example “coffee with Ada 30 min”."
    )


def waiting_sentence(summary: HomeSummary) -> str:
    """Say what comes after the dates listed, or why none is."""
    more = len(summary.waiting) - ROWS
    if more > 0:
        return f"{counted(more, 'more date', 'more dates')} after these."
    if summary.waiting:
        return f"Nothing else: {_HORIZON}."
    if summary.has_dates:
        return f"Nothing is due: {_HORIZON}."
    return (
        "Nothing yet. Follow-ups and certificates that an import brings in are listed by their day."
    )


def year_sentence(year: ActivityYear) -> str:
    """Sum the year up."""
    if not year.minutes_by_day:
        return "Nothing logged in the last 12 months yet. Each day you learn fills a cell."
    days = len(year.minutes_by_day)
    sentence = f"{hours(year.minutes)} on {counted(days, 'day', 'days')} in the last 12 months"
    if year.best_month is None:
        return f"{sentence}."
    month = month_name(year.best_month.month)
    return f"{sentence}; the best month was {month} with {hours(year.best_month_minutes)}."


def skills_sentence(summary: HomeSummary) -> str:
    """Say how many skills are rated."""
    if not summary.skills:
        return (
            "No skills yet. Import in the File menu brings them in from a LinkedIn export; "
            "the example there shows what this becomes."
        )
    skills = counted(summary.skills, "skill", "skills")
    unknown = sum(level.unknown for level in summary.groups)
    if unknown == summary.skills:
        return f"{skills}, not rated yet."
    if unknown:
        known = counted(summary.skills - unknown, "of", "of")
        return f"{known} {skills} rated by yourself from 0 to {LEVELS}."
    return f"{skills}, rated by yourself from 0 to {LEVELS}."
