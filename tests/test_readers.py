"""Bytes of a file → text, or one sentence saying what is wrong."""

import hashlib

import pytest

from svodka.corpus import readers
from svodka.errors import ArticleError

TEXT = "Порт открыли в мае.\nСуда идут в Актау, говорит диспетчер — «всё готово»."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1251", "utf-16"])
def test_encodings_are_recognised(tmp_path, encoding):
    path = tmp_path / "port.txt"
    path.write_bytes(TEXT.encode(encoding))
    assert readers.read(path) == readers.Source(TEXT, hashlib.sha256(TEXT.encode(encoding)).hexdigest())


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"", "is empty"),
        (b" \r\n\t\n", "is empty"),
        ("\ufeff".encode(), "is empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "binary"),
        (b"\xd0\xd2\xc9\xd7\xc5\xd4, \xcb\xc1\xcb \xc4\xc5\xcc\xc1 \xd5 \xd4\xc5\xc2\xd1?", "neither UTF-8 nor Windows-1251"),  # KOI8-R
        (TEXT.replace("—", "-").replace("«", "").replace("»", "").encode("cp866"), "neither UTF-8 nor Windows-1251"),
        (TEXT.encode("utf-8").decode("cp1251", errors="replace").encode("utf-8"), "garbled"),
        (TEXT.encode("utf-8")[:-2], "damaged at byte"),
        (("п" + "ривет" * 50_000).encode(), "a line of more than"),
        (b"The port was opened in May. Ships go to Aktau.", "is not in Russian"),
        (b"12 345 678", "is not in Russian"),
        ("Қазақстан Республикасының Үкіметі бүгін жаңа өнеркәсіп бағдарламасын қабылдады".encode(), "not Russian"),
        ("текст \x01\x02 текст".encode(), "control characters"),
        ("Порт".encode("utf-16")[:-1], "begins like UTF-16"),
    ],
)
def test_the_unfit_is_refused_in_one_sentence(tmp_path, raw, said):
    path = tmp_path / "bad.txt"
    path.write_bytes(raw)
    with pytest.raises(ArticleError, match=said) as refusal:
        readers.read(path)
    assert str(refusal.value).startswith("bad.txt: ")
    assert "; " in str(refusal.value)


def test_a_huge_line_is_refused_at_once(tmp_path):
    path = tmp_path / "huge.txt"
    path.write_bytes("слово ".encode() * 4_500_000)
    with pytest.raises(ArticleError, match="too many for an article"):
        readers.read(path)


def test_other_files_are_refused(tmp_path):
    with pytest.raises(ArticleError, match="plain text"):
        readers.read(tmp_path / "port.docx")
    with pytest.raises(ArticleError, match="cannot be read"):
        readers.read(tmp_path / "missing.txt")


@pytest.mark.parametrize("text", ["РФ и США.", "РСФСР РАСПАЛАСЬ", "Сотрудничество с Японией: C5+1, JICA, Mitsubishi."])
def test_ordinary_texts_pass(text):
    readers.refuse_unfit(text, "text")
