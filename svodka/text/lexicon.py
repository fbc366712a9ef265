"""Find lexicon terms in a text, in whatever case and number they stand."""

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple, Self

from svodka.knowledge import DATA
from svodka.text import glossary, homographs
from svodka.text.brackets import bracketed
from svodka.text.candidates import Candidate, longest, undenied, undoubted
from svodka.text.glossary import Concept, Glossary, Term
from svodka.text.hyphens import Hyphened
from svodka.text.terms import linking, variants, words
from svodka.text.tokens import Token, tokenize
from svodka.text.trie import Leaf, Trie

__all__ = ["Concept", "Lexicon", "Mention"]


class Mention(NamedTuple):
    """One term found; `text[start:stop]` is how it is written there. A metonym names the concept by something else."""

    start: int
    stop: int
    concept: str
    kind: str
    metonym: bool


class Lexicon:
    """Terms filed under concepts: «сырая нефть» and «нефть» both mean oil.

    It inflects its terms and leaves the text alone: a term has known forms, while a word met in a text has rival readings
    («газу» is газ or Газа). Entities (resources, places, organisations, people, routes) compete for the words, the longest term
    wins; themes are a second layer over them: their own terms, and the mentions of the concepts they include.
    """

    def __init__(self, source: Glossary):
        self.concepts = source.concepts
        self._trie = Trie()
        self._hyphened = Hyphened(self._trie.starts)
        for term in source.terms:
            self._add(term)
        self._themes = _themes(source)

    @classmethod
    def load(cls, folder: Path = DATA / "lexicon") -> Self:
        """The lexicon kept in a folder; it inflects some thousands of terms, so do it once a process.

        Raises KnowledgeError naming file and line of a wrong row.
        """
        return cls(glossary.read(folder))

    def find(self, text: str, tokens: list[Token] | None = None) -> list[Mention]:
        """The mentions left to right; at one place a concept is mentioned once.

        >>> lexicon = Lexicon.load()
        >>> [it.concept for it in lexicon.find("Экспорт сырой нефти из Казахстана")]
        ['energy', 'oil', 'kazakhstan']
        """
        tokens = tokenize(text) if tokens is None else tokens
        candidates = undenied(list(self._candidates(text, tokens)))
        entities = longest(undoubted(text, tokens, [it for it in candidates if it.leaf.kind != "theme"]))
        themes = longest(it for it in candidates if it.leaf.kind == "theme")
        mentions = [_mention(it) for it in bracketed(tokens, entities)]
        mentions += self._of_themes(mentions, [_mention(it) for it in bracketed(tokens, themes)])
        return sorted(mentions)

    def _add(self, term: Term) -> None:
        quoted = term.text.startswith("«") and term.text.endswith("»")
        for text in variants(term.text):
            parts = words(text, term.gender)
            leaf = Leaf(term.concept, term.kind, term.metonym, term.denial, quoted, max(part.case for part in parts), text)
            self._trie.add(parts, leaf)
            if text.endswith("-"):
                self._hyphened.link(text[:-1], leaf)
            elif len(parts) == 1 and term.kind == "place" and not term.denial:
                link = linking(parts[0].forms)
                if link:
                    self._hyphened.link(link, leaf)
                    self._trie.add(words(f"{link}-"), leaf)  # «российско – китайский»

    def _candidates(self, text: str, tokens: list[Token]) -> Iterator[Candidate]:
        for first, last, leaves in self._trie.hits(text, tokens):
            if first == last and not homographs.holds(tokens, first):
                continue
            start, stop = tokens[first].start, tokens[last].stop
            for leaf in leaves:
                if first == last and leaf.kind == "resource" and homographs.is_name_in_quotes(tokens, first):
                    continue
                yield Candidate(start, stop, first, last, leaf)
        for place, token in enumerate(tokens):
            hyphened = token.kind == "word" and ("-" in token.form or "‑" in token.form)
            if hyphened and not any(node.leaves for node in self._trie.starts[token.form]):
                for start, stop, leaf in self._hyphened[token.form]:
                    yield Candidate(token.start + start, token.start + stop, place, place, leaf)

    def _of_themes(self, entities: list[Mention], own: list[Mention]) -> list[Mention]:
        """A theme's own terms and the entities it includes; of two that overlap within one theme the longer."""
        found: dict[str, list[Mention]] = defaultdict(list)
        for mention in own:
            found[mention.concept].append(mention)
        for mention in entities:
            for theme in self._themes.get(mention.concept, ()):
                found[theme].append(Mention(mention.start, mention.stop, theme, "theme", False))
        return [mention for rivals in found.values() for mention in _apart(rivals)]


def _mention(candidate: Candidate) -> Mention:
    leaf = candidate.leaf
    return Mention(candidate.start, candidate.stop, leaf.concept, leaf.kind, leaf.metonym)


def _apart(mentions: list[Mention]) -> list[Mention]:
    """Of overlapping mentions of one concept the longest."""
    if len(mentions) < 2:
        return mentions
    kept: list[Mention] = []
    for mention in sorted(mentions, key=lambda it: (it.start, -it.stop)):
        if kept and mention.start < kept[-1].stop:
            if mention.stop - mention.start > kept[-1].stop - kept[-1].start:
                kept[-1] = mention
        else:
            kept.append(mention)
    return kept


def _themes(source: Glossary) -> dict[str, list[str]]:
    """Concept → themes for which its mentions count: it is included, or its kind is, or an ancestor of its kind."""
    found: dict[str, list[str]] = defaultdict(list)
    for name, concept in source.concepts.items():
        line = {concept.kind}
        at: str | None = name
        while at is not None and source.concepts[at].kind == concept.kind:
            line.add(at)
            at = source.concepts[at].parent
        found[name] = [theme for theme, included in source.includes.items() if not line.isdisjoint(included)]
    return found
