"""Write declared tables to Parquet piece by piece, so that a corpus of any size passes through a bounded memory."""

from collections.abc import Mapping
from pathlib import Path
from typing import Self

import pyarrow as pa
import pyarrow.parquet as pq

from svodka.frames.schema import Table

# A row group is what DuckDB hands to one thread: too small costs it time, too big costs the build memory.
GROUP_ROWS = 120_000
GROUP_BYTES = 64 * 2**20
# Whole articles: a page that cites one must not unpack the texts of all.
GROUP_TEXTS = 64


class Writer:
    """Open Parquet files, one a table; pieces are gathered into row groups whose limits depend on nothing but the rows."""

    def __init__(self, folder: Path, tables: Mapping[str, Table]):
        self._files = {
            name: pq.ParquetWriter(folder / f"{name}.parquet", table.arrow, compression="zstd") for name, table in tables.items()
        }
        self._waiting: dict[str, list[pa.Table]] = {name: [] for name in tables}
        self.counts = dict.fromkeys(tables, 0)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, failure: type[BaseException] | None, *_: object) -> None:
        try:
            for name in self._files if failure is None else ():
                self._write(name)
        finally:
            for file in self._files.values():
                file.close()

    def add(self, pieces: Mapping[str, pa.Table]) -> None:
        """Append rows to the tables named."""
        for name, piece in pieces.items():
            self.counts[name] += piece.num_rows
            waiting = self._waiting[name]
            waiting.append(piece)
            if sum(part.num_rows for part in waiting) >= GROUP_ROWS or sum(part.nbytes for part in waiting) >= GROUP_BYTES:
                self._write(name)

    def _write(self, name: str) -> None:
        waiting = self._waiting[name]
        rows = sum(piece.num_rows for piece in waiting)
        if rows:
            self._files[name].write_table(pa.concat_tables(waiting), row_group_size=GROUP_TEXTS if name == "articles" else rows)
        waiting.clear()
