"""Files kept with records, such as a scanned certificate or the photo of the profile."""

from __future__ import annotations

import mimetypes
import uuid
from typing import TYPE_CHECKING, Any, Final

from careerdesk.domain.attachments import MAX_ATTACHMENT_BYTES, Attachment, AttachmentId
from careerdesk.domain.errors import FileProblemError
from careerdesk.domain.experience import Education, Position
from careerdesk.domain.fields import clean_text
from careerdesk.domain.learning import Certificate, LearningItem
from careerdesk.domain.network import Contact, Conversation
from careerdesk.domain.profile import Profile
from careerdesk.domain.skills import Skill

if TYPE_CHECKING:
    from pathlib import Path

    from careerdesk.storage.desk import Desk

    Owner = (
        Profile | Skill | Position | Education | LearningItem | Certificate | Contact | Conversation
    )

_OWNER_FIELDS: Final[dict[type[Any], str]] = {
    Profile: "profile_id",
    Skill: "skill_id",
    Position: "position_id",
    Education: "education_id",
    LearningItem: "learning_item_id",
    Certificate: "certificate_id",
    Contact: "contact_id",
    Conversation: "conversation_id",
}


def attachments_of(desk: Desk, owner: Owner) -> list[Attachment]:
    """Return the files kept with a record, by name."""
    found = desk.all(Attachment, **{_OWNER_FIELDS[type(owner)]: owner.id})
    return sorted(found, key=lambda one: one.file_name.casefold())


def attach(desk: Desk, owner: Owner, path: Path) -> Attachment:
    """Keep a copy of a file with a record.

    The profile has one file, its photo, which a new one replaces.

    Raises:
        FileProblemError: the file cannot be read, or has more than 25 MB; nothing was changed.
    """
    content = _read(path)
    name = clean_text(path.name) or "file"
    owned: dict[str, Any] = {_OWNER_FIELDS[type(owner)]: owner.id}
    with desk.change(f"Attach {name}") as tx:
        if isinstance(owner, Profile):
            tx.put(owner)
            tx.remove_many(tx.all(Attachment, profile_id=owner.id))
        made = Attachment(
            id=AttachmentId(uuid.uuid4()),
            file_name=name,
            media_type=mimetypes.guess_type(name)[0] or "application/octet-stream",
            size=len(content),
            sha256=tx.keep(content),
            **owned,
        )
        tx.add(made)
    return made


def remove_attachment(desk: Desk, attachment: Attachment) -> None:
    """Take a file off its record; its bytes stay as long as the history may bring it back."""
    with desk.change(f"Remove file {attachment.file_name}") as tx:
        tx.remove(attachment)


def _read(path: Path) -> bytes:
    try:
        if path.stat().st_size > MAX_ATTACHMENT_BYTES:
            raise FileProblemError(
                f"{path.name} has {path.stat().st_size / 2**20:.0f} MB, and an attachment may have "
                "25. Nothing was changed; attach a smaller copy or a link."
            )
        return path.read_bytes()
    except OSError as error:
        raise FileProblemError(
            f"{path} cannot be read ({error.strerror or error}). Nothing was changed."
        ) from error
