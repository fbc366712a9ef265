"""What lies between two neighbouring tokens: nothing, a space, the end of a line."""

from svodka.text.tokens import Token


def touch(tokens: list[Token], place: int) -> bool:
    """Whether this token stands right after the one before it, without a space."""
    return 0 < place < len(tokens) and tokens[place].start == tokens[place - 1].stop


def joined(text: str, tokens: list[Token], place: int) -> bool:
    """Whether this token may continue what the one before it began: a line may end between them, a paragraph may not.

    >>> from svodka.text.tokens import tokenize
    >>> [joined(text, tokenize(text), 1) for text in ("3,7⏎млрд".replace("⏎", chr(10)), "55" + 2 * chr(10) + "лет")]
    [True, False]
    """
    if not 0 < place < len(tokens):
        return False
    left, right = tokens[place - 1], tokens[place]
    if right.start - left.stop < 2 and text[left.stop : right.start] != "\n":
        return True
    breaks = text.count("\n", left.stop, right.start)
    return not breaks or (breaks == 1 and not right.form[0].isupper())
