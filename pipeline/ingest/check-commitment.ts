/** What a new commitment is checked for before it is written down. */
import type {Config} from "../config.js";
import {findBehaviour, listBehaviours} from "../contract/behaviours.js";
import type {Database} from "../db.js";
import {describeProblems, UserError, type Problem} from "../errors.js";
import {findPerson, type FoundPerson} from "../find-person.js";
import {readInstant} from "../instant.js";
import {nearBehaviour} from "./commitments.js";
import type {Commitment} from "../contract/commitment.js";
import {readToday} from "../today.js";

/** As it was typed. */
export interface CommitmentWish {
  /** Id, e-mail address, name, or the name in the page's address. */
  sdr: string;
  behaviour: string;
  agreedOn?: string;
  reviewOn?: string;
  note?: string;
  status?: string;
}

export interface CheckedCommitment {
  line: Commitment;
  person: FoundPerson;
  label: string;
  /** The data's own day, in the configured zone. */
  today: string;
  /** No day was named, so it is the data's. */
  isDayOfData: boolean;
}

const STATUS = ["open", "done", "dismissed"] as const;
/** Beginnings that spreadsheets take for a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/** @throws UserError (exit code 2) with all that is wrong */
export async function checkCommitment(db: Database, config: Config, wish: CommitmentWish): Promise<CheckedCommitment> {
  const person = await findPerson(db, "--sdr", wish.sdr, "sdr");
  const today = (await readToday(db)) ?? "";
  const behaviours = listBehaviours(config);
  const found = findBehaviour(wish.behaviour, behaviours);
  const agreed_on = wish.agreedOn ?? today;
  const review_on = wish.reviewOn ?? null;
  const note = wish.note?.replaceAll(/\r\n?/g, "\n").trim() || null;
  const status = STATUS.find((known) => known === (wish.status ?? "open"));

  const problems: Problem[] = [];
  const add = (where: string, what: string, hint: string) => problems.push({where, what, hint});
  if (!found) {
    const near = nearBehaviour(wish.behaviour, behaviours);
    add("--behaviour", `"${wish.behaviour}" is no behaviour that can be worked on`, near ? `did you mean ${near}?` : `name one of: ${behaviours.map(({behaviour}) => behaviour).join(", ")}`); // prettier-ignore
  }
  const days = [["--agreed-on", agreed_on], ["--review-on", review_on]] as const; // prettier-ignore
  const wrong = days.filter(([, day]) => day !== null && !isDay(day));
  for (const [option, day] of wrong) add(option, `"${day}" is no day of the calendar`, "use YYYY-MM-DD");
  if (wrong.length === 0 && review_on !== null && review_on <= agreed_on)
    add(
      "--review-on",
      `${review_on} is not after ${agreed_on}, the day of the agreement`,
      "name a later day; six to eight weeks are enough to see a change",
    );
  if (wrong.length === 0 && person.ended_on !== null && agreed_on > person.ended_on)
    add("--sdr", `${person.name} left on ${person.ended_on}`, "nothing can be agreed after that day");
  if (!status) add("--status", `"${wish.status}" is no status`, `use one of: ${STATUS.join(", ")}`);
  if (note && FORMULA.test(note))
    add("--note", `begins with "${note[0]}", which spreadsheets take for a formula`, "begin it with a letter");
  if (note && /(?![\t\n])\p{Cc}/u.test(note)) add("--note", "holds control characters", "write it as plain text");
  if (problems.length > 0) throw new UserError(describeProblems("nothing was written", problems), 2);

  const twin = await findTwin(db, person.person_id, found!.behaviour, agreed_on, (name) => findBehaviour(name, behaviours)?.behaviour); // prettier-ignore
  if (twin) throw new UserError(`agreed already: ${person.name}, ${found!.behaviour}, ${agreed_on} (${twin})\n  → change that line, or name another day with --agreed-on`, 2); // prettier-ignore
  const line = {sdr_id: person.person_id, behaviour: found!.behaviour, agreed_on, review_on, note, status: status!};
  return {line, person, label: found!.label, today, isDayOfData: wish.agreedOn === undefined};
}

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && readInstant(text, "UTC") !== undefined;

/** Where the same thing is agreed with the same person on the same day, whatever it is called there. */
async function findTwin(
  db: Database,
  sdr: string,
  behaviour: string,
  day: string,
  nameOf: (named: string) => string | undefined,
) {
  const rows = await db.rows<{behaviour: string; place: string}>(
    `select behaviour, coalesce(files.path || ':', 'line ') || _line as place
    from raw.commitments left join (select distinct file_id, path from raw.files) as files on files.file_id = commitments._file_id
    where sdr_id = $sdr and agreed_on = $day::date order by _file_id, _line`,
    {sdr, day},
  );
  return rows.find((row) => nameOf(row.behaviour) === behaviour)?.place;
}
