/** A pod of the workload's company: the sample company's generator, with more handoffs and answers, and its last day apart. */
import {DAY, EXPORTED_AT, writeTime} from "../../../sample-data/calendar.js";
import {makeCompany, type Company} from "../../../sample-data/company.js";
import type {Row, Tables} from "../../../sample-data/types.js";
import {ENTITIES, ENTITY_NAMES, type EntityName} from "../../../pipeline/contract/entities.js";

export interface PodSize {
  seed: number;
  sdrs: number;
  months: number;
  handoffs: number;
  answers: number;
  /** The last AE's work is done by the one before: every other pod has one fewer, which makes one AE to two SDRs. */
  isOneAeFewer: boolean;
}

/** What the first export holds, and what the one of a day later adds to it or says anew. */
export interface Template {
  base: Tables;
  day: Tables;
}

/**
 * When the first export is made, and the one of a day later. What the generator tells of since is left out: its last day is the first of a month,
 * when texts of a whole month are let go, and the day that is measured is to be one like most.
 */
export const [FIRST_EXPORT, NEXT_EXPORT] = [writeTime(EXPORTED_AT - 2 * DAY), writeTime(EXPORTED_AT - DAY)];
/** Of 12.7 bookings a month and SDR not all are handoffs of the period; this brings 20, and some to leave out. */
const VOLUME = 1.9;

/** The same sizes and seed give the same template. */
export function makeTemplate(size: PodSize): Template {
  const company = makeEnough(size);
  const tables = keepHandoffs(company, size.handoffs);
  addAnswers(company, tables, size.answers);
  if (size.isOneAeFewer) joinLastAes(company, tables);
  return splitAt(splitAt(tables, NEXT_EXPORT).base, FIRST_EXPORT);
}

function makeEnough({seed, sdrs, months, handoffs}: PodSize): Company {
  for (let volume = VOLUME; ; volume *= 1.15) {
    const company = makeCompany({seed, sdrs, months, volume});
    if (company.chains.length >= handoffs) return company;
  }
}

/** So many handoffs, evenly left out; what hangs on the others goes with them, their prospects and calls to them stay. */
function keepHandoffs({chains, tables}: Company, count: number): Tables {
  const isKept = (index: number) => Math.floor((index * count) / chains.length) !== Math.floor(((index + 1) * count) / chains.length); // prettier-ignore
  const gone = chains.filter((_, index) => !isKept(index));
  const handoffs = new Set(gone.map(({id}) => id));
  const meetings = new Set(gone.flatMap(({slots}) => slots.map(({id}) => id)).filter(Boolean));
  const deals = new Set(gone.flatMap(({opportunity}) => (opportunity?.id ? [opportunity.id] : [])));
  const stays = (row: Row) =>
    !handoffs.has(row.handoff_id ?? "") && !deals.has(row.opportunity_id ?? "") && !meetings.has(row.meeting_id ?? "");
  const kept: Tables = {};
  for (const entity of ENTITY_NAMES)
    kept[entity] =
      entity === "field_changes" || entity === "disputes"
        ? tables[entity]!.filter(({record_id: id}) => !meetings.has(id ?? "") && !handoffs.has(id ?? ""))
        : entity === "activities"
          ? tables[entity]!.map((row) => (deals.has(row.opportunity_id ?? "") ? {...row, opportunity_id: ""} : row))
          : tables[entity]!.filter(stays);
  return kept;
}

/** The sample's AEs answer for two thirds of the handoffs; here more of them say at least whether the prospect came. */
function addAnswers({chains}: Company, tables: Tables, count: number): void {
  const feedback = tables.feedback!;
  const meetings = new Set(tables.handoffs!.map((row) => row.handoff_id));
  const answered = new Set(feedback.map((row) => row.handoff_id));
  const blank = Object.fromEntries(ENTITIES.feedback.columns.map(({name}) => [name, ""]));
  for (const chain of chains) {
    if (feedback.length >= count) return;
    const at = chain.meeting.at + 20 * 60 + (chain.bookedAt % 240);
    if (at >= EXPORTED_AT || answered.has(chain.id) || !meetings.has(chain.id)) continue;
    feedback.push({...blank, feedback_id: `f${chain.id.slice(1)}9`, submitted_at: writeTime(at), handoff_id: chain.id, ae_id: chain.ae.id, showed_up: chain.ending === "held" ? "yes" : "no"}); // prettier-ignore
  }
  feedback.splice(count);
}

