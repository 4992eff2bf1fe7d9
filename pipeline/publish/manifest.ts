/** `manifest.json`: what every page needs before it asks for its own data. */
import type {Config} from "../config.js";
import {listBehaviours} from "../contract/behaviours.js";
import type {BriefFieldInfo, CriterionInfo, Manifest} from "../contract/datasets.js";
import {OURS_TO_TELL} from "../contract/brief-specific.js";
import {BRIEF_SECTIONS, type BriefField} from "../contract/brief.js";
import {BRINGS} from "../contract/brings.js";
import {CHECKLISTS, type Checklist} from "../contract/criteria.js";
import {ENTITIES, ENTITY_NAMES, findColumn, type EntityName} from "../contract/entities.js";
import {STAGE_LABELS} from "../contract/funnel.js";
import {inLanguage} from "../contract/language.js";
import {addWorkedHours} from "../worked.js";
import {TURNS} from "./apart.js";
import type {Ground} from "./ground.js";
import {listMetricInfos} from "./metric-info.js";
import {iso} from "./sql.js";
import type {Funnels} from "./funnel/stages.js";

interface Source {
  entity: EntityName;
  files: number;
  rows: number;
  exported_at: string | null;
}

/** The manifest without its version, which is the hash of everything and so known last. */
export async function makeManifest(
  ground: Ground,
  funnels: Funnels,
  absent: Manifest["absent_metrics"],
): Promise<Omit<Manifest, "version">> {
  const {db, config, asOf, people, teams} = ground;
  const sources = await db.rows<Source>(`
    select entity, count(*)::integer as files, sum(loaded)::bigint as rows, ${iso("max(exported_at)")} as exported_at
    from raw.files group by entity`);
  const [ledger] = await db.rows<Manifest["ledger"]>(`
    select coalesce(sum(rows_read), 0)::bigint as rows_read, coalesce(sum(loaded), 0)::bigint as loaded,
      coalesce(sum(merged), 0)::bigint as merged, coalesce(sum(rejected), 0)::bigint as rejected,
      coalesce(sum(set_aside), 0)::bigint as set_aside
    from raw.files`);
  const [history] = await db.rows<{has: boolean}>("select exists (select 1 from raw.people where valid_from is not null) as has");
  const [turns] = await db.rows<{has: boolean}>(`select exists (${TURNS}) as has`);
  const teamSlugs = new Map(teams.map((team) => [team.team, team.slug]));
  const behaviours = listBehaviours(config);
  return {
    company: config.company,
    as_of: asOf,
    handoffs_as_of: null,
    stale_at:
      !asOf || config.refresh.stale_after_hours === null ? null : addWorkedHours(config, asOf, config.refresh.stale_after_hours),
    timezone: config.timezone,
    currency: config.currency,
    min_n: config.min_n,
    targets_confirmed: config.targets_confirmed,
    ledger: ledger!,
    sources: ENTITY_NAMES.flatMap((entity) => {
      const source = sources.find((candidate) => candidate.entity === entity);
      return source
        ? {
            entity,
            label: inLanguage(ENTITIES[entity].label),
            files: source.files,
            rows: source.rows,
            exported_at: source.exported_at ?? "",
          }
        : [];
    }),
    missing: ENTITY_NAMES.filter(
      (entity) => !sources.some((source) => source.entity === entity) && !(entity === "territories" && config.routing.length > 0),
    ).map((entity) => ({
      entity,
      label: inLanguage(ENTITIES[entity].label),
      brings: inLanguage(BRINGS[entity]),
    })),
    absent_metrics: absent,
    teams: teams.map(({slug, team, team_name, manager_name, kind, sdr_count}) => ({
      slug,
      team,
      name: team_name,
      manager_name,
      kind,
      sdr_count,
    })),
    people: people.map(({slug, name, role, team, is_current, is_known, is_sdr, is_ae}) => ({
      slug,
      name,
      role: role ?? "",
      team_slug: (team !== null && teamSlugs.get(team)) || null,
      is_current,
      is_known,
      has_page: is_sdr,
      has_ae_page: is_ae,
      has_one_on_one: is_sdr && config.granularity === "person",
    })),
    metrics: listMetricInfos(config),
    stages: funnels.stages.map((stage) => ({stage, label: inLanguage(STAGE_LABELS[stage])})),
    brief_fields: listBriefFields(config),
    behaviours: behaviours.map(({behaviour}) => behaviour),
    other_behaviours: behaviours.flatMap(({behaviour, label, practice, counted}) =>
      counted.from === "fields" ? [] : [{behaviour, label, practice}],
    ),
    criteria: listCriteria(config),
    links: keepSafe(config.links),
    has_people_history: history!.has,
    audience: {kind: "revops", slug: ""},
    pages: null,
    holds: [
      "cube",
      "lists",
      ...(turns!.has ? (["turns"] as const) : []),
      ...(config.publish.contact_details ? (["contacts"] as const) : []),
    ],
    index_digits: 2,
    min_people: config.publish.min_people,
    is_team_only: config.granularity === "team",
    protection: {
      min_people: config.publish.min_people,
      contact_details: config.publish.contact_details,
      exec_sees_people: config.publish.exec_sees_people,
      has_exemplars: config.exemplars.length > 0,
      retention_months: config.retention_months || null,
      is_pseudonymised: config.pseudonymise,
    },
  };
}

/** The template's fields, in its order. */
export function listBriefFields(config: Pick<Config, "brief">): BriefFieldInfo[] {
  const sections = new Map<string, string>(BRIEF_SECTIONS);
  return config.brief.map((field) => ({
    field: field.field,
    label: field.label,
    section: field.section,
    section_label: inLanguage(sections.get(field.section) ?? field.section),
    required: field.required,
    kind: kindOf(field),
    ask: field.ask,
    ...(OURS_TO_TELL.includes(field.field) && {is_ours: true as const}),
  }));
}

/** The criteria of both checklists, in the order of the letters of marts.criteria_letters. */
export function listCriteria(config: Pick<Config, Checklist>): CriterionInfo[] {
  return CHECKLISTS.flatMap((checklist) =>
    config[checklist].map(({criterion, label, group, letter, looks_for}) => ({
      checklist,
      criterion,
      label,
      group,
      letter,
      looks_for,
    })),
  );
}

/** The links among the columns: the contract knows them as texts. */
const LINKS = ["website", "linkedin_url", "meeting_link"];

function kindOf({entity, column}: Pick<BriefField, "entity" | "column">): BriefFieldInfo["kind"] {
  const type = findColumn(entity, column)?.type;
  if (column === "annual_revenue") return "money";
  if (type === "integer" || type === "number") return "count";
  return LINKS.includes(column) ? "link" : "text";
}

/** Only addresses that lead to a page or a mail: never a script. */
function keepSafe(links: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(links).filter((entry): entry is [string, string] => /^(https?|mailto):/i.test(entry[1]?.trim() ?? "")),
  );
}
