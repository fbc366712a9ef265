"""The architecture is a test: an import that is forbidden fails the build."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from svodka.knowledge import ROOT

PAGES = sorted((ROOT / "pages").glob("*.py"))


def test_import_rules():
    """The layers of pyproject.toml hold."""
    run = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stdout


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_pages_are_thin(page):
    """A page asks, computes and shows: short, no definitions, only streamlit and svodka imported."""
    source = page.read_text(encoding="utf-8")
    tree = ast.parse(source)
    imported = {
        (name.module if isinstance(name, ast.ImportFrom) else alias.name).split(".")[0]
        for name in ast.walk(tree)
        if isinstance(name, ast.Import | ast.ImportFrom)
        for alias in name.names
    }
    assert len(source.splitlines()) <= 45
    assert not [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.ClassDef | ast.Lambda)]
    assert imported <= {"streamlit", "svodka"}


def test_there_are_pages():
    assert len(PAGES) >= 7
