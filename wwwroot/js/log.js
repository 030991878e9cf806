// A log of any length: only the lines in sight exist, the others are asked for as they come into sight. Text is never markup.
const rowHeight = 18, margin = 40, drawnMargin = 12, mostCached = 1500;
const part = (box, name) => box.querySelector(`[data-part="${name}"]`);

// The colours 16 to 255 of terminals: a cube of six steps, then greys.
const palette = code => {
  if (code >= 232) { const grey = 8 + (code - 232) * 10; return `rgb(${grey} ${grey} ${grey})`; }
  const step = n => n ? 55 + n * 40 : 0, n = code - 16;
  return `rgb(${step(Math.floor(n / 36))} ${step(Math.floor(n / 6) % 6)} ${step(n % 6)})`;
};
const colour = code => code >= 0x1000000 ? `rgb(${code >> 16 & 255} ${code >> 8 & 255} ${code & 255})` : palette(code);

const paint = (element, name, code) => {
  if (code < 0) return;
  if (code < 16) element.classList.add(`${name}${code}`);
  else { element.classList.add(`${name}x`); element.style.setProperty(`--${name}-of`, colour(code)); }
};

function draw(row) {
  const line = document.createElement("div");
  line.className = "line";
  let left = row.stamp, into = line;
  if (left) { into = document.createElement("span"); into.className = "stamp"; line.append(into); }
  for (const [text, look, ink, ground] of row.runs) {
    const head = left > 0 ? text.slice(0, left) : "";
    if (head) { into.append(head); left -= head.length; }
    const rest = text.slice(head.length);
    if (!rest) continue;
    if (!look && ink < 0 && ground < 0) { line.append(rest); continue; }
    const run = document.createElement("span");
    run.className = look;
    paint(run, "ink", ink);
    paint(run, "ground", ground);
    run.textContent = rest;
    line.append(run);
  }
  if (row.cut) { const cut = document.createElement("span"); cut.className = "cut"; cut.textContent = ` … (+${row.cut})`; line.append(cut); }
  if (row.trouble) line.classList.add("trouble");
  return line;
}

// Where the matches are, as ranges over the text that is there: nothing is wrapped or rebuilt for them.
function places(line, matches, ranges) {
  const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
  const texts = [];
  for (let at = 0, node = walker.nextNode(); node; at += node.data.length, node = walker.nextNode()) texts.push([at, node]);
  for (const [start, length] of matches) {
    const range = new Range();
    const end = start + length;
    const first = texts.find(([at, node]) => start < at + node.data.length), last = texts.find(([at, node]) => end <= at + node.data.length);
    if (!first || !last) continue;
    range.setStart(first[1], start - first[0]);
    range.setEnd(last[1], end - last[0]);
    ranges.push(range);
  }
}

