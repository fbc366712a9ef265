"""What can go wrong, said to the one who will read it: what happened, what there is, what to do."""


class SvodkaError(Exception):
    """The root: its text is a whole sentence that may be shown as it stands."""


class KnowledgeError(SvodkaError):
    """A row of a hand-kept file in `data/` is wrong; the text names file and line."""


class ArticleError(SvodkaError):
    """One article cannot be read; the others are not concerned."""


class TablesError(SvodkaError):
    """The built tables are missing, stale or not of the declared shape."""
