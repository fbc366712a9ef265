"""Read the built tables: DuckDB over the Parquet files, the same way for five articles and for a hundred thousand."""

import json
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Self

import duckdb
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from svodka.errors import TablesError
from svodka.frames.schema import TABLES

MANIFEST = "build.json"


class Corpus:
    """The tables of one build behind one DuckDB connection; every thread asks through a cursor of its own.

    Answers are new dataframes, so that a caller may do with them what it likes.
    """

    def __init__(self, connection: duckdb.DuckDBPyConnection, stamp: str, manifest: Mapping[str, Any]):
        self._connection = connection
        self._local = threading.local()
        self.stamp = stamp
        self.manifest = manifest

    @classmethod
    def open(cls, folder: Path) -> Self:
        """The corpus built into a folder.

        Raises TablesError when a table is missing or has other columns than declared.
        """
        try:
            manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            raise TablesError(f"{folder} holds no finished build; run «python -m svodka build»") from error
        connection = duckdb.connect()
        for table in TABLES.values():
            path = folder / f"{table.name}.parquet"
            if not path.is_file():
                raise TablesError(f"{path.name} is missing in {folder}; run «python -m svodka build»")
            found = pq.read_schema(path)
            if found.remove_metadata() != table.arrow:
                raise TablesError(f"{path.name} in {folder} has other columns than declared; run «python -m svodka build»")
            connection.read_parquet(str(path)).create_view(table.name)
        return cls(connection, manifest["stamp"], manifest)

    @classmethod
    def of(cls, tables: Mapping[str, pa.Table], stamp: str = "given") -> Self:
        """A corpus of given Arrow tables; those not given are empty."""
        connection = duckdb.connect()
        for name, table in TABLES.items():
            connection.register(f"_{name}", tables.get(name, table.table([])))
            connection.execute(f'CREATE TABLE {name} AS SELECT * FROM "_{name}"')
            connection.unregister(f"_{name}")
        return cls(connection, stamp, {"stamp": stamp})

    def query(self, sql: str, parameters: Mapping[str, Any] | None = None) -> pd.DataFrame:
        """The answer to one SELECT; `$name` stands for a parameter, a list among them for `list_contains` or `unnest`."""
        cursor = getattr(self._local, "cursor", None)
        if cursor is None:
            cursor = self._local.cursor = self._connection.cursor()
        return cursor.execute(sql, dict(parameters or {})).df()
