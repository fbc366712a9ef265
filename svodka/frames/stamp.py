"""Tell whether built tables still say what the articles, the knowledge files and the code say."""

import hashlib
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

from svodka.errors import TablesError
from svodka.frames.manifest import manifest
from svodka.knowledge import DATA, ROOT
from svodka.text import name_model

CODE = ("errors.py", "knowledge.py", "text", "corpus", "frames")
PART = 2**20  # bytes
# Their dictionaries and rates are part of what the tables say.
PACKAGES = ("pymorphy3", "pymorphy3-dicts-ru", "CurrencyConverter")


def stamp(source: Path, model: bool) -> str:
    """A hash of everything that a build of a folder of articles depends on: files by name and content, never by date.

    A build with the model of names depends on the packages of the model too.
    """
    return _with_model(_stamp(source), model)


def _with_model(made_of: str, model: bool) -> str:
    versions = [f"{package} {version(package)}" for package in name_model.PACKAGES] if model else []
    return hashlib.sha256(" ".join([made_of, *versions]).encode()).hexdigest()


def _stamp(source: Path) -> str:
    total = hashlib.sha256()
    for package in PACKAGES:
        total.update(f"{package} {version(package)}\n".encode())
    for name, path in sorted([*_articles(source), *_knowledge(), *_code()]):
        total.update(f"{name} {_content(path)}\n".encode("utf-8", "surrogateescape"))
    return total.hexdigest()


def is_stale(source: Path, out: Path, model: bool | None = None) -> bool:
    """Whether there is no finished build in a folder or it was made of something else than is there now.

    Without the articles there is nothing newer than a build. Where nobody asks for the model of names or for none, a build that
    was made either way will do.
    """
    try:
        built = manifest(out)["stamp"]
        if not source.is_dir():
            return False
        made_of = _stamp(source)
        ways = (model,) if model is not None else {False, name_model.is_available()}
        return built not in {_with_model(made_of, way) for way in ways}
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