function joinLastAes({staff}: Company, tables: Tables): void {
  const [stays, goes] = staff.aes.filter(({changes, id}) => changes.length === 0 && !staff.sdrs.some((sdr) => sdr.id === id)).slice(-2).map(({id}) => id); // prettier-ignore
  tables.people = tables.people!.filter((row) => row.person_id !== goes);
  for (const rows of Object.values(tables))
    for (const row of rows) for (const [column, cell] of Object.entries(row)) if (cell === goes) row[column] = stays!;
}

/** When a record came to be. */
const CREATED: Partial<Record<EntityName, string>> = {
  leads: "created_at",
  handoffs: "booked_at",
  opportunities: "created_at",
  stage_changes: "changed_at",
  activities: "occurred_at",
  feedback: "submitted_at",
  calls: "started_at",
  field_changes: "changed_at",
};

/** What stood in the exports at an instant, and what was written or changed since. */
function splitAt(tables: Tables, instant: string): Template {
  const [base, day]: [Tables, Tables] = [{}, {}];
  for (const entity of ENTITY_NAMES) [base[entity], day[entity]] = [tables[entity]!, []];
  const isNew = (time: string | undefined) => time !== undefined && time >= instant && /^\d{4}-/.test(time);
  for (const [name, created] of Object.entries(CREATED) as [EntityName, string][]) {
    const past = ENTITIES[name].columns.filter((column) => column.past === true).map((column) => column.name);
    base[name] = [];
    for (const row of tables[name]!) {
      if (isNew(row[created])) day[name]!.push(row);
      else {
        const then = takeBack(name, row, past.filter((column) => isNew(row[column])), isNew); // prettier-ignore
        base[name].push(then);
        if (then !== row) day[name]!.push(row);
      }
    }
  }
  // A prospect came with its first meeting, and its lead was no prospect's before.
  const met = (rows: Row[], column: string) => new Set(rows.map((row) => row[column]));
  for (const [name, column] of [["accounts", "account_id"], ["contacts", "contact_id"]] as const) {
    const [known, fresh] = [met(base.handoffs!, column), met(day.handoffs!, column)];
    const isFresh = (row: Row) => fresh.has(row[column]) && !known.has(row[column]);
    day[name] = tables[name]!.filter(isFresh);
    base[name] = tables[name]!.filter((row) => !isFresh(row));
    for (const [index, row] of base.leads!.entries()) {
      if (!row[column] || !isFresh(row)) continue;
      base.leads![index] = {...row, [column]: ""};
      if (!day.leads!.some(({lead_id: id}) => id === row.lead_id)) day.leads!.push(row);
    }
  } // prettier-ignore
  const handoffs = met(base.handoffs!, "handoff_id");
  day.stakeholders = tables.stakeholders!.filter((row) => !handoffs.has(row.handoff_id));
  base.stakeholders = tables.stakeholders!.filter((row) => handoffs.has(row.handoff_id));
  return {base, day};
}

/** A record as it stood at the first export: what was written since is not there yet. The row itself where nothing was. */
function takeBack(name: EntityName, row: Row, since: readonly string[], isNew: (time: string | undefined) => boolean): Row {
  const isAhead = name === "handoffs" && isNew(row.meeting_at) && row.meeting_status !== "scheduled";
  const isClosed = name === "opportunities" && row.is_closed === "true" && isNew(row.closed_at);
  if (since.length === 0 && !isAhead && !isClosed) return row;
  const then = {...row};
  for (const column of since) then[column] = "";
  if (isAhead) Object.assign(then, {meeting_status: "scheduled", canceled_by: "", no_show_by: "", sdr_attended: "", rejection_reason: "", disqualification_reason: ""}); // prettier-ignore
  if (isClosed) Object.assign(then, {is_closed: "false", is_won: "false", lost_reason: ""});
  return then;
}
