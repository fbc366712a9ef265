"""Search: where something is said, by whom, and how often; every line leads to its place in the article."""

from svodka.analysis import queries
from svodka.exhibits import search
from svodka.exhibits.catalogue import exhibit
from svodka.views import page, show
from svodka.views import search as view

asked = page.ask()
head = show.headline_place()
typed, mode = view.ask(asked)
sought = queries.asked(asked.corpus, typed, mode)
head(*search.headline(asked, typed, mode))
view.faults(sought.errors, asked.words)
if sought.queries:
    by_voice = exhibit("search.by_voice", asked, typed=typed, mode=mode)
    left, right = view.columns()
    with left:
        mark = show.exhibit(by_voice)
    with right:
        view.lines(asked, sought.queries, typed, mode, *search.picked(asked, sought.queries, mark))
