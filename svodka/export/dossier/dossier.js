// What a dossier does when it is opened: draws its charts, shows the sentences behind a mark, searches, gives pictures, prepares for print.
"use strict";

const data = JSON.parse(document.getElementById("data").textContent);
const night = matchMedia("screen and (prefers-color-scheme: dark)");
// Pixels of the width between the margins of a sheet of A4, and marks of one chart whose sentences are printed;
// sentences that a search lists, and milliseconds of rest before it.
const SHEET = 672, OPENED = 20, LISTED = 200, REST = 150;
const CONFIG = { displayModeBar: false, scrollZoom: false, doubleClick: false, responsive: true };
const COLOUR = /^(#[0-9a-f]{6}|rgba?\(\d+, ?\d+, ?\d+)/i;
const SPAN = /(<span style='color:)(#[0-9a-f]{6})/gi;

const all = (selector, root = document) => [...root.querySelectorAll(selector)];

// Charts

function darkened(value) {
  if (typeof value === "string") {
    return value.replace(COLOUR, (colour) => data.dark[colour] ?? colour)
      .replace(SPAN, (whole, tag, colour) => tag + (data.dark[colour] ?? colour));
  }
  if (Array.isArray(value)) return value.map(darkened);
  if (value && typeof value === "object") return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, darkened(one)]));
  return value;
}

// On its way to the printer a chart is light and as wide as the sheet.
let printing = false;

function draw(plot) {
  const light = structuredClone(data.figures[plot.dataset.figure]);
  const figure = night.matches && !printing ? darkened(light) : light;
  const size = printing ? { width: SHEET, autosize: false } : { autosize: true };
  const first = !plot.classList.contains("js-plotly-plot");
  Plotly.react(plot, figure.data, { ...figure.layout, ...size }, CONFIG);
  if (first) plot.on("plotly_click", (event) => clicked(plot, event));
}

function clicked(plot, event) {
  const ids = event.points.map((point) => (Array.isArray(point.customdata) ? point.customdata[0] : point.customdata));
  const mark = ids.find(Boolean);
  if (mark) pick(plot.closest(".item"), String(mark));
}

// The sentences behind a mark

function pick(item, mark) {
  const panel = item.querySelector(".evidence");
  let found = null;
  for (const ground of all(".ground", panel)) {
    const picked = ground.dataset.mark === mark;
    ground.classList.toggle("picked", picked);
    ground.open = picked;
    if ("waits" in ground.dataset) ground.hidden = !picked;
    if (picked) found = ground;
  }
  panel.querySelector(".none").hidden = Boolean(found);
  (found ?? panel).scrollIntoView({ block: "nearest", behavior: "smooth" });
}

// Search

const letter = (sign) => { const low = sign.toLowerCase(); return low.length === sign.length ? low : sign; };
const folded = (text) => [...text].map(letter).join("").replaceAll("ё", "е").replaceAll("\u00a0", " ");
// Of each sentence: where it is first met, its text for the search, and by item the mark it stands behind.
const sentences = new Map();
for (const quote of all(".item .quote")) {
  const [item, ground, place] = [quote.closest(".item"), quote.closest(".ground"), quote.dataset.place];
  if (!sentences.has(place)) sentences.set(place, { quote, text: folded(quote.querySelector(".sentence").textContent), marks: new Map() });
  const { marks } = sentences.get(place);
  if (!marks.has(item)) marks.set(item, ground?.dataset.mark);
}

function counted(n) {
  const form = { one: 0, few: 1, many: 2, other: data.sentences.length - 1 }[new Intl.PluralRules(data.language).select(n)];
  return `${n.toLocaleString(data.language)}\u00a0${data.sentences[form]}`;
}

function marked(quote, wanted) {
  const copy = quote.cloneNode(true);
  const sentence = copy.querySelector(".sentence");
  const text = sentence.textContent;
  const low = folded(text);
  sentence.replaceChildren();
  let at = 0;
  for (let hit = low.indexOf(wanted); hit >= 0; hit = low.indexOf(wanted, at)) {
    const mark = document.createElement("mark");
    mark.textContent = text.slice(hit, hit + wanted.length);
    sentence.append(text.slice(at, hit), mark);
    at = hit + wanted.length;
  }
  sentence.append(text.slice(at));
  return copy;
}

