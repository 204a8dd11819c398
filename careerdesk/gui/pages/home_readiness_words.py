"""What Home says about readiness: figures with their labels, and sentences about them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLocale

from careerdesk.gui.text import hours, known_date, translate

if TYPE_CHECKING:
    from fractions import Fraction

    from careerdesk.analysis.readiness_history import ReadinessChange
    from careerdesk.services.gap import Gap
    from careerdesk.services.readiness import BestStep, RoleReadiness

_HUNDRED: Final = 100


def figure_words(low: Fraction | float, high: Fraction | float | None = None) -> str:
    """Return a readiness such as "82 %"; one that hangs on unknown levels is a range."""
    first, last = _whole(low), _whole(low if high is None else high)
    if first == last:
        return translate("home", "{percent} %").format(percent=_number(first))
    text = translate("home", "{low}\u2013{high} %")
    return text.format(low=_number(first), high=_number(last))


def change_words(found: Gap, change: ReadinessChange) -> str:
    """Return what both numbers won since a day, such as "+9 and +14 since 1 May 2026"."""
    claimed, evidenced = _gains(found, change)
    day = known_date(change.first)
    if claimed == evidenced == _sign(0):
        return translate("home", "no change since {day}").format(day=day)
    text = translate("home", "{claimed} and {evidenced} since {day}")
    return text.format(claimed=claimed, evidenced=evidenced, day=day)


def spoken_change(found: Gap, change: ReadinessChange) -> str:
    """Return the same in full."""
    claimed, evidenced = _gains(found, change)
    text = translate(
        "home",
        "Claimed {claimed}, evidenced {evidenced} points since {day}. Choose another day.",
    )
    return text.format(claimed=claimed, evidenced=evidenced, day=known_date(change.first))


def readiness_sentence(found: Gap) -> str:
    """Say how far the claimed number may be off, and how much is missing."""
    band = figure_words(found.band.low, found.band.high)
    text = translate("home", "{band} claimed, allowing for unsupported ratings.").format(band=band)
    return f"{text} {_missing_words(found)}"


def _missing_words(found: Gap) -> str:
    covered = found.claimed
    if unknown := len(covered.unknown):
        return translate("home", "%n level(s) are unknown, which makes a range.", "", unknown)
    if not covered.gaps:
        return translate("home", "Every level needed is reached, as you rate it.")
    text = translate(
        "home", "{below} of %n skill(s) below the level needed.", "", len(covered.shares)
    )
    return text.format(below=_number(len(covered.gaps)))


def step_title(best: BestStep) -> str:
    """Return what to do: the action planned, or what the catalogue has."""
    if best.action is not None:
        return best.action.title
    if best.resource is not None:
        return best.resource.name
    text = translate("home", "Practise {skill} on something real")
    return text.format(skill=best.step.share.requirement.name)


def step_sentence(best: BestStep) -> str:
    """Return what it closes, what that adds and how long it takes."""
    step = best.step
    text = translate("home", "Closes {skill} from {now} to {next}\u00a0\u00b7 adds {points} points")
    if step.level < step.share.requirement.level:
        text = translate(
            "home", "Raises {skill} from {now} to {next}\u00a0\u00b7 adds {points} points"
        )
    words = text.format(
        skill=step.share.requirement.name,
        now=_number(int(step.share.level or 0)),
        next=_number(int(step.level)),
        points=_tenths(step.gain),
    )
    if best.minutes is None:
        return words
    about = translate("home", "about {hours}").format(hours=hours(best.minutes))
    return f"{words}\u00a0\u00b7 {about}"


def why_sentence(best: BestStep) -> str:
    """Explain why this step comes first."""
    share = best.step.share
    if share.is_essential_gap:
        text = translate(
            "home",
            "{skill} is essential and two levels or more short: such gaps come first, "
            "and of them the one that closes most for each hour.",
        )
        return text.format(skill=share.requirement.name)
    if best.minutes is None:
        text = translate(
            "home",
            "No essential skill is two levels or more short, and nothing below its level has an "
            "estimate of time. {skill} is the widest gap. Plan a step to compare them by the hour.",
        )
        return text.format(skill=share.requirement.name)
    text = translate(
        "home",
        "No essential skill is two levels or more short, so the step comes first that closes most "
        "of a gap for each hour: {skill}, {gap} points open, {hours} to the next level.",
    )
    return text.format(
        skill=share.requirement.name, gap=_tenths(share.shortfall), hours=hours(best.minutes)
    )


def done_title(found: RoleReadiness) -> str:
    """Return what is to be done where no step is known, in a few words."""
    if found.gap.claimed.unknown:
        return translate("home", "Rate what is not known yet")
    if found.unsupported is not None:
        return translate("home", "Show what you can do")
    return translate("home", "Nothing is missing")


def done_sentence(found: RoleReadiness) -> str:
    """Say the same in full."""
    covered = found.gap.claimed
    if covered.unknown:
        names = [one.requirement.name for one in covered.unknown]
        text = translate(
            "home", "%n level(s) this role needs are unknown, {skill} first.", "", len(names)
        )
        return text.format(skill=names[0])
    if (share := found.unsupported) is not None:
        text = translate(
            "home",
            "Every level needed is reached, as you rate it. Evidence for {skill} supports most.",
        )
        return text.format(skill=share.requirement.name)
    return translate("home", "Every level needed is reached, and supported by evidence.")


def _gains(found: Gap, change: ReadinessChange) -> tuple[str, str]:
    claimed = _gain(found.claimed.value, change.claimed)
    return claimed, _gain(found.evidenced.value, change.evidenced)


def _gain(now: Fraction, gain: Fraction) -> str:
    """Return the difference of the two figures as they are written."""
    return _sign(_whole(now) - _whole(now - gain))


def _sign(points: int) -> str:
    if not points:
        return translate("home", "\u00b10")
    text = translate("home", "+{points}") if points > 0 else translate("home", "\u2212{points}")
    return text.format(points=_number(abs(points)))


def _whole(part: Fraction | float) -> int:
    return round(part * _HUNDRED)


def _tenths(part: Fraction) -> str:
    return QLocale().toString(float(part) * _HUNDRED, "f", 1)


def _number(value: int) -> str:
    return QLocale().toString(value)
