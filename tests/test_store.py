"""Reading tables back: from a folder, from memory, by several threads."""

import json
import shutil
from concurrent.futures import ThreadPoolExecutor

import duckdb
import pyarrow.parquet as pq
import pytest

from svodka.errors import TablesError
from svodka.frames import store
from svodka.frames.manifest import MANIFEST, workshop
from svodka.frames.schema import CONCEPTS, TABLES
from svodka.frames.store import Corpus

URANIUM = ("uranium", "resource", None, "уран", "uranium", None, False)


@pytest.fixture
def folder(tmp_path):
    """Tables with one concept and nothing else."""
    place = tmp_path / "tables"
    place.mkdir()
    for name, table in TABLES.items():
        pq.write_table(table.table([URANIUM] if name == "concepts" else []), place / f"{name}.parquet")
    (place / MANIFEST).write_text(json.dumps({"stamp": "s1", "counts": {"concepts": 1}, "refused": []}), encoding="utf-8")
    return place


def test_open(folder):
    corpus = Corpus.open(folder)
    assert corpus.stamp == "s1"
    assert corpus.manifest["counts"] == {"concepts": 1}
    assert corpus.query("SELECT label_ru FROM concepts")["label_ru"].tolist() == ["уран"]


def test_folder_name_is_no_pattern(folder, tmp_path):
    odd = shutil.move(folder, tmp_path / "it's [a] *")
    assert len(Corpus.open(odd).query("SELECT * FROM concepts")) == 1


@pytest.mark.parametrize(
    ("spoil", "complaint"),
    [
        (lambda folder: (folder / MANIFEST).unlink(), "holds no finished build"),
        (lambda folder: (folder / MANIFEST).write_text("{", encoding="utf-8"), "holds no finished build"),
        (lambda folder: (folder / MANIFEST).write_text("[]", encoding="utf-8"), "holds no finished build"),
        (lambda folder: (folder / "words.parquet").unlink(), "words.parquet in .* is missing or damaged"),
        (lambda folder: (folder / "words.parquet").write_bytes(b"PAR1"), "words.parquet in .* is missing or damaged"),
        (lambda folder: shutil.copy(folder / "turns.parquet", folder / "words.parquet"), "words.parquet in .* has other columns"),
    ],
)
def test_what_is_wrong_is_named(folder, spoil, complaint):
    spoil(folder)
    with pytest.raises(TablesError, match=complaint):
        Corpus.open(folder)


def test_folder_that_a_build_is_replacing_is_waited_for(folder, monkeypatch):
    aside = folder.rename(folder.with_name("aside"))
    workshop(folder).mkdir()
    monkeypatch.setattr("time.sleep", lambda _: aside.exists() and aside.rename(folder))
    assert Corpus.open(folder).stamp == "s1"


def test_query_that_a_new_build_disturbs_is_asked_again(folder, monkeypatch):
    corpus = Corpus.open(folder)
    fresh = shutil.copytree(folder, folder.with_name("fresh"))
    pq.write_table(CONCEPTS.table([URANIUM, ("oil", *URANIUM[1:])]), fresh / "concepts.parquet")
    identity = store._identity

    def replaced_meanwhile(place):
        found = identity(place)
        if fresh.exists():
            place.rename(place.with_name("former"))
            fresh.rename(place)
        return found

    monkeypatch.setattr(store, "_identity", replaced_meanwhile)
    monkeypatch.setattr(store, "PAUSE", 0)
    assert corpus.query("SELECT concept FROM concepts ORDER BY concept")["concept"].tolist() == ["oil", "uranium"]


def test_mistake_in_a_query_is_not_hidden(folder):
    with pytest.raises(duckdb.Error, match="nowhere"):
        Corpus.open(folder).query("SELECT * FROM nowhere")


def test_of_given_tables():
    corpus = Corpus.of({"concepts": CONCEPTS.table([URANIUM])}, stamp="s2")
    assert corpus.stamp == "s2"
    assert corpus.query("SELECT concept FROM concepts WHERE kind = $kind", {"kind": "resource"})["concept"].tolist() == ["uranium"]
    assert corpus.query("SELECT * FROM words").columns.tolist() == list(TABLES["words"].columns)


def test_answers_are_the_callers_own():
    corpus = Corpus.of({"concepts": CONCEPTS.table([URANIUM])})
    first = corpus.query("SELECT concept FROM concepts")
    first.loc[0, "concept"] = "spoiled"
    assert corpus.query("SELECT concept FROM concepts")["concept"].tolist() == ["uranium"]


def test_threads_ask_at_once():
    corpus = Corpus.of({"concepts": CONCEPTS.table([URANIUM])})
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda number: corpus.query("SELECT $number AS n, concept FROM concepts", {"number": number}), range(64)))
    assert [int(answer["n"][0]) for answer in answers] == list(range(64))
