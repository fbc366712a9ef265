"""Tell whether built tables still say what the articles, the knowledge files and the code say."""

import hashlib
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

from svodka.errors import TablesError
from svodka.frames.manifest import manifest
from svodka.knowledge import DATA, ROOT

CODE = ("errors.py", "knowledge.py", "text", "corpus", "frames")
PART = 2**20  # bytes
# Their dictionaries and rates are part of what the tables say.
PACKAGES = ("pymorphy3", "pymorphy3-dicts-ru", "CurrencyConverter")


def stamp(source: Path) -> str:
    """A hash of everything that a build of a folder of articles depends on: files by name and content, never by date."""
    total = hashlib.sha256()
    for package in PACKAGES:
        total.update(f"{package} {version(package)}\n".encode())
    for name, path in sorted([*_articles(source), *_knowledge(), *_code()]):
        total.update(f"{name} {_content(path)}\n".encode("utf-8", "surrogateescape"))
    return total.hexdigest()


def is_stale(source: Path, out: Path) -> bool:
    """Whether there is no finished build in a folder or it was made of something else than is there now.

    Without the articles there is nothing newer than a build.
    """
    try:
        return manifest(out)["stamp"] != stamp(source) if source.is_dir() else not manifest(out)
    except TablesError:
        return True


def _content(path: Path) -> str:
    found = hashlib.sha256()
    try:
        with path.open("rb", buffering=0) as file:
            while part := file.read(PART):
                found.update(part)
    except OSError as error:  # a folder, or a file that may not be read: that it is there counts too
        return f"unreadable {type(error).__name__}"
    return found.hexdigest()


def _articles(source: Path) -> Iterator[tuple[str, Path]]:
    for path in source.iterdir():
        yield f"article {path.name}", path


def _knowledge() -> Iterator[tuple[str, Path]]:
    for path in DATA.rglob("*"):
        name = path.relative_to(DATA)
        if path.is_file() and not name.parts[0].startswith("tables"):
            yield f"data {name.as_posix()}", path


def _code() -> Iterator[tuple[str, Path]]:
    package = ROOT / "svodka"
    for part in CODE:
        place = package / part
        for path in place.rglob("*.py") if place.is_dir() else [place]:
            yield f"code {path.relative_to(package).as_posix()}", path
