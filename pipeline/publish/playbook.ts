/** `playbook.json`: how colleagues who agreed have filled the fields of a brief well. */
import type {PlaybookData} from "../contract/datasets.js";
import {isWithheldSql} from "../contract/former.js";
import {quoteText} from "../db.js";
import {groupBy, type Ground} from "./ground.js";
import {makeHider, type Hidden} from "./protect/hide-names.js";
import {chooseBrief, type Said} from "./playbook-brief.js";

/** Excerpts a field. */
const PER_FIELD = 3;
/** Candidates that are looked at for them; some are dropped for the names in them. */
const CANDIDATES = 40;
/** Names in no list that an excerpt may have held; with more of them it says little that can be shown. */
const MOST_UNKNOWN = 1;
/** Texts that tell names from words. */
const CORPUS = 20_000;
const LONGEST = 600;
/** Whose fields say who and where, and nothing that could be done well. */
const SECTIONS = ["qualification", "stakeholders", "engagement", "meeting", "recommendations"];
/** Fields that a date, an address or a number fills. */
const FILLED_BY_FORM = ["first_contact", "meeting_link", "meeting_at", "committee_size", "touchpoints", "duration"];

interface Row extends Said {
  motion: string | null;
  rating: number | null;
  became_sql: boolean;
  month: string;
}

type Source = Pick<Ground, "db" | "config"> & {people: readonly {name: string}[]};

/** Reads briefs of the SDRs whom `exemplars` names; none where it names none. */
export async function makePlaybook(ground: Source): Promise<PlaybookData> {
  const {db, config} = ground;
  const authors = await listAuthors(ground);
  if (authors.length === 0) return {exemplars: [], brief: null, authors: 0};
  const fields = config.brief.filter(({field, section}) => SECTIONS.includes(section) && !FILLED_BY_FORM.includes(field));
  const rows = groupBy(await readCandidates(ground, authors, fields.map(({field}) => field)), ({field}) => field); // prettier-ignore
  const corpus = await db.rows<{value: string}>(`
    select value from marts.brief_values where field in (${fields.map(({field}) => quoteText(field)).join(", ")})
    order by hash(handoff_id), handoff_id, field limit ${CORPUS}`);
  const hide = makeHider(corpus.map(({value}) => value));
  const staff = ground.people.map(({name}) => name);
  const exemplars = fields.flatMap(({field, label}) => choose(rows.get(field) ?? [], (row) => hideOwn(hide, row, staff)).map(
    ({row, text}) => ({behaviour: field, label, text, motion: row.motion, rating: row.rating, became_sql: row.became_sql, month: row.month}),
  )); // prettier-ignore
  // A whole brief tells more of whose it is than a part of it: it has a consent of its own, and as many it could be of as a number about others.
  const hasBrief = config.publish.exemplar_brief && authors.length >= config.publish.min_people;
  const names = fields.map(({field}) => field);
  const brief = hasBrief ? await chooseBrief(ground, authors, names, (row) => hideOwn(hide, row, staff), isShown) : null;
  return {exemplars, brief, authors: authors.length};
}

const isShown = ({text, unknown, isDoubtful}: Hidden): boolean =>
  !isDoubtful && unknown <= MOST_UNKNOWN && text.length <= LONGEST;

function hideOwn(hide: ReturnType<typeof makeHider>, {value, account, contact, sdr, ae}: Said, staff: readonly string[]): Hidden {
  const own = (name: string | null) => (name ? [name] : []);
  // Colleagues' full names alone: their first names are other people's too.
  const mentioned = staff.filter((name) => name.includes(" ") && value.toLowerCase().includes(name.toLowerCase()));
  return hide(value, {accounts: own(account), contacts: own(contact), sdrs: [...own(sdr), ...mentioned], aes: own(ae)});
}

/** The first few that differ and give nobody away. */
function choose(rows: readonly Row[], hide: (row: Row) => Hidden): {row: Row; text: string}[] {
  const chosen: {row: Row; text: string}[] = [];
  for (const row of rows) {
    if (chosen.length === PER_FIELD) break;
    const hidden = hide(row);
    const {text} = hidden;
    // Other numbers alone show nothing new.
    const isNew = chosen.every((other) => withoutNumbers(other.text) !== withoutNumbers(text));
    if (isNew && isShown(hidden)) chosen.push({row, text});
  }
  return chosen;
}

const withoutNumbers = (text: string): string => text.replaceAll(/\d+/g, "0").toLowerCase();

async function listAuthors({db, config}: Source): Promise<string[]> {
  const {exemplars} = config;
  const named = exemplars === "all" ? "true" : exemplars.length === 0 ? "false" : `person_id in (${list(exemplars)}) or lower(email) in (${list(exemplars.map((own) => own.toLowerCase()))})`; // prettier-ignore
  const rows = await db.rows<{person_id: string}>(`select person_id from marts.people
    where (${named}) and person_id in (select sdr_id from marts.handoffs where sdr_id is not null) order by person_id`);
  return rows.map(({person_id}) => person_id);
}

const list = (texts: readonly string[]): string => texts.map(quoteText).join(", ");

/** Filled, neither vague nor copied; well rated ones first, then those with a number or more words in them, then those that became SQLs. */
function readCandidates({db}: Source, authors: readonly string[], fields: readonly string[]): Promise<Row[]> {
  return db.rows<Row>(`
    with candidates as (
      select cells.handoff_id, cells.field::text as field, said.value, handoffs.motion, handoffs.quality_score as rating, handoffs.sql_at is not null as became_sql,
        strftime(handoffs.meeting_at, '%Y-%m') as month, handoffs.account_name as account, handoffs.contact_name as contact, handoffs.sdr_name as sdr, handoffs.ae_name as ae,
        row_number() over (
          partition by cells.field
          order by coalesce(handoffs.quality_score, 0) >= 8 desc, regexp_matches(said.value, '[0-9]')::integer + (len(string_split(said.value, ' ')) >= 6)::integer desc,
            handoffs.sql_at is not null desc, handoffs.quality_score desc nulls last, handoffs.meeting_at desc, handoffs.handoff_id
        ) as place
      from marts.brief_fields as cells
      inner join marts.handoffs as handoffs on handoffs.handoff_id = cells.handoff_id
      inner join marts.brief_values as said on said.handoff_id = cells.handoff_id and said.field = cells.field::text
      where cells.outcome = 'held' and cells.state = 'filled' and not cells.is_vague and not ${isWithheldSql("said.value")} and cells.field in (${list(fields)}) and handoffs.sdr_id in (${list(authors)})
    )
    select * exclude (place) from candidates where place <= ${CANDIDATES} order by field, place`);
}
