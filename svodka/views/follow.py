"""Links in HTML of our own, followed within the page as Streamlit's own are."""

import streamlit as st

# With a key held down the link is the browser's: another tab, another window.
SCRIPT = """<script>
if (!window.svodkaFollows) {
  window.svodkaFollows = true;
  document.addEventListener("click", event => {
    const link = event.target.closest?.("a.sv-go");
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    history.pushState({}, "", link.href);
    dispatchEvent(new PopStateEvent("popstate", {state: {}}));
  });
}
</script>"""

# A click into a paragraph is a link to the letter clicked, counted as Python counts letters; to select text is no click.
POINT = """<script>
if (!window.svodkaPoints) {
  window.svodkaPoints = true;
  document.addEventListener("click", event => {
    const paragraph = event.target.closest?.("p[data-start]");
    const link = paragraph?.closest("section")?.querySelector("a.sv-number");
    const caret = document.caretRangeFromPoint?.(event.clientX, event.clientY);
    if (!link || !caret || !paragraph.contains(caret.startContainer) || String(getSelection())) return;
    const before = document.createRange();
    before.setStart(paragraph, 0);
    before.setEnd(caret.startContainer, caret.startOffset);
    const address = new URL(link.href);
    address.searchParams.set("at", Number(paragraph.dataset.start) + [...String(before)].length);
    history.pushState({}, "", address);
    dispatchEvent(new PopStateEvent("popstate", {state: {}}));
  });
}
</script>"""


def points() -> None:
    """Make a click on a sentence of the Reader ask for it, which gives the link to it."""
    st.html(POINT, unsafe_allow_javascript=True)


def links() -> None:
    """Make links of the class `sv-go` open without loading everything anew; without scripts they are plain links."""
    st.html(SCRIPT, unsafe_allow_javascript=True)
