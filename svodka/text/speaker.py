"""Who speaks, as far as one sentence tells."""

from typing import NamedTuple


class Speaker(NamedTuple):
    """Who speaks, as far as the sentence tells: a name, else a role («министр») or a gender («он») to be resolved by the text before.

    agrees is the gender of an institution's noun, so that «заявила» is not said by a ministry.
    """

    name: str | None
    start: int
    stop: int
    role: str | None = None
    gender: str | None = None
    pronoun: bool = False
    person: bool = False
    agrees: str | None = None

    @property
    def rank(self) -> int:
        """Of two subjects of one verb the lower is meant: a person before an institution, a bare office last."""
        return 0 if self.person or self.pronoun else 1 if self.name else 2


def joint(names: list[str]) -> str:
    """Several people as one voice.

    >>> joint(["Анна Ли", "Пётр Цой", "Иван Ким"])
    'Анна Ли, Пётр Цой и Иван Ким'
    """
    return f"{', '.join(names[:-1])} и {names[-1]}" if len(names) > 1 else names[0]
