"""An open desk: reading, changing, undoing, backing up and closing it."""

from __future__ import annotations

import contextlib
import hashlib
import sqlite3
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, Any, TypeVar

from careerdesk.domain.attachments import Attachment
from careerdesk.domain.errors import CareerDeskError, NotFoundError
from careerdesk.domain.profile import PREFERENCES_ID, PROFILE_ID, Preferences, Profile
from careerdesk.domain.records import COLLECTIONS, KINDS, Records
from careerdesk.domain.touched import NOTHING
from careerdesk.storage import backups, history
from careerdesk.storage.connection import set_pragma
from careerdesk.storage.integrity import damaged_contents, faults, logical_digest
from careerdesk.storage.overview import Overview
from careerdesk.storage.problems import damaged, told
from careerdesk.storage.reader import Reader
from careerdesk.storage.seal import Seal, write_seal
from careerdesk.storage.transactions import Transactions

if TYPE_CHECKING:
    import uuid
    from collections.abc import Callable, Iterator
    from datetime import datetime
    from pathlib import Path

    from careerdesk.domain.touched import Touched
    from careerdesk.storage.backups import Backup
    from careerdesk.storage.history import ChangeEntry, Replayed, RowChange
    from careerdesk.storage.lock import DeskLock
    from careerdesk.storage.search_rows import SearchRows
    from careerdesk.storage.writer import Tx

R = TypeVar("R")


