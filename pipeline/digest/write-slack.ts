/**
 * A digest as a message in Slack's block format (https://api.slack.com/reference/block-kit/blocks), as `chat.postMessage` takes it.
 * Their limits: 50 blocks, 150 signs in a header, 3,000 in a section.
 */
import type {Digest, DigestLine, DigestPart} from "./types.js";
import {isWeb} from "./write-html.js";

const MOST_BLOCKS = 50;
const LONGEST_HEADER = 150;
const LONGEST_SECTION = 3000;

type Block =
  | {type: "header"; text: {type: "plain_text"; text: string; emoji: false}}
  | {type: "section"; text: {type: "mrkdwn"; text: string; verbatim: true}}
  | {type: "context"; elements: {type: "mrkdwn"; text: string; verbatim: true}[]};

export interface SlackMessage {
  /** What notifications show. */
  text: string;
  blocks: Block[];
}

export function writeSlack({title, subject, greeting, parts, footer}: Digest): SlackMessage {
  const header: Block = {type: "header", text: {type: "plain_text", text: cut(show(title), LONGEST_HEADER), emoji: false}};
  const foot: Block = {
    type: "context",
    elements: [{type: "mrkdwn", text: cut(footer.map(escapeSlack).join("\n"), LONGEST_SECTION), verbatim: true}],
  };
  const sections = [escapeSlack(greeting), ...parts.flatMap(writePart)].map((text): Block => ({
    type: "section",
    text: {type: "mrkdwn", text, verbatim: true},
  }));
  return {text: escapeSlack(subject), blocks: [header, ...sections.slice(0, MOST_BLOCKS - 2), foot]};
}

/** As many sections as its lines need; no line is cut in two unless it is too long by itself. */
function writePart({title, lines}: DigestPart): string[] {
  const sections = [`*${escapeSlack(title)}*`];
  for (const line of lines.map((own) => cut(writeLine(own), LONGEST_SECTION))) {
    const joined = `${sections.at(-1)}\n${line}`;
    if (joined.length <= LONGEST_SECTION) sections[sections.length - 1] = joined;
    else sections.push(line);
  }
  return sections;
}

function writeLine({text, quote, under = [], link}: DigestLine): string {
  return [
    `• ${escapeSlack(text)}`,
    ...(quote === undefined ? [] : quote.split(/\r\n?|\n/).map((line) => `> ${escapeSlack(line)}`)),
    ...under.map((line) => `    ${escapeSlack(line)}`),
    ...(link && isWeb(link.href) ? [`    <${encodeLink(link.href)}|${escapeSlack(link.label)}>`] : []),
  ].join("\n");
}

/** A text that mentions nobody, links nowhere and is not taken for markup: `&`, `<` and `>` are what Slack reads. */
export const escapeSlack = (text: string): string =>
  show(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

const show = (text: string): string =>
  text
    .replaceAll(/\s+/gu, " ")
    .replaceAll(/\p{Cc}|[\u202A-\u202E\u2066-\u2069]|\p{Surrogate}/gu, "\uFFFD")
    .trim();

const encodeLink = (href: string): string => escapeSlack(href).replaceAll("|", "%7C").replaceAll(" ", "%20");

/** Neither a pair of surrogates nor an entity is cut in two. */
function cut(text: string, longest: number): string {
  if (text.length <= longest) return text;
  return `${text
    .slice(0, longest - 1)
    .replace(/[\uD800-\uDBFF]$/, "")
    .replace(/&[a-z]*$/, "")}…`;
}
