"""What can go wrong, said to the one who will read it: what happened, what there is, what to do."""


class SvodkaError(Exception):
    """The root: its text is a whole sentence that may be shown as it stands."""


class KnowledgeError(SvodkaError):
    """A row of a hand-kept file in `data/` is wrong; the text names file and line."""


class ArticleError(SvodkaError):
    """One article cannot be read; the others are not concerned."""


class TablesError(SvodkaError):
    """The built tables are missing, stale or not of the declared shape."""


class QueryError(SvodkaError):
    """A query cannot be searched for: `reason` is a code that messages.csv puts into words, `query` was typed, `at` is the fault in it."""

    def __init__(self, reason: str, query: str, at: str = ""):
        super().__init__(f"the query «{query}» cannot be searched for: {reason}{f' at «{at}»' if at else ''}")
        self.reason = reason
        self.query = query
        self.at = at


class BriefingError(SvodkaError):
    """Briefings cannot be read or kept, or the asked one is gone."""


class PictureError(SvodkaError):
    """A chart cannot be made a picture here: `why` is missing (no browser), late (not in time) or failed (the browser drew nothing)."""

    def __init__(self, why: str, text: str):
        super().__init__(text)
        self.why = why
