"""The whole pipeline, from a folder of articles to tables that stand in the place of the former ones."""

import gc
import json
import os
import threading
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import cache
from multiprocessing import get_context, parent_process
from pathlib import Path
from typing import Any, NamedTuple

import pyarrow as pa

from svodka.corpus import library
from svodka.errors import ArticleError, KnowledgeError, TablesError
from svodka.frames import claims, phrases
from svodka.frames.convert import known_rates
from svodka.frames.manifest import MANIFEST
from svodka.frames.neighbours import Neighbours
from svodka.frames.replacement import replaced
from svodka.frames.rows import rows
from svodka.frames.schema import CONCEPTS, TABLES
from svodka.frames.stamp import stamp
from svodka.frames.statements import Said
from svodka.frames.tagging import Timed
from svodka.frames.voices import Chorus, Spoken
from svodka.frames.writer import Writer
from svodka.text import name_model
from svodka.text.lexicon import Lexicon
from svodka.text.names import Namer

FILES = frozenset({MANIFEST, *(f"{name}.parquet" for name in TABLES)})
# Part of what a row group holds, hence of the bytes written: the same for any number of workers.
BATCH = 16
ARTICLE_TABLES = ("articles", "turns", "passages", "sentences", "words", "mentions", "names", "quantities", "dates")

Progress = Callable[[int, int, str], None]


class Refused(NamedTuple):
    """A file that is not in the tables, and why."""

    file: str
    reason: str


class Batch(NamedTuple):
    """What some articles give: rows by table, voices still to be merged, files refused; seconds that the model of names took."""

    tables: dict[str, pa.Table]
    voices: list[Spoken]
    refused: list[Refused]
    tagging: float


class Report(NamedTuple):
    """What a build made: its stamp, rows by table, the files it refused; seconds that the model of names took, 0 without it."""

    stamp: str
    counts: dict[str, int]
    refused: list[Refused]
    tagging: float


def build(
    source: Path, out: Path, workers: int = 1, progress: Progress = lambda done, total, name: None, model: bool | None = None
) -> Report:
    """Build the tables of a folder of articles into another folder, whole or not at all.

    `progress` hears how many files are done, of how many, and the name of the last one. With `model` names are also found by the
    model for names, by default where it is installed. The bytes written depend on the articles, the knowledge files, the code
    and that choice alone. Raises SvodkaError when there is nothing to build or no place to build it.
    """
    if not source.is_dir():
        raise TablesError(f"{source} is no folder; name the folder that holds the articles")
    model = name_model.is_available() if model is None else model
    made_of = stamp(source, model)
    paths, refused = _distinct(library.paths(source))
    known = library.known(source)
    chorus, said, neighbours = Chorus(), Said(lexicon().concepts), Neighbours()
    with replaced(out, FILES) as folder:
        with Writer(folder, TABLES) as writer:
            done, tagging = 0, 0.0
            progress(done, len(paths), "")
            for names, batch in _analysed(paths, known, workers, model):
                writer.add(batch.tables)
                chorus.add(batch.voices)
                said.add(batch.tables)
                neighbours.add(batch.tables)
                refused += batch.refused
                tagging += batch.tagging
                done += len(names)
                progress(done, len(paths), names[-1])
            if not writer.counts["articles"]:
                raise TablesError(_nothing(source, refused))
            writer.add({"voices": chorus.table(), "concepts": CONCEPTS.table([*lexicon().concepts.values()])})
            writer.add(claims.tables(said) | {"phrases": phrases.table(neighbours)})
        report = Report(made_of, writer.counts, sorted(refused), tagging)
        (folder / MANIFEST).write_text(_manifest(report), encoding="utf-8")
    return report


