"""The marks and the tables of a desk file, for everything that looks at one without SQLAlchemy."""

from __future__ import annotations

from typing import Final

from careerdesk.domain.records import KINDS

APPLICATION_ID: Final = 0x43446B31  # "CDk1", at byte 68 of the file
SCHEMA_VERSION: Final = 3

# The bytes of attachments, and the journal: they have no records and are not journaled.
INTERNAL_TABLES: Final = frozenset({"blob", "change", "change_row"})
TABLES: Final = INTERNAL_TABLES | KINDS.keys()
