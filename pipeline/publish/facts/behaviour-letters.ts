/** A letter per behaviour and handoff: what the shares of a 1:1 sheet's "Before the meeting" are made of. */
import {listBehaviours, type Behaviour} from "../../contract/behaviours.js";
import {CHECKLISTS} from "../../contract/criteria.js";
import type {Config} from "../../config.js";
import {quoteText} from "../../db.js";
import {writeMembers} from "../../inference/behaviour-members.js";
import {weekOf} from "../../inference/behaviour-weeks.js";
import {HALF_YEAR} from "../coaching.js";
import type {Ground} from "../ground.js";

/** Days that a week of the last half-year can begin before the time of the data, zones allowed for: what is older need not be dated. */
const DAYS = 190;

/** Weeks in which an SDR was at work. */
const WEEKS = `select sdr_id, week_start from (${HALF_YEAR})`;

/**
 * Query of `handoff_id`, `letters`, of each handoff that a count of the last half-year may have. It stands beside `cells` and `criteria`, whose
 * letters of fields and criteria it reads, since looking each cell up again would take many times as long; what is neither is looked up
 * as counts are. Comments that a next brief answers have no letter: several may be about one brief.
 */
export async function writeBehaviours(ground: Pick<Ground, "db" | "config" | "asOf">): Promise<string> {
  const {db, config, asOf} = ground;
  const rows = await db.rows<{behaviour: string}>("select distinct behaviour from marts.behaviour_weeks");
  if (!asOf || rows.length === 0) return "select null::text as handoff_id, '' as letters where false";
  const known = new Set(rows.map(({behaviour}) => behaviour));
  const others = listBehaviours(config).slice(config.brief.length);
  const looked = others.filter(
    ({behaviour, counted}) => counted.from !== "criteria" && counted.from !== "answers" && known.has(behaviour),
  );
  const since = `timestamp ${quoteText(asOf.slice(0, 10))} - interval ${DAYS} day`;
  const letter = (entry: Behaviour): string => {
    if (looked.includes(entry)) return `coalesce(looked.b${looked.indexOf(entry)}, '-')`;
    return entry.counted.from === "criteria"
      ? `case when is_counted then ${writeCriteria(entry.counted, config)} else '-' end`
      : "'-'";
  };
  return `
    select handoffs.handoff_id, rtrim(${[await writeFields(ground), ...others.map(letter)].join(" || ")}, '-') as letters
    from (
      select handoff_id, sdr_id is distinct from ae_id and outcome in ('held', 'no_show') and (sdr_id, ${weekOf("meeting_at", config.timezone)}) in (${WEEKS}) as is_counted
      from marts.handoffs where sdr_id is not null and meeting_at >= ${since}
    ) as handoffs
    left join (
      select cells.handoff_id, case when places is null then translate(cells.letters, 'fnml', 'yynn') else array_to_string(
          list_transform(string_split(translate(cells.letters, 'fnml', 'yynn'), ''), lambda letter, place: case when letter = 'n' and list_contains(places, place) then '-' else letter end), '') end as done
      from cells
      left join (
        select handoff_id, list(place) as places from marts.brief_unfilled as unfilled
        inner join (select field, row_number() over (order by position) as place from config.brief_fields) as template on template.field = unfilled.field
        group by handoff_id
      ) as unfilled on unfilled.handoff_id = cells.handoff_id
      where cells.letters <> ''
    ) as fields on fields.handoff_id = handoffs.handoff_id
    left join intermediate.int_brief_variants as variants on variants.handoff_id = handoffs.handoff_id
    ${CHECKLISTS.map((name) => `left join criteria as ${name} on ${name}.handoff_id = handoffs.handoff_id and ${name}.checklist = '${name}'`).join("\n    ")}
    left join (${writeLooked(looked, since, config)}) as looked on looked.handoff_id = handoffs.handoff_id`;
}

/** Letters of the fields: none where a variant does not ask for it, or what is there is a copy or a placeholder. */
async function writeFields({db}: Pick<Ground, "db">): Promise<string> {
  const asked = await db.rows<{variant: string; letters: string}>(`
    select variant, string_agg(case when required or weight > 0 then 'y' else '-' end, '' order by position) as letters
    from (select '' as variant, position, required, weight from config.brief_fields union all select variant, position, required, weight from config.brief_requirements)
    group by variant order by variant`);
  const places = asked[0]!.letters.length;
  // Whole texts are cut and put together, which is a tenth of the time of going through them letter by letter.
  const cut = (letters: string) =>
    Array.from(letters.matchAll(/y+|-+/g), ({0: piece, index}) =>
      piece.startsWith("-") ? quoteText(piece) : `substr(done, ${index + 1}, ${piece.length})`,
    ).join(" || ");
  const whens = asked.map(({variant, letters}) => `when ${quoteText(variant)} then ${cut(letters)}`);
  return `case when not is_counted or done is null then ${quoteText("-".repeat(places))} else case coalesce(variant, '') ${whens.join(" ")} end end`;
}

/** The letter of what is counted from criteria, by its rule. */
function writeCriteria({criteria, rule}: Behaviour["counted"] & {from: "criteria"}, config: Config): string {
  const states = criteria.flatMap((criterion) => {
    const cells = CHECKLISTS.flatMap((name) => {
      const place = config[name].findIndex((each) => each.criterion === criterion);
      return place < 0 ? [] : [`nullif(substr(${name}.letters, ${place + 1}, 1), '')`];
    });
    return cells.length ? [`coalesce(${cells.join(", ")})`] : [];
  });
  const all = states.join(" || ");
  if (rule === "met") return `case when coalesce(${states.join(", ")}) is null then '-' when ${all} is not null and translate(${all}, 'm', '') = '' then 'y' else 'n' end`;
  const known = states.map((state) => `nullif(${state}, 'u')`);
  return `case when coalesce(${known.join(", ")}) is null then '-' when ${known.map((state) => `coalesce(${state} = 'n', false)`).join(" or ")} then 'n' else 'y' end`;
} // prettier-ignore

/** Columns `b0`… of what is looked up: y where it was done in each of its cases, n where in one it was not. */
function writeLooked(looked: readonly Behaviour[], since: string, {timezone}: Config): string {
  const columns = looked.map(({behaviour}, place) => `case bool_and(is_done) filter (where behaviour = ${quoteText(behaviour)}) when true then 'y' when false then 'n' end as b${place}`); // prettier-ignore
  return `select handoff_id${columns.map((column) => `, ${column}`).join("")}
      from (select *, ${weekOf("dated_at", timezone)} as week_start from (${writeMembers(looked)}) where dated_at >= ${since})
      where handoff_id is not null and (sdr_id, week_start) in (${WEEKS}) group by handoff_id`;
}
