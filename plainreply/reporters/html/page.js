"use strict";
// Everything that the page does beyond being read. No data of its own: it shows what the table and
// the letter already hold, and copies text as text, never as markup.

const root = document.documentElement;
root.classList.add("js");
const all = (selector, from = document) => [...from.querySelectorAll(selector)];
const byId = (id) => document.getElementById(id);

// ---- Theme: as the system has it, until the reader chooses.

const dark = matchMedia("(prefers-color-scheme: dark)");
const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : dark.matches);

function kept(value) {
  try {
    if (value) localStorage.setItem("plainreply-theme", value);
    return localStorage.getItem("plainreply-theme");
  } catch {
    return null; // a browser may forbid it on disk
  }
}

if (["light", "dark"].includes(kept())) root.dataset.theme = kept();

function wireTheme() {
  const button = byId("theme");
  const tell = () => button.setAttribute("aria-pressed", String(isDark()));
  button.addEventListener("click", () => {
    root.dataset.theme = kept(isDark() ? "light" : "dark") || (isDark() ? "light" : "dark");
    tell();
  });
  dark.addEventListener("change", tell);
  tell();
}

function say(text) {
  byId("said").textContent = text;
}

// ---- Layers: which marks of the letter are shown.

const numbers = (mark, key) => (mark.dataset[key] || "").split(" ").filter(Boolean);

function isShown(number) {
  const { layer, sev } = byId(`f${number}`).dataset;
  return !root.classList.contains(`hide-${layer}`) && !root.classList.contains(`hide-${sev}`);
}

function refreshMarks() {
  for (const mark of all(".m")) {
    const on = numbers(mark, "f").filter(isShown);
    mark.classList.toggle("off", !on.length);
    if (!mark.dataset.o) continue; // not where a finding begins: no link
    if (on.length) mark.setAttribute("href", `#f${on[0]}`);
    else mark.removeAttribute("href");
    mark.dataset.n = numbers(mark, "o").filter(isShown).join(", ");
  }
}

function wireLayers() {
  for (const box of all("[data-layer][type=checkbox], [data-sev][type=checkbox]")) {
    const name = `hide-${box.dataset.layer || box.dataset.sev}`;
    const set = () => root.classList.toggle(name, !box.checked);
    box.addEventListener("change", () => (set(), refreshMarks()));
    set();
  }
  refreshMarks();
  byId("after")?.addEventListener("change", (event) => {
    root.classList.toggle("after", event.target.checked);
  });
}

// ---- The note beside the letter.

let chosen = null;

function card(number) {
  const row = byId(`f${number}`);
  const made = byId("t-card").content.cloneNode(true).firstElementChild;
  const put = (to, from) => (made.querySelector(to).textContent = from ? from.textContent : "");
  const level = row.querySelector(".sev");
  made.querySelector(".sev").className = level.className;
  put(".sev", level);
  put(".title", row.querySelector(".rule"));
  put(".message", row.querySelector(".msg"));
  put("del", row.querySelector("del"));
  put("ins", row.querySelector("ins") || row.querySelector("td .muted"));
  put(".safety", row.querySelector(".safety"));
  made.querySelector("summary").append(row.querySelector(".rule").textContent.toLowerCase());
  put(".why", document.querySelector(`#r-${CSS.escape(row.dataset.rule)} .why`));
  const kept = !row.querySelector(".safety") ? ".nofix" : "whole" in row.dataset ? ".whole" : ".fix";
  for (const part of [".fix", ".whole", ".nofix"]) {
    if (part !== kept) made.querySelector(part).remove();
  }
  return made;
}

function sentence(number) {
  const whole = byId(`s${number}`);
  const after = whole?.querySelector(".now");
  if (!after) return [];
  const made = byId("t-sentence").content.cloneNode(true).firstElementChild;
  made.querySelector(".was").textContent = whole.querySelector(".was").textContent;
  made.querySelector(".becomes").append(...after.cloneNode(true).childNodes);
  made.querySelector(".copy").addEventListener("click", () => copy(after.textContent, made));
  return [made];
}

async function copy(text, within) {
  const button = within.querySelector(".copy");
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    getSelection().selectAllChildren(within.querySelector(".becomes"));
    document.execCommand("copy");
  }
  button.textContent = button.dataset.done;
  say(button.textContent);
}

