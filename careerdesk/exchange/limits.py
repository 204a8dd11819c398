"""How much a foreign file may ask for before it is refused."""

from __future__ import annotations

from dataclasses import dataclass

MEGABYTE = 2**20


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Bounds of one reading; None takes a bound away, which only tests do.

    ``unpacked_bytes`` is what the entries of a zip together may declare, ``ratio`` how many times
    its packed size one of them may have. ``json_bytes`` is smaller than ``file_bytes`` because
    JSON is parsed as a whole and one emoji makes Python keep four bytes a character.
    ``memory_bytes``, ``cpu_seconds`` and ``open_files`` are limits of the operating system, which
    Windows does not have.
    """

    file_bytes: int = 100 * MEGABYTE
    json_bytes: int = 64 * MEGABYTE
    entries: int = 5_000
    unpacked_bytes: int = 500 * MEGABYTE
    ratio: int = 200
    field_chars: int = 100_000
    record_chars: int = 1_000_000
    damaged_records: int = 200
    rows: int = 200_000
    memory_bytes: int | None = 512 * MEGABYTE
    cpu_seconds: int | None = 20
    open_files: int | None = 32
    wall_seconds: float = 25.0
    answer_bytes: int = 700 * MEGABYTE


DEFAULT_LIMITS = Limits()
