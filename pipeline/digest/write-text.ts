/** A digest as plain text, for mail without HTML. */
import type {Digest, DigestLine, DigestPart} from "./types.js";
import {isWeb} from "./write-html.js";

export function writeText({title, greeting, parts, footer}: Digest): string {
  const head = [show(title), "=".repeat([...title].length), "", show(greeting)];
  return [...head, ...parts.flatMap(writePart), "", "-- ", ...footer.map(show), ""].join("\n");
}

const writePart = ({title, lines}: DigestPart): string[] => [
  "",
  show(title),
  "-".repeat([...title].length),
  ...lines.flatMap(writeLine),
];

function writeLine({text, quote, under = [], link}: DigestLine): string[] {
  return [
    `* ${show(text)}`,
    ...(quote === undefined ? [] : quote.split(/\r\n?|\n/).map((line) => `  > ${show(line)}`)),
    ...under.map((line) => `  - ${show(line)}`),
    ...(link && isWeb(link.href) ? [`  ${show(link.label)}: ${show(link.href)}`] : []),
  ];
}

/** One line, without signs that mailers or terminals would obey. */
const show = (line: string): string =>
  line
    .replaceAll(/\s+/gu, " ")
    .replaceAll(/\p{Cc}|[\u202A-\u202E\u2066-\u2069]|\p{Surrogate}/gu, "\uFFFD")
    .trim();
