// A code editor and a log view on CodeMirror. Text goes in and out as text; nothing is ever parsed as HTML.
import {
  basicSetup, Compartment, EditorState, EditorView, keymap, lineNumbers, drawSelection, indentWithTab, standardKeymap,
  yaml, json, lintGutter, setDiagnostics, search, searchKeymap, openSearchPanel, HighlightStyle, syntaxHighlighting, tags,
} from "../lib/codemirror.js";

const look = EditorView.theme({
  "&": { height: "100%", fontSize: "12px", backgroundColor: "var(--surface)", color: "var(--ink)" },
  "&.cm-focused": { outline: "2px solid var(--accent)", outlineOffset: "-1px" },
  ".cm-scroller": { fontFamily: "var(--mono)", lineHeight: "18px" },
  ".cm-gutters": { backgroundColor: "var(--surface)", color: "var(--ink-3)", borderRight: "1px solid var(--line)" },
  ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "var(--surface-2)" },
  ".cm-cursor": { borderLeftColor: "var(--ink)" },
  "&.cm-focused .cm-selectionBackground, .cm-selectionBackground, ::selection": { backgroundColor: "color-mix(in srgb, var(--accent) 25%, transparent) !important" },
  ".cm-panels": { backgroundColor: "var(--surface-2)", color: "var(--ink)", borderColor: "var(--line)" },
  ".cm-searchMatch": { backgroundColor: "var(--attention-soft)", outline: "1px solid var(--attention)" },
  ".cm-textfield, .cm-button": { background: "var(--surface)", color: "var(--ink)", border: "1px solid var(--line-strong)", borderRadius: "4px", fontSize: "12px" },
  ".cm-tooltip": { backgroundColor: "var(--surface)", color: "var(--ink)", border: "1px solid var(--line)" },
  ".cm-diagnostic": { borderLeftWidth: "3px" },
});
const colours = syntaxHighlighting(HighlightStyle.define([
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: "var(--accent)" },
  { tag: [tags.string, tags.special(tags.string)], color: "var(--running)" },
  { tag: [tags.number, tags.bool, tags.null, tags.keyword], color: "var(--attention)" },
  { tag: tags.comment, color: "var(--ink-3)", fontStyle: "italic" },
]));

// A file dropped anywhere on the editor becomes its whole text; without this the page would be left for the file.
function dropArea(host, view, longest, refuse) {
  const carries = event => event.dataTransfer?.types.includes("Files");
  let over = 0;
  const mark = by => { over = Math.max(0, over + by); host.classList.toggle("dropping", over > 0); };
  const on = {
    dragenter(event) { if (carries(event)) { event.preventDefault(); mark(1); } },
    dragleave(event) { if (carries(event)) mark(-1); },
    dragover(event) { if (carries(event)) { event.preventDefault(); event.dataTransfer.dropEffect = "copy"; } },
    async drop(event) {
      if (!carries(event)) return;
      event.preventDefault();
      event.stopPropagation();
      mark(-over);
      const file = event.dataTransfer.files[0];
      if (!file) return;
      // Not even read: the text that is there stays.
      if (file.size > longest) { refuse(); return; }
      const insert = await file.text();
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert }, selection: { anchor: 0 } });
      view.focus();
    },
  };
  for (const [name, act] of Object.entries(on)) host.addEventListener(name, act, { capture: true });
}

