"use strict";
// The talk: one slide at a time; this window and the one with the notes tell each other where they are.
const slides = [...document.querySelectorAll(".slide")];
const evidence = document.querySelector(".evidence");
const black = document.querySelector(".black");
const help = document.querySelector(".help");
const aside = new URLSearchParams(location.search).has("notes");
const channel = new BroadcastChannel("svodka" + location.pathname);
const BASE = 860; // width in pixels that charts are drawn for; then they are scaled to the stage
let at = 0;

function place(number, tell = true) {
  at = Math.max(0, Math.min(slides.length - 1, number));
  slides.forEach((slide, index) => slide.classList.toggle("now", index === at));
  document.querySelector(".bar i").style.width = `${(100 * at) / Math.max(1, slides.length - 1)}%`;
  document.querySelector(".count").textContent = `${at + 1} / ${slides.length}`;
  evidence.classList.remove("open");
  if (aside) notes();
  else draw(slides[at]);
  history.replaceState(null, "", `#${at + 1}`);
  if (tell) channel.postMessage({ at });
}

function draw(slide) {
  slide.querySelectorAll(".plot").forEach((box, side) => {
    const inner = box.firstElementChild;
    const kept = document.querySelector(`script.figure[data-for="${slide.dataset.number}-${side}"]`);
    if (!kept) return;
    if (!inner.data) {
      const figure = JSON.parse(kept.textContent);
      const shape = { ...figure.layout, width: BASE, autosize: false };
      Plotly.newPlot(inner, figure.data, shape, { displayModeBar: false, topojsonURL: document.body.dataset.topojson });
      inner.on("plotly_click", (event) => {
        const mark = event.points.map((point) => point.customdata && point.customdata[0]).find(Boolean);
        if (mark !== undefined) show(String(mark));
      });
    }
    const height = inner._fullLayout.height;
    const scale = Math.min(box.clientWidth / BASE, box.clientHeight / height);
    inner.style.transform = `scale(${scale})`;
    inner.style.left = `${Math.max(0, (box.clientWidth - BASE * scale) / 2)}px`;
  });
}

// The evidence of one mark, or of all of a slide; a mark «concept|voice» without its own evidence shows that of its concept.
function show(mark) {
  const kept = slides[at].querySelector("template.behind");
  if (!kept) return;
  const all = [...kept.content.children];
  const own = mark === undefined ? all : all.filter((part) => part.dataset.mark === mark);
  const wider = own.length ? own : all.filter((part) => mark.split("|").includes(part.dataset.mark));
  const found = wider.length ? wider : all;
  if (!found.length) return;
  evidence.replaceChildren(...found.map((part) => part.cloneNode(true)));
  evidence.classList.add("open");
  evidence.scrollTop = 0;
  evidence.focus();
}

function notes() {
  const slide = slides[at], next = slides[at + 1];
  const title = (one) => (one ? [...one.querySelectorAll("h1, blockquote")].map((head) => head.textContent).join(" / ").slice(0, 160) : "—");
  document.querySelector(".notes h1").textContent = title(slide);
  document.querySelector(".notes .next b").textContent = title(next);
  for (const name of ["note", "behind"]) {
    const kept = slide.querySelector(`template.${name}`);
    document.querySelector(`.notes .${name}`).replaceChildren(...(kept ? kept.content.cloneNode(true).childNodes : []));
  }
}

const steps = {
  next: () => place(at + 1),
  back: () => place(at - 1),
  first: () => place(0),
  last: () => place(slides.length - 1),
  evidence: () => (evidence.classList.contains("open") ? evidence.classList.remove("open") : show()),
  black: () => { black.classList.toggle("on"); channel.postMessage({ black: black.classList.contains("on") }); },
  help: () => help.classList.toggle("on"),
  notes: () => window.open(`${location.pathname}${location.search ? location.search + "&" : "?"}notes=1${location.hash}`, "svodka-notes", "width=760,height=800"),
  full: () => (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen().catch(() => {})),
  ratio: () => {
    const root = document.documentElement, wide = root.dataset.ratio !== "4:3";
    root.dataset.ratio = wide ? "4:3" : "16:9";
    root.style.setProperty("--ratio", wide ? "4 / 3" : "16 / 9");
    draw(slides[at]);
  },
  theme: () => {
    const address = new URL(location);
    address.searchParams.set("theme", address.searchParams.get("theme") === "dark" ? "light" : "dark");
    location.replace(address);
  },
  leave: () => {
    if (black.classList.contains("on")) steps.black();
    else if (help.classList.contains("on")) steps.help();
    else if (evidence.classList.contains("open")) evidence.classList.remove("open");
    else if (document.fullscreenElement) document.exitFullscreen();
    else window.close();
  },
};
const keys = {
  ArrowRight: "next", ArrowDown: "next", PageDown: "next", " ": "next", Enter: "next",
  ArrowLeft: "back", ArrowUp: "back", PageUp: "back", Backspace: "back", Home: "first", End: "last", Escape: "leave",
  KeyE: "evidence", KeyB: "black", Period: "black", KeyN: "notes", KeyF: "full", KeyR: "ratio", KeyT: "theme", Slash: "help", F1: "help",
};

// Letters by their place on the keyboard: E is the same key when the layout is Russian.
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const step = keys[event.key] || keys[event.code];
  const scrolled = evidence.classList.contains("open") && ["ArrowUp", "ArrowDown", "PageUp", "PageDown"].includes(event.key);
  if (!step || scrolled || (event.target.tagName === "BUTTON" && [" ", "Enter"].includes(event.key))) return;
  event.preventDefault();
  steps[step]();
});
document.querySelectorAll("[data-do]").forEach((button) => button.addEventListener("click", () => steps[button.dataset.do]()));
black.addEventListener("click", steps.black);
help.addEventListener("click", steps.help);
channel.onmessage = ({ data }) => {
  if (data.at !== undefined && data.at !== at) place(data.at, false);
  if (data.black !== undefined && !aside) black.classList.toggle("on", data.black);
};
addEventListener("resize", () => draw(slides[at]));
addEventListener("hashchange", () => place((parseInt(location.hash.slice(1), 10) || 1) - 1));

document.body.classList.toggle("aside", aside);
if (aside) {
  const since = Date.now();
  setInterval(() => {
    const seconds = Math.floor((Date.now() - since) / 1000);
    document.querySelector(".notes time").textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  }, 1000);
}
document.fonts.ready.then(() => place((parseInt(location.hash.slice(1), 10) || 1) - 1));
