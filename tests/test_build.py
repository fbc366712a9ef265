"""The build: what is in the tables, that they are the same everywhere, and that nothing built is ever lost."""

import os
import shutil
import threading
import time
from datetime import datetime
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from svodka.corpus.article import Voice
from svodka.errors import KnowledgeError, SvodkaError, TablesError
from svodka.frames import build as pipeline
from svodka.frames import writer
from svodka.frames.build import FILES, analyse, build
from svodka.frames.manifest import workshop
from svodka.frames.replacement import replaced
from svodka.frames.schema import MENTIONS
from svodka.frames.stamp import is_stale
from svodka.frames.store import Corpus
from svodka.frames.voices import Chorus, Spoken
from svodka.knowledge import ROOT

SEEDS = ROOT / "seeds"

GRAIN = """Зерно идёт на юг
Автор: Анна Ким
Урожай зерна вырос. В 2024 году Казахстан продал 5 млн тонн зерна на 1,2 млрд долларов.
Новые элеваторы стоят у границы, и поезда уходят каждый день.
"""
URANIUM = """Уран и цены
Автор: Олег Цой
Цена урана поднялась до 80 долларов за фунт. Это много.
"""


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.fixture
def source(tmp_path):
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "grain.txt").write_text(GRAIN, encoding="utf-8")
    (folder / "uranium.txt").write_text(URANIUM, encoding="utf-8")
    return folder


@pytest.fixture
def out(tmp_path):
    return tmp_path / "tables"


def test_two_articles(source, out):
    report = build(source, out)
    corpus = Corpus.open(out)
    assert corpus.query("SELECT article_id, file FROM articles").values.tolist() == [["grain", "grain.txt"], ["uranium", "uranium.txt"]]
    assert report.counts["articles"] == 2
    assert corpus.query("SELECT lemma, pos FROM words WHERE form = 'элеваторы'").values.tolist() == [["элеватор", "NOUN"]]
    grain = corpus.query("SELECT DISTINCT article_id FROM mentions WHERE concept = 'grain'")
    assert grain["article_id"].tolist() == ["grain"]
    assert corpus.query("SELECT quantity_id FROM quantities WHERE unit = 'USD' AND article_id = 'grain'")["quantity_id"].tolist() == [
        "grain:{}-{}".format(*_span(corpus, "1,2 млрд долларов"))
    ]


def _span(corpus: Corpus, part: str) -> tuple[int, int]:
    text = corpus.query("SELECT text FROM articles WHERE article_id = 'grain'")["text"][0]
    start = text.index(part)
    return start, start + len(part)


def test_date_of_an_article_brings_the_rate(source, out):
    (source / "uranium.txt").write_text(URANIUM.replace("80 долларов", "80 евро"), encoding="utf-8")
    shutil.copy(SEEDS / "articles.csv", source / "articles.csv")
    header, *_ = (source / "articles.csv").read_text(encoding="utf-8").splitlines()
    cells = {"article_id": "uranium", "published": "2025-12-20"}
    (source / "articles.csv").write_text(f"{header}\n{','.join(cells.get(name, '') for name in header.split(','))}\n", encoding="utf-8")
    build(source, out)
    euro = "SELECT usd_high, rate_note, published FROM quantities JOIN articles USING (article_id) WHERE unit = 'EUR'"
    row = Corpus.open(out).query(euro).iloc[0]
    assert row.published == datetime(2025, 12, 20)
    assert row.rate_note.startswith("ecb 2025-12-19 EUR 1.")
    assert row.usd_high == pytest.approx(80 * float(row.rate_note.split()[-1]), rel=1e-5)


# The same everywhere


@pytest.fixture
def many(source, monkeypatch):
    """Articles enough for several batches."""
    monkeypatch.setattr(pipeline, "BATCH", 2)
    for number in range(5):
        (source / f"more{number}.txt").write_text(GRAIN + URANIUM * number, encoding="utf-8")
    return source


def test_two_builds_are_bit_identical(many, out, tmp_path):
    build(many, out)
    other = shutil.copytree(many, tmp_path / "elsewhere" / "copy")
    build(other, tmp_path / "other")
    assert bytes_of(out) == bytes_of(tmp_path / "other")
    assert bytes_of(out).keys() == FILES


def die(*_):
    os._exit(1)


def test_worker_that_dies_is_reported(many, out, monkeypatch):
    monkeypatch.setattr(pipeline, "analyse", die)
    with pytest.raises(TablesError, match="a worker process died"):
        build(many, out, workers=2)
    assert not out.exists()


