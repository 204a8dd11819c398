"""What is asked of very many records at once, answered by SQLite as plain rows.

A page that only counts, or shows the first few, must not wait until 20,000 contacts are read as
records. Ids and days come as they are stored, as text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from careerdesk.storage.problems import told

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

Row = tuple[Any, ...]

_LAST_TALK = """
    SELECT max(conversation."on") FROM participant
    JOIN conversation ON conversation.id = participant.conversation_id
    WHERE participant.contact_id = contact.id AND conversation."on" <= ?
"""


class Overview:
    """Small answers about a whole desk; each is one statement."""

    def __init__(self, path: Path, dbapi: sqlite3.Connection) -> None:
        self._path = path
        self._dbapi = dbapi

    def minutes_by_day(self, until: str) -> list[Row]:
        """Return day and learning time of each day up to one, in order."""
        return self._rows(
            'SELECT "on", sum(minutes) FROM study_session WHERE "on" <= ? '
            'GROUP BY "on" ORDER BY "on"',
            until,
        )

    def people_with_cadence(self, until: str) -> list[Row]:
        """Return id, name, organization, cadence, day met and last talk up to a day, by id."""
        return self._rows(
            f"SELECT id, name, organization, cadence_days, met, ({_LAST_TALK}) "
            "FROM contact WHERE cadence_days IS NOT NULL ORDER BY id",
            until,
        )

    def people_by_function(self) -> list[Row]:
        """Return each function as it is written and how many people have it, oldest first."""
        return self._rows(
            "SELECT function, count(*) FROM contact GROUP BY function ORDER BY min(id)"
        )

    def open_follow_ups(self, until: str) -> list[Row]:
        """Return id, title, day, contact and the contact's name of what is open and due."""
        return self._rows(
            "SELECT follow_up.id, follow_up.title, due, contact_id, coalesce(contact.name, '') "
            "FROM follow_up LEFT JOIN contact ON contact.id = contact_id "
            "WHERE done_on IS NULL AND due <= ? ORDER BY follow_up.id",
            until,
        )

    def has_follow_ups(self) -> bool:
        """Say whether there is any follow-up, done or not."""
        return bool(self._rows("SELECT 1 FROM follow_up LIMIT 1"))

    def talk_days(self) -> list[Row]:
        """Return id and day of every conversation."""
        return self._rows('SELECT id, "on" FROM conversation')

    def participations(self) -> list[Row]:
        """Return id, conversation and contact of everybody who took part in one, by id."""
        return self._rows("SELECT id, conversation_id, contact_id FROM participant ORDER BY id")

    def contact_names(self) -> list[Row]:
        """Return id, name and organization of every contact."""
        return self._rows("SELECT id, name, organization FROM contact ORDER BY id")

    def people_named(self, name: str) -> int:
        """Return how many contacts have exactly this name."""
        return int(self._rows("SELECT count(*) FROM contact WHERE name = ?", name)[0][0])

    def learning_names(self) -> list[Row]:
        """Return id, title and provider of every learning item."""
        return self._rows("SELECT id, title, provider FROM learning_item ORDER BY id")

    def skill_names(self) -> list[Row]:
        """Return id, name and nothing of every skill."""
        return self._rows("SELECT id, name, '' FROM skill ORDER BY id")

    def latest_sessions(self, limit: int) -> list[Row]:
        """Return day, minutes and what was learned of the latest sessions, the newest first."""
        return self._rows(
            'SELECT "on", minutes, coalesce(learning_item.title, skill.name) '
            "FROM study_session LEFT JOIN learning_item ON learning_item.id = learning_item_id "
            "LEFT JOIN skill ON skill.id = skill_id "
            "WHERE coalesce(learning_item.title, skill.name) IS NOT NULL "
            'ORDER BY "on" DESC, study_session.rowid DESC LIMIT ?',
            limit,
        )

    def latest_talks(self, limit: int) -> list[Row]:
        """Return day, kind, minutes and person of the latest talks with one person."""
        return self._rows(
            'SELECT talk."on", talk.kind, talk.minutes, min(contact.name) FROM '
            '(SELECT id, "on", kind, minutes, rowid AS at FROM conversation '
            'ORDER BY "on" DESC, rowid DESC LIMIT ?) AS talk '
            "JOIN participant ON participant.conversation_id = talk.id "
            "JOIN contact ON contact.id = participant.contact_id "
            'GROUP BY talk.id HAVING count(*) = 1 ORDER BY talk."on" DESC, talk.at DESC',
            limit,
        )

    def _rows(self, query: str, *values: Any) -> list[Row]:
        with told(self._path):
            return self._dbapi.execute(query, values).fetchall()
