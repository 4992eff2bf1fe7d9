/**
 * What an SDR can do better, as data: one entry per behaviour. All are leading: they are done before the meeting, by the SDR, and
 * are counted as "done well" of those where they could have been done; no result of a meeting may stand here.
 */
import {OTHERS} from "./behaviours-others.js";
import {PRACTICES} from "./behaviours-practice.js";
import type {Behaviour} from "./behaviours-shape.js";
import type {BriefField} from "./brief.js";
import {inLanguage} from "./language.js";
import type {Criterion} from "./criteria.js";
import {themesOfField} from "./behaviours-themes.js";

export type * from "./behaviours-shape.js";

/** The parts of the configuration that the catalogue follows. */
export interface BehaviourRules {
  brief: readonly Pick<BriefField, "field" | "label" | "required" | "ask">[];
  qualification: readonly Pick<Criterion, "criterion">[];
  readiness: readonly Pick<Criterion, "criterion">[];
}

/** The company's behaviours: a field of its brief each, and of the others those whose criteria its checklists have. A field goes before a criterion of its name. */
export function listBehaviours({brief, qualification, readiness}: BehaviourRules): Behaviour[] {
  const fields = brief.map(({field, label, required, ask}): Behaviour => ({
    behaviour: field,
    label: inLanguage("{label} in the brief").replace("{label}", () => label),
    counted: {from: "fields", field},
    mix: "motion",
    themes: themesOfField(field),
    association: {field},
    weight: required ? 1 : 0.4,
    is_partly_known: false,
    practice: PRACTICES[field] === undefined ? describePractice(label, ask) : inLanguage(PRACTICES[field]),
  }));
  const taken = new Set(fields.map(({behaviour}) => behaviour));
  const criteria = new Set([...qualification, ...readiness].map(({criterion}) => criterion));
  const others = OTHERS.filter(
    ({behaviour, counted}) =>
      !taken.has(behaviour) && (counted.from !== "criteria" || counted.criteria.some((criterion) => criteria.has(criterion))),
  );
  return [
    ...fields,
    ...others.map((other) => ({
      ...other,
      label: inLanguage(other.label),
      practice: inLanguage(other.practice),
      ...(other.lapse && {lapse: inLanguage(other.lapse)}),
    })),
  ];
}

/** How a field is practised of which nothing else is said. */
const describePractice = (label: string, ask: string): string =>
  ask
    ? inLanguage("Ask in the call: “{ask}” Write down the answer as it was given.").replace("{ask}", () => ask)
    : inLanguage("Fill “{label}” while the call is fresh.").replace("{label}", () => label);

const plain = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, "_")
    .replaceAll(/^_|_$/g, "");

/** The behaviour that somebody named, by id or label, whatever the case and signs between; undefined when there is none of that name. */
export function findBehaviour(name: string, behaviours: readonly Behaviour[]): Behaviour | undefined {
  const wanted = plain(name);
  return behaviours.find(({behaviour, label}) => plain(behaviour) === wanted || plain(label) === wanted || `${plain(behaviour)}_in_the_brief` === wanted); // prettier-ignore
}