def test_workers_change_nothing(many, out, tmp_path):
    build(many, out)
    build(many, tmp_path / "other", workers=3)
    assert bytes_of(out) == bytes_of(tmp_path / "other")


def test_articles_beside_change_no_ids(many, out, tmp_path):
    build(many, out)
    (many / "aaa.txt").write_text(URANIUM, encoding="utf-8")
    build(many, tmp_path / "other")
    ids = "SELECT quantity_id, voice_id FROM quantities WHERE article_id <> 'aaa' ORDER BY 1"
    assert Corpus.open(out).query(ids).equals(Corpus.open(tmp_path / "other").query(ids))


def test_analyse_depends_on_its_batch_alone(source):
    paths = sorted(source.glob("*.txt"))
    together = analyse(paths, {})
    apart = [analyse([path], {}) for path in paths]
    assert all(table.equals(apart[0].tables[name], check_metadata=True) for name, table in analyse(paths[:1], {}).tables.items())
    assert together.tables["words"].num_rows == sum(batch.tables["words"].num_rows for batch in apart)
    assert together.voices == [voice for batch in apart for voice in batch.voices]


def test_progress_reaches_the_end(many, out):
    heard = []
    build(many, out, progress=lambda done, total, name: heard.append((done, total, name)))
    assert [done for done, _, _ in heard] == [0, 2, 4, 6, 7]
    assert heard[-1] == (7, 7, "uranium.txt")


def test_rows_are_gathered_into_groups(tmp_path, monkeypatch):
    monkeypatch.setattr(writer, "GROUP_ROWS", 5)
    rows = [("a", number, number + 1, "oil", "resource", False, "v", 0, 0) for number in range(12)]
    with writer.Writer(tmp_path, {"mentions": MENTIONS}) as file:
        for start in range(0, 12, 2):
            file.add({"mentions": MENTIONS.table(rows[start : start + 2])})
    written = pq.ParquetFile(tmp_path / "mentions.parquet")
    assert [written.metadata.row_group(number).num_rows for number in range(written.num_row_groups)] == [6, 6]
    assert written.read().column("start").to_pylist() == list(range(12))
    assert file.counts == {"mentions": 12}


def voice(voice_id, role, affiliation=None, country=None):
    return Voice(voice_id, voice_id.title(), voice_id, role, affiliation, country)


def test_voices_are_merged():
    chorus = Chorus()
    chorus.add([Spoken(voice("kim", "quoted", country="KZ"), 5), Spoken(voice("tsoi", "expert"), 30)])
    chorus.add([Spoken(voice("kim", "author", "институт", "UZ"), 7), Spoken(voice("abe", "editorial"), 30)])
    chorus.add([Spoken(voice("kim", "interviewer"), 1)])
    assert [tuple(row.values()) for row in chorus.table().to_pylist()] == [
        ("abe", "Abe", "abe", "editorial", None, None, 30, 1),
        ("tsoi", "Tsoi", "tsoi", "expert", None, None, 30, 2),
        ("kim", "Kim", "kim", "author", "институт", "KZ", 13, 3),
    ]


# Bad files


def test_bad_files_are_named_and_the_others_built(source, out):
    (source / "binary.txt").write_bytes(bytes(range(256)) * 40)
    (source / "empty.txt").write_text("\n \n", encoding="utf-8")
    (source / "long.txt").write_text("зерно " * 4_500_000, encoding="utf-8")
    (source / "koi8.txt").write_bytes(GRAIN.encode("koi8-r"))
    (source / "folder.txt").mkdir()
    (source / "gone.txt").symlink_to(source / "nowhere")
    report = build(source, out)
    assert [refused.file for refused in report.refused] == ["binary.txt", "empty.txt", "folder.txt", "gone.txt", "koi8.txt", "long.txt"]
    assert report.counts["articles"] == 2
    for refused in report.refused:
        assert refused.file in refused.reason
        assert str(source) not in refused.reason
    assert Corpus.open(out).manifest["refused"] == [refused._asdict() for refused in report.refused]


def test_name_in_another_encoding_is_refused(source, out):
    Path(os.fsdecode(os.fsencode(source) + b"/\xf3\xf0\xe0\xed.txt")).write_text(URANIUM, encoding="utf-8")
    report = build(source, out)
    assert report.refused == [(r"\udcf3\udcf0\udce0\udced.txt", r"\udcf3\udcf0\udce0\udced.txt: the file's name is not UTF-8; rename it")]


