import {afterAll, beforeAll, expect, it} from "vitest";
import type {Cells} from "../reference/read.js";
import {describeReal, openReal, readLedger, readReal, type Real} from "./real-input.js";

const NAME = "salesforce_fivetran_seeds";

describeReal(NAME, "Salesforce tables as a connector writes them", () => {
  const read = (table: string) => readReal(NAME, `sf_${table}_data.csv`);
  const [accounts, contacts, events, leads, deals, tasks, users] = [
    "account",
    "contact",
    "event",
    "lead",
    "opportunity",
    "task",
    "user",
  ].map(read) as [Cells[], Cells[], Cells[], Cells[], Cells[], Cells[], Cells[]];
  const isDeleted = (row: Cells) => row.is_deleted?.toLowerCase() === "true";
  const isFormer = (row: Cells) => row._fivetran_active?.toLowerCase() === "false";
  let real: Real;

  beforeAll(async () => {
    real = await openReal(NAME);
  });
  afterAll(() => real.db.close());

  it("recognises each table, and sets deleted records and former versions aside", async () => {
    const line = (table: string, entity: string, rows: Cells[]) => {
      const aside = rows.filter((row) => isDeleted(row) || isFormer(row)).length;
      return `sf_${table}_data.csv ${entity}: ${rows.length} = ${rows.length - aside} + 0 + 0 + ${aside}`;
    };
    expect(deals.every(isDeleted)).toBe(true);
    expect(await readLedger(real.db)).toEqual([
      line("account", "accounts", accounts),
      line("contact", "contacts", contacts),
      line("event", "handoffs", events),
      line("lead", "leads", leads),
      line("opportunity", "opportunities", deals),
      line("task", "activities", tasks),
      line("user", "people", users),
    ]);
  });

  it("says in the ledger why records were set aside, and how many", async () => {
    const rows = await real.db.rows<{entity: string; reason: string}>(
      "select entity, reason from raw.rejects where effect = 'set_aside' order by entity",
    );
    expect(rows.map(({entity, reason}) => `${entity} ${/^(.*: \d+) rows/.exec(reason)?.[1]}`)).toEqual([
      `accounts deleted in the CRM: ${accounts.filter(isDeleted).length}`,
      `opportunities deleted in the CRM: ${deals.filter(isDeleted).length}`,
      `people former version of a record: ${users.filter(isFormer).length}`,
    ]);
  });

  it("takes the SDR from the custom field or from who made the event, and the AE from its owner", async () => {
    const rows = await real.db.rows(
      "select meeting_id, sdr_id, ae_id, account_id, contact_id from staging.stg_handoffs order by meeting_id",
    );
    expect(rows).toEqual(
      events
        .map((event) => ({
          meeting_id: event.id,
          sdr_id: event.associated_sdr_c || event.created_by_id,
          ae_id: event.owner_id,
          account_id: event.account_id,
          contact_id: event.who_id,
        }))
        .sort((a, b) => (a.meeting_id! < b.meeting_id! ? -1 : 1)),
    );
  });

  it("guesses no outcome where neither no-show nor held was ticked", async () => {
    expect(events.filter((event) => event.no_show_c === "TRUE" || event.first_meeting_held_c)).toEqual([]);
    expect(await real.db.rows("select outcome, count(*) as n from marts.handoffs group by outcome")).toEqual([
      {outcome: "unknown", n: events.length},
    ]);
    expect(real.metrics.filter(({metric}) => metric === "show_rate")).toEqual([]);
  });

  it("loads references to records that were not exported, and flags each of them", async () => {
    const kept = (rows: Cells[], key = "id") => new Set(rows.filter((row) => !isDeleted(row)).map((row) => row[key]));
    const missing = (values: (string | undefined)[], known: Set<string | undefined>) =>
      new Set(values.filter((value) => value && !known.has(value))).size;
    const rows = await real.db.rows<{entity: string; column_name: string; n: number}>(
      "select entity, column_name, count(distinct value) as n from raw.rejects where effect = 'orphan' group by all",
    );
    const found = Object.fromEntries(rows.map(({entity, column_name, n}) => [`${entity}.${column_name}`, n]));
    const [people, companies, persons] = [kept(users), kept(accounts), kept(contacts)];
    expect(found).toMatchObject({
      "handoffs.sdr_id": missing(
        events.map((event) => event.created_by_id),
        people,
      ),
      "handoffs.ae_id": missing(
        events.map((event) => event.owner_id),
        people,
      ),
      "handoffs.account_id": missing(
        events.map((event) => event.account_id),
        companies,
      ),
      "handoffs.contact_id": missing(
        events.map((event) => event.who_id),
        persons,
      ),
      "contacts.account_id": missing(
        contacts.map((contact) => contact.account_id),
        companies,
      ),
      "people.manager_id": missing(
        users.map((user) => user.manager_id),
        people,
      ),
    });
  });

  it("keeps a task of an unknown type, without a channel", async () => {
    const strange = tasks.filter((task) => task.type === "X").length;
    const rows = await real.db.rows<{channel: string | null; n: number}>(
      "select channel, count(*) as n from staging.stg_activities group by channel order by n",
    );
    expect(rows).toEqual([
      {channel: "other", n: tasks.length - strange},
      {channel: null, n: strange},
    ]);
    const [cells] = await real.db.rows<{n: number}>(
      "select count(*) as n from raw.rejects where effect = 'cell' and column_name = 'channel' and value = 'X'",
    );
    expect(cells!.n).toBe(strange);
  });
});
