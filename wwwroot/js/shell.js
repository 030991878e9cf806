// What the frame does without asking the server: theme, rail, dialogs, keys.
const root = document.documentElement;
const remember = (name, value) =>
  document.cookie = `${name}=${value}; path=/; max-age=31536000; samesite=lax`;

document.addEventListener("click", event => {
  const theme = event.target.closest("[data-theme-set]");
  if (theme) {
    root.dataset.themeChoice = theme.dataset.themeSet;
    remember("theme", theme.dataset.themeSet);
    root.dispatchEvent(new CustomEvent("themechoice"));
  }
  if (event.target.closest("[data-rail-toggle]")) {
    root.dataset.rail = root.dataset.rail === "slim" ? "wide" : "slim";
    remember("rail", root.dataset.rail);
  }
  const copy = event.target.closest("[data-copy]");
  if (copy) {
    navigator.clipboard?.writeText(copy.dataset.copy);
    copy.dataset.copied = "true";
    setTimeout(() => delete copy.dataset.copied, 1500);
  }
  if (event.target.closest("[data-reload]"))
    location.reload();
  // a click on the backdrop closes a dialog that loses nothing by it
  if (event.target.matches("dialog[data-light]"))
    event.target.close();
});

const typing = target => target.closest("input, textarea, select, [contenteditable], .cm-editor");
let goUntil = 0;

document.addEventListener("keydown", event => {
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
    event.preventDefault();
    document.querySelector("[data-palette-open]")?.click();
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target) || document.querySelector("dialog[open]"))
    return;
  if (performance.now() < goUntil) {
    goUntil = 0;
    const link = document.querySelector(`[data-go="${CSS.escape(event.key)}"]`);
    if (link) { event.preventDefault(); link.click(); return; }
  }
  if (event.key === "g")
    goUntil = performance.now() + 1200;
  else if (event.key === "?")
    document.getElementById("keys")?.showModal();
  else if (event.key === "/") {
    const filter = document.querySelector("[data-filter]");
    if (filter) { event.preventDefault(); filter.focus(); filter.select?.(); }
  }
});

export function reveal(id) { document.getElementById(id)?.scrollIntoView({ block: "nearest" }); }
export function openDialog(element) { if (element && !element.open) element.showModal(); }
export function closeDialog(element) { if (element?.open) element.close(); }