export function view(box, server, words) {
  const scroll = part(box, "scroll"), space = part(box, "space"), rows = part(box, "rows");
  const text = part(box, "text"), count = part(box, "count"), fault = part(box, "fault"), news = part(box, "news");
  const number = new Intl.NumberFormat(document.documentElement.lang || undefined);
  let state = { first: 0, end: 0, matchFirst: 0, matchEnd: 0, searching: false, earlier: false };
  let wrap = false, only = false, follow = true, pausedAt = 0, current = null, at = null, asking = false, again = false, frame = 0, typing = 0, version = 0, gone = false;
  let placed = 0; // where a scroll of our own went: it is nobody's wish
  const cache = new Map(), nodes = new Map();

  const low = () => only ? state.matchFirst : state.first;
  const high = () => only ? state.matchEnd : state.end;
  const call = (name, ...with_) => server.invokeMethodAsync(name, ...with_).catch(() => null); // the circuit is gone; the notice says so
  const lowest = () => Math.max(0, scroll.scrollHeight - scroll.clientHeight);
  const isAtEnd = () => scroll.scrollTop >= lowest() - 4;
  const moveTo = top => { scroll.scrollTop = top; placed = scroll.scrollTop; };
  const schedule = () => { if (!gone) frame ||= requestAnimationFrame(show); };

  const inSight = () => {
    const visible = Math.ceil(scroll.clientHeight / rowHeight) + 1;
    const first = wrap && isAtEnd() ? high() - visible : low() + Math.floor(scroll.scrollTop / rowHeight);
    return { first: Math.max(low(), first), end: Math.min(high(), first + visible) };
  };

  const ask = async (from, to) => {
    if (asking) { again = true; return; }
    asking = true;
    const asked = version;
    const got = await call("RowsAsync", from, to - from, only);
    asking = false;
    if (got && asked === version) {
      for (const row of got) cache.set(row.key, row);
      if (cache.size > mostCached) {
        const { first, end } = inSight();
        for (const key of cache.keys()) if (key < first - 4 * margin || key > end + 4 * margin) cache.delete(key);
      }
    }
    if (got || again) { again = false; schedule(); }
  };

  const show = () => {
    frame = 0;
    const height = `${(high() - low()) * rowHeight}px`;
    if (space.style.height !== height) space.style.height = height;
    if (follow && !isAtEnd()) moveTo(lowest());
    const { first, end } = inSight();
    const from = wrap ? first : Math.max(low(), first - drawnMargin), to = wrap ? end : Math.min(high(), end + drawnMargin);
    for (const [key, node] of nodes) if (key < from || key >= to || node.row !== cache.get(key)) { node.element.remove(); nodes.delete(key); }
    let before = null;
    for (let key = to - 1; key >= from; key--) {
      let node = nodes.get(key);
      if (!node) {
        const row = cache.get(key);
        node = { row, element: row ? draw(row) : Object.assign(document.createElement("div"), { className: "line" }) };
        nodes.set(key, node);
        rows.insertBefore(node.element, before);
      }
      node.element.classList.toggle("at", node.row != null && node.row.number === at);
      before = node.element;
    }
    rows.style.transform = `translateY(${!wrap ? (from - low()) * rowHeight : isAtEnd() ? space.offsetHeight - rows.offsetHeight : scroll.scrollTop}px)`;
    if (globalThis.Highlight) {
      const ranges = [];
      if (state.searching) for (const { row, element } of nodes.values()) if (row?.matches) places(element, row.matches, ranges);
      CSS.highlights.set("log-match", new Highlight(...ranges));
    }
    const more = state.end - pausedAt;
    news.hidden = follow || more <= 0;
    if (!news.hidden) news.textContent = words.news.replace("{0}", number.format(more));
    let missing = [Infinity, -Infinity];
    for (let key = Math.max(low(), first - margin); key < Math.min(high(), end + margin); key++)
      if (!cache.has(key)) missing = [Math.min(missing[0], key), Math.max(missing[1], key + 1)];
    if (missing[1] > missing[0]) ask(...missing);
    if (state.earlier && scroll.scrollTop < 40 * rowHeight && !follow) { state.earlier = false; call("ReadAllAsync"); }
  };

  const forget = () => { version++; cache.clear(); for (const { element } of nodes.values()) element.remove(); nodes.clear(); };
  const setFollow = on => {
    if (on === follow) return;
    follow = on;
    pausedAt = state.end;
    part(box, "follow").checked = on;
    schedule();
  };

  const tell = () => {
    const found = state.matchEnd - state.matchFirst;
    count.textContent = !state.searching ? "" : !state.isSearched && current == null ? words.soFar.replace("{0}", number.format(found)) : found === 0 ? words.none
      : current == null ? words.found.replace("{0}", number.format(found))
        : words.place.replace("{0}", number.format(current - state.matchFirst + 1)).replace("{1}", number.format(found));
    fault.textContent = state.stuck ? words.stuck : fault.dataset.fault ?? "";
  };

  const reveal = (line, match) => {
    setFollow(false);
    at = line;
    const key = only ? match : line;
    moveTo(Math.max(0, (key - low()) * rowHeight - scroll.clientHeight / 3));
    schedule();
  };
  const go = async step => {
    const { matchFirst, matchEnd } = state;
    if (!state.searching || matchEnd === matchFirst) return;
    if (current == null) current = await call("MatchFromAsync", only ? 0 : inSight().first) ?? matchFirst;
    else current += step;
    if (current >= matchEnd) current = matchFirst;
    if (current < matchFirst) current = matchEnd - 1;
    const line = await call("LineOfMatchAsync", current);
    if (line != null) reveal(line, current);
    tell();
  };

  const search = async () => {
    clearTimeout(typing);
    const [pattern, matchCase] = ["pattern", "case"].map(name => part(box, name).getAttribute("aria-pressed") === "true");
    current = at = null;
    const answer = await call("SearchAsync", text.value, pattern, matchCase);
    text.setAttribute("aria-invalid", answer ? "true" : "false");
    fault.dataset.fault = answer ?? "";
    forget();
    tell();
    schedule();
  };

  const pressed = button => {
    const on = button.getAttribute("aria-pressed") !== "true";
    button.setAttribute("aria-pressed", on ? "true" : "false");
    return on;
  };
  const actions = {
    next: () => go(1),
    prev: () => go(-1),
    pattern: button => { pressed(button); search(); },
    case: button => { pressed(button); search(); },
    only: button => {
      const line = inSight().first;
      only = pressed(button);
      forget();
      if (!follow) moveTo(0);
      schedule();
      if (!only && at != null) reveal(at, current); else if (!only && line == null) schedule();
    },
    trouble: async button => {
      button.disabled = true;
      const line = await call("FirstTroubleAsync");
      button.disabled = false;
      if (line == null) { fault.textContent = words.noTrouble; return; }
      if (only) actions.only(part(box, "only"));
      reveal(line, null);
      scroll.focus({ preventScroll: true });
    },
    news: () => { setFollow(true); scroll.focus({ preventScroll: true }); },
  };

  const clicked = event => {
    const button = event.target.closest("button[data-part]");
    if (button) actions[button.dataset.part]?.(button);
  };
  const changed = event => {
    const { part: name } = event.target.dataset;
    if (name === "follow") setFollow(event.target.checked);
    else if (name === "wrap") { wrap = event.target.checked; box.classList.toggle("wrap", wrap); schedule(); }
    else if (name === "stamps") box.classList.toggle("bare", !event.target.checked);
  };
  const typed = event => { if (event.target === text) { clearTimeout(typing); typing = setTimeout(search, 200); } };
  const key = event => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target === text) {
      if (event.key === "Enter") { event.preventDefault(); go(event.shiftKey ? -1 : 1); }
      else if (event.key === "Escape") { event.preventDefault(); scroll.focus({ preventScroll: true }); }
      return;
    }
    if (event.target !== scroll) return;
    if (event.key === "n") go(1);
    else if (event.key === "N") go(-1);
    else if (event.key === "f") setFollow(!follow);
    else if (event.key === "e") actions.trouble(part(box, "trouble"));
  };
  const scrolled = () => {
    if (Math.abs(scroll.scrollTop - placed) > 1) setFollow(isAtEnd());
    placed = scroll.scrollTop;
    schedule();
  };
  const copied = event => { event.clipboardData.setData("text/plain", getSelection().toString()); event.preventDefault(); };

  box.addEventListener("click", clicked);
  box.addEventListener("change", changed);
  box.addEventListener("input", typed);
  box.addEventListener("keydown", key);
  scroll.addEventListener("scroll", scrolled, { passive: true });
  scroll.addEventListener("copy", copied);
  const resized = new ResizeObserver(schedule);
  resized.observe(scroll);
  return {
    state(next) {
      const before = low();
      state = next;
      if (!state.searching && only) { only = false; part(box, "only").setAttribute("aria-pressed", "false"); forget(); }
      part(box, "only").disabled = !state.searching;
      const moved = (before - low()) * rowHeight;
      space.style.height = `${(high() - low()) * rowHeight}px`;
      // Lines that come in or go above what is read do not move it.
      if (moved && !follow) moveTo(Math.max(0, scroll.scrollTop + moved));
      tell();
      schedule();
    },
    dispose() {
      gone = true;
      cancelAnimationFrame(frame);
      clearTimeout(typing);
      resized.disconnect();
      globalThis.Highlight && CSS.highlights.delete("log-match");
      box.removeEventListener("click", clicked);
      box.removeEventListener("change", changed);
      box.removeEventListener("input", typed);
      box.removeEventListener("keydown", key);
      scroll.removeEventListener("scroll", scrolled);
      scroll.removeEventListener("copy", copied);
      forget();
    },
  };
}
