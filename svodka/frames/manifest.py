"""What a finished build says of itself, and where an unfinished one lies."""

import json
from pathlib import Path
from typing import Any

from svodka.errors import TablesError

MANIFEST = "build.json"


def workshop(folder: Path) -> Path:
    """The sibling folder where a build of these tables is under way or was cut off."""
    return folder.with_name(folder.name + ".work")


def manifest(folder: Path) -> dict[str, Any]:
    """What a finished build says of itself: `stamp`, `counts` by table, `refused` files; TablesError when there is none."""
    try:
        found = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        return {"stamp": found["stamp"], "counts": found["counts"], "refused": found["refused"]}
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise TablesError(f"{folder} holds no finished build; run «python -m svodka build»") from error
