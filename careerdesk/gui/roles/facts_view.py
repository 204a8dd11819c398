"""What is known of a role apart from any person, each kind of figure with its source and date."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from careerdesk.catalogue import catalogue
from careerdesk.domain.catalogue import Goal, InterestType, Weight
from careerdesk.domain.catalogue_entries import BasisKind, HoursBasis
from careerdesk.domain.money import digits, money_words
from careerdesk.gui.roles.blocks import Part
from careerdesk.gui.roles.words import weight_words
from careerdesk.gui.text import hours, known_date, to_translate, translate
from careerdesk.gui.widgets.bars import AmountBar
from careerdesk.gui.widgets.labels import LineLabel, label, pill
from careerdesk.gui.words import choice_words
from careerdesk.services.role_import import said_of_source
from careerdesk.services.role_view import PayFlag, pay_flag

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from careerdesk.domain.catalogue import RoleProfile
    from careerdesk.domain.catalogue_entries import CatalogueRole, LearningResource, PayRange
    from careerdesk.domain.roles import Role
    from careerdesk.services.role_view import PayFloor

_LOWEST, _HIGHEST = 1.0, 7.0  # of the figures of interests
_GOALS: Final = 5
_ZONES: Final = {
    1: to_translate("roles", "little or no preparation"),
    2: to_translate("roles", "some preparation"),
    3: to_translate("roles", "medium preparation"),
    4: to_translate("roles", "considerable preparation"),
    5: to_translate("roles", "extensive preparation"),
}
_BASES: Final = {
    BasisKind.SOURCED: to_translate("roles", "Sourced"),
    BasisKind.COMPUTED: to_translate("roles", "Computed"),
    BasisKind.ESTIMATE: to_translate("roles", "Estimate"),
    BasisKind.JUDGEMENT: to_translate("roles", "Judgement"),
}
_FLAGS: Final = {
    PayFlag.ABOVE: to_translate("roles", "Your pay floor lies above it"),
    PayFlag.WITHIN: to_translate("roles", "Your pay floor lies within it"),
    PayFlag.BELOW: to_translate("roles", "Your pay floor lies below it"),
    PayFlag.OTHER_CURRENCY: to_translate("roles", "Your pay floor is in another currency"),
}


class FactsView(QWidget):
    """Parts of the catalogue, or of a role of the user's own as far as it says anything."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(18)

    def show_role(self, profile: RoleProfile, own: Role | None, floor: PayFloor | None) -> None:
        """Show a role; ``own`` is the record of one of the user's own."""
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        known = catalogue().role(profile.id)
        parts: list[Part | None] = [_needs(profile), _goals(profile), _interests(profile, known)]
        if known is not None:
            parts += [_preparation(known), _pay(known.pay, floor), _frameworks(known)]
            parts += [_resources(known), _thanks()]
        elif own is not None:
            parts.append(_origin(own))
        for part in parts:
            if part is not None:
                self._column.addWidget(part)


def _needs(profile: RoleProfile) -> Part | None:
    if not profile.requirements:
        return None
    part = Part(translate("roles", "What it asks for"))
    for weight in reversed(Weight):
        of_weight = [one for one in profile.requirements if one.weight is weight]
        if of_weight:
            named = ", ".join(f"{one.name} {int(one.level)}" for one in of_weight)
            words = translate("roles", "{weight}: {skills}")
            part.say(words.format(weight=weight_words(weight), skills=named))
    part.say(_source("Skills of roles, their levels and weights", profile), "small")
    return part


def _goals(profile: RoleProfile) -> Part | None:
    if not profile.goals:
        return None
    part = Part(translate("roles", "What it offers, 1 to 5"))
    offered = profile.goals
    figures = {choice_words(goal): float(offered[goal]) for goal in Goal if goal in offered}
    _add_bars(part, figures, 0, _GOALS)
    part.say(_source("Goals of roles", profile), "small")
    return part


def _interests(profile: RoleProfile, known: CatalogueRole | None) -> Part | None:
    if not profile.interests:
        return None
    part = Part(translate("roles", "Interests of people in it, 1 to 7"))
    names = {one.type: one.name for one in catalogue().instrument.interests.types}
    known_ones = profile.interests
    figures = {names[one]: known_ones[one] for one in InterestType if one in known_ones}
    _add_bars(part, figures, _LOWEST, _HIGHEST)
    if known is not None:
        dates = {known_date(one.occupation.dates.interests) for one in known.occupations}
        named = "; ".join(
            translate("roles", "{percent} % {title} ({code})").format(
                percent=round(100 * one.share), title=one.occupation.title, code=one.occupation.soc
            )
            for one in known.occupations
        )
        words = translate("roles", "Weighted mean of {occupations}. O*NET 29.3, {dates}.")
        part.say(words.format(occupations=named, dates=", ".join(sorted(dates))), "small")
        part.say(known.interests_basis, "small")
        part.say(_note("Interests, job zones, skills, work values and technology"), "small")
    return part


