"""What several tests share: the tables of the five articles, built once a run."""

from pathlib import Path

import pytest
import small

from svodka.frames.build import build
from svodka.frames.store import Corpus
from svodka.knowledge import ROOT


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
