import {quoteName, type Database} from "../../db.js";
import {readHistoryColumns, writeHistory} from "./brief-history.js";
import {asText, columnsOf, isDated, lateOf, valueOf, type TemplateField} from "./brief-template.js";
import {isAnyLate, readSuppliers, writeEvidence, writeVersions, type SupplyGroup} from "./brief-versions.js";

/** When a brief is looked at: at the meeting's start, a day before it, or as it stands now. */
export type Moment = "then" | "day_before" | "now";

/** What the records of one entity say of a brief, over `rows`: `handoff_id`, `row_key`, slots, `moment`, `account_id`, `contact_id`. */
export interface Part {
  entity: TemplateField["entity"];
  /** Common table expressions that the rest names. */
  ctes: string[];
  /** Join to `chains`, for accounts and contacts. */
  join: string;
  /** A field's value once joined. */
  value(field: TemplateField): string;
  /** Query of the cells of each of the rows for which a condition holds, for handoffs. */
  cells(where: string): string;
}

/** Columns of `rows` and `chains` that name the record. */
const KEYS = {handoffs: "row_key", accounts: "account_id", contacts: "contact_id"} as const;
const ROW = ["rows.handoff_id", "rows.account_id", "rows.contact_id", "rows.slot_number", "rows.decisive_slot_number"];

export async function writePart(
  db: Database,
  entity: TemplateField["entity"],
  moment: Moment,
  template: readonly TemplateField[],
): Promise<Part> {
  const fields = template.filter((field) => field.entity === entity);
  const columns = columnsOf(template, entity);
  const groups = await readSuppliers(db, entity, columns, moment);
  const history = moment === "now" ? [] : await readHistoryColumns(db, entity, columns);
  return history.length === 0 && groups.every(({isAlone}) => isAlone)
    ? writeOnly(entity, fields, groups, moment)
    : writeChosen(entity, fields, groups, history, moment);
}

/** Whether every record that the brief is read from has one version. */
export async function isEachRead(db: Database, template: readonly TemplateField[]): Promise<boolean> {
  for (const entity of ["handoffs", "accounts", "contacts"] as const) {
    const columns = columnsOf(template, entity);
    if ((await readHistoryColumns(db, entity, columns)).length > 0) return false;
    if ((await readSuppliers(db, entity, columns, "then")).some(({isAlone}) => !isAlone)) return false;
  }
  return true;
}

/** Of records with one version, which is read where it stands. */
function writeOnly(
  entity: TemplateField["entity"],
  fields: readonly TemplateField[],
  groups: readonly SupplyGroup[],
  moment: Moment,
): Part {
  const {evidence, known} = writeEvidence(entity, true, moment);
  const late = ({column_name}: TemplateField) =>
    groups.some((group) => group.columns.includes(column_name) && isAnyLate(group)) ? `${evidence} = 3` : "false";
  const dated = fields.filter(isDated);
  const outputs = [
    ...ROW,
    ...fields.map((field) => `${asText("versions", field.column_name)} as ${valueOf(field)}`),
    ...dated.map((field) => `${late(field)} as ${lateOf(field)}`),
    `${dated.length > 0 ? known : "null::timestamp"} as known_at`,
  ];
  const cells = `${entity}_cells`;
  return {
    entity,
    ctes: [],
    join: fields.length === 0 ? "" : `left join staging.stg_${entity} as ${cells} on ${cells}.row_key = chains.${KEYS[entity]}`,
    value: ({column_name}) => asText(cells, column_name),
    cells: (where) => `select ${outputs.join(", ")}
    from rows inner join staging.stg_${entity} as versions on versions.row_key = rows.row_key where ${where}`,
  };
}

/** Of records with several versions, or with a history of their fields. */
function writeChosen(
  entity: TemplateField["entity"],
  fields: readonly TemplateField[],
  groups: readonly SupplyGroup[],
  history: readonly string[],
  moment: Moment,
): Part {
  const partOf = new Map(groups.flatMap(({columns}, index) => columns.map((column) => [column, `part_${index}`] as const)));
  const rows = `${entity}_rows as (select ${[...ROW, `rows.${KEYS[entity]} as row_key`, "rows.moment"].join(", ")} from rows${entity === "handoffs" ? "" : " where rows.slot_number = rows.decisive_slot_number"})`;
  const versions = groups.map((group, index) => `${entity}_part_${index} as (${writeVersions(entity, group, moment)})`);
  const past = history.length > 0 ? [`${entity}_history as (${writeHistory(entity, history)})`] : [];
  const value = ({column_name}: TemplateField) => {
    const newest = asText(partOf.get(column_name)!, column_name);
    const told = `history.${quoteName(column_name)}`;
    return history.includes(column_name) ? `case when ${told} is not null then nullif(${told}, '') else ${newest} end` : newest;
  };
  const late = ({column_name}: TemplateField) => {
    const part = `${partOf.get(column_name)!}.is_late`;
    return history.includes(column_name) ? `(${part} and history.${quoteName(column_name)} is null)` : part;
  };
  const dated = fields.filter(isDated);
  const known = [...new Set(dated.map(({column_name}) => `${partOf.get(column_name)!}.known_at`))];
  const outputs = [
    ...ROW,
    ...fields.map((field) => `${value(field)} as ${valueOf(field)}`),
    ...dated.map((field) => `${late(field)} as ${lateOf(field)}`),
    `${known.length > 0 ? `greatest(${known.join(", ")})` : "null::timestamp"} as known_at`,
  ];
  const joins = [
    ...groups.map((_, index) => [`${entity}_part_${index}`, `part_${index}`] as const),
    ...(history.length > 0 ? [[`${entity}_history`, "history"] as const] : []),
  ].map(
    ([table, name]) => `left join ${table} as ${name} on ${name}.handoff_id = rows.handoff_id and ${name}.row_key = rows.row_key`,
  );
  const cells = `${entity}_cells as (select ${outputs.join(", ")} from ${entity}_rows as rows ${joins.join(" ")})`;
  return {
    entity,
    ctes: [rows, ...versions, ...past, cells],
    join: `left join ${entity}_cells on ${entity}_cells.handoff_id = chains.handoff_id`,
    value: (field) => `${entity}_cells.${valueOf(field)}`,
    cells: (where) => `select * from ${entity}_cells as rows where ${where}`,
  };
}
