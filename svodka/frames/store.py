"""Read the built tables: DuckDB over the Parquet files, the same way for five articles and for a hundred thousand."""

import threading
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Self, TypeVar

import duckdb
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from svodka.errors import TablesError
from svodka.frames.manifest import MANIFEST, manifest, workshop
from svodka.frames.schema import TABLES

# Answers kept: cells of one, number of them.
LARGEST, MOST = 20_000, 400
PATIENCE, PAUSE = 100, 0.01  # times, seconds

Answer = TypeVar("Answer")


class Corpus:
    """The tables of one build behind one DuckDB connection; every thread asks through a cursor of its own.

    Answers are new dataframes, so that a caller may do with them what it likes.
    """

    def __init__(self, connection: duckdb.DuckDBPyConnection, manifest: Mapping[str, Any], folder: Path | None = None):
        self._connection = connection
        self._folder = folder
        self._local = threading.local()
        self._answers: dict[tuple[str, str], pd.DataFrame] = {}
        self._lock = threading.Lock()
        self.manifest = manifest
        self.stamp: str = manifest["stamp"]

    @classmethod
    def open(cls, folder: Path) -> Self:
        """The corpus built into a folder.

        Raises TablesError when a table is missing or has other columns than declared.
        """
        return _undisturbed(folder, lambda: cls._open(folder))

    @classmethod
    def _open(cls, folder: Path) -> Self:
        found = manifest(folder)
        connection = duckdb.connect()
        for table in TABLES.values():
            path = folder / f"{table.name}.parquet"
            try:
                columns = pq.read_schema(path).remove_metadata()
            except (OSError, pa.ArrowException) as error:
                raise TablesError(f"{path.name} in {folder} is missing or damaged; run «python -m svodka build»") from error
            if columns != table.arrow:
                raise TablesError(f"{path.name} in {folder} has other columns than declared; run «python -m svodka build»")
            connection.read_parquet(str(path)).create_view(table.name)
        return cls(connection, found, folder)

    @classmethod
    def of(cls, tables: Mapping[str, pa.Table], stamp: str = "given") -> Self:
        """A corpus of given Arrow tables; those not given are empty."""
        connection = duckdb.connect()
        for name, table in TABLES.items():
            connection.register(f"_{name}", tables.get(name, table.table([])))
            connection.execute(f'CREATE TABLE {name} AS SELECT * FROM "_{name}"')
            connection.unregister(f"_{name}")
        return cls(connection, {"stamp": stamp, "counts": {}, "refused": []})

    def query(self, sql: str, parameters: Mapping[str, Any] | None = None) -> pd.DataFrame:
        """The answer to one SELECT; `$name` stands for a parameter, a list among them for `list_contains` or `unnest`."""
        cursor = getattr(self._local, "cursor", None)
        if cursor is None:
            cursor = self._local.cursor = self._connection.cursor()
        if self._folder is None:
            return cursor.execute(sql, dict(parameters or {})).df()
        asked = (sql, repr(sorted((parameters or {}).items())))
        known = self._answers.get(asked)
        if known is None:
            known = _undisturbed(self._folder, lambda: cursor.execute(sql, dict(parameters or {})).df())
            self._remember(asked, known)
        return known.copy()

    def _remember(self, asked: tuple[str, str], answer: pd.DataFrame) -> None:
        """Keep an answer, since the tables of a build never change: the small ones, and not too many."""
        if answer.size > LARGEST:
            return
        with self._lock:
            self._answers[asked] = answer
            while len(self._answers) > MOST:
                self._answers.pop(next(iter(self._answers)))


def _undisturbed(folder: Path, read: Callable[[], Answer]) -> Answer:
    """What a reading gives when no build takes the place of the tables meanwhile; otherwise it reads again.

    DuckDB opens a file twice for one query: the outline of the former build and the rows of the next make nonsense together.
    """
    for _ in range(PATIENCE):
        before = _identity(folder)
        try:
            answer = read()
        except (TablesError, duckdb.Error):
            if before == _identity(folder) and (before or not workshop(folder).exists()):
                raise
        else:
            if before and before == _identity(folder):
                return answer
        time.sleep(PAUSE)
    return read()


def _identity(folder: Path) -> tuple[int, int] | None:
    """What tells one build in a folder from the next one there; None while there is none."""
    try:
        found = (folder / MANIFEST).stat()
    except OSError:
        return None
    return found.st_ino, found.st_mtime_ns