def _add_bars(part: Part, figures: Mapping[str, float], low: float, high: float) -> None:
    grid = QGridLayout()
    part.column.addLayout(grid)
    grid.setColumnStretch(1, 1)
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(5)
    for at, (name, figure) in enumerate(figures.items()):
        words = QLocale().toString(figure, "f", 0 if figure == int(figure) else 2)
        bar = AmountBar(name)
        bar.show_part((figure - low) / (high - low), words)
        grid.addWidget(label(name), at, 0)
        grid.addWidget(bar, at, 1)
        grid.addWidget(label(words, "strong"), at, 2, Qt.AlignmentFlag.AlignRight)


def _preparation(known: CatalogueRole) -> Part:
    part = Part(translate("roles", "Preparation"))
    main = known.main_occupation
    words = translate("roles", "Job zone {zone} of 5: {preparation}.")
    part.say(
        words.format(zone=known.job_zone, preparation=translate("roles", _ZONES[known.job_zone]))
    )
    source = translate("roles", "O*NET 29.3, {title} ({code}), {date}.")
    part.say(
        source.format(title=main.title, code=main.soc, date=known_date(main.dates.job_zone)),
        "small",
    )
    if main.technology:
        words = translate("roles", "In demand with it: {technology}.")
        part.say(words.format(technology=", ".join(main.technology)))
    return part


def _pay(pay: PayRange, floor: PayFloor | None) -> Part:
    part = Part(translate("roles", "Pay"))
    units = 10 ** digits(pay.currency)
    low, high = (money_words(one * units, pay.currency) for one in (pay.low, pay.high))
    line = QHBoxLayout()
    part.column.addLayout(line)
    line.setSpacing(10)
    words = translate("roles", "{low} to {high} a year")
    line.addWidget(label(words.format(low=low, high=high), "strong"))
    if floor is not None:
        flag = pay_flag(floor, pay)
        tone = "warning" if flag is PayFlag.ABOVE else ""
        line.addWidget(pill(translate("roles", _FLAGS[flag]), tone))
    line.addStretch()
    if floor is not None:
        named = translate("roles", "Your pay floor, named on {day}: {amount}. It enters no score.")
        amount = money_words(floor.minor, floor.currency)
        part.say(named.format(day=known_date(floor.on), amount=amount))
    part.say(pay.caution, "caution")
    codes = ", ".join(f"{one.title} ({one.code})" for one in pay.wages)
    source = translate("roles", "{source}, {year}. Medians of {occupations}.")
    part.say(source.format(source=pay.source, year=pay.year, occupations=codes), "small")
    return part


def _frameworks(known: CatalogueRole) -> Part:
    part = Part(translate("roles", "In other frameworks"))
    rows = [
        (translate("roles", "ESCO {code}").format(code=one.code), one.label) for one in known.esco
    ]
    rows += [
        (
            translate("roles", "SFIA {code}").format(code=one.code),
            translate("roles", "{name}, level {level}").format(name=one.name, level=one.level),
        )
        for one in known.sfia
    ]
    if known.ddat is not None:
        rows.append((translate("roles", "DDaT"), known.ddat.level))
    _add_pairs(part, rows)
    if known.ddat is not None:
        named = "; ".join(f"{skill}: {level}" for skill, level in known.ddat.skills.items())
        part.say(named, "small")
    for what in ("ESCO occupations", "SFIA codes", "Skills and levels of government"):
        part.say(_note(what), "small")
    return part


def _add_pairs(part: Part, rows: Iterable[tuple[str, str]]) -> None:
    grid = QGridLayout()
    part.column.addLayout(grid)
    grid.setColumnStretch(1, 1)
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(4)
    for at, (name, words) in enumerate(rows):
        grid.addWidget(label(name, "second"), at, 0)
        grid.addWidget(LineLabel(words), at, 1)


def _resources(known: CatalogueRole) -> Part | None:
    found = [one for one in map(catalogue().resource, known.typical_resources) if one is not None]
    if not found:
        return None
    part = Part(translate("roles", "Typically learnt with"))
    part.add_rows([(_resource_words(one), _time_words(one)) for one in found])
    part.say(_note("Hours of learning resources"), "small")
    return part


def _resource_words(one: LearningResource) -> str:
    return f"{one.name} · {one.provider}" if one.provider else one.name


def _time_words(one: LearningResource) -> str:
    low, high = hours(one.low_minutes), hours(one.high_minutes)
    about = "" if one.hours_basis is HoursBasis.LISTED else "≈ "
    return f"{about}{low}" if low == high else f"{about}{low} \u2013 {high}"


def _origin(own: Role) -> Part | None:
    if not own.source:
        return None
    part = Part(translate("roles", "Where it comes from"))
    part.say(own.source)
    for words in said_of_source(own):
        part.say(words, "small")
    return part


def _thanks() -> Part:
    part = Part(translate("roles", "With thanks to"))
    for one in catalogue().attributions:
        part.say(one.text, "small")
    return part


def _source(what: str, profile: RoleProfile) -> str:
    """Return where a kind of figure comes from; of a role of the user's own it is the user."""
    if catalogue().role(profile.id) is None:
        return translate("roles", "Your own figures.")
    return _note(what)


def _note(what: str) -> str:
    """Return where a kind of figure of the catalogue comes from, in one line."""
    found = next((one for one in catalogue().bases if one.what.startswith(what)), None)
    if found is None:
        return ""
    told = (found.source, known_date(found.date), translate("roles", _BASES[found.kind]))
    return " · ".join(one for one in (*told, found.note) if one)
