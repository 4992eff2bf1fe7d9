import type {BriefDocument, Manifest} from "../../../pipeline/contract/datasets.js";
import {findSaid, saySaidOn} from "./brief-earlier.js";
import {askFor, rankMissing, readBriefFields, sayAsk} from "./brief-state.js";
import type {BriefField} from "./brief-state.js";
import {showControls} from "../base/show-controls.js";
import {say, startSentence, withinSentence} from "../words/words.js";

/** Characters of one text within a line; the whole stands in its section. */
const LONGEST = 180;

export interface Line {
  head: string;
  text: string;
}

type Told = Pick<BriefDocument, "fields" | "values" | "outcome" | "after" | "meeting_at" | "said">;
type Site = Pick<Manifest, "brief_fields" | "timezone">;

/**
 * The three lines that matter, by plain rules: why they talk to us (pain, impact, why now); how they decide (timeline, budget, who);
 * and before the meeting, what to do: its focus and the first thing to ask; afterwards what became of it, why it
 * ended and what the AE missed. What an earlier brief of the account said is told for what this one leaves open.
 */
export function writeLines(brief: Told, manifest: Site): Line[] {
  const fields = readBriefFields(brief, manifest);
  const find = (name: string) => fields.find(({info}) => info.field === name);
  const recall = (field: BriefField | undefined) => {
    const said = field && findSaid(brief, field);
    return said && {text: shorten(said.text), when: saySaidOn(said, brief, manifest)};
  };
  return [
    {head: say("line_why"), text: describeWhy(find, recall)},
    {head: say("line_decision"), text: describeDecision(find, recall)},
    brief.outcome === "pending"
      ? {
          head: say("line_next"),
          text: describeNext(
            fields.filter((field) => !findSaid(brief, field)),
            find,
            fields.length > 0,
          ),
        }
      : {head: say("line_end"), text: describeEnd(brief)},
  ];
}

type Find = (name: string) => BriefField | undefined;
type Recall = (field: BriefField | undefined) => {text: string; when: string} | undefined;

const tell = (field: BriefField | undefined) => (field?.text && field.state !== "missing" ? shorten(field.text) : "");

function describeWhy(find: Find, recall: Recall): string {
  const [pain, impact, reason] = ["pain_primary", "business_impact", "timeline_reason"].map((name) => tell(find(name)));
  const said = pain ? undefined : recall(find("pain_primary"));
  return [
    pain ? endSentence(pain) : said ? endSentence(say("line_said", said)) : say("line_no_pain"),
    impact && endSentence(say("line_impact", {text: impact})),
    reason && endSentence(say("line_reason", {text: reason})),
  ]
    .filter(Boolean)
    .join(" ");
}

function describeDecision(find: Find, recall: Recall): string {
  const parts = (
    [
      ["timeline", "line_timeline"],
      ["budget", "line_budget"],
      ["economic_buyer", "line_decides"],
      ["champion", "line_champion"],
    ] as const
  ).flatMap(([name, key]) => {
    const field = find(name);
    if (!field) return [];
    const text = tell(field);
    const told = field.state !== "not_disclosed" ? text : text ? say("not_disclosed_as", {text}) : say("state_not_disclosed");
    const said = recall(field);
    const then = said && (told ? say("line_then", {text: told, when: said.when, then: said.text}) : say("line_said", said));
    return [say(key, {text: then ?? (told || say("line_unknown"))})];
  });
  return parts.join(" · ");
}

/** @param fields those that nothing is said of elsewhere either */
function describeNext(fields: readonly BriefField[], find: Find, isKnown: boolean): string {
  const focus = tell(find("focus_area"));
  const missing = rankMissing(fields);
  const [first] = missing.filter(({info}) => !info.is_ours);
  return [
    focus ? endSentence(say("line_focus", {text: focus})) : say("line_unprepared"),
    first ? say("line_ask", {text: askFor(first.info)}) : missing[0] ? sayAsk(missing[0].info) : isKnown ? say("line_ready") : "",
  ]
    .filter(Boolean)
    .join(" ");
}

function describeEnd({after = {}, outcome}: Told): string {
  const steps = [
    say(`outcome_${outcome}`),
    after.accepted_at && say("after_accepted"),
    after.sql_at && say("after_sql"),
    after.opportunity_at && say("after_opportunity"),
    after.won_at && say("after_won"),
  ].filter((step): step is string => Boolean(step));
  // Only the first stands at the start of the sentence; abbreviations stay as they are.
  const told = steps.map((step, index) => (index && step !== step.toUpperCase() ? withinSentence(step) : startSentence(step)));
  return [
    say("line_became", {steps: told.join(", ")}),
    after.rejection_reason && say("line_rejected", {reason: after.rejection_reason}),
    after.disqualification_reason && say("line_disqualified", {reason: after.disqualification_reason}),
    after.missing && say("line_missed", {text: shorten(after.missing)}),
  ]
    .filter(Boolean)
    .join(" ");
}

/** A text's beginning, cut between words; line breaks become blanks. */
export function shorten(text: string, longest = LONGEST): string {
  const start = text.slice(0, 4 * longest).replace(/\s+/g, " ");
  const line = showControls(start).trim();
  if (line.length <= longest) return line;
  const end = line.lastIndexOf(" ", longest);
  return `${line.slice(0, end > longest / 2 ? end : longest).replace(/[\ud800-\udbff]$/, "")}…`;
}

const endSentence = (text: string) => (/[.!?…]["”’)]?$/.test(text) ? text : `${text}.`);
