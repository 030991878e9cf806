// Keeps the rows around the visible ones loaded, and walks rows by key. Rows have one height, so places are arithmetic.
export function watch(box, table, first, count) {
  const rowHeight = Number(box.dataset.rowHeight);
  const margin = 20;
  let loaded = { first, count };
  let busy = false, again = false, frame = 0;

  const wanted = () => {
    const top = Math.floor(box.scrollTop / rowHeight);
    const visible = Math.ceil(box.clientHeight / rowHeight);
    return { top, bottom: top + visible, first: Math.max(0, top - margin), count: visible + 2 * margin };
  };

  const look = async () => {
    frame = 0;
    if (busy) { again = true; return; }
    const w = wanted();
    const total = Number(box.querySelector("table").getAttribute("aria-rowcount"));
    const covered = loaded.first <= w.top && (loaded.first + loaded.count >= Math.min(w.bottom, total));
    const near = loaded.first <= Math.max(0, w.top - margin / 2) && loaded.first + loaded.count >= Math.min(w.bottom + margin / 2, total);
    if (covered && near) return;
    busy = true;
    try {
      await table.invokeMethodAsync("ShowRangeAsync", w.first, w.count);
      loaded = { first: w.first, count: w.count };
    } catch { /* the circuit is gone; the notice says so */ }
    busy = false;
    if (again) { again = false; schedule(); }
  };

  // Rows that come or go above what is read do not move it: the first whole row in sight keeps its place on the screen.
  let held = null;
  const hold = () => {
    const edge = box.scrollTop + box.querySelector("thead th").offsetHeight;
    const row = box.scrollTop > 0 ? rows().find(row => row.offsetTop >= edge) : null;
    held = row && { id: row.dataset.id, top: row.offsetTop };
  };
  const keep = () => {
    const row = held && box.scrollTop > 0 && box.querySelector(`tr[data-id="${CSS.escape(held.id)}"]`);
    const moved = row ? row.offsetTop - held.top : 0;
    // Further than that it was not pushed, it changed its place in the order.
    if (moved && Math.abs(moved) <= margin * rowHeight) box.scrollTop += moved;
    hold();
  };
  const changed = new MutationObserver(keep);
  changed.observe(box.querySelector("tbody"), { childList: true, subtree: true, attributeFilter: ["style"] });

  const schedule = () => { frame ||= requestAnimationFrame(look); };

  const rows = () => [...box.querySelectorAll("tbody tr[data-id]")];
  const key = event => {
    if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
    const typing = event.target.closest("input:not([type=checkbox]), textarea, select, [contenteditable], .cm-editor");
    if (typing) {
      if (event.key === "Escape" && event.target.matches("[data-filter]")) event.target.blur();
      return;
    }
    const all = rows();
    const at = all.indexOf(document.activeElement?.closest("tr[data-id]"));
    if (event.key === "j" || event.key === "k") {
      const next = all[Math.min(all.length - 1, Math.max(0, at < 0 ? 0 : at + (event.key === "j" ? 1 : -1)))];
      if (next) next.tabIndex = -1;
      next?.focus({ preventScroll: true });
      next?.scrollIntoView({ block: "nearest" });
      event.preventDefault();
    } else if (at >= 0 && event.key === "Enter" && event.target.matches("tr")) {
      all[at].querySelector("a[href]")?.click();
    } else if (at >= 0 && event.key === "x") {
      all[at].querySelector("input[type=checkbox]")?.click();
    } else if (at >= 0 && event.key === "Escape") {
      all[at].blur();
    }
  };

  // What does not fit is read in full on hover; the server need not keep every name twice for that.
  const unfold = event => {
    const cell = event.target.closest?.("tbody td");
    if (!cell || (cell.title && !cell.hasAttribute("data-cut"))) return;
    const { id } = cell.parentElement.dataset;
    if (id && cell.firstElementChild?.matches("a") && cell.textContent !== id) {
      cell.title = `${cell.textContent}\n${id}`;
      cell.toggleAttribute("data-cut", true);
      return;
    }
    const cut = cell.scrollWidth > cell.clientWidth;
    cell.title = cut ? cell.textContent : "";
    cell.toggleAttribute("data-cut", cut);
  };

  // A row takes the focus from a click or a key, never from Tab.
  const focusable = event => {
    const row = event.target.closest?.("tr[data-id]");
    if (row) row.tabIndex = -1;
  };

  box.addEventListener("mousedown", focusable, { passive: true });
  box.addEventListener("mouseover", unfold, { passive: true });
  box.addEventListener("scroll", schedule, { passive: true });
  box.addEventListener("scroll", hold, { passive: true });
  const resized = new ResizeObserver(schedule);
  resized.observe(box);
  document.addEventListener("keydown", key);
  return {
    top() { loaded = { first: 0, count: loaded.count }; box.scrollTop = 0; },
    dispose() {
      box.removeEventListener("mousedown", focusable);
      box.removeEventListener("mouseover", unfold);
      box.removeEventListener("scroll", schedule);
      box.removeEventListener("scroll", hold);
      changed.disconnect();
      document.removeEventListener("keydown", key);
      resized.disconnect();
      cancelAnimationFrame(frame);
    },
  };
}
