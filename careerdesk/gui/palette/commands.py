"""The commands of the program, as they are found by name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QAction

from careerdesk.domain.folding import fold
from careerdesk.gui.keys import keys_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtWidgets import QMenu


WHERE: Final = "where"  # the property of an action with the name of its page or part of it
HEADING: Final = "heading"  # of one that leads to something to be read: what stands over it
SAYS: Final = "says"  # all that an action is found by beside its name, folded
NEEDS: Final = "needs"  # of one that leads to where something is done: the place, what it takes
_TELLING: Final = 4  # letters from which a beginning tells a word
_NAME: Final = "plain"  # of one whose text says more at times


@dataclass(frozen=True, slots=True)
class Command:
    """What can be done; ``place`` is the menu or, with ``is_of_page``, the page it is in.

    It is empty for what the page in front does. ``needs`` says where and with what it can be done,
    empty if it can be now; giving it leads there. One with a ``heading`` does nothing but lead to
    something that is read, and is found by what that ``says`` as well; of others these are words
    that they might be called by.
    """

    name: str
    place: str
    keys: str
    action: QAction
    is_of_page: bool
    needs: str = ""
    heading: str = ""
    says: str = ""


def keep_name(action: QAction) -> None:
    """Have an action be known by what it is called now, whatever its text says later."""
    action.setProperty(_NAME, _plain(action.text()))


def names_of(actions: Iterable[QAction]) -> set[str]:
    """Return what those actions are called that can be given now."""
    return {
        str(action.property(_NAME) or _plain(action.text()))
        for action in actions
        if action.isEnabled() and action.isVisible()
    }


def commands_of(actions: Iterable[QAction], menus: Iterable[QMenu] = ()) -> list[Command]:
    """Return the commands that can be given, each once, with the menu each is in."""
    places = {action: _plain(menu.title()) for menu in menus for action in menu.actions()}
    return [
        Command(
            _plain(action.text()),
            places.get(action) or action.property(WHERE) or "",
            keys_of(action),
            action,
            is_of_page=action not in places,
            needs=action.property(NEEDS) or "",
            heading=action.property(HEADING) or "",
            says=action.property(SAYS) or "",
        )
        for action in dict.fromkeys(actions)
        if action.isEnabled() and action.isVisible() and action.text()
    ]


def ranked(commands: Sequence[Command], query: str) -> list[tuple[int, Command]]:
    """Return the commands with all words of a query, the closest first.

    The ranks are those of records: 0 for a name that begins with it, 1 for words of a name that
    do or that it might be called by, 2 for a name that holds it, also if that is written apart
    ("backup", "Back up now"), 3 for one that is found by its menu or page. Those that cannot be
    done now are the last of a rank.
    """
    words = fold(query).split()
    found = []
    for command in commands:
        rank = _rank(command, words)
        if rank is not None:
            found.append((rank, command))
    return sorted(found, key=lambda one: (one[0], bool(one[1].needs)))


def _rank(command: Command, words: Sequence[str]) -> int | None:
    """Return how closely a command is met, None if it is not.

    What is only read is met by whole words and, with some letters typed, by their beginnings: there
    is so much of it that it would stand in the way.
    """
    name = f" {fold(command.name)} "
    if name.startswith(f" {' '.join(words)}"):
        return 0
    if command.heading:
        ends = [word if len(word) >= _TELLING else f"{word} " for word in words]
        says = f"{name}{command.says} "
        is_named = all(f" {word}" in name for word in ends)
        return 1 if is_named else 3 if all(f" {word}" in says for word in ends) else None
    called = f"{name}{command.says} "
    if all(f" {word}" in called for word in words):
        return 1
    if all(word in name or word in name.replace(" ", "") for word in words):
        return 2
    return 3 if all(word in f"{name} {fold(command.place)}" for word in words) else None


def _plain(text: str) -> str:
    """Return the text of a menu without the marks for its keys."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")
