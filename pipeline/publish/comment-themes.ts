/** What AEs said was missing, by theme: of everybody, or of each SDR. */
import type {CommentThemes, ThemedComment} from "../contract/datasets.js";
import {NOTHING, OTHER} from "../contract/themes.js";
import {quoteText, type Database} from "../db.js";
import {groupBy, type Ground} from "./ground.js";
import {iso} from "./sql.js";

/** The newest comments of a theme that a page carries, and of those that fit none, which are to be read. */
const SHOWN = {company: {theme: 12, other: 100}, sdr: {theme: 6, other: 20}};
const NONE: CommentThemes = {comments: 0, themes: []};

type ThemeRow = ThemedComment & {owner: string | null; theme: string; label: string; meaning: string; count: number};

/** Comments of the whole company, what is said most first; `other` and `nothing` last. */
export async function readCompanyThemes({db}: Pick<Ground, "db">): Promise<CommentThemes> {
  return (await readThemes(db, "company")).get("") ?? NONE;
}

/** The same for each SDR: comments on that person's handoffs. */
export async function readSdrThemes({db}: Pick<Ground, "db">): Promise<(sdr: string) => CommentThemes> {
  const themes = await readThemes(db, "sdr");
  return (sdr) => themes.get(sdr) ?? NONE;
}

async function readThemes(db: Database, scope: keyof typeof SHOWN): Promise<Map<string, CommentThemes>> {
  const owner = scope === "sdr" ? "handoffs.sdr_id" : "''";
  const rows = await db.rows<ThemeRow>(`
    select ${owner} as owner, found.theme, themes.label, themes.meaning, (count(*) over of_theme)::integer as count,
      handoffs.handoff_id, handoffs.account_id, handoffs.account_name as account, handoffs.sdr_name as sdr, people.slug as sdr_slug,
      handoffs.ae_name as ae, ${iso("handoffs.meeting_at")} as meeting_at, handoffs.missing as text, found.spans
    from marts.comment_themes as found
    inner join config.themes as themes on themes.theme = found.theme
    inner join marts.handoffs as handoffs on handoffs.handoff_id = found.handoff_id
    left join marts.people as people on people.person_id = handoffs.sdr_id
    where ${owner} is not null
    window of_theme as (partition by ${owner}, found.theme)
    qualify row_number() over (partition by ${owner}, found.theme order by handoffs.meeting_at desc, handoffs.handoff_id)
      <= case found.theme when ${quoteText(OTHER)} then ${SHOWN[scope].other} else ${SHOWN[scope].theme} end
    order by owner, found.theme = ${quoteText(NOTHING)}, found.theme = ${quoteText(OTHER)}, count desc, themes.position,
      handoffs.meeting_at desc, handoffs.handoff_id`);
  const counts = await db.rows<{owner: string; comments: number}>(`
    select ${owner} as owner, count(*)::integer as comments from marts.handoffs where missing is not null and ${owner} is not null group by 1`);
  const byOwner = groupBy(rows, (row) => row.owner!);
  return new Map(counts.map(({owner, comments}) => [owner, {comments, themes: gather(byOwner.get(owner) ?? [])}]));
}

function gather(rows: readonly ThemeRow[]): CommentThemes["themes"] {
  return [...groupBy(rows, (row) => row.theme).values()].map((own) => {
    const {theme, label, meaning, count} = own[0]!;
    return {theme, label, meaning, count, comments: own.map(({owner: _o, theme: _t, label: _l, meaning: _m, count: _c, ...comment}) => comment)}; // prettier-ignore
  });
}