def analyse(batch: Sequence[Path], known: Mapping[str, Any], model: bool = False) -> Batch:
    """Everything that some articles say: the pure function over a batch that any engine may spread over machines.

    `known` is what articles.csv says of these articles. The answer depends on nothing but the files, in their order, and on
    whether the model of names is asked.
    """
    found: dict[str, list[tuple]] = {name: [] for name in ARTICLE_TABLES}
    voices: list[Spoken] = []
    refused: list[Refused] = []
    tagger = Timed() if model else None
    namer = Namer(lexicon(), tagger)
    with _what_stays_is_no_garbage():
        for path in batch:
            try:
                article = library.load(path, known)
                of_article = rows(article, namer, known_rates())
            except ArticleError as error:
                refused.append(Refused(path.name, str(error)))
                continue
            except KnowledgeError:  # a wrong row in data/ concerns every article
                raise
            except Exception as error:  # the border: a fault of ours in one article of a hundred thousand costs that article
                fault = f"a fault of the program ({type(error).__name__}: {error}); please report it"
                refused.append(Refused(path.name, f"{path.name}: {fault}"))
                continue
            for name, part in of_article.items():
                found[name] += part
            words = Counter(voice_id for *_, voice_id, _, _ in of_article["words"])
            voices += [Spoken(voice, words[voice.voice_id]) for voice in article.voices]
        return Batch({name: TABLES[name].table(part) for name, part in found.items()}, voices, refused, tagger.seconds if tagger else 0.0)


@contextmanager
def _what_stays_is_no_garbage() -> Iterator[None]:
    """Spare the collector the lexicon, which it would go through again and again for a twelfth of a build's time."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


@cache
def lexicon() -> Lexicon:
    """The lexicon of the project, loaded once a process."""
    return Lexicon.load()


def _distinct(paths: Iterable[Path]) -> tuple[list[Path], list[Refused]]:
    """Files whose stems can be ids of articles: they are text, and none is another's."""
    first: dict[str, Path] = {}
    refused = []
    for path in paths:
        name = path.name.encode("utf-8", "backslashreplace").decode()
        if name != path.name:
            refused.append(Refused(name, f"{name}: the file's name is not UTF-8; rename it"))
            continue
        namesake = first.setdefault(path.stem, path)
        if namesake is not path:
            refused.append(Refused(name, f"{name}: {namesake.name} has the same name but for the extension; rename one of them"))
    return list(first.values()), refused


def _analysed(paths: Sequence[Path], known: Mapping[str, Any], workers: int, model: bool) -> Iterator[tuple[list[str], Batch]]:
    """Batches in the order of the files, each with the names of its files."""
    batches = [paths[start : start + BATCH] for start in range(0, len(paths), BATCH)]
    tasks = ((batch, {path.stem: known[path.stem] for path in batch if path.stem in known}) for batch in batches)
    if workers == 1 or len(batches) < 2:
        for batch, known_of in tasks:
            yield [path.name for path in batch], analyse(batch, known_of, model)
        return
    # «spawn» is what every system has, and a fork of a process with threads may hang.
    with ProcessPoolExecutor(min(workers, len(batches)), get_context("spawn"), _end_with_parent) as pool:
        ahead: deque[tuple[list[str], Future[Batch]]] = deque()
        try:
            for batch, known_of in tasks:
                ahead.append(([path.name for path in batch], pool.submit(analyse, batch, known_of, model)))
                if len(ahead) > 2 * workers:
                    names, future = ahead.popleft()
                    yield names, future.result()
            while ahead:
                names, future = ahead.popleft()
                yield names, future.result()
        except BrokenProcessPool as error:
            raise TablesError("a worker process died, perhaps for want of memory; try fewer workers") from error
        finally:
            for _, future in ahead:
                future.cancel()


def _end_with_parent() -> None:
    """Let a worker go when the build is killed: it would wait for its next batch for ever."""

    def watch() -> None:
        parent_process().join()
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


def _nothing(source: Path, refused: Sequence[Refused]) -> str:
    if not refused:
        return f"{source} holds no articles; put .txt files there"
    return f"none of the {len(refused)} files in {source} can be read: {refused[0].reason}"


def _manifest(report: Report) -> str:
    content = {"stamp": report.stamp, "counts": report.counts, "refused": [refused._asdict() for refused in report.refused]}
    return json.dumps(content, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
