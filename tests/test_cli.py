"""The command line: what it prints where, and with which exit code."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from svodka import cli
from svodka.errors import SvodkaError
from svodka.frames.store import Corpus
from svodka.knowledge import ROOT

TEXT = "В 2024 году Казахстан вложил 3,7 млрд долларов в добычу урана."


def svodka(*arguments, given=b"", **environment):
    """Run the command in a process of its own, in a locale that knows no Cyrillic."""
    return subprocess.run(
        [sys.executable, "-m", "svodka", *map(str, arguments)],
        cwd=ROOT,
        input=given,
        capture_output=True,
        timeout=300,
        env=os.environ | {"LC_ALL": "C"} | environment,
    )


@pytest.fixture
def extract(monkeypatch, capsys):
    """Lines → exit code, objects written, complaints."""

    def run(*lines: bytes):
        monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(b"\n".join(lines))))
        written = io.BytesIO()
        monkeypatch.setattr(sys, "stdout", SimpleNamespace(buffer=written))
        code = cli.main(["extract"])
        return code, [json.loads(line) for line in written.getvalue().decode().splitlines()], capsys.readouterr().err

    return run


@pytest.fixture
def source(tmp_path):
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "уран.txt").write_text(f"Уран\nАвтор: Анна Ким\n{TEXT}\n", encoding="utf-8")
    return folder


# build


def test_build(source, tmp_path):
    ran = svodka("build", source, "--out", tmp_path / "tables")
    assert (ran.returncode, ran.stderr) == (0, b"1 of 1\n")
    assert b": 1 articles, 1 voices, " in ran.stdout
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
    assert "; 1 files skipped" in told.out


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


# extract


def test_extract(extract):
    code, (found,), complaints = extract(json.dumps({"id": "а1", "text": TEXT}).encode())
    assert (code, complaints) == (0, "")
    assert list(found) == ["id", "quantities", "mentions", "dates", "names", "speech"]
    assert found["id"] == "а1"
    amount = {"kind": "money", "low": 3.7e9, "high": 3.7e9, "shape": "exact", "unit": "USD"}
    assert found["quantities"] == [span("3,7 млрд долларов") | amount]
    assert span("урана") | {"concept": "uranium"} in found["mentions"]
    assert found["dates"] == [span("2024 году") | {"from": "2024-01-01", "to": "2024-12-31", "grain": "year"}]
    assert found["names"] == [span("Казахстан") | {"kind": "LOC", "name": "Казахстан"}]


def span(part: str) -> dict[str, int]:
    return {"start": TEXT.index(part), "stop": TEXT.index(part) + len(part)}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Японские банки и японцы", []),
        ("Визит в Пекин; из Пекина", [("Пекин", "LOC", "Пекин"), ("Пекина", "LOC", "Пекин")]),
        ("Российская Федерация", [("Российская Федерация", "LOC", "Россия")]),
        ("в Южной Корее", [("Южной Корее", "LOC", "Южная Корея")]),
        ("Пётр Иванов из Казахстана", [("Пётр Иванов", "PER", "Пётр Иванов"), ("Казахстана", "LOC", "Казахстан")]),
        ("встреча с Касым-Жомартом Токаевым", [("Касым-Жомартом Токаевым", "PER", "Касым-Жомарт Токаев")]),
    ],
)
def test_extract_names(extract, text, names):
    _, (found,), _ = extract(json.dumps({"id": 1, "text": text}).encode())
    assert [(text[name["start"] : name["stop"]], name["kind"], name["name"]) for name in found["names"]] == names


def test_extract_speech(extract):
    text = "«Цены вырастут», — заявил аналитик Пётр Иванов."
    _, (found,), _ = extract(json.dumps({"id": 1, "text": text}).encode())
    (speech,) = found["speech"]
    assert "Цены вырастут" in text[speech["start"] : speech["stop"]]
    assert (speech["voice"], speech["cue"]) == ("Пётр Иванов", "заявил")


def test_offsets_count_characters_of_the_text_as_given(extract):
    text = "\ufeff\r\n  🎉🎉\tЦена — 80 %\u00a0…  \r\n\r\n"
    _, (found,), _ = extract(json.dumps({"id": 1, "text": text}).encode())
    assert [text[quantity["start"] : quantity["stop"]] for quantity in found["quantities"]] == ["80 %"]


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        (b"{", "line 2: is not JSON"),
        (b"[1]", "line 2: is not an object"),
        (b'"text"', "line 2: is not an object"),
        (b'{"id": 1}', "line 2: «text» is missing"),
        (b'{"id": 1, "text": null}', "is no string"),
        (b'{"id": NaN, "text": ""}', "line 2: is not JSON (NaN"),
        (b'{"id": 1, "text": "\xff"}', "line 2: is not UTF-8"),
        (b"[" * 100_000, "line 2: is not JSON"),
    ],
)
def test_bad_line_is_named_and_the_others_are_done(extract, line, complaint):
    good = b'{"id": %d, "text": ""}'
    code, found, complaints = extract(good % 1, line, b"", good % 4)
    assert code == 1
    assert [row["id"] for row in found] == [1, 4]
    assert complaint in complaints
    assert len(complaints.splitlines()) == 1


@pytest.mark.parametrize("text", ["", "\x00", "\ud83d", "9" * 400 + " долларов", "(" * 500, "1 000 " * 300, "\u2028", "«" * 50 + "—" * 50])
def test_odd_texts_pass(extract, text):
    code, found, complaints = extract(json.dumps({"id": text, "text": text}).encode())
    assert (code, complaints) == (0, "")
    assert found[0]["id"] == text


def test_extract_answers_each_line_before_the_next_comes():
    with subprocess.Popen([sys.executable, "-m", "svodka", "extract"], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        for number in range(3):
            process.stdin.write(json.dumps({"id": number, "text": TEXT}).encode() + b"\n")
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["id"] == number
        process.stdin.close()
        assert process.wait(timeout=60) == 0


def test_extract_into_a_closed_pipe():
    line = json.dumps({"id": 1, "text": TEXT}).encode() + b"\n"
    with subprocess.Popen(
        [sys.executable, "-m", "svodka", "extract"], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        process.stdout.close()
        process.stdin.write(line * 3)
        process.stdin.close()
        assert process.stderr.read() == b""


def test_extract_in_a_locale_without_cyrillic():
    line = json.dumps({"id": "ё", "text": TEXT}, ensure_ascii=False).encode() + b"\n{\n"
    ran = svodka("extract", given=line, PYTHONUTF8="0")
    assert ran.returncode == 1
    assert json.loads(ran.stdout.decode())["id"] == "ё"
    assert ran.stderr.startswith(b"svodka: line 2: is not JSON")


# evaluate


def gold(path: Path, **sections) -> Path:
    path.write_text(json.dumps({"id": 1} | sections, ensure_ascii=False) + "\n", encoding="utf-8")
    return path


def test_evaluate(tmp_path, capsys):
    money = span("3,7 млрд долларов") | {"kind": "money", "low": 3.7e9, "unit": "USD"}
    assert cli.main(["evaluate", str(gold(tmp_path / "gold.jsonl", text=TEXT, quantities=[money]))]) == 0
    assert "| quantities, money | 1 | 1 | 1 | 100.0%" in capsys.readouterr().out


def test_evaluate_what_another_program_found(tmp_path, capsys):
    dates = [{"start": 0, "stop": 4}]
    found = gold(tmp_path / "found.jsonl", dates=[])
    assert cli.main(["evaluate", str(gold(tmp_path / "gold.jsonl", dates=dates)), "--predicted", str(found)]) == 0
    assert "| dates | 1 | 0 | 0 |" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("content", "predicted", "complaint"),
    [
        ('{"id": 1, "dates": []}', None, "the line with the id 1 has no text"),
        ('{"id": 1, "dates": []}', '{"id": 2}', "has no line with the id 1"),
        ("{", None, "gold.jsonl, line 1: is not JSON"),
    ],
)
def test_evaluate_without_what_it_needs(tmp_path, capsys, content, predicted, complaint):
    (tmp_path / "gold.jsonl").write_text(content, encoding="utf-8")
    arguments = ["evaluate", str(tmp_path / "gold.jsonl")]
    if predicted:
        (tmp_path / "found.jsonl").write_text(predicted, encoding="utf-8")
        arguments += ["--predicted", str(tmp_path / "found.jsonl")]
    assert cli.main(arguments) == 1
    assert complaint in capsys.readouterr().err


def test_any_error_of_ours_is_one_sentence(monkeypatch, capsys):
    def fail(*_):
        raise SvodkaError("диск полон")

    monkeypatch.setattr(cli, "_build", fail)
    assert cli.main(["build"]) == 1
    assert capsys.readouterr().err == "svodka: диск полон\n"