class Desk:
    """An open desk; made by ``opening``. All writing goes through ``change``, ``undo``, ``redo``.

    ``notices`` are sentences the user should read: what was noticed on opening, and on closing.
    ``overview`` answers what is asked of very many records at once.
    ``found_seal`` is what the seal said on opening.
    ``on_change`` is called after each commit with what it touched.
    """

    def __init__(
        self,
        path: Path,
        dbapi: sqlite3.Connection,
        *,
        lock: DeskLock | None,
        seal: Seal,
        clock: Callable[[], datetime],
        on_change: Callable[[Touched], None] | None = None,
        notices: tuple[str, ...] = (),
        at_close: Callable[[], None] | None = None,
    ) -> None:
        self.path = path
        self.notices = notices
        self._driver = dbapi
        self._lock = lock
        self.found_seal = seal
        self._transactions = Transactions(path, dbapi, seal, is_read_only=lock is None)
        self._clock = clock
        self._on_change = on_change
        self._at_close = at_close
        self._reader = Reader(dbapi)
        self.overview = Overview(path, dbapi)
        self._version = 0  # one more with each commit
        self._kept_version = 0  # of the newest backup
        self._is_closed = False

    @property
    def is_read_only(self) -> bool:
        """Say whether the desk can only be looked at."""
        return self._lock is None

    @property
    def is_closed(self) -> bool:
        """Say whether the file has been given free."""
        return self._is_closed

    @property
    def is_changed(self) -> bool:
        """Say whether something was written since the desk was opened or last backed up."""
        return self._version != self._kept_version

    @property
    def version(self) -> int:
        """A number that grows with each change while the desk is open."""
        return self._version

    def all(self, kind: type[R], **equal: Any) -> list[R]:
        """Return all records of a kind whose fields equal what is given, ordered by id."""
        with told(self.path):
            return self._reader.all(kind, **equal)

    def some(self, kind: type[R], count: int, *, after: uuid.UUID | None = None) -> list[R]:
        """Return at most so many records of a kind, those whose ids follow one; ordered by id."""
        with told(self.path):
            return self._reader.some(kind, count, after=after)

    def get(self, kind: type[R], key: uuid.UUID) -> R:
        """Return one record; NotFoundError if it is not on the desk."""
        with told(self.path):
            return self._reader.get(kind, key)

    def find(self, kind: type[R], **equal: Any) -> R | None:
        """Return the first record whose fields equal what is given, or None."""
        with told(self.path):
            return self._reader.find(kind, **equal)

    def count(self, kind: type[Any]) -> int:
        """Return how many records of a kind there are."""
        with told(self.path):
            return self._reader.count(kind)

    def records(self) -> Records:
        """Return everything on the desk as one value."""
        with told(self.path):
            found = {name: tuple(self._reader.all(kind)) for name, kind in COLLECTIONS.items()}
            return Records(
                profile=self._reader.find(Profile, id=PROFILE_ID) or Profile(),
                preferences=self._reader.find(Preferences, id=PREFERENCES_ID) or Preferences(),
                **found,
            )

    def search_rows(self) -> SearchRows:
        """Return what reads the texts of records for a search."""
        from careerdesk.storage.search_rows import SearchRows

        return SearchRows(self._driver, self.path)

    def content(self, sha256: str) -> bytes:
        """Return the bytes of an attachment, compared with their digest.

        Raises:
            NotFoundError: they are not on the desk.
            DeskDamagedError: they are not what was stored.
        """
        with told(self.path):
            query = "SELECT data FROM blob WHERE sha256 = ?"
            row = self._driver.execute(query, (sha256,)).fetchone()
        if row is None:
            raise NotFoundError("That attachment is no longer on the desk. Nothing was changed.")
        content = bytes(row[0])
        if hashlib.sha256(content).hexdigest() != sha256:
            raise damaged(self.path, "holds an attachment whose bytes have changed")
        return content

    @contextlib.contextmanager
    def change(self, title: str) -> Iterator[Tx]:
        """Make one change: everything done in the block happens, or nothing does.

        Args:
            title: What the History page and the Edit menu will show, such as "Add skill Python".

        Raises:
            ReadOnlyDeskError, DiskFullError: nothing was changed.
        """
        with self._transactions.changing() as core:
            from careerdesk.storage import journal
            from careerdesk.storage.writer import Tx

            change_id = journal.begin(core)
            yield Tx(core)
            touched = journal.finish(core, change_id, title, self._clock())
        self._announce(touched)

    def undo(self) -> Replayed | None:
        """Take back the last change, or return None if there is none.

        Raises:
            UndoRefusedError: the desk is not as the change left it; nothing was changed.
        """
        with self._transactions.replaying() as core:
            from careerdesk.storage import journal

            done = journal.undo(core)
        self._announce(done.touched if done else NOTHING)
        return done

    def redo(self) -> Replayed | None:
        """Do the change undone last again, or return None if there is none."""
        with self._transactions.replaying() as core:
            from careerdesk.storage import journal

            done = journal.redo(core)
        self._announce(done.touched if done else NOTHING)
        return done

    def undo_back_to(self, change_id: int) -> list[Replayed]:
        """Take back every change made after the given one, all or none."""
        taken: list[Replayed] = []
        with self._transactions.replaying() as core:
            from careerdesk.storage import journal

            while (last := history.next_to_undo(self._driver)) and last[0] > change_id:
                if (done := journal.undo(core)) is not None:
                    taken.append(done)
        self._announce(reduce(or_, (one.touched for one in taken), NOTHING))
        return taken

    def redo_up_to(self, change_id: int) -> list[Replayed]:
        """Do every undone change again up to and including the given one, all or none."""
        done: list[Replayed] = []
        with self._transactions.replaying() as core:
            from careerdesk.storage import journal

            while (first := history.next_to_redo(self._driver)) and first[0] <= change_id:
                if (again := journal.redo(core)) is not None:
                    done.append(again)
        self._announce(reduce(or_, (one.touched for one in done), NOTHING))
        return done

    def history(self, limit: int | None = None) -> list[ChangeEntry]:
        """Return the changes remembered, newest first."""
        with told(self.path):
            return history.history(self._driver, limit)

    def undo_title(self) -> str | None:
        """Return the title of the change that undo would take back, None if there is none."""
        with told(self.path):
            found = history.next_to_undo(self._driver)
        return found and found[1]

    def redo_title(self) -> str | None:
        """Return the title of the change that redo would do again, None if there is none."""
        with told(self.path):
            found = history.next_to_redo(self._driver)
        return found and found[1]

    def row_changes(self, change_id: int, limit: int | None = None) -> list[RowChange]:
        """Return what one change did to each row, in order; a sealed change tells nothing."""
        with told(self.path):
            return history.row_changes(self._driver, change_id, limit)

    def rows_to_undo(self) -> int:
        """Return how many rows the change touched that undo would take back."""
        with told(self.path):
            found = history.next_to_undo(self._driver)
            return history.row_change_count(self._driver, found[0]) if found else 0

    def rows_to_redo(self) -> int:
        """Return how many rows the change touched that redo would do again."""
        with told(self.path):
            found = history.next_to_redo(self._driver)
            return history.row_change_count(self._driver, found[0]) if found else 0

    def row_change_count(self, change_id: int) -> int:
        """Return how many rows one change touched."""
        with told(self.path):
            return history.row_change_count(self._driver, change_id)

    def digest(self) -> str:
        """Return the SHA-256 of all records, the same for the same records."""
        with told(self.path):
            return logical_digest(self._driver)

    def faults(self) -> list[str]:
        """Look at every page, reference, record and attachment; return what is wrong."""
        with told(self.path):
            found = [f"The file is damaged inside: {fault}." for fault in faults(self._driver)]
            found += [
                f"The bytes of {self._name_of(digest)} are not those that were stored."
                for digest in damaged_contents(self._driver)
            ]
            for kind in KINDS.values():
                try:
                    self._reader.all(kind)
                except CareerDeskError as error:
                    found.append(str(error))
        return found

    def accept(self) -> None:
        """Take the desk as it is, whatever wrote to it: it is sealed again on closing."""
        if not self.is_read_only:
            self._transactions.seal = Seal.ABSENT

    def backup(self, *, pinned: bool = False, reason: str = "") -> Backup:
        """Make a verified copy; a pinned one is never removed.

        A copy that could not be made in the folder chosen for backups says so in its ``note`` and
        in ``notices``.

        Raises:
            DiskFullError, FileProblemError: it could not be written.
            DeskDamagedError: the copy is not sound, which means that the desk is not.
        """
        now = self._clock()
        made = backups.make_backup(self._driver, self.path, now=now, pinned=pinned, reason=reason)
        self.note_backup(made, self._version)
        self._trying("Backups grown too old were not removed", lambda: self._thin_out(now))
        return made

    def copy_to(self, target: Path) -> None:
        """Make a verified copy under another name that is a desk of its own.

        Raises:
            DiskFullError, FileProblemError: it could not be written; nothing is left of it.
            DeskDamagedError: the copy is not sound, which means that the desk is not.
        """
        backups.make_copy(self._driver, self.path, target)
        write_seal(target)

    def note_backup(self, made: Backup, version: int) -> None:
        """Take note of a backup that holds at least what this version of the desk held."""
        self._kept_version = max(self._kept_version, version)
        if made.note and made.note not in self.notices:
            self.notices += (made.note,)

    def prepare_to_write(self) -> None:
        """Load what the first change needs, so that it does not have to wait for it."""
        if not (self.is_read_only or self._is_closed):
            with told(self.path):
                self._transactions.prepared()

    def close(self) -> None:
        """Back up what was changed, seal the file and give it free; exactly one file is left.

        What cannot be done about the backup or the seal is added to ``notices``.
        """
        if self._is_closed:
            return
        self._is_closed = True
        with contextlib.ExitStack() as ending:  # in reverse order, and all of it whatever fails
            if self._at_close is not None:
                ending.callback(self._at_close)
            if self._lock is not None:
                ending.callback(self._lock.release)
                ending.callback(self._seal_again)
            ending.callback(self._disconnect)
            if self._lock is not None and self.is_changed:
                self._trying("No backup was made", self.backup)

    def _seal_again(self) -> None:
        if self._transactions.seal is Seal.ABSENT:
            self._trying("The desk was not sealed", lambda: write_seal(self.path))

    def _disconnect(self) -> None:
        if not self.is_read_only:
            # Also removes the rollback journal; it is empty by now, so a failure does no harm.
            with contextlib.suppress(sqlite3.Error, RuntimeError):
                set_pragma(self._driver, "journal_mode", "delete")
        self._transactions.close()
        self._driver.close()

    def __enter__(self) -> Desk:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _thin_out(self, now: datetime) -> None:
        backups.remove_surplus(self.path, now)

    def _name_of(self, sha256: str) -> str:
        kept = self._reader.find(Attachment, sha256=sha256)
        return f"the attachment {kept.file_name}" if kept else "a removed attachment"

    def _announce(self, touched: Touched) -> None:
        if touched:
            self._version += 1
            if self._on_change is not None:
                self._on_change(touched)

    def _trying(self, failure: str, act: Callable[[], object]) -> None:
        try:
            act()
        except CareerDeskError as error:
            self.notices += (f"{failure}. {error}",)
        except OSError as error:
            self.notices += (f"{failure} ({error.strerror or error}). What you stored is safe.",)