function listed(place, wanted) {
  const entry = marked(sentences.get(place).quote, wanted);
  const way = document.createElement("p");
  way.className = "way";
  for (const [item, mark] of sentences.get(place).marks) {
    const link = document.createElement("a");
    link.href = `#${item.id}`;
    link.textContent = `${data.item} ${item.dataset.number}`;
    if (mark !== undefined) link.addEventListener("click", () => pick(item, mark));
    way.append(link, " ");
  }
  entry.append(way);
  return entry;
}

function search(query) {
  const wanted = folded(query.trim().replace(/\s+/g, " "));
  const places = wanted ? [...sentences.keys()].filter((place) => sentences.get(place).text.includes(wanted)) : [];
  const hits = document.getElementById("hits");
  hits.hidden = !wanted;
  hits.replaceChildren(...places.slice(0, LISTED).map((place) => listed(place, wanted)));
  if (places.length > LISTED) {
    const rest = document.createElement("p");
    rest.className = "about";
    rest.textContent = data.rest.replace("{n}", places.length - LISTED);
    hits.append(rest);
  }
  document.querySelector(".found").textContent = wanted ? (places.length ? counted(places.length) : data.nothing) : "";
}

// Pictures

async function save(button) {
  const item = button.closest(".item");
  const number = item.querySelector(".plot").dataset.figure;
  const kind = button.dataset.picture;
  try {
    const fonts = document.getElementById("fonts").textContent;
    const svg = await drawnPicture(structuredClone(data.figures[number]), data.about[number], fonts, 1200);
    const blob = kind === "svg" ? new Blob([svg], { type: "image/svg+xml" }) : bytes(await paintedPicture(svg));
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = `svodka-${number}.${kind}`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  } catch {
    button.parentElement.append(Object.assign(document.createElement("span"), { className: "about", textContent: data.failed }));
  }
}

function bytes(address) {
  const raw = atob(address.split(",")[1]);
  return new Blob([Uint8Array.from(raw, (sign) => sign.charCodeAt(0))], { type: "image/png" });
}

// Print: charts in the light colours and as wide as the sheet, the cited sentences in sight; afterwards all is as it was.
// Of a chart with very many marks the last ones are only named.

let closed = [];

function laidOut() {
  const cited = all(".evidence").flatMap((panel) => all("details.ground:not([data-waits])", panel).slice(0, OPENED));
  closed = [...cited, ...all("details.changed")].filter((one) => !one.open);
  closed.forEach((one) => { one.open = true; });
  printing = true;
  all(".plot").forEach(draw);
}

function backOnScreen() {
  closed.forEach((one) => { one.open = false; });
  printing = false;
  all(".plot").forEach(draw);
}

// Start

function started() {
  const near = new IntersectionObserver((entries) => {
    for (const entry of entries.filter((one) => one.isIntersecting)) {
      near.unobserve(entry.target);
      draw(entry.target);
    }
  }, { rootMargin: "600px" });
  all(".plot").forEach((plot) => near.observe(plot));
  night.addEventListener("change", () => all(".plot.js-plotly-plot").forEach(draw));
  addEventListener("beforeprint", laidOut);
  addEventListener("afterprint", backOnScreen);
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (button?.dataset.mark !== undefined) pick(button.closest(".item"), button.dataset.mark);
  if (button?.dataset.picture) save(button);
});
for (const box of all("[data-show]")) {
  const show = () => document.body.classList.toggle(`no-${box.dataset.show}`, !box.checked);
  box.addEventListener("change", show);
  show();
}
let rest;
document.querySelector("[type=search]").addEventListener("input", (event) => {
  clearTimeout(rest);
  rest = setTimeout(() => search(event.target.value), REST);
});
Promise.all(["400", "700"].map((weight) => document.fonts.load(`${weight} 14px "PT Sans"`, "Aя"))).then(started, started);