export function createEditor(host, { text, language, label, readOnly, longest }, owner) {
  let timer = 0, silent = false;
  const tell = view => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const bytes = new TextEncoder().encode(view.state.doc.toString());
      owner.invokeMethodAsync("ChangedAsync", DotNet.createJSStreamReference(bytes)).catch(() => { });
    }, 300);
  };
  const view = new EditorView({
    parent: host,
    state: EditorState.create({
      doc: text,
      extensions: [
        keymap.of([indentWithTab]), basicSetup, language === "json" ? json() : language === "text" ? [] : yaml(), lintGutter(), look, colours,
        EditorState.tabSize.of(2), EditorState.readOnly.of(!!readOnly),
        EditorView.contentAttributes.of({ "aria-label": label, spellcheck: "false" }),
        EditorView.updateListener.of(update => { if (update.docChanged && !silent) tell(update.view); }),
      ],
    }),
  });
  if (!readOnly) dropArea(host, view, longest, () => owner.invokeMethodAsync("DroppedTooLongAsync").catch(() => { }));
  return {
    set(value) {
      if (value === view.state.doc.toString()) return;
      silent = true;
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: value } });
      silent = false;
    },
    mark(markers) {
      const doc = view.state.doc;
      view.dispatch(setDiagnostics(view.state, markers.map(marker => {
        const line = doc.line(Math.min(Math.max(1, marker.line), doc.lines));
        const indent = line.text.length - line.text.trimStart().length;
        return { from: line.from + indent, to: Math.max(line.to, line.from + indent), severity: marker.severity, message: marker.message };
      })));
    },
    dispose() { clearTimeout(timer); view.destroy(); },
  };
}

// Colour codes, hyperlinks and cursor moves out; invisible controls made visible.
const clean = line => line
  // eslint-disable-next-line no-control-regex
  .replace(/\x1b\][\s\S]*?(?:\x07|\x1b\\)|\x1b\[[0-?]*[ -/]*[@-~]|\x1b[@-_]/g, "")
  .replace(/[\u0000-\u0008\u000b-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "\u00b7");
const longest = 8000;
const most = 200000;

export function createLog(host, { label, follow, wrap, downloadName }, owner) {
  const wrapping = new Compartment();
  const view = new EditorView({
    parent: host,
    state: EditorState.create({
      extensions: [
        lineNumbers(), drawSelection(), search({ top: true }), keymap.of([...searchKeymap, ...standardKeymap]), look,
        EditorState.readOnly.of(true), wrapping.of(wrap ? EditorView.lineWrapping : []),
        EditorView.contentAttributes.of({ "aria-label": label, tabindex: "0", "aria-readonly": "true" }),
      ],
    }),
  });
  const scroller = view.scrollDOM;
  const bottom = () => { scroller.scrollTop = scroller.scrollHeight; };
  const atBottom = () => scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < 24;
  let programmed = 0;
  // Scrolling away from the end stops following, coming back to it resumes.
  const scrolled = () => {
    if (performance.now() < programmed) return;
    const now = atBottom();
    if (now !== follow) { follow = now; owner.invokeMethodAsync("FollowingAsync", follow).catch(() => { }); }
  };
  const keepUp = () => { if (follow) { programmed = performance.now() + 250; requestAnimationFrame(() => { bottom(); requestAnimationFrame(bottom); }); } };
  scroller.addEventListener("scroll", scrolled, { passive: true });
  return {
    append(lines) {
      if (!lines.length) return view.state.doc.length ? view.state.doc.lines : 0;
      const text = lines.map(line => {
        const plain = clean(line);
        return plain.length > longest ? plain.slice(0, longest) + ` … (+${plain.length - longest})` : plain;
      }).join("\n");
      const doc = view.state.doc;
      const over = doc.lines + lines.length - most;
      const changes = [{ from: doc.length, insert: doc.length ? "\n" + text : text }];
      if (over > 0 && doc.lines > over) changes.unshift({ from: 0, to: doc.line(over).to + 1 });
      view.dispatch({ changes });
      keepUp();
      return view.state.doc.lines;
    },
    clear() { view.dispatch({ changes: { from: 0, to: view.state.doc.length } }); },
    follow(on) { follow = on; keepUp(); },
    wrap(on) { view.dispatch({ effects: wrapping.reconfigure(on ? EditorView.lineWrapping : []) }); keepUp(); },
    find() { openSearchPanel(view); },
    download() {
      const url = URL.createObjectURL(new Blob([view.state.doc.toString()], { type: "text/plain" }));
      const link = Object.assign(document.createElement("a"), { href: url, download: downloadName });
      link.click();
      setTimeout(() => URL.revokeObjectURL(url), 1000);
    },
    dispose() { scroller.removeEventListener("scroll", scrolled); view.destroy(); },
  };
}
