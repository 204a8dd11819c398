"""Files kept with records, such as a scanned certificate or the photo of the profile."""

from __future__ import annotations

import mimetypes
import stat
import uuid
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from careerdesk.domain.attachments import MAX_ATTACHMENT_BYTES, Attachment, AttachmentId
from careerdesk.domain.errors import FileProblemError
from careerdesk.domain.evidence import Evidence
from careerdesk.domain.experience import Education, Position
from careerdesk.domain.fields import clean_text
from careerdesk.domain.learning import Certificate, LearningItem
from careerdesk.domain.network import Contact, Conversation
from careerdesk.domain.profile import Profile
from careerdesk.domain.skills import Skill
from careerdesk.files import write_whole

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from careerdesk.storage.desk import Desk
    from careerdesk.storage.writer import Tx

    Owner = (
        Profile
        | Skill
        | Position
        | Education
        | LearningItem
        | Certificate
        | Contact
        | Conversation
        | Evidence
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
    Evidence: "evidence_id",
}


class ReadFile(NamedTuple):
    """A file that has been read and can be attached."""

    name: str
    content: bytes


def may_own(kind: type[Any]) -> bool:
    """Say whether files can be kept with records of a kind."""
    return kind in _OWNER_FIELDS


def owner_field(kind: type[Any]) -> str:
    """Return the field of an attachment that names its owner, a record of that kind."""
    return _OWNER_FIELDS[kind]


def attach(desk: Desk, owner: Owner, path: Path) -> Attachment:
    """Keep a copy of a file with a record.

    The profile has one file, its photo, which a new one replaces.

    Raises:
        FileProblemError: the file cannot be read, or has more than 25 MB; nothing was changed.
    """
    (made,) = attach_many(desk, owner, [path])
    return made


def attach_many(desk: Desk, owner: Owner, paths: Sequence[Path]) -> list[Attachment]:
    """Keep copies of files with a record, as one change.

    Raises:
        FileProblemError: one of them cannot be read, or has more than 25 MB; nothing was changed.
    """
    files = [read_file(path) for path in paths]
    named = files[0].name if len(files) == 1 else f"{len(files)} files"
    with desk.change(f"Attach {named}") as tx:
        if isinstance(owner, Profile):
            tx.put(owner)
            tx.remove_many(tx.all(Attachment, profile_id=owner.id))
        return [keep_with(tx, owner, file) for file in files]


def keep_with(tx: Tx, owner: Owner, file: ReadFile) -> Attachment:
    """Store a file with a record, within a change."""
    owned: dict[str, Any] = {_OWNER_FIELDS[type(owner)]: owner.id}
    made = Attachment(
        id=AttachmentId(uuid.uuid4()),
        file_name=file.name,
        media_type=mimetypes.guess_type(file.name)[0] or "application/octet-stream",
        size=len(file.content),
        sha256=tx.keep(file.content),
        **owned,
    )
    tx.add(made)
    return made


def remove_attachment(desk: Desk, attachment: Attachment) -> None:
    """Take a file off its record; its bytes stay as long as the history may bring it back."""
    with desk.change(f"Remove file {attachment.file_name}") as tx:
        tx.remove(attachment)


def save_copy(desk: Desk, attachment: Attachment, path: Path) -> None:
    """Write an attachment to a file outside the desk.

    Raises:
        DeskDamagedError: its bytes are not what was stored.
        DiskFullError: there is no space left; an older file at ``path`` is unharmed.
        FileProblemError: the file cannot be written; likewise.
    """
    write_whole(path, desk.content(attachment.sha256))


def read_file(path: Path) -> ReadFile:
    """Read a file that is to be attached.

    Raises:
        FileProblemError: it is no file, cannot be read, or has more than 25 MB.
    """
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):  # reading a pipe would never end
            raise FileProblemError(
                f"{path} is not a file. Nothing was changed; choose one or more files."
            )
        if status.st_size > MAX_ATTACHMENT_BYTES:
            raise FileProblemError(
                f"{path.name} has {status.st_size / 2**20:.0f} MB, and an attachment may have "
                "25. Nothing was changed; attach a smaller copy or a link."
            )
        return ReadFile(clean_text(path.name) or "file", path.read_bytes())
    except OSError as error:
        raise FileProblemError(
            f"{path} cannot be read ({error.strerror or error}). Nothing was changed."
        ) from error


def title_of_file(name: str) -> str:
    """Return the name of a file as a title: "aws_cloud-practitioner.pdf" has words in it."""
    stem = PurePath(name).stem
    words = stem if " " in stem else stem.replace("_", " ").replace("-", " ")
    return clean_text(" ".join(words.split())) or clean_text(name) or "file"
