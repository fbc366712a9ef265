"""Read the hand-kept files of `data/`: CSV with a header, a bad row named by file and line."""

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path

from svodka.errors import KnowledgeError

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "data"


class Row(dict[str, str]):
    """One row: column → stripped text; knows where it stands so that a complaint can name it."""

    def __init__(self, values: dict[str, str], path: Path, line: int):
        super().__init__(values)
        self.path = path
        self.line = line

    def listed(self, column: str) -> list[str]:
        """The parts of a cell that holds several values: «нефть; сырая нефть» → two terms."""
        return [part.strip() for part in self[column].split(";") if part.strip()]

    def error(self, what: str) -> KnowledgeError:
        """The complaint about this row, ready to be raised."""
        return KnowledgeError(f"{self.path.name}, line {self.line}: {what}")


def rows(path: Path, columns: Sequence[str]) -> Iterator[Row]:
    """Yield the rows of a CSV file that must have exactly these columns, in this order.

    Raises KnowledgeError when the file is missing, is not UTF-8, has other columns or a row of another length.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.reader(file, strict=True)
            header = next(reader, [])
            if header != list(columns):
                raise KnowledgeError(f"{path.name}, line 1: expected the columns {', '.join(columns)}, found {', '.join(header) or 'none'}")
            for cells in reader:
                if not cells:
                    continue
                row = Row(dict(zip(columns, map(str.strip, cells), strict=False)), path, reader.line_num)
                if len(cells) != len(columns):
                    raise row.error(f"{len(cells)} cells where the header has {len(columns)}; a comma inside a cell needs quotes")
                yield row
    except OSError as error:
        raise KnowledgeError(f"{path}: cannot be read ({error.strerror})") from error
    except UnicodeDecodeError as error:
        raise KnowledgeError(f"{path.name}: is not UTF-8; save it as «CSV UTF-8»") from error
    except csv.Error as error:
        raise KnowledgeError(f"{path.name}, line {reader.line_num}: {error}") from error
