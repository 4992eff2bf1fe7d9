import {GRAMMAR} from "../../src/components/words/grammar.js";
import {escapeHtml} from "./escape-html.js";

/**
 * One HTML file that needs nothing else: no script, nothing fetched.
 * @param title plain text; `style` and `body` are markup, their texts escaped already
 * @param meta further lines of the head
 */
export function writePage({
  title,
  style,
  body,
  meta = [],
}: {
  title: string;
  style: string;
  body: string;
  meta?: readonly string[];
}): string {
  return `<!doctype html>
<html lang="${GRAMMAR.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${meta.map((line) => `${line}\n`).join("")}<meta name="referrer" content="no-referrer">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
${body}
</body>
</html>
`;
}