def test_namesakes_are_refused(source, out):
    (source / "grain.TXT").write_text(URANIUM, encoding="utf-8")
    report = build(source, out)
    assert len(report.refused) == 1
    assert "has the same name" in report.refused[0].reason
    assert report.counts["articles"] == 2


def test_article_that_breaks_a_rule_of_ours_costs_only_itself(source, out, monkeypatch):
    sound = pipeline.rows

    def broken(article, *rest):
        if article.article_id == "grain":
            raise ZeroDivisionError("division by zero")
        return sound(article, *rest)

    monkeypatch.setattr(pipeline, "rows", broken)
    report = build(source, out)
    assert [refused.file for refused in report.refused] == ["grain.txt"]
    assert "ZeroDivisionError" in report.refused[0].reason
    assert report.counts["articles"] == 1


def test_wrong_knowledge_file_stops_the_build(source, out, monkeypatch):
    def wrong(*_):
        raise KnowledgeError("resources.csv, line 7: no such parent")

    monkeypatch.setattr(pipeline, "rows", wrong)
    with pytest.raises(KnowledgeError, match=r"resources\.csv, line 7"):
        build(source, out)
    assert not out.exists()


@pytest.mark.parametrize(
    ("prepare", "complaint"),
    [
        (lambda source: shutil.rmtree(source), "is no folder"),
        (lambda source: (shutil.rmtree(source), source.write_text("x", encoding="utf-8")), "is no folder"),
        (lambda source: [path.unlink() for path in source.iterdir()], "holds no articles"),
        (lambda source: [path.write_text("", encoding="utf-8") for path in source.iterdir()], "none of the 2 files"),
    ],
)
def test_nothing_to_build_leaves_what_was_built(source, out, prepare, complaint):
    build(source, out)
    before = bytes_of(out)
    prepare(source)
    with pytest.raises(SvodkaError, match=complaint):
        build(source, out)
    assert bytes_of(out) == before
    assert not workshop(out).exists()


# Nothing is lost


def test_failure_leaves_what_was_built(source, out, monkeypatch):
    build(source, out)
    before = bytes_of(out)
    monkeypatch.setattr(Chorus, "table", lambda self: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        build(source, out)
    assert bytes_of(out) == before
    assert not workshop(out).exists()


def test_interrupted_swap_is_mended(source, out):
    build(source, out)
    before = bytes_of(out)
    workshop(out).mkdir()
    out.rename(workshop(out) / "former")  # the machine stopped between the two renames
    (workshop(out) / "fresh").mkdir()
    (workshop(out) / "fresh" / "words.parquet").write_bytes(b"half")
    shutil.rmtree(source)
    source.mkdir()
    with pytest.raises(SvodkaError, match="holds no articles"):
        build(source, out)
    assert bytes_of(out) == before
    assert not workshop(out).exists()


def test_two_builds_at_once(source, out):
    with replaced(out, FILES) as folder:
        (folder / "words.parquet").write_bytes(b"ours")
        with pytest.raises(TablesError, match=r"another build into .* is running"):
            build(source, out)
    assert bytes_of(out) == {"words.parquet": b"ours"}


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
            (source / "uranium.txt").write_text(URANIUM, encoding="utf-8") if number % 2 else (source / "uranium.txt").unlink()
            build(source, out)
            until = time.monotonic() + 10
            while states[number % 2] not in seen[-2:] and reader.is_alive() and time.monotonic() < until:
                time.sleep(0.001)
    finally:
        done.set()
        reader.join()
    assert set(seen) == set(states)


# Fresh or stale


@pytest.mark.parametrize(
    ("change", "stale"),
    [
        (lambda source, out: None, False),
        (lambda source, out: os.utime(source / "grain.txt", (1, 1)), False),
        (lambda source, out: (source / "grain.txt").write_text(GRAIN + "Ещё.", encoding="utf-8"), True),
        (lambda source, out: (source / "grain.txt").rename(source / "corn.txt"), True),
        (lambda source, out: (source / "new.txt").write_text(GRAIN, encoding="utf-8"), True),
        (lambda source, out: shutil.copy(SEEDS / "articles.csv", source), True),
        (lambda source, out: (out / "build.json").unlink(), True),
        (lambda source, out: shutil.rmtree(out), True),
        (lambda source, out: shutil.rmtree(source), False),
        (lambda source, out: (shutil.rmtree(source), shutil.rmtree(out)), True),
    ],
)
def test_stale(source, out, change, stale):
    build(source, out)
    change(source, out)
    assert is_stale(source, out) is stale
