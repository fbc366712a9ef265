"""What «он» stands for where an amount is said of it: «Товарооборот растёт. В 2024 году он составил 2 млрд»."""

from svodka.text.clauses import Atom
from svodka.text.reads import Read, read
from svodka.text.scene import Scene, cue
from svodka.text.sentences import Span, sentences
from svodka.text.tokens import tokenize

GENDERS = frozenset({"masc", "femn", "neut"})


def measure(text: str, sentence: Span, scene: Scene) -> Read[str] | None:
    """The measure of the noun a pronoun in the subject repeats: the last before it, of its gender, in this sentence or the one before."""
    if scene.predicate is None or not any(action.kind == "be" for action in scene.actions):
        return None
    pronoun = next((word for word in scene.words[: scene.predicate] if word.pos == "NPRO" and word.may_be("NPRO", "nomn", "3per")), None)
    if pronoun is None:
        return None
    first = beginning(text, sentence)
    for token in reversed(tokenize(text[first : pronoun.start])):
        noun = Atom(token.start + first, token.stop + first, token.form, token.kind)
        if (found := cue(noun, "sum")) and agree(noun, pronoun):
            return read(found.measure, found)
    return None


def beginning(text: str, sentence: Span) -> int:
    """Where the sentence before begins, or this one if it is the first of its paragraph."""
    line = text.rfind("\n", 0, sentence.start) + 1
    before = sentences(text[line : sentence.start])
    return line + before[-1].start if before else sentence.start


def agree(noun: Atom, pronoun: Atom) -> bool:
    """Whether gender and number are the same: «он» is no «торговля»."""
    wanted = frozenset().union(*(tags for tags in pronoun.tags if "nomn" in tags))
    features = GENDERS if "sing" in wanted else frozenset({"plur"})
    return any("nomn" in tags and tags & features & wanted for tags in noun.tags)
