// A chart as a picture: title, subtitle, legend, the plot and a source line on paper of an explicit colour.
// Used by the browser that makes picture files and by the buttons of the dossier.
"use strict";

const PICTURE = { width: 800, edge: 28, scale: 2 };
const SVG = "http://www.w3.org/2000/svg";

function node(name, attributes, text) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  if (text !== undefined) made.textContent = text;
  return made;
}

// Lines that fit; a short word never ends one: «у 9 голосов».
function wrapped(text, font, room) {
  const pen = document.createElement("canvas").getContext("2d");
  pen.font = font;
  const lines = [];
  const bound = text.replace(/(?<=^|[ «(])(\p{L}{1,2}) /gu, "$1\u00a0");
  for (const word of bound.split(/[ \n\t]+/).filter(Boolean)) {
    const longer = lines.length ? `${lines[lines.length - 1]} ${word}` : word;
    if (lines.length && pen.measureText(longer).width <= room) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

// Writes a paragraph and returns where the next thing may start.
function paragraph(root, text, top, { family, weight, size, leading, colour }) {
  const lines = wrapped(text, `${weight} ${size}px ${family}`, PICTURE.width - 2 * PICTURE.edge);
  const style = { x: PICTURE.edge, fill: colour, "font-family": family, "font-weight": weight, "font-size": size };
  lines.forEach((line, at) => root.append(node("text", { ...style, y: top + size + at * leading }, line)));
  return top + lines.length * leading;
}

function legend(root, voices, top, about) {
  const pen = document.createElement("canvas").getContext("2d");
  pen.font = `400 14px ${about.sans}`;
  let [left, line] = [PICTURE.edge, top];
  for (const [name, colour] of voices) {
    const width = pen.measureText(name).width + 38;
    if (left > PICTURE.edge && left + width > PICTURE.width - PICTURE.edge) [left, line] = [PICTURE.edge, line + 22];
    root.append(node("circle", { cx: left + 6, cy: line + 10, r: 6, fill: colour }));
    root.append(node("text", { x: left + 18, y: line + 15, fill: about.ink, "font-family": about.sans, "font-size": 14 }, name));
    left += width;
  }
  return line + 32;
}

// The whole picture as the text of an SVG file. `width` is its nominal width; everything in it grows with it.
async function drawnPicture(figure, about, fonts, width) {
  await Promise.all([about.sans, about.serif].flatMap((family) => ["400", "700"].map((weight) =>
    document.fonts.load(`${weight} 14px ${family}`, `${about.title} ${about.subtitle} Aя`))));
  const root = node("svg", { xmlns: SVG, role: "img" });
  const paper = node("rect", { x: -9, y: -9, width: PICTURE.width + 18, fill: about.paper });
  root.append(node("title", {}, about.title), node("desc", {}, about.subtitle), node("style", {}, fonts), paper);
  let top = paragraph(root, about.title, PICTURE.edge - 4, { family: about.serif, weight: 700, size: 23, leading: 30, colour: about.ink });
  top = paragraph(root, about.subtitle, top + 4, { family: about.sans, weight: 400, size: 14, leading: 20, colour: about.muted }) + 14;
  if (about.legend.length) top = legend(root, about.legend, top, about);
  const inner = PICTURE.width - 2 * PICTURE.edge;
  const height = figure.layout.height;
  const plot = await Plotly.toImage(
    { data: figure.data, layout: { ...figure.layout, width: inner }, config: { staticPlot: true } },
    { format: "svg", width: inner, height, imageDataOnly: true });
  const parsed = document.importNode(new DOMParser().parseFromString(plot, "image/svg+xml").documentElement, true);
  parsed.setAttribute("x", PICTURE.edge);
  parsed.setAttribute("y", top);
  root.append(parsed);
  top = paragraph(root, about.source, top + height + 12, { family: about.sans, weight: 400, size: 12, leading: 17, colour: about.muted });
  const tall = Math.ceil(top + PICTURE.edge - 6);
  paper.setAttribute("height", tall + 18);
  root.setAttribute("viewBox", `0 0 ${PICTURE.width} ${tall}`);
  root.setAttribute("width", width);
  root.setAttribute("height", Math.round((tall * width) / PICTURE.width));
  return new XMLSerializer().serializeToString(root);
}

// The same as the data: address of a PNG of twice the size.
async function paintedPicture(svg) {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const sheet = document.createElement("canvas");
  sheet.width = image.width * PICTURE.scale;
  sheet.height = image.height * PICTURE.scale;
  sheet.getContext("2d").drawImage(image, 0, 0, sheet.width, sheet.height);
  return sheet.toDataURL("image/png");
}