function choose(mark) {
  const shown = numbers(mark, "f").filter(isShown);
  if (!shown.length || mark === chosen) return;
  chosen = mark;
  all(".m.sel").forEach((old) => old.classList.remove("sel"));
  all(`.m[data-f~="${shown[0]}"]`).forEach((part) => part.classList.add("sel"));
  const { s } = byId(`f${shown[0]}`).dataset;
  const cards = shown.map(card);
  const whys = cards.map((made) => made.querySelector("details"));
  whys[0].open = true;
  byId("chosen").replaceChildren(...cards, ...sentence(s), ...whys);
}

function openNote(mark) {
  choose(mark);
  root.classList.add("open");
  mark.scrollIntoView({ block: "nearest" }); // in a narrow window the note lies over the letter
}

function closeNote() {
  root.classList.remove("open");
  chosen?.focus({ preventScroll: true });
}

function step(by) {
  const rewritten = root.classList.contains("after") ? ".has-now > .was *" : ":not(*)";
  const marks = all(".m[id]").filter((mark) => !mark.matches(`.off, ${rewritten}`));
  if (!marks.length) return;
  const first = numbers(chosen || marks[0], "f")[0];
  const at = chosen ? marks.indexOf(byId(`m${first}`)?.closest(".m") || chosen) + by : 0;
  const next = marks[(at + marks.length) % marks.length];
  openNote(next);
  next.scrollIntoView({ block: "center" });
}

function wireNote() {
  const letter = byId("letter");
  const markOf = ({ target }) =>
    target.closest(".m:not(.off)") ||
    target.closest(".now")?.parentNode.querySelector(".m:not(.off)");
  for (const kind of ["mouseover", "focusin"]) {
    letter.addEventListener(kind, (event) => markOf(event) && choose(markOf(event)));
  }
  letter.addEventListener("click", (event) => {
    const mark = markOf(event);
    if (!mark) return;
    event.preventDefault();
    openNote(mark);
    if (event.detail === 0) byId("note").focus({ preventScroll: true }); // by keyboard
  });
  byId("prev")?.addEventListener("click", () => step(-1));
  byId("next")?.addEventListener("click", () => step(1));
  byId("close").addEventListener("click", closeNote);
  document.addEventListener("keydown", (event) => event.key === "Escape" && closeNote());
}

// ---- The table of findings.

function wireFilters() {
  const layer = byId("f-layer");
  const sev = byId("f-sev");
  if (!layer) return;
  const rows = all("#rows tr");
  const filter = () => {
    const levels = sev.value.split(" ");
    const fits = ({ dataset }) =>
      (!layer.value || dataset.layer === layer.value) && (!sev.value || levels.includes(dataset.sev));
    rows.forEach((row) => (row.hidden = !fits(row)));
    byId("shown").textContent = rows.filter((row) => !row.hidden).length;
  };
  for (const select of [layer, sev]) {
    select.addEventListener("change", () => (filter(), say(byId("shown").parentNode.textContent)));
  }
  filter();
  addEventListener("beforeprint", () => (byId("rows").closest("details").open = true));
}

function openTarget() {
  const target = location.hash.length > 1 && byId(decodeURIComponent(location.hash.slice(1)));
  if (target?.tagName === "DETAILS") target.open = true;
}

// ---- The index of many letters: a click on a heading sorts.

function wireSorting() {
  for (const button of all("th button")) {
    button.addEventListener("click", () => {
      const head = button.closest("th");
      const up = head.getAttribute("aria-sort") !== "ascending";
      all("th[aria-sort]").forEach((other) => other.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", up ? "ascending" : "descending");
      const key = (row) => row.cells[head.cellIndex].dataset.value;
      const order = (a, b) => key(a).localeCompare(key(b), "ru", { numeric: true });
      const body = head.closest("table").tBodies[0];
      body.append(...[...body.rows].sort((a, b) => (up ? order(a, b) : order(b, a))));
    });
  }
}

document.addEventListener("DOMContentLoaded", () => {
  wireTheme();
  wireSorting();
  if (!byId("letter")) return;
  wireLayers();
  wireNote();
  wireFilters();
  addEventListener("hashchange", openTarget);
  openTarget();
});
