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


def links() -> None:
    """Make links of the class `sv-go` open without loading everything anew; without scripts they are plain links."""
    st.html(SCRIPT, unsafe_allow_javascript=True)
