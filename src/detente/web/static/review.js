// Deciding works without this file. It adds keys, and lights up the words of a card and the cards of words.
"use strict";
const cards = [...document.querySelectorAll("article.card[id]")];
const help = document.getElementById("keys");
const off = document.getElementById("keys-off");
let current = null;

function kept(value) {
  try {
    if (value !== undefined) localStorage.setItem("keys", value);
    return localStorage.getItem("keys");
  } catch {
    return value;
  }
}

function choose(card, focus = true) {
  if (!card) return;
  if (current) current.classList.remove("current");
  current = card;
  card.classList.add("current");
  if (focus) card.focus();
}

function go(step) {
  const at = cards.indexOf(current);
  choose(cards[at < 0 ? 0 : Math.min(cards.length - 1, Math.max(0, at + step))]);
}

function press(key) {
  const own = current && current.querySelector(`[data-key="${key}"]`);
  const target = own || (key === "u" && document.querySelector('.lately [data-key="u"]'));
  if (!target) return false;
  target.click();
  if (target.matches("summary") && target.parentElement.open) target.parentElement.querySelector("input:not([type=hidden])").focus();
  return true;
}

function onKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || (help && help.open)) return;
  if (event.target.closest("input, select, textarea")) {
    if (event.key === "Escape" && event.target.closest(".card")) choose(event.target.closest(".card"));
    return;
  }
  if (kept() === "off" && event.key !== "?") return;
  const steps = { j: 1, n: 1, k: -1, p: -1 };
  if (event.key in steps) go(steps[event.key]);
  else if (event.key === "?" && help) help.showModal();
  else if (!"aeurm".includes(event.key) || !press(event.key)) return;
  event.preventDefault();
}

function light(ids, on) {
  for (const id of ids) {
    const card = document.getElementById(`f${id}`);
    if (card) card.classList.toggle("lit", on);
    for (const words of document.querySelectorAll(`[data-f~="${id}"]`)) words.classList.toggle("lit", on);
  }
}

function linked(target) {
  const words = target.closest("[data-f]");
  if (words) return words.dataset.f.split(" ");
  const card = target.closest("article.card[id]");
  return card ? [card.id.slice(1)] : [];
}

function target() {
  return cards.find((card) => `#${card.id}` === location.hash);
}

// Words that the address asks for have their card beside them.
function meet() {
  const words = location.hash === "#at" && document.querySelector("[data-f] > mark#at");
  const card = words && document.getElementById(`f${linked(words)[0]}`);
  if (!card) return;
  choose(card, false);
  card.parentElement.scrollTop += card.getBoundingClientRect().top - words.getBoundingClientRect().top;
}

if (cards.length) {
  document.addEventListener("keydown", onKey);
  document.addEventListener("mouseover", (event) => light(linked(event.target), true));
  document.addEventListener("mouseout", (event) => light(linked(event.target), false));
  document.addEventListener("focusin", (event) => choose(event.target.closest("article.card[id]"), false));
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-of]");
    const words = link && document.querySelector(`[data-f~="${link.dataset.of}"]`);
    if (!words || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    words.scrollIntoView({ block: "center" });
    words.focus({ preventScroll: true });
  });
  window.addEventListener("hashchange", () => choose(target()));
  choose(document.activeElement.closest("article.card[id]"), false);
  choose(target());
  for (const moment of ["load", "scrollend"]) window.addEventListener(moment, meet, { once: true });
  for (const line of document.querySelectorAll(".keys")) line.hidden = false;
  const show = document.getElementById("keys-show");
  if (show) show.addEventListener("click", () => help.showModal());
}
if (off) {
  const say = () => {
    const is = kept() === "off";
    off.setAttribute("aria-pressed", String(is));
    off.textContent = is ? "Turn keys on" : "Turn keys off";
  };
  off.addEventListener("click", () => {
    kept(kept() === "off" ? "on" : "off");
    say();
  });
  say();
}
