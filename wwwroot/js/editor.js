// A code editor on CodeMirror. Text goes in and out as text; nothing is ever parsed as HTML.
import {
  basicSetup, EditorState, EditorView, keymap, indentWithTab,
  yaml, json, lintGutter, setDiagnostics, HighlightStyle, syntaxHighlighting, tags,
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
