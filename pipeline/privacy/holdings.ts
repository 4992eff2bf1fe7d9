/** Which columns of the exports tell of a natural person, and what becomes of a row that tells of one who is to be forgotten. */
import {ENTITIES, type Column, type EntityName} from "../contract/entities.js";

/** Columns by which a row is itself somebody; where these are blank, by name. */
export const SELVES: Partial<Record<EntityName, {ids: readonly string[]; name?: string}>> = {
  people: {ids: ["person_id", "email"]},
  contacts: {ids: ["contact_id", "email"]},
  stakeholders: {ids: ["contact_id"], name: "name"},
};

/** Rows that are about nobody but who is named in these columns, and go with them. */
export const WHOLLY: Partial<Record<EntityName, readonly string[]>> = {
  commitments: ["sdr_id"],
  territories: ["ae_id"],
};

/** Columns that name somebody beside those that refer to a record of theirs. */
const ADDRESSES = ["ae_email"];
/** What is personal only beside a person: recordings and links. */
const BESIDE = ["url", "meeting_link", "decision_involvement", "linkedin_url"];

const namesSomebody = ({name, references}: Column): boolean =>
  references === "people" || references === "contacts" || ADDRESSES.includes(name);

/** Cells in somebody's own words, or about somebody. */
const tellsOfSomebody = (column: Column): boolean =>
  (column.type === "text" && column.personal === true && !ADDRESSES.includes(column.name)) || BESIDE.includes(column.name);

/** Columns of an entity that name somebody, in its order. */
export const listNaming = (entity: EntityName): Column[] => ENTITIES[entity].columns.filter(namesSomebody);
/** Columns of an entity that tell of somebody in words. */
export const listTelling = (entity: EntityName): Column[] => ENTITIES[entity].columns.filter(tellsOfSomebody);
/**
 * Columns whose texts may mention somebody. @param apart entities whose rows are somebody: another of the same name is another, and keeps the
 * own name
 */
export const listMentioning = (entity: EntityName, apart: readonly EntityName[]): string[] =>
  ENTITIES[entity].columns
    .filter(({name, type}) => type === "text" && !(name === "name" && apart.includes(entity)))
    .map(({name}) => name);
/** Columns that name a handoff, under whichever of its ids. */
export const listRecords = (entity: EntityName): string[] =>
  ENTITIES[entity].columns
    .filter(
      ({name, references}) =>
        references === "handoffs" ||
        name === "record_id" ||
        (entity === "handoffs" && (name === "handoff_id" || name === "meeting_id")),
    )
    .map(({name}) => name);
