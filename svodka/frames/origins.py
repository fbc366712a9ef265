"""How many independent sources stand behind a claim: five echoes of one report are one."""

import re
from collections.abc import Hashable, Iterable

# Nobody comes to the same words in the same order so many words long by chance.
RUN = 8
WORD = re.compile(r"\w+(?:[.,]\d+)*")


def origins(told: Iterable[tuple[str, str, str]]) -> int:
    """The number of sources among tellings, each an article, a voice and a sentence in small letters.

    What is told in one article, by one voice (a quoted one too, whoever quotes it) or in the same run of words has one source.

    >>> origins([("a", "Ли", "сумма выросла"), ("b", "Цой", "объём стал больше"), ("c", "Ли", "она выросла")])
    2
    """
    first: dict[Hashable, int] = {}
    parents: list[int] = []
    for number, (article, voice, sentence) in enumerate(told):
        parents.append(number)
        for sign in {("article", article), ("voice", voice), *_runs(sentence)}:
            one, other = _root(parents, first.setdefault(sign, number)), _root(parents, number)
            parents[max(one, other)] = min(one, other)
    return sum(parent == number for number, parent in enumerate(parents))


def _root(parents: list[int], number: int) -> int:
    while parents[number] != number:
        number = parents[number]
    return number


def _runs(sentence: str) -> set[tuple[str, ...]]:
    """Every run of words of a sentence; the whole of one that is shorter."""
    words = WORD.findall(sentence)
    return {tuple(words[at : at + RUN]) for at in range(max(1, len(words) - RUN + 1))}
