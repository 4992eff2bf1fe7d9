import {expect, test} from "vitest";
import {givenAsAsked as given} from "./as-asked.js";
import type {Cells, Given} from "./given.js";

const account = (account_id: string, more: Cells = {}): Cells => ({
  account_id,
  name: account_id,
  industry: "Software",
  country: "Germany",
  owner_id: "eve",
  ...more,
});
const handoff = {handoff_id: "h", meeting_at: "2026-09-01 10:00:00", ae_id: "eve", account_id: "acme"};
const related = async (entities: Given) =>
  (await given({handoffs: [handoff], ...entities})).rows(
    "select account_id, how, tie from marts.related_accounts where handoff_id = 'h' order by place",
  );

test("the AE's own accounts of the same industry and country come first, then the industry, then the country", async () => {
  const accounts = [
    account("acme"),
    account("c", {industry: "Retail"}),
    account("b", {country: "Spain"}),
    account("a"),
    account("far", {industry: "Retail", country: "Spain"}),
    account("gus's", {owner_id: "gus"}),
  ];
  expect(await related({accounts})).toEqual([
    {account_id: "a", how: "same_industry_and_country", tie: "owned"},
    {account_id: "b", how: "same_industry", tie: "owned"},
    {account_id: "c", how: "same_country", tie: "owned"},
  ]);
});

test("a won or open deal is a tie, customers first; a lost one is none", async () => {
  const accounts = ["acme", "lost", "open", "won"].map((id) => account(id, {owner_id: null}));
  const deal = (account_id: string, more: Cells) => ({opportunity_id: account_id, account_id, owner_id: "eve", ...more});
  const opportunities = [
    deal("lost", {is_closed: true, is_won: false}),
    deal("open", {is_closed: false, is_won: false}),
    deal("won", {is_closed: true, is_won: true}),
  ];
  expect(await related({accounts, opportunities})).toEqual([
    {account_id: "won", how: "same_industry_and_country", tie: "won"},
    {account_id: "open", how: "same_industry_and_country", tie: "open_deal"},
  ]);
});

test("three at most, and never the account that is met", async () => {
  const accounts = ["acme", "a", "b", "c", "d"].map((id) => account(id));
  expect((await related({accounts})).map(({account_id}) => account_id)).toEqual(["a", "b", "c"]);
});

test("an account about which nothing is known is like none", async () => {
  const accounts = [
    account("acme", {industry: null, country: null}),
    account("a"),
    account("b", {industry: null, country: null}),
  ];
  expect(await related({accounts})).toEqual([]);
});
