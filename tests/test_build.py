"""The build: what is in the tables, that they are the same everywhere, and that nothing built is ever lost."""

import os
import shutil
from datetime import datetime
from pathlib import Path

import pyarrow.parquet as pq
import pytest
import small

from svodka.corpus.article import Voice
from svodka.errors import KnowledgeError, SvodkaError, TablesError
from svodka.frames import build as pipeline
from svodka.frames import writer
from svodka.frames.build import FILES, analyse, build
from svodka.frames.manifest import workshop
from svodka.frames.schema import MENTIONS
from svodka.frames.store import Corpus
from svodka.frames.voices import Chorus, Spoken
from svodka.knowledge import ROOT

SEEDS = ROOT / "seeds"


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
    (source / "uranium.txt").write_text(small.URANIUM.replace("80 долларов", "80 евро"), encoding="utf-8")
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


@pytest.fixture
def many(source, monkeypatch):
    """Articles enough for several batches."""
    monkeypatch.setattr(pipeline, "BATCH", 2)
    for number in range(5):
        (source / f"more{number}.txt").write_text(small.GRAIN + small.URANIUM * number, encoding="utf-8")
    return source


def test_two_builds_are_bit_identical(many, out, tmp_path):
    build(many, out)
    other = shutil.copytree(many, tmp_path / "elsewhere" / "copy")
    build(other, tmp_path / "other")
    assert small.bytes_of(out) == small.bytes_of(tmp_path / "other")
    assert small.bytes_of(out).keys() == FILES


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
    assert small.bytes_of(out) == small.bytes_of(tmp_path / "other")


def test_articles_beside_change_no_ids(many, out, tmp_path):
    build(many, out)
    (many / "aaa.txt").write_text(small.URANIUM, encoding="utf-8")
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
        ("tsoi", "Tsoi", "tsoi", "expert", None, None, 30, 1),
        ("kim", "Kim", "kim", "author", "институт", "KZ", 13, 2),
        ("abe", "Abe", "abe", "editorial", None, None, 30, 3),
    ]


def test_bad_files_are_named_and_the_others_built(source, out):
    (source / "binary.txt").write_bytes(bytes(range(256)) * 40)
    (source / "empty.txt").write_text("\n \n", encoding="utf-8")
    (source / "long.txt").write_text("зерно " * 4_500_000, encoding="utf-8")
    (source / "koi8.txt").write_bytes(small.GRAIN.encode("koi8-r"))
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
    Path(os.fsdecode(os.fsencode(source) + b"/\xf3\xf0\xe0\xed.txt")).write_text(small.URANIUM, encoding="utf-8")
    report = build(source, out)
    assert report.refused == [(r"\udcf3\udcf0\udce0\udced.txt", r"\udcf3\udcf0\udce0\udced.txt: the file's name is not UTF-8; rename it")]


def test_namesakes_are_refused(source, out):
    (source / "grain.TXT").write_text(small.URANIUM, encoding="utf-8")
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
    before = small.bytes_of(out)
    prepare(source)
    with pytest.raises(SvodkaError, match=complaint):
        build(source, out)
    assert small.bytes_of(out) == before
    assert not workshop(out).exists()
