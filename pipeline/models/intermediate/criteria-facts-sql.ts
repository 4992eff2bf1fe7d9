import {quoteName, quoteText, type Database} from "../../db.js";
import type {Rules} from "./criteria-rules.js";

/** Whether some export has a column of an entity; any of its columns where none is named. */
export type Supplied = (entity: string, column?: string) => boolean;

export async function readSupplied(db: Database): Promise<Supplied> {
  const rows = await db.rows<{entity: string; column_name: string}>(
    "select distinct entity, column_name from staging.stg_supplies",
  );
  return (entity, column) => rows.some((row) => row.entity === entity && (column === undefined || row.column_name === column));
}

/** SQL of each fact's value, over the tables that `int_criteria_facts` joins. What no export could tell is null. */
export async function listFactSql(db: Database, {fields}: Rules, supplied: Supplied): Promise<Record<string, string>> {
  const when = (isSupplied: boolean, sql: string) => (isSupplied ? sql : "null::boolean");
  const words = await db.rows<{word: string}>(
    "select word from config.criteria_words where list = 'not_confirmed' order by word",
  );
  const refusals = `[${words.map(({word}) => quoteText(word.toLowerCase())).join(", ")}]::text[]`;
  // Most texts are told by their first letter; taking off closing signs is dear.
  const firsts = new Set(words.flatMap(({word}) => [word.toLowerCase(), word.toUpperCase()]).map((word) => word.codePointAt(0)));
  const confirmed = (column: string) =>
    when(
      supplied("handoffs", column),
      `case when records.${column} is null then false when ascii(records.${column}) < 128 and ascii(records.${column}) not in (${[...firsts, -1].join(", ")}) then true
        else not list_contains(${refusals}, rtrim(lower(records.${column}), ' .,;:!?')) end`,
    );
  const hasBrief = (column: string) => supplied("handoffs", column) || supplied("handoffs", "brief_text");
  const brief = fields.flatMap(({field, column_name: column, isInTemplate}) => {
    const [text, has] = [quoteName(field), quoteName(`has_${field}`)];
    const value = isInTemplate ? `brief.${has}` : `records.${text} is not null`;
    return [
      [field, `${isInTemplate ? "brief" : "records"}.${text}`],
      [`has_${field}`, when(hasBrief(column), `coalesce(${value}, false)`)],
    ];
  });
  const hasAny = fields.some(({column_name, isInTemplate}) => isInTemplate && hasBrief(column_name));
  const attendees = `coalesce(${fields.find(({field}) => field === "prospect_attendees")?.isInTemplate ? "brief.has_prospect_attendees" : "records.prospect_attendees is not null"}, false)`;
  return {
    ...Object.fromEntries(brief),
    revenue_currency: "upper(coalesce(accounts.revenue_currency, settings.currency))",
    revenue_usd: await writeDollars(db),
    source: "scopes.source",
    motion: "scopes.motion",
    segment: "scopes.segment",
    region: "scopes.region",
    ae_id: "facts.ae_id",
    opportunity_id: "facts.opportunity_id",
    meeting_at: "brief.meeting_at",
    meeting_on: "days.day",
    invite_accepted_at: "facts.invite_accepted_at",
    invite_accepted_on: "accepted.day",
    is_invite_accepted: when(
      supplied("handoffs", "invite_accepted_at"),
      "coalesce(facts.invite_accepted_at <= brief.meeting_at, false)",
    ),
    is_involved: confirmed("decision_involvement"),
    is_budget_cycle_known: confirmed("budget_cycle"),
    stakeholders: supplied("stakeholders") ? "coalesce(named.stakeholders, 0) + coalesce(dealt.stakeholders, 0)" : "null::bigint",
    has_stakeholders: when(
      supplied("handoffs", "invite_stakeholders") || supplied("stakeholders") || hasBrief("prospect_attendees"),
      `records.invite_stakeholders is not null or ${attendees} or coalesce(named.stakeholders, dealt.stakeholders, 0) > 0`,
    ),
    has_account: when(supplied("accounts", "name"), "accounts.account_name is not null"),
    has_contact: when(supplied("contacts", "name"), "contacts.contact_name is not null"),
    has_opportunity: when(
      supplied("opportunities") && supplied("handoffs", "opportunity_id"),
      `case when opportunities.opportunity_id is null then false else opportunities.created_at <= brief.meeting_at end`,
    ),
    required_fields: hasAny ? "brief.required_fields" : "null::bigint",
    required_filled: hasAny ? "brief.required_filled" : "null::bigint",
    has_notes: when(hasAny, "coalesce(brief.has_notes, false)"),
    routing_verdict: "routing.verdict",
    is_routed_by_rule: `case when facts.ae_id is null then false when routing.verdict = 'kept' then true when routing.verdict = 'broken' then false end`,
  };
}

/** Annual revenue in US dollars: rates say what one unit is worth in the configured currency. */
async function writeDollars(db: Database): Promise<string> {
  const [settings] = await db.rows<{currency: string}>("select currency from config.settings");
  const rates = new Map(
    (await db.rows<{currency: string; rate: number}>("select currency, rate from config.exchange_rates")).map((row) => [
      row.currency,
      row.rate,
    ]),
  );
  rates.set(settings!.currency, 1);
  const dollar = rates.get("USD");
  const cases = [...rates].flatMap(([code, rate]) =>
    dollar === undefined || code === "USD" ? [] : [`when ${quoteText(code)} then ${rate / dollar}`],
  );
  return `accounts.annual_revenue * case upper(coalesce(accounts.revenue_currency, settings.currency)) when 'USD' then 1 ${cases.join(" ")} end`;
}
