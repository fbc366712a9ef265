"""The command line and `build`: what it prints where, and with which exit code."""

import io
import os
import re
import subprocess
import sys

import pytest

from svodka import cli
from svodka.errors import SvodkaError
from svodka.frames.store import Corpus
from svodka.knowledge import ROOT

TEXT = "В 2024 году Казахстан вложил 3,7 млрд долларов в добычу урана."


def svodka(*arguments, **environment):
    """Run the command in a process of its own, in a locale that knows no Cyrillic."""
    return subprocess.run(
        [sys.executable, "-m", "svodka", *map(str, arguments)],
        cwd=ROOT,
        capture_output=True,
        timeout=300,
        env=os.environ | {"LC_ALL": "C"} | environment,
    )


@pytest.fixture
def source(tmp_path):
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "уран.txt").write_text(f"Уран\nАвтор: Анна Ким\n{TEXT}\n", encoding="utf-8")
    return folder


def test_build(source, tmp_path):
    ran = svodka("build", source, "--out", tmp_path / "tables")
    assert ran.returncode == 0
    assert re.fullmatch(r"1 of 1\nsvodka: names by the model: [\d.]+ s, [\d,]+ words/s\n", ran.stderr.decode())
    assert b": articles 1, voices 1, " in ran.stdout
    assert Corpus.open(tmp_path / "tables").query("SELECT article_id FROM articles")["article_id"].tolist() == ["уран"]


def test_build_is_the_same_in_every_process(source, tmp_path):
    for seed in ("1", "2"):
        svodka("build", source, "--out", tmp_path / seed, PYTHONHASHSEED=seed)
    files = {path.name: path.read_bytes() for path in (tmp_path / "1").iterdir()}
    assert files
    assert files == {path.name: path.read_bytes() for path in (tmp_path / "2").iterdir()}


def test_build_skips_bad_files_and_says_so(source, tmp_path, capsys):
    (source / "empty.txt").write_bytes(b"")
    assert cli.main(["build", str(source), "--out", str(tmp_path / "tables")]) == 0
    told = capsys.readouterr()
    assert "svodka: skipped empty.txt: empty.txt" in told.err
    assert ", files skipped 1" in told.out


def test_build_of_nothing(tmp_path, capsys):
    assert cli.main(["build", str(tmp_path / "nowhere"), "--out", str(tmp_path / "tables")]) == 1
    assert "is no folder" in capsys.readouterr().err
    assert not (tmp_path / "tables").exists()


def test_build_interrupted(source, tmp_path, monkeypatch, capsys):
    def interrupt(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("svodka.frames.build.analyse", interrupt)
    assert cli.main(["build", str(source), "--out", str(tmp_path / "tables")]) == 130
    assert "interrupted" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == [source]


def test_progress_overwrites_one_line_on_a_terminal():
    stream = io.StringIO()
    stream.isatty = lambda: True
    progress = cli._progress(stream)
    progress(0, 2, "")
    progress(1, 2, "а.txt")
    progress(2, 2, "б.txt")
    assert stream.getvalue() == "\r\x1b[K0 of 2 \r\x1b[K1 of 2 а.txt\r\x1b[K2 of 2 \n"


def test_progress_is_sparse_elsewhere():
    stream = io.StringIO()
    progress = cli._progress(stream)
    for done in range(0, 1001, 16):
        progress(done, 1000, "")
    assert len(stream.getvalue().splitlines()) == 9


@pytest.mark.parametrize("arguments", [[], ["bild"], ["build", "--workers", "0"], ["build", "--workers", "two"], ["evaluate"]])
def test_wrong_call(arguments, capsys):
    with pytest.raises(SystemExit) as stopped:
        cli.main(arguments)
    assert stopped.value.code == 2
    assert "usage: svodka" in capsys.readouterr().err


def test_any_error_of_ours_is_one_sentence(monkeypatch, capsys):
    def fail(*_):
        raise SvodkaError("диск полон")

    monkeypatch.setattr(cli, "_build", fail)
    assert cli.main(["build"]) == 1
    assert capsys.readouterr().err == "svodka: диск полон\n"
