"""A quiet message when something is finished that may have raised a level."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    import uuid

    from careerdesk.domain.touched import Touched
    from careerdesk.gui.context import GuiContext
    from careerdesk.services.proposals import Proposal

# What is finished to be asked about, and all that may answer it.
_FINISHED: Final = ("learning_item", "follow_up")
_CONCERNED: Final = frozenset({*_FINISHED, "action", "evidence", "rating", "skill"})
_MOST: Final = 2  # at once; the others stay in the lists


class ProposalNotice(QObject):
    """Tells of each proposal once, and takes the message away when it has been answered."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._told: dict[tuple[uuid.UUID, uuid.UUID], str] = {}

    def begin(self) -> None:
        """Forget what was told of another desk."""
        self._told.clear()

    def note(self, context: GuiContext, touched: Touched) -> None:
        """Hear of a change."""
        finished = [touched.ids_of(table) or frozenset() for table in _FINISHED]
        ids = frozenset().union(*finished)
        if not touched.concerns(_CONCERNED) or not (ids or self._told):
            return
        from careerdesk.services.proposals import proposals  # not needed before the first frame

        found = {one.key: one for one in proposals(context.desk, context.today())}
        for key in [key for key in self._told if key not in found]:
            context.messages.drop_about(self._told.pop(key))
        if touched.is_replay or context.desk.is_read_only:
            return
        fresh = [one for key, one in found.items() if key[1] in ids and key not in self._told]
        for proposal in fresh[:_MOST]:
            self._tell(context, proposal)

    def _tell(self, context: GuiContext, proposal: Proposal) -> None:
        from careerdesk.gui.development.review_dialog import ReviewDialog, message_about
        from careerdesk.gui.development.words import question_words
        from careerdesk.gui.widgets.message_area import Offer

        about = message_about(proposal)
        self._told[proposal.key] = about
        window = context.messages.window()
        offer = Offer(
            self.tr("Review level"), lambda: ReviewDialog(context, proposal, window).open()
        )
        context.messages.add(question_words(proposal), "accent", offer, about=about)
