/** What the mails are made of: the same as the site's documents, read once for all. */
import {listMetricInfos} from "../publish/metric-info.js";
import {listBriefFields} from "../publish/manifest.js";
import type {Config} from "../config.js";
import type {AeData, ComingMeeting, SdrData} from "../contract/datasets.js";
import type {Database} from "../db.js";
import {groupBy} from "../group-by.js";
import {readAes} from "../publish/ae.js";
import {readBesides, type BesideBook} from "../publish/beside.js";
import {ASKED_WEEKS, IS_ASKED, IS_UNANSWERED} from "../publish/asked.js";
import {readCoaching, type Coaching} from "../publish/coaching.js";
import {describeCalendar} from "../publish/coming/calendar.js";
import {readComing, type Coming} from "../publish/coming/read.js";
import {readGround, type Ground, type Person} from "../publish/ground.js";
import {iso} from "../publish/sql.js";
import {readWords} from "../publish/words.js";
import type {Desk} from "./parts.js";

/** A held meeting whose AE has not answered yet. */
export interface Awaited {
  handoff_id: string;
  sdr_id: string | null;
  team: string | null;
  account: string | null;
  ae: string | null;
  meeting_at: string;
}

export interface Stock {
  ground: Ground;
  desk: Desk;
  coaching: Coaching;
  besides: BesideBook;
  coming: {ofSdr(id: string): ComingMeeting[]; ofAe(id: string): ComingMeeting[]; ofTeam(team: string): ComingMeeting[]};
  wordsOf(sdr: string): SdrData["words"];
  aeOf(person: Person): AeData;
  awaited: Awaited[];
  askedWeeks: number;
  /** Of people: e-mail address, manager. */
  contacts: Map<string, {email: string | null; manager_id: string | null}>;
  /** Manager of a team. */
  managers: Map<string, string>;
}

export async function readStock(db: Database, config: Config): Promise<Stock> {
  const ground = await readGround(db, config);
  const coming = await readComing(ground);
  const by = (key: (own: Coming) => string | null) => {
    const groups = groupBy(coming, (own) => key(own) ?? "");
    return (id: string) => (groups.get(id) ?? []).flatMap(({meeting}) => meeting ?? []);
  };
  const contacts = await db.rows<{person_id: string; email: string | null; manager_id: string | null}>(
    "select person_id, email, manager_id from marts.people",
  );
  const managers = await db.rows<{team: string; manager_id: string}>(
    "select team, manager_id from marts.teams where manager_id is not null order by team",
  );
  return {
    ground,
    desk: {
      zone: config.timezone,
      asOf: ground.asOf,
      brief_fields: listBriefFields(config),
      metrics: listMetricInfos(config),
      linkOf: describeCalendar(ground, "").linkOf,
    },
    coaching: await readCoaching(ground),
    besides: await readBesides(ground),
    coming: {ofSdr: by(({sdr_id}) => sdr_id), ofAe: by(({ae_id}) => ae_id), ofTeam: by(({team}) => team)},
    wordsOf: (await readWords(ground)).wordsOf,
    aeOf: await readAes(ground, coming),
    awaited: await readAwaited(db),
    askedWeeks: ASKED_WEEKS,
    contacts: new Map(contacts.map(({person_id, ...row}) => [person_id, row])),
    managers: new Map(managers.map(({team, manager_id}) => [team, manager_id])),
  };
}

const readAwaited = (db: Database): Promise<Awaited[]> =>
  db.rows(`select handoff_id, sdr_id, team, account_name as account, ae_name as ae, ${iso("meeting_at")} as meeting_at
    from marts.handoffs as handoffs cross join config.settings as settings
    where ${IS_UNANSWERED} and ${IS_ASKED} order by handoffs.meeting_at desc, handoff_id`);
