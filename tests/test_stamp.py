"""Fresh or stale: what makes the tables be built again."""

import os
import shutil

import pytest
import small

from svodka.frames.build import build
from svodka.frames.stamp import is_stale
from svodka.knowledge import ROOT

SEEDS = ROOT / "seeds"


@pytest.mark.parametrize(
    ("change", "stale"),
    [
        (lambda source, out: None, False),
        (lambda source, out: os.utime(source / "grain.txt", (1, 1)), False),
        (lambda source, out: (source / "grain.txt").write_text(small.GRAIN + "Ещё.", encoding="utf-8"), True),
        (lambda source, out: (source / "grain.txt").rename(source / "corn.txt"), True),
        (lambda source, out: (source / "new.txt").write_text(small.GRAIN, encoding="utf-8"), True),
        (lambda source, out: shutil.copy(SEEDS / "articles.csv", source), True),
        (lambda source, out: (out / "build.json").unlink(), True),
        (lambda source, out: shutil.rmtree(out), True),
        (lambda source, out: shutil.rmtree(source), False),
        (lambda source, out: (shutil.rmtree(source), shutil.rmtree(out)), True),
    ],
)
def test_stale(source, out, change, stale):
    build(source, out)
    change(source, out)
    assert is_stale(source, out) is stale
