/** Names in the configuration that only exports can know, looked for there: whoever wrote a name should hear that nothing goes by it. */
import type {Config} from "../config.js";
import {isMotion} from "../contract/brief-variants.js";
import {LOSS_CAUSES} from "../contract/funnel.js";
import type {EntityName} from "../contract/entities.js";
import {quoteName, type Database} from "../db.js";
import {findNearMiss, type Problem} from "../errors.js";

type Named = Pick<Config, "exemplars" | "teams" | "stages" | "loss_owners" | "routing" | "brief_variants">;

const BY_ID_OR_MAIL = "name people by id or e-mail address, as the export of people has them";
const BY_ID = "name people by id, as the export of people has them";
/** So many names that exports do have are listed where none of them is near. */
const MOST_LISTED = 8;

/** A problem for each name that nothing in the exports goes by; none where no export could know it. */
export async function reportConfigNames(db: Database, config: Named): Promise<Problem[]> {
  return [
    ...(await reportPeople(db, config)),
    ...(await reportStages(db, config)),
    ...(await reportReasons(db, config)),
    ...(await reportPlaces(db, config)),
    ...(await reportMotions(db, config)),
  ];
}

/** People and teams. */
async function reportPeople(db: Database, {exemplars, teams, routing}: Named): Promise<Problem[]> {
  if ((exemplars === "all" || exemplars.length === 0) && teams.length + routing.length === 0) return [];
  const {person_id: ids, email, team: known} = await readKnown(db);
  if (ids.size === 0) return [];
  const people = new Set([...ids, ...email]);
  const lack = (where: string, name: string, among: ReadonlySet<string>, what: string, hint: string): Problem[] => {
    if (among.has(name) || among.has(name.toLowerCase())) return [];
    const near = findNearMiss(name, among);
    return [{where, what: `"${name}" is ${what}`, hint: near ? `did you mean ${near}?` : hint}];
  };
  const lent = exemplars === "all" ? [] : exemplars;
  return [
    ...lent.flatMap((name, index) =>
      lack(`exemplars[${index}]`, name, people, "nobody in the export of people; no brief of theirs is shown", BY_ID_OR_MAIL),
    ),
    ...teams.flatMap(({team, manager, members}, index) => [
      // Members may make up a team that the export does not know.
      ...(members.length > 0 ? [] : lack(`teams[${index}].team`, team, known, "no team in the export of people; nobody is in it", "write it as the export does, or list its members")), // prettier-ignore
      ...(manager === undefined ? [] : lack(`teams[${index}].manager`, manager, ids, "nobody in the export of people", BY_ID)),
      ...members.flatMap((member, place) => lack(`teams[${index}].members[${place}]`, member, ids, "nobody in the export of people", BY_ID)), // prettier-ignore
    ]),
    ...routing.flatMap(({aes}, index) =>
      aes.flatMap((ae, place) => lack(`routing[${index}].aes[${place}]`, ae, ids, "nobody in the export of people", BY_ID)),
    ),
  ];
}

async function readKnown(db: Database): Promise<Record<"person_id" | "email" | "team", Set<string>>> {
  const [row] = await db.rows<Record<"person_id" | "email" | "team", string[] | null>>(
    `select list(distinct person_id order by person_id) as person_id, list(distinct lower(email) order by lower(email)) filter (email is not null) as email,
       list(distinct team order by team) filter (team is not null) as team from raw.people where person_id is not null`,
  );
  const {person_id, email, team} = row!;
  return {person_id: new Set(person_id), email: new Set(email), team: new Set(team)};
}

