"""Briefings on disk: one SQLite file, every change a transaction that can be undone."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from secrets import token_urlsafe
from typing import NamedTuple

from svodka.briefing.item import Briefing, packed, unpacked
from svodka.errors import BriefingError

TABLES = """
CREATE TABLE IF NOT EXISTS briefings (
    briefing_id TEXT PRIMARY KEY, name TEXT NOT NULL, items TEXT NOT NULL, changed TEXT NOT NULL, removed INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE IF NOT EXISTS history (
    number INTEGER PRIMARY KEY AUTOINCREMENT, briefing_id TEXT NOT NULL, name TEXT NOT NULL, items TEXT NOT NULL
);
"""
# Steps that can be undone, for each briefing.
STEPS = 100


class Listed(NamedTuple):
    """A briefing in the list of all."""

    briefing_id: str
    name: str
    items: int
    changed: str


class Store:
    """The briefings of one file; every call opens it anew, so that any thread or process may ask.

    Raises BriefingError when the file cannot be read or written.
    """

    def __init__(self, path: Path):
        self.path = path

    def listed(self) -> list[Listed]:
        """All briefings, the last changed first."""
        with self._open() as base:
            found = base.execute(
                "SELECT briefing_id, name, json_array_length(items), changed FROM briefings "
                "WHERE NOT removed ORDER BY changed DESC, briefing_id"
            )
            return [Listed(*row) for row in found]

    def create(self, name: str, now: str) -> Briefing:
        """A new, empty briefing; its id is hard to guess, since a link to it opens it."""
        made = Briefing(token_urlsafe(6), name)
        with self._open() as base:
            base.execute("INSERT INTO briefings VALUES (?, ?, ?, ?, 0)", (made.briefing_id, name, "[]", now))
        return made

    def read(self, briefing_id: str) -> Briefing | None:
        """The briefing with this id, or None."""
        with self._open() as base:
            return _read(base, briefing_id)

    def change(self, briefing_id: str, step: Callable[[Briefing], Briefing], now: str) -> Briefing:
        """The briefing after a step, which is kept and can be undone. Raises BriefingError when there is none with this id."""
        with self._open() as base:
            before = _read(base, briefing_id)
            if before is None:
                raise BriefingError(f"there is no briefing {briefing_id}; it may have been removed")
            after = step(before)
            if after != before:
                base.execute(
                    "INSERT INTO history (briefing_id, name, items) VALUES (?, ?, ?)", (briefing_id, before.name, packed(before.items))
                )
                base.execute(
                    "DELETE FROM history WHERE briefing_id = ? AND number NOT IN "
                    "(SELECT number FROM history WHERE briefing_id = ? ORDER BY number DESC LIMIT ?)",
                    (briefing_id, briefing_id, STEPS),
                )
                _write(base, after, now)
            return after

    def undo(self, briefing_id: str, now: str) -> bool:
        """Take back the last step; False when there is none."""
        with self._open() as base:
            last = base.execute(
                "SELECT number, name, items FROM history WHERE briefing_id = ? ORDER BY number DESC LIMIT 1", (briefing_id,)
            ).fetchone()
            if last is None:
                return False
            number, name, items = last
            base.execute("UPDATE briefings SET name = ?, items = ?, changed = ? WHERE briefing_id = ?", (name, items, now, briefing_id))
            base.execute("DELETE FROM history WHERE number = ?", (number,))
            return True

    def steps(self, briefing_id: str) -> int:
        """How many steps can be undone."""
        with self._open() as base:
            return base.execute("SELECT count(*) FROM history WHERE briefing_id = ?", (briefing_id,)).fetchone()[0]

    def remove(self, briefing_id: str, removed: bool = True) -> None:
        """Take a briefing out of the list, or put it back."""
        with self._open() as base:
            base.execute("UPDATE briefings SET removed = ? WHERE briefing_id = ?", (removed, briefing_id))

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            base = sqlite3.connect(self.path, timeout=10, isolation_level=None)
            try:
                base.executescript(TABLES)
                base.execute("BEGIN IMMEDIATE")
                yield base
                base.execute("COMMIT")
            finally:
                base.close()
        except (OSError, sqlite3.Error) as error:
            raise BriefingError(f"the briefings in {self.path.name} cannot be read or kept: {error}") from error


def _read(base: sqlite3.Connection, briefing_id: str) -> Briefing | None:
    row = base.execute("SELECT name, items FROM briefings WHERE briefing_id = ? AND NOT removed", (briefing_id,)).fetchone()
    return row and Briefing(briefing_id, row[0], unpacked(row[1]))


def _write(base: sqlite3.Connection, briefing: Briefing, now: str) -> None:
    base.execute(
        "UPDATE briefings SET name = ?, items = ?, changed = ? WHERE briefing_id = ?",
        (briefing.name, packed(briefing.items), now, briefing.briefing_id),
    )
