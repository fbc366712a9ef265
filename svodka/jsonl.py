"""JSON lines in and out: UTF-8, one object a line, complaints that name the line."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from svodka.errors import SvodkaError

LINE_BREAKS = {ord(mark): json.dumps(mark)[1:-1] for mark in "\x85\u2028\u2029"}


class LineError(SvodkaError):
    """A line is no JSON object or lacks what it must hold; the text names the line."""


def objects(lines: Iterable[bytes]) -> Iterator[tuple[int, dict[str, Any] | LineError]]:
    """The number of each line that is not blank, with its object or with what is wrong with it."""
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            found = json.loads(line.decode("utf-8-sig"), parse_constant=_refuse)
        except UnicodeDecodeError:
            yield number, LineError(f"line {number}: is not UTF-8")
        except (ValueError, RecursionError) as error:
            yield number, LineError(f"line {number}: is not JSON ({error})")
        else:
            yield number, found if isinstance(found, dict) else LineError(f'line {number}: is not an object like {{"id": …, "text": …}}')


def text(number: int, found: dict[str, Any]) -> str:
    """The text of an object; LineError when it has none."""
    if not isinstance(found.get("text"), str):
        raise LineError(f"line {number}: «text» is missing or is no string")
    return found["text"]


def line(found: dict[str, Any]) -> bytes:
    """One object as a line; what would break a line for some reader, or UTF-8, stays the escape that JSON has for it."""
    dumped = json.dumps(found, ensure_ascii=False, allow_nan=False).translate(LINE_BREAKS)
    return (dumped + "\n").encode("utf-8", "backslashreplace")  # half a surrogate pair is not encodable


def _refuse(constant: str) -> None:
    raise ValueError(f"{constant} is not JSON")
