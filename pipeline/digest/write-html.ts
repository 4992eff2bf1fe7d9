/** A digest as one HTML file that needs nothing else: no script, nothing fetched, every text escaped. */
import {escapeHtml} from "../sheet/escape-html.js";
import {text} from "../sheet/write-text.js";
import type {Digest, DigestLine, DigestPart} from "./types.js";
import {writePage} from "../sheet/write-page.js";

const STYLE = `
:root { color-scheme: light dark; --ink: #1b2226; --muted: #5d6b73; --line: #d9dee0; --paper: #fdfdfb; --link: #1a5c8a; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8ecee; --muted: #9aa7ae; --line: #333d42; --paper: #14191c; --link: #86bfe6; } }
body { font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); margin: 0 auto; padding: 24px 16px; max-width: 38rem; }
h1 { font-size: 1.4rem; margin: 0 0 8px; }
h2 { font-size: 1rem; margin: 24px 0 4px; border-top: 1px solid var(--line); padding-top: 12px; }
p, ul, blockquote { margin: 4px 0; }
p, li, blockquote { overflow-wrap: anywhere; }
ul { padding-left: 1.2rem; }
li + li { margin-top: 8px; }
blockquote { padding-left: 12px; border-left: 2px solid var(--line); white-space: pre-line; }
a { color: var(--link); }
footer { margin-top: 24px; color: var(--muted); font-size: 0.875rem; }
.under { color: var(--muted); }
@media print { body { padding: 0; max-width: none; } }
`;

export function writeHtml({company, title, greeting, parts, footer}: Digest): string {
  const body = `<header><p class="under">${text(company)}</p><h1>${text(title)}</h1><p>${text(greeting)}</p></header>
<main>
${parts.map(writePart).join("\n")}
</main>
<footer>${footer.map((line) => `<p>${text(line)}</p>`).join("")}</footer>`;
  return writePage({title, style: STYLE, meta: ['<meta name="color-scheme" content="light dark">'], body});
}

function writePart({title, lines}: DigestPart): string {
  const [first] = lines;
  const body =
    lines.length === 1 ? writeLine(first!, "p") : `<ul>\n${lines.map((line) => writeLine(line, "li")).join("\n")}\n</ul>`;
  return `<section><h2>${text(title)}</h2>\n${body}\n</section>`;
}

function writeLine({text: words, quote, under = [], link}: DigestLine, tag: "p" | "li"): string {
  const more = [
    ...(quote === undefined ? [] : [`<blockquote>${text(quote)}</blockquote>`]),
    ...under.map((line) => `<span class="under"><br>${text(line)}</span>`),
    ...(link && isWeb(link.href) ? [`<br><a href="${escapeHtml(link.href)}" rel="noreferrer">${text(link.label)}</a>`] : []),
  ].join("");
  // A quotation cannot stand in a paragraph.
  return tag === "p" && quote !== undefined ? `<div>${text(words)}${more}</div>` : `<${tag}>${text(words)}${more}</${tag}>`;
}

/** Addresses come from the configuration and the exports: nothing else is made a link. */
export const isWeb = (href: string): boolean => /^https?:\/\//i.test(href);
