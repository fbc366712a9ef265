"""`python -m svodka extract`: JSON lines in, what is found in each out, one by one."""

import io
import json
import os
import subprocess
import sys
from types import SimpleNamespace

import pytest

from svodka import cli
from svodka.knowledge import ROOT

TEXT = "В 2024 году Казахстан вложил 3,7 млрд долларов в добычу урана."


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
    environment = os.environ | {"LC_ALL": "C", "PYTHONUTF8": "0"}
    ran = subprocess.run(
        [sys.executable, "-m", "svodka", "extract"], cwd=ROOT, env=environment, input=line, capture_output=True, timeout=60, check=False
    )
    assert ran.returncode == 1
    assert json.loads(ran.stdout.decode())["id"] == "ё"
    assert ran.stderr.startswith(b"svodka: line 2: is not JSON")
