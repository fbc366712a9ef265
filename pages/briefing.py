"""Briefing: what was picked on any page, in order, with notes; shown full screen and written to files."""

from svodka.views import briefings, downloads, outline, page, parts, show

asked = page.ask()
words, found = asked.words, briefings.current()
if found is None:
    show.headline(words("briefing.none"), words("briefing.lead"))
    parts.empty(words("briefing.none"), words("briefing.none.do"))
    outline.restore()
else:
    show.headline(found.name, words("briefing.lead"))
    outline.choose(found)
    outline.restore()
    downloads.bar(found, asked.corpus)
    left, right = page.columns(0.4)
    with left:
        if not found.items:
            parts.empty(words("briefing.empty.title"), words("briefing.none.do"))
        chosen = outline.items(found, asked.corpus)
    with right:
        if chosen:
            outline.editor(found, chosen, asked.corpus)
            outline.preview(outline.now(asked.corpus, chosen))
