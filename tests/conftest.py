"""What several tests share: the tables of the five articles, built once a run."""

import sys
from pathlib import Path

import pytest

from svodka.frames.build import build
from svodka.frames.store import Corpus
from svodka.knowledge import ROOT

sys.path.insert(0, str(Path(__file__).parent))


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
