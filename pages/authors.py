"""Authors: what voices stress against the others, pass over, say in which words, how much money they name and assert."""

from svodka.exhibits import authors, emphasis
from svodka.exhibits.catalogue import exhibit
from svodka.views import page, show, switch

head = show.headline_place()
asked, voices, against = switch.compared("authors", page.ask())
left, right = page.columns()
with left:
    kind = switch.choice("authors.kind", list(emphasis.KINDS))
    profile = exhibit("authors.profile", asked, voices=voices, against=against, kind=kind)
    if against:
        compared = [exhibit("authors.pair", asked, voices=voices, against=against, kind=kind)]
    else:
        compared = [profile, exhibit("authors.silent", asked, voices=voices, kind=kind)]
    for one in compared:
        show.exhibit(one)
    what = switch.choice("authors.show", ["words", "amounts", "claims"])
    said = [exhibit(f"authors.{one}", asked, voices=voices) for one in (["cloud", "words"] if what == "words" else [what])]
    for one in said:
        show.exhibit(one)
head(*emphasis.headline(profile, asked))
with right:
    show.evidence("authors", *compared, *said, otherwise=authors.telling(asked, voices, against))
