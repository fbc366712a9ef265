"""The declarations: what they accept, what they refuse and by what name."""

import pyarrow as pa
import pytest

from svodka.errors import TablesError
from svodka.frames.schema import ARROW, TABLES, Table

SPOTS = Table("spots", row="one spot", key=("name",), columns={"name": "str", "size": "int64", "note": "str?"})


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_declaration(table):
    assert set(table.key) <= set(table.columns)
    assert not any(table.columns[column].endswith("?") for column in table.key)
    assert {kind.rstrip("?") for kind in table.columns.values()} <= set(ARROW)
    assert table.row


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_empty_is_typed(table):
    empty = table.table([])
    assert empty.num_rows == 0
    assert empty.schema == table.arrow


def test_rows_become_columns():
    table = SPOTS.table([("кофе", 3, None), ("чай", 1, "бледное")])
    assert table.to_pydict() == {"name": ["кофе", "чай"], "size": [3, 1], "note": [None, "бледное"]}
    assert table.schema.field("size").type == pa.int64()


@pytest.mark.parametrize(
    ("row", "complaint"),
    [
        (("кофе", None, None), "table spots, column size: null is not allowed"),
        (("кофе", "три", None), "table spots, column size: "),
        ((7, 3, None), "table spots, column name: "),
        (("кофе", 2**70, None), "table spots, column size: "),
        (("\ud83d", 3, None), "table spots, column name: "),  # half of a surrogate pair
        (("кофе", 3), "table spots: a row has not 3 values"),
    ],
)
def test_wrong_row_is_refused_by_name(row, complaint):
    with pytest.raises(TablesError, match=complaint):
        SPOTS.table([row])


def test_rows_of_unequal_length_are_refused():
    with pytest.raises(TablesError, match="a row has not 3 values"):
        SPOTS.table([("кофе", 3, None), ("чай", 1)])
