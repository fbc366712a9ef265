"""Put a folder in the place of another whole or not at all, one writer at a time.

Everything unfinished lives in one sibling folder (`tables` → `tables.work`), so that an interrupted writer leaves
what was there untouched and the next one clears up behind it.
"""

import os
import shutil
from collections.abc import Iterator, Set
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from svodka.errors import TablesError
from svodka.frames.manifest import workshop

try:
    import fcntl
except ImportError:  # Windows
    import msvcrt


@contextmanager
def replaced(folder: Path, names: Set[str]) -> Iterator[Path]:
    """Give an empty folder to write into; when the block ends well, it stands where `folder` stood.

    `names` are the files that a folder of this kind holds: one that holds others is somebody's and is not replaced.
    Raises TablesError when it is not ours, when another writer is at work or when the disk refuses.
    """
    folder = folder.resolve()
    try:
        _refuse_foreign(folder, names)
        work = workshop(folder)
        fresh, former = work / "fresh", work / "former"
        with _locked(work, folder):
            if former.is_dir() and not folder.exists():
                former.rename(folder)
            for leftover in (fresh, former):
                shutil.rmtree(leftover, ignore_errors=True)
            try:
                fresh.mkdir()
                yield fresh
                _flush(fresh)
                _swap(fresh, folder, former)
            finally:
                if folder.exists() or not former.exists():
                    shutil.rmtree(work, ignore_errors=True)
    except OSError as error:
        raise TablesError(f"{folder} cannot be written: {error.strerror or error}") from error


def _refuse_foreign(folder: Path, names: Set[str]) -> None:
    if not folder.exists():
        return
    if not folder.is_dir():
        raise TablesError(f"{folder} is a file; name a folder for the tables")
    foreign = sorted({entry.name for entry in folder.iterdir()} - names)
    if foreign:
        raise TablesError(f"{folder} holds something else than tables ({foreign[0]}); name an empty or a new folder")


def _swap(fresh: Path, folder: Path, former: Path) -> None:
    if folder.exists():
        folder.rename(former)
    try:
        fresh.rename(folder)
    except OSError:
        if former.exists():
            former.rename(folder)
        raise
    _flush_entry(folder.parent)


def _flush(folder: Path) -> None:
    for path in folder.iterdir():
        with path.open("rb+") as file:
            os.fsync(file.fileno())
    _flush_entry(folder)


def _flush_entry(folder: Path) -> None:
    if os.name == "posix":  # elsewhere a folder cannot be opened
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


@contextmanager
def _locked(work: Path, folder: Path) -> Iterator[None]:
    work.mkdir(parents=True, exist_ok=True)
    path = work / "lock"
    with path.open("ab") as file:
        # The one before may have removed the lock between our opening and our locking it.
        if not _lock(file) or not path.exists() or not os.path.samestat(os.fstat(file.fileno()), path.stat()):
            raise TablesError(f"another build into {folder} is running; wait until it ends")
        yield


def _lock(file: IO[bytes]) -> bool:
    try:
        if os.name == "posix":
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        else:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
    except OSError:
        return False
    return True
