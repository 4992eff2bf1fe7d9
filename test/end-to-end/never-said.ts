/** What no sentence may say to a person, each with its reason. Words of AEs and prospects themselves are theirs. */
export interface NeverSaid {
  pattern: RegExp;
  why: string;
  /** Where the words are right: what they mean there. */
  unless?: RegExp;
}

const RANK = "a rank makes people look at each other and not at the handoff";
const ALARM = "nobody is an alarm: work to do is told as work to do";
const BLAME = "what someone is, or whose fault it was, changes no handoff";
const SLIP = "a slip of the program reached the reader";

export const NEVER_SAID: readonly NeverSaid[] = [
  {pattern: /\b(best|worst)\b/i, why: RANK, unless: /\bat (worst|best)\b|reaches you best|worst first/i},
  {pattern: /\b(top|bottom) (of|performer|\d+|\w+ percent)|\b(top|bottom)[- ](rated|ranked|seller|SDR|AE)/i, why: RANK},
  {
    pattern:
      /\b(rank(ed|s|ing|ings)?|leader ?-?boards?|league|podium|medal|champion of the|number one|in first place|in last place|winners?|losers?)\b/i,
    why: RANK,
    unless: /\bnot by rank\b|\bNo rank:/,
  },
  {pattern: /\b(out|under)[- ]?perform\w*|\b(star|high|low|poor|weak|top) performers?\b/i, why: RANK},
  {
    pattern: /\b(above|below|under) (the )?average\b/i,
    why: "half of all are always below average; the target and chance are what matters",
  },
  {
    pattern:
      /\bred flags?\b|\balarm(s|ing)?\b|\bcritical(ly)?\b|\bdanger(ous)?\b|\bproblem (rep|sdr|ae)\b|\bunacceptable\b|\bwarning\b/i,
    why: ALARM,
  },
  {
    pattern:
      /\b(fault|guilty|blame[ds]?|lazy|careless|sloppy|negligent|neglects?|neglected|incompetent|mediocre|disappointing|excuses?|bad at|weak at)\b/i,
    why: BLAME,
    unless: /is not who is to blame/,
  },
  {
    pattern: /\b(fails?|failed|failing) to\b|\bfailures?\b|\bpoorly?\b/i,
    why: BLAME,
    unless: /With a poor one a name and a time arrive|neither as success nor as failure/,
  },
  {pattern: /!(?!=)/, why: "no sentence shouts"},
  {pattern: /\p{Emoji_Presentation}|\uFE0F/u, why: "signs of feeling say less than words"},
  {
    pattern: /\{\w+(\|[^}]*)?\}|\bundefined\b|\bNaN\b|\bInfinity\b|\[object \w+\]|\bnull\b/,
    why: SLIP,
    unless: /\{(id|field|handoff_id|ae_id)\}/,
  },
];

/** Nouns that sentences count. */
const NOUNS =
  "handoff|meeting|answer|brief|case|comment|rating|colleague|week|day|hour|row|field|SDR|AE|AEs|decision|member|lead|record|time|opportunit|quarter|month|file|team|person|number|share|touch|excerpt|attempt|account|export";
export const WRONG_PLURALS: readonly NeverSaid[] = [
  {pattern: new RegExp(`(?<![\\d.,:–-] ?|[\\d.,:–-])\\b1 (${NOUNS.split("|").filter((noun) => noun !== "AEs").join("|")})(s|ies|es)\\b`), why: "one of them takes the singular"},
  {pattern: new RegExp(`(?<![\\d.,:–-])\\b([02-9]|[1-9]\\d+) (${NOUNS.replace("|AEs", "").replace("opportunit", "opportunity").replace("|touch", "")})\\b(?![-’'])`), why: "more than one of them take the plural"},
]; // prettier-ignore

/** Sentences in which something is said that may not be; without the words of others. A line each: what, where it stood, why. */
export function findNeverSaid(said: Iterable<readonly [where: string, text: string]>, quoted: readonly string[]): string[] {
  const seen = new Set<string>();
  const found: string[] = [];
  const long = quoted.filter((quote) => quote.length > 2).sort((a, b) => b.length - a.length);
  for (const [where, text] of said) {
    if (seen.has(text)) continue;
    seen.add(text);
    for (const rule of [...NEVER_SAID, ...WRONG_PLURALS]) {
      if (!rule.pattern.test(text)) continue;
      const own = long.reduce((rest, quote) => (rest.includes(quote) ? rest.replaceAll(quote, "…") : rest), text);
      const match = rule.pattern.exec(own);
      if (match && !rule.unless?.test(own))
        found.push(`${where}: “${match[0]}” in “${own.slice(Math.max(0, match.index - 60), match.index + 80)}”: ${rule.why}`);
    }
  }
  return found;
}

/** What a page says: block by block, and what is said to those who cannot see it. */
export function* listSaid(where: string, root: ParentNode): Generator<[string, string]> {
  for (const node of root.querySelectorAll(
    "p, li, td, th, dt, dd, h1, h2, h3, h4, summary, caption, figcaption, blockquote, button, label, text, .muted, .tag",
  ))
    yield [where, (node.textContent ?? "").replaceAll(/\s+/g, " ").trim()];
  for (const node of root.querySelectorAll("[aria-label], [title]"))
    for (const name of ["aria-label", "title"]) if (node.hasAttribute(name)) yield [where, node.getAttribute(name)!];
}
