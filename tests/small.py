"""Two small articles for tests of the build, and how to look at what it wrote."""

from pathlib import Path

GRAIN = """Зерно идёт на юг
Автор: Анна Ким
Урожай зерна вырос. В 2024 году Казахстан продал 5 млн тонн зерна на 1,2 млрд долларов.
Новые элеваторы стоят у границы, и поезда уходят каждый день.
"""
URANIUM = """Уран и цены
Автор: Олег Цой
Цена урана поднялась до 80 долларов за фунт. Это много.
"""


def write(folder: Path) -> Path:
    """Put both into a new folder."""
    folder.mkdir()
    (folder / "grain.txt").write_text(GRAIN, encoding="utf-8")
    (folder / "uranium.txt").write_text(URANIUM, encoding="utf-8")
    return folder


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}
