/** How the sheet looks, on a screen and on paper; a meeting begins a page of its own. */
export const SHEET_STYLE = `
:root { color-scheme: light dark; --ink: #1b2226; --muted: #5d6b73; --line: #d9dee0; --paper: #fdfdfb; --todo: #8a5a00; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e8ecee; --muted: #9aa7ae; --line: #333d42; --paper: #14191c; --todo: #e0b060; }
}
body { font: 15px/1.45 system-ui, sans-serif; color: var(--ink); background: var(--paper); margin: 0 auto; padding: 24px; max-width: 44rem; }
h1 { font-size: 1.5rem; margin: 0; }
h2 { font-size: 1.2rem; margin: 0 0 4px; }
h3 { font-size: 0.95rem; margin: 16px 0 4px; color: var(--muted); }
header p { color: var(--muted); margin: 4px 0; }
p { margin: 4px 0; overflow-wrap: anywhere; }
article { border-top: 2px solid var(--ink); margin-top: 24px; padding-top: 12px; }
.todo { color: var(--todo); }
ul { margin: 4px 0; padding-left: 1.2rem; }
li { overflow-wrap: anywhere; }
.gist { margin: 8px 0; font-size: 1.05rem; }
.gist dt { font-size: 0.9rem; padding-top: 2px; }
dl.gist div { grid-template-columns: 5.5rem 1fr; border: 0; }
time { font-variant-numeric: tabular-nums; }
a { color: inherit; }
dl { margin: 0; }
dl div { display: grid; grid-template-columns: 10rem 1fr; gap: 12px; padding: 3px 0; border-bottom: 1px solid var(--line); }
dt { color: var(--muted); }
dd { margin: 0; white-space: pre-line; overflow-wrap: anywhere; }
@media (max-width: 30rem) { dl div { grid-template-columns: 1fr; gap: 0; } }
@media print {
  :root { --ink: #000; --muted: #444; --line: #ccc; --paper: #fff; --todo: #000; }
  body { padding: 0; max-width: none; font-size: 10.5pt; }
  article { break-before: page; border-top: 0; margin: 0; }
  article:first-child { break-before: auto; border-top: 2px solid #000; margin-top: 12px; }
  section, dl div, li { break-inside: avoid; }
  @page { margin: 16mm; }
}
`;
