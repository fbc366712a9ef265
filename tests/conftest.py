"""What several tests share: the tables of the five articles, built once a run."""

import gc
from collections.abc import Iterator
from functools import _lru_cache_wrapper
from pathlib import Path

import pytest
import small

from svodka.frames.build import build
from svodka.frames.store import Corpus
from svodka.knowledge import ROOT


@pytest.fixture(scope="session", autouse=True)
def nothing_kept() -> Iterator[None]:
    """What caches keep goes with the last test: DuckDB's binding complains about connections that are still held when Python ends."""
    yield
    for cached in gc.get_objects():
        if isinstance(cached, _lru_cache_wrapper) and cached.__module__.startswith("svodka"):
            cached.cache_clear()
    gc.collect()


@pytest.fixture(scope="session")
def built(tmp_path_factory) -> Path:
    """A folder with the tables of `seeds`, built by this run."""
    out = tmp_path_factory.mktemp("built") / "tables"
    build(ROOT / "seeds", out)
    return out


@pytest.fixture(scope="session")
def seeds(built) -> Corpus:
    """The corpus of the five articles."""
    return Corpus.open(built)


@pytest.fixture
def source(tmp_path) -> Path:
    """A folder with two short articles."""
    return small.write(tmp_path / "articles")


@pytest.fixture
def out(tmp_path) -> Path:
    """Where the tables of a test go; not there yet."""
    return tmp_path / "tables"
