"""The command line: build the tables, extract from JSON lines, evaluate against a gold file."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TextIO

from svodka import jsonl
from svodka.errors import SvodkaError
from svodka.knowledge import DATA, ROOT

DONE, FAILED, INTERRUPTED = 0, 1, 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit code is 0 when it did its work, 1 when it could not (why is on standard error), 2 for a wrong call."""
    chosen = _parser().parse_args(arguments)
    try:
        return chosen.run(chosen)
    except SvodkaError as error:
        print(f"svodka: {error}", file=sys.stderr)
        return FAILED
    except BrokenPipeError:  # «… extract | head»: the reader has what it wanted
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    except KeyboardInterrupt:
        print("svodka: interrupted; what was built before is untouched", file=sys.stderr)
        return INTERRUPTED


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="svodka", description="Russian articles as a briefing whose every number leads to its sentence.")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)

    build = commands.add_parser("build", help="build the tables of a folder of articles")
    build.add_argument("source", nargs="?", type=Path, default=ROOT / "seeds", help="folder of articles (default: seeds)")
    build.add_argument("--out", type=Path, default=DATA / "tables", metavar="DIR", help="folder for the tables (default: data/tables)")
    build.add_argument("--workers", type=_workers, default=1, metavar="N", help="processes to use (default: 1); the result is the same")
    build.add_argument("--if-stale", action="store_true", help="build only when something has changed since the last build")
    _add_names(build)
    build.set_defaults(run=_build)

    extract = commands.add_parser("extract", help='read {"id", "text"} a line on standard input, write what is found a line')
    _add_names(extract)
    extract.set_defaults(run=_extract)

    evaluate = commands.add_parser("evaluate", help="score against a gold file of the shape that extract writes")
    evaluate.add_argument("gold", type=Path, help="JSON lines; each with its text, or with an id that FILE has too")
    evaluate.add_argument("--predicted", type=Path, metavar="FILE", help="what some program found, instead of extracting from the texts")
    _add_names(evaluate)
    evaluate.set_defaults(run=_evaluate)
    return parser


def _add_names(parser: argparse.ArgumentParser) -> None:
    told = "whether names are found by the lexicon and grammar alone or by the model too (default: the model where it is installed)"
    parser.add_argument("--names", choices=("lexicon", "model"), help=told)


def _asks_model(chosen: argparse.Namespace) -> bool:
    from svodka.text import name_model

    available = name_model.is_available()
    if chosen.names == "model" and not available:
        raise SvodkaError(f"the model for names needs the packages {', '.join(name_model.PACKAGES)}: pip install -r requirements.txt")
    return available and chosen.names != "lexicon"


def _workers(given: str) -> int:
    if not given.isdecimal() or int(given) < 1:
        raise argparse.ArgumentTypeError("a whole number from 1 up")
    return int(given)


def _build(chosen: argparse.Namespace) -> int:
    from svodka.frames.build import build
    from svodka.frames.stamp import is_stale

    model = _asks_model(chosen)
    if chosen.if_stale and not is_stale(chosen.source, chosen.out, chosen.names and model):
        return DONE
    report = build(chosen.source, chosen.out, chosen.workers, _progress(sys.stderr), model)
    if report.tagging:
        cost = f"{report.tagging:.1f} s, {report.counts['words'] / report.tagging:,.0f} words/s"
        print(f"svodka: names by the model: {cost}", file=sys.stderr)
    for file, reason in report.refused:
        print(f"svodka: skipped {file}: {reason}", file=sys.stderr)
    made = {name: report.counts[name] for name in ("articles", "voices", "words", "quantities", "mentions", "dates")}
    if report.refused:
        made["files skipped"] = len(report.refused)
    print(f"{chosen.out}: {', '.join(f'{name} {count}' for name, count in made.items())}")
    return DONE


def _progress(stream: TextIO) -> Callable[[int, int, str], None]:
    """One line that is written over on a terminal; elsewhere a line for every tenth part."""
    tenth = 0

    def terminal(done: int, total: int, name: str) -> None:
        end = "\n" if done == total else ""
        print(f"\r\x1b[K{done} of {total} {name if done < total else ''}", end=end, file=stream, flush=True)

    def sparse(done: int, total: int, name: str) -> None:
        nonlocal tenth
        if done * 10 // max(total, 1) > tenth:
            tenth = done * 10 // total
            print(f"{done} of {total}", file=stream, flush=True)

    return terminal if stream.isatty() else sparse


def _extract(chosen: argparse.Namespace) -> int:
    from svodka.extract import extract

    model = _asks_model(chosen)
    code = DONE
    for number, given in jsonl.objects(sys.stdin.buffer):
        try:
            if isinstance(given, jsonl.LineError):
                raise given
            text = jsonl.text(number, given)
            sys.stdout.buffer.write(jsonl.line({"id": given.get("id")} | extract(text, model)))
            sys.stdout.buffer.flush()
        except jsonl.LineError as error:
            print(f"svodka: {error}", file=sys.stderr, flush=True)
            code = FAILED
    return code


def _evaluate(chosen: argparse.Namespace) -> int:
    from svodka.evaluate import evaluate, read, report

    gold = read(chosen.gold)
    if chosen.predicted:
        predicted = {row["id"]: row for row in read(chosen.predicted)}
        missing = [row["id"] for row in gold if row["id"] not in predicted]
        if missing:
            raise SvodkaError(f"{chosen.predicted} has no line with the id {missing[0]!r}")
        scores = evaluate(gold, lambda row: predicted[row["id"]])
    else:
        from svodka.extract import extract

        model = _asks_model(chosen)
        without = [row["id"] for row in gold if "text" not in row]
        if without:
            raise SvodkaError(f"{chosen.gold}: the line with the id {without[0]!r} has no text; give it one or use --predicted")
        scores = evaluate(gold, lambda row: extract(row["text"], model))
    print(report(scores))
    return DONE
