"""Replacement: whatever happens to a build, what was built before it is there, whole."""

import shutil
import threading
import time

import pytest
import small

from svodka.errors import SvodkaError, TablesError
from svodka.frames.build import FILES, build
from svodka.frames.manifest import workshop
from svodka.frames.replacement import replaced
from svodka.frames.store import Corpus
from svodka.frames.voices import Chorus


def test_failure_leaves_what_was_built(source, out, monkeypatch):
    build(source, out)
    before = small.bytes_of(out)
    monkeypatch.setattr(Chorus, "table", lambda self: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        build(source, out)
    assert small.bytes_of(out) == before
    assert not workshop(out).exists()


def test_interrupted_swap_is_mended(source, out):
    build(source, out)
    before = small.bytes_of(out)
    workshop(out).mkdir()
    out.rename(workshop(out) / "former")  # the machine stopped between the two renames
    (workshop(out) / "fresh").mkdir()
    (workshop(out) / "fresh" / "words.parquet").write_bytes(b"half")
    shutil.rmtree(source)
    source.mkdir()
    with pytest.raises(SvodkaError, match="holds no articles"):
        build(source, out)
    assert small.bytes_of(out) == before
    assert not workshop(out).exists()


def test_two_builds_at_once(source, out):
    with replaced(out, FILES) as folder:
        (folder / "words.parquet").write_bytes(b"ours")
        with pytest.raises(TablesError, match=r"another build into .* is running"):
            build(source, out)
    assert small.bytes_of(out) == {"words.parquet": b"ours"}


@pytest.mark.parametrize("what", ["file", "folder"])
def test_what_is_not_ours_is_not_replaced(source, tmp_path, what):
    precious = tmp_path / "precious"
    if what == "folder":
        precious.mkdir()
        (precious / "thesis.docx").write_bytes(b"ten years")
    else:
        precious.write_bytes(b"ten years")
    with pytest.raises(TablesError, match="holds something else" if what == "folder" else "is a file"):
        build(source, precious)
    assert (precious / "thesis.docx" if what == "folder" else precious).read_bytes() == b"ten years"


def test_reader_never_sees_half_a_build(source, out):
    build(source, out)
    states = [("grain",), ("grain", "uranium")]
    done = threading.Event()
    seen = []

    def read():
        while not done.is_set():
            seen.append(tuple(Corpus.open(out).query("SELECT article_id FROM articles")["article_id"]))

    reader = threading.Thread(target=read)
    reader.start()
    try:
        for number in range(20):
            (source / "uranium.txt").write_text(small.URANIUM, encoding="utf-8") if number % 2 else (source / "uranium.txt").unlink()
            build(source, out)
            until = time.monotonic() + 10
            while states[number % 2] not in seen[-2:] and reader.is_alive() and time.monotonic() < until:
                time.sleep(0.001)
    finally:
        done.set()
        reader.join()
    assert set(seen) == set(states)
