"""What is said of evidence, actions and proposals in the window, and the pictures beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from careerdesk.analysis.supported import ceiling
from careerdesk.domain.actions import Action, ActionKind
from careerdesk.domain.catalogue_entries import ResourceKind
from careerdesk.domain.evidence import Evidence, EvidenceKind
from careerdesk.domain.learning import LearningItem
from careerdesk.domain.network import FollowUp
from careerdesk.domain.skills import Level
from careerdesk.gui.text import hours, known_date, to_translate, translate, until
from careerdesk.gui.words import choice_words, level_words, tier_words
from careerdesk.services.evidence import Missing, missing

if TYPE_CHECKING:
    from datetime import date

    from careerdesk.analysis.supported import Support
    from careerdesk.services.actions import PersonOffer
    from careerdesk.services.proposals import Proposal
    from careerdesk.services.resources import ResourceOffer

KIND_ICONS: Final = {
    EvidenceKind.COURSE: "book-open",
    EvidenceKind.CERTIFICATE: "award",
    EvidenceKind.DESCRIPTION: "pencil",
    EvidenceKind.PROJECT: "briefcase",
    EvidenceKind.OUTCOME: "target",
    EvidenceKind.CONVERSATION: "messages-square",
    EvidenceKind.FILE: "file-text",
    EvidenceKind.LINK: "link",
}
ACTION_ICONS: Final = {
    ActionKind.RESOURCE: "book-open",
    ActionKind.PRACTICE: "pencil",
    ActionKind.PERSON: "user",
}


def support_words(found: Support) -> str:
    """Return what a rating claims, how much of it is supported, and what is missing."""
    if found.rating is None or found.level is None:
        return translate("development", "Not rated yet, so there is no claim to support.")
    lacks = missing(found)
    if lacks is Missing.RATING:
        return translate("development", "Level 0 claims nothing, so there is nothing to support.")
    return translate("development", _SUPPORT[lacks]).format(
        claimed=int(found.rating), supported=int(found.level)
    )


_SUPPORT: Final = {
    Missing.NOTHING: to_translate("development", "Claimed {claimed}, supported {supported}."),
    Missing.EVIDENCE: to_translate(
        "development", "Claimed {claimed}, supported {supported}: there is no evidence yet."
    ),
    Missing.MORE_THAN_A_CLAIM: to_translate(
        "development", "Claimed {claimed}, supported {supported}: what is there is only a claim."
    ),
    Missing.MORE_THAN_A_COURSE: to_translate(
        "development",
        "Claimed {claimed}, supported {supported}: a course alone shows no more than level 2.",
    ),
    Missing.WORK: to_translate(
        "development",
        "Claimed {claimed}, supported {supported}: levels 4 and 5 need an artefact or better.",
    ),
}


def piece_words(piece: Evidence, today: date) -> str:
    """Return strength and date of a piece of evidence, and up to which level it supports."""
    words = translate("development", "{tier} · {date}").format(
        tier=tier_words(piece.tier), date=known_date(piece.on)
    )
    counts_from = piece.on.last_day()
    if counts_from > today:
        rest = translate("development", "counts from {day}").format(day=known_date(counts_from))
    elif highest := int(ceiling(piece.kind, piece.tier)):
        rest = translate("development", "up to level {level}").format(level=highest)
    else:
        rest = translate("development", "supports no level")
    return f"{words} · {rest}"


def action_words(action: Action, today: date) -> str:
    """Return when an action is due, what it takes and which level it aims at."""
    parts = [choice_words(action.kind)]
    if action.due is not None:
        days = (action.due - today).days
        parts.append(
            until(days)
            if days < 0
            else translate("development", "due {day}").format(day=known_date(action.due))
        )
    if action.planned_minutes is not None:
        parts.append(hours(action.planned_minutes))
    if action.aimed_level is not None:
        parts.append(
            translate("development", "towards {level}").format(level=int(action.aimed_level))
        )
    return " · ".join(parts)


def resource_words(offer: ResourceOffer) -> str:
    """Return kind, time and levels of a resource, and what is known of it on the desk."""
    one = offer.resource
    parts = [
        translate("development", _RESOURCE_KINDS[one.kind]),
        hours(offer.minutes),
        translate("development", "from {low} to {high}").format(
            low=int(one.from_level), high=int(one.to_level)
        ),
    ]
    if offer.item is not None:
        state = choice_words(offer.item.status).lower()
        parts.append(translate("development", "on your desk: {state}").format(state=state))
    parts.append(one.provider)
    return " · ".join(part for part in parts if part)


_RESOURCE_KINDS: Final = {
    ResourceKind.COURSE: to_translate("development", "Course"),
    ResourceKind.BOOK: to_translate("development", "Book"),
    ResourceKind.CERTIFICATE: to_translate("development", "Certificate"),
    ResourceKind.GUIDE: to_translate("development", "Guide"),
    ResourceKind.PRACTICE: to_translate("development", "Exercise"),
    ResourceKind.COMMUNITY: to_translate("development", "Community"),
}


def person_words(offer: PersonOffer) -> str:
    """Return what somebody does, and when they were last spoken with."""
    one = offer.contact
    last = (
        translate("development", "Never spoken with")
        if offer.last is None
        else translate("development", "Last spoken {day}").format(day=known_date(offer.last))
    )
    return " · ".join(part for part in (last, one.title, one.organization) if part)


def question_words(proposal: Proposal) -> str:
    """Return the question a proposal asks."""
    names = {"done": done_words(proposal), "skill": proposal.skill.name, "to": int(proposal.to)}
    if proposal.now is None:
        return translate("development", "{done} Is {skill} at level {to} now?").format(**names)
    if proposal.to <= proposal.now:
        text = translate("development", "{done} Does it show {skill} at level {to}?")
        return text.format(**names)
    return translate("development", "{done} Did it raise {skill} from {now} to {to}?").format(
        **names, now=int(proposal.now)
    )


def done_words(proposal: Proposal) -> str:
    """Return the sentence that says what was finished."""
    source = proposal.source
    if isinstance(source, LearningItem):
        return translate("development", "You finished {title}.").format(title=source.title)
    if isinstance(source, FollowUp):
        return translate("development", "Done: {title}.").format(title=source.title)
    return translate("development", "You did this: {title}.").format(title=source.title)


def limit_words(proposal: Proposal) -> str:
    """Return how far what was finished supports a level alone; empty if that is all of it."""
    if proposal.ceiling >= 5:
        return ""
    text = (
        translate(
            "development",
            "A course alone supports level {level} at most; what shows your work supports more.",
        )
        if proposal.piece.kind is EvidenceKind.COURSE
        else translate(
            "development",
            "This alone supports level {level} at most; a file or link that shows your work "
            "supports more.",
        )
    )
    return text.format(level=int(proposal.ceiling))


def level_name(level: int) -> str:
    """Return a level as a number with its name, such as "2 Assisted"."""
    return f"{level} {level_words(Level(level))}"
