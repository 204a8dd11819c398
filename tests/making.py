"""Records for tests of every room."""

from __future__ import annotations

import hashlib
import uuid
from typing import Any

from careerdesk.domain.attachments import Attachment, AttachmentId


def an_attachment(*, content: bytes, name: str = "scan.png", **owner: Any) -> Attachment:
    """A file that belongs to the record given as, say, ``profile_id``."""
    return Attachment(
        id=AttachmentId(uuid.uuid4()),
        file_name=name,
        media_type="image/png",
        size=len(content),
        sha256=hashlib.sha256(content).hexdigest(),
        **owner,
    )
