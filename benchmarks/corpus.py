"""Make a corpus of any size out of the articles at hand: paragraphs drawn anew, the same ones for the same seed.

    python benchmarks/corpus.py FOLDER [--articles 2000] [--seed 1]

A made article opens with the first paragraphs of one real article, so that title, author and genre are found as in life, and
goes on with runs of paragraphs out of all of them, so that questions keep their answers.
"""

import argparse
import random
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HEAD, RUN = 4, 3


def generate(folder: Path, articles: int, seed: int = 1) -> None:
    """Write `articles` files and their articles.csv into a folder that is new or empty."""
    folder.mkdir(parents=True, exist_ok=True)
    if any(folder.iterdir()):
        raise SystemExit(f"{folder} is not empty")
    originals = [_paragraphs(path) for path in sorted((ROOT / "seeds").glob("*.txt"))]
    chance = random.Random(seed)
    for number in range(articles):
        paragraphs = _article(chance.choice(originals), originals, chance)
        (folder / f"made-{number:06}.txt").write_text("\n".join(paragraphs) + "\n", encoding="utf-8")


def _paragraphs(path: Path) -> list[str]:
    return [line.strip() for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def _article(model: Sequence[str], originals: Sequence[Sequence[str]], chance: random.Random) -> list[str]:
    """As many paragraphs as the model has: its own head, then runs from anywhere."""
    paragraphs = list(model[:HEAD])
    while len(paragraphs) < len(model):
        source = chance.choice(originals)
        start = chance.randrange(len(source))
        paragraphs += source[start : start + RUN]
    return paragraphs[: len(model)]


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description="Make a corpus by drawing the paragraphs of seeds/ anew.")
    parser.add_argument("folder", type=Path, help="a new or empty folder outside the repository")
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    generate(chosen.folder, chosen.articles, chosen.seed)


if __name__ == "__main__":
    main()
