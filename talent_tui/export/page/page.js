"use strict";
// Everything that comes from an article is set as text (textContent), never as markup.
const data = JSON.parse(document.getElementById("data").textContent);
const names = { person: new Map(data.people), company: new Map(data.companies) };
const chosen = { person: new Set(), company: new Set() };
const first = 1000; // events drawn at once; the rest on demand and before printing
let words = [], unlimited = false;

function make(tag, text, name) {
  const node = document.createElement(tag);
  if (text !== undefined) node.textContent = text;
  if (name) node.className = name;
  return node;
}

const of = { person: (e) => e.people, company: (e) => e.companies };
const fits = (event, facet) => !chosen[facet].size || of[facet](event).some((id) => chosen[facet].has(id));
const told = (event) => words.every((word) => event.search.includes(word));

function tags(event) {
  const out = [make("span", event.type, "tag")];
  if (event.status !== "confirmed") out.push(make("span", event.status, "tag doubt"));
  if (event.check) out.push(make("span", "to check", "tag doubt"));
  if (event.conflicts.length) out.push(make("span", "sources differ", "tag doubt"));
  if (event.verified) out.push(make("span", "verified " + event.verified, "tag"));
  return out;
}

function evidence(event) {
  const box = make("div", undefined, "more");
  for (const [field, values] of event.conflicts) box.append(make("p", "Sources differ on " + field + ": " + values));
  for (const [quote, credit, url] of event.sources) {
    const block = make("blockquote", "“" + quote + "” ");
    const by = make(url ? "a" : "span", credit, "by");
    if (url) { by.href = url; by.rel = "noreferrer noopener"; }
    block.append(by);
    box.append(block);
  }
  return box;
}

function row(event) {
  const details = make("details", undefined, "event"), summary = make("summary");
  details.id = "e" + event.id;
  summary.append(make("span", event.day, "day"), " ", make("span", event.summary), ...tags(event));
  details.append(summary, evidence(event));
  return details;
}

function pane(facet, visible) {
  const counts = new Map();
  for (const event of visible) for (const id of of[facet](event)) counts.set(id, (counts.get(id) || 0) + 1);
  for (const button of document.getElementById(facet).querySelectorAll("button")) {
    const id = button.dataset.id, count = counts.get(id) || 0;
    button.querySelector(".n").textContent = count;
    button.classList.toggle("none", !count);
    button.setAttribute("aria-pressed", chosen[facet].has(id));
  }
}

function chips() {
  const box = document.getElementById("chips");
  box.replaceChildren();
  for (const facet of ["person", "company"]) for (const id of chosen[facet]) {
    const chip = make("button", names[facet].get(id) + " ×");
    chip.addEventListener("click", () => toggle(facet, id));
    box.append(chip);
  }
  document.getElementById("clear").hidden = !box.children.length && !words.length;
}

function draw() {
  const texts = data.events.filter(told);
  const shown = texts.filter((e) => fits(e, "person") && fits(e, "company"));
  pane("person", texts.filter((e) => fits(e, "company")));
  pane("company", texts.filter((e) => fits(e, "person")));
  chips();
  const list = document.getElementById("events"), rows = [];
  let year = null;
  const drawn = unlimited ? shown : shown.slice(0, first);
  for (const event of drawn) {
    if (event.year !== year) rows.push(make("h2", year = event.year));
    rows.push(row(event));
  }
  if (!shown.length) rows.push(make("p", "No event meets these filters.", "empty"));
  if (drawn.length < shown.length) {
    const rest = make("button", "Show all " + shown.length + " events");
    rest.id = "rest";
    rest.addEventListener("click", () => { unlimited = true; draw(); });
    rows.push(rest);
  }
  list.replaceChildren(...rows);
  document.getElementById("count").textContent = shown.length + " of " + data.events.length + " events";
}

function toggle(facet, id) {
  if (!chosen[facet].delete(id)) chosen[facet].add(id);
  draw();
}

for (const facet of ["person", "company"]) {
  const list = document.getElementById(facet);
  for (const [id, name] of names[facet]) {
    const button = make("button");
    button.dataset.id = id;
    button.append(make("span", name), make("span", "", "n"));
    button.addEventListener("click", () => toggle(facet, id));
    list.append(button);
  }
}
document.getElementById("words").addEventListener("input", (event) => {
  words = event.target.value.normalize("NFKC").toLowerCase().split(/\s+/).filter(Boolean);
  draw();
});
document.getElementById("clear").addEventListener("click", () => {
  chosen.person.clear(); chosen.company.clear(); words = [];
  document.getElementById("words").value = "";
  draw();
});
addEventListener("beforeprint", () => {
  unlimited = true;
  draw();
  for (const details of document.querySelectorAll("details")) details.open = true;
});
draw();