/** Opportunity stages that make an SQL or an opportunity. */
async function reportStages(db: Database, {stages}: Named): Promise<Problem[]> {
  const named = (["sql", "opportunity"] as const).flatMap((stage) => {
    const source = stages[stage];
    return source && "stage" in source ? [{where: `stages.${stage}.stage`, names: source.stage}] : [];
  });
  if (named.length === 0) return [];
  const known = await listValues(db, [["stage_changes", "to_stage"]]);
  if (known.length === 0)
    return named.map(({where, names}) => ({where, what: `"${names.join('", "')}" is dated by an export of stage_changes, and there is none`, hint: "add one, or name a column"})); // prettier-ignore
  return named.flatMap(
    ({where, names}) =>
    names.flatMap((name, index) => missing(`${where}${names.length > 1 ? `[${index}]` : ""}`, name, known, "no stage in the export of stage_changes")), // prettier-ignore
  );
}

/** Reasons of rejections and disqualifications, beside the causes that every company has. */
async function reportReasons(db: Database, {loss_owners}: Named): Promise<Problem[]> {
  const names = Object.keys(loss_owners);
  if (names.length === 0) return [];
  const reasons = await listValues(db, [
    ["handoffs", "rejection_reason"],
    ["handoffs", "disqualification_reason"],
  ]);
  return names.flatMap((name) =>
    missing(`loss_owners.${name}`, name, [...LOSS_CAUSES, ...reasons], "no cause, and no reason in the export of handoffs"),
  );
}

/** Regions and segments that territory rules are for. */
async function reportPlaces(db: Database, {routing}: Named): Promise<Problem[]> {
  if (routing.length === 0) return [];
  const regions = await listValues(db, [["handoffs", "region"], ["people", "region"]]); // prettier-ignore
  const segments = await listValues(db, [["handoffs", "segment"], ["accounts", "segment"], ["people", "segment"]]); // prettier-ignore
  return routing.flatMap(({region, segment}, index) => [
    ...(region === undefined || regions.length === 0 ? [] : missing(`routing[${index}].region`, region, regions, "no region in the exports")), // prettier-ignore
    ...(segment === undefined || segments.length === 0 ? [] : missing(`routing[${index}].segment`, segment, segments, "no segment in the exports")), // prettier-ignore
  ]);
}

/** Motions that variants of the brief go by, where they have no condition of their own. */
async function reportMotions(db: Database, {brief_variants}: Named): Promise<Problem[]> {
  const named = brief_variants.flatMap(({variant, rule}, index) => (rule === isMotion(variant) ? [{variant, index}] : []));
  if (named.length === 0) return [];
  const known = await listValues(db, [["handoffs", "motion"]]); // prettier-ignore
  const plain = (name: string) => name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
  if (known.length === 0) return named.map(({variant, index}) => ({where: `brief_variants[${index}]`, what: `"${variant}" goes by the motion of a handoff, and no export has one`, hint: "export handoffs.motion, or give a condition under when"})); // prettier-ignore
  const forms = known.map(plain);
  return named.flatMap(({variant, index}) =>
    forms.includes(plain(variant))
      ? []
      : missing(`brief_variants[${index}]`, variant, known, "no motion of a handoff in the exports"),
  );
}

function missing(where: string, name: string, known: readonly string[], what: string): Problem[] {
  const form = (text: string) => text.trim().toLowerCase();
  if (known.some((other) => form(other) === form(name))) return [];
  const near = findNearMiss(name.trim(), known);
  const listed = `${known.slice(0, MOST_LISTED).join(", ")}${known.length > MOST_LISTED ? ", …" : ""}`;
  return [{where, what: `"${name}" is ${what}`, hint: near ? `did you mean ${near}?` : `there are ${listed}`}];
}

/** The values of columns, each once, the most frequent first. */
async function listValues(db: Database, columns: readonly (readonly [EntityName, string])[]): Promise<string[]> {
  const values = columns.map(([entity, column]) => `select ${quoteName(column)} as value from raw.${entity}`);
  const rows = await db.rows<{value: string}>(
    `select trim(value) as value from (${values.join(" union all ")}) where trim(value) <> '' group by all order by count(*) desc, value`,
  );
  return rows.map(({value}) => value);
}
