import {beforeAll, expect, test} from "vitest";
import {fillWarehouse} from "../../pipeline/build-data.js";
import {checkData} from "../../pipeline/check.js";
import {parseConfig} from "../../pipeline/config.js";
import {openDatabase, type Database} from "../../pipeline/db.js";
import {UserError} from "../../pipeline/errors.js";
import {checkRules} from "../../pipeline/run/check-rules.js";

let db: Database;
beforeAll(async () => {
  db = await openDatabase();
});
const configure = (text: string) => parseConfig(text, "/test/baton.config.yaml");
const refuse = async (act: Promise<unknown>): Promise<string> => {
  const error: unknown = await act.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(UserError);
  expect((error as UserError).exitCode).toBe(2);
  return (error as Error).message;
};

test("rules that do not work are refused together: place, what was found, near miss, and what rules may name", async () => {
  const message = await refuse(
    checkRules(
      db,
      configure(`
qualification:
  - {criterion: employees, rule: "emploees > 5 and account_industry = 'x'"}
  - {criterion: pain}
  - {criterion: size, rule: employees}
  - {criterion: broken, rule: "employees >"}
  - {criterion: sum, rule: "count(*) > 3"}
  - {criterion: circle, rule: are_criteria_documented}
readiness:
  - {criterion: notes, shows: "fromat('{}', required_fields)"}`),
    ),
  );
  expect(message).toMatch(/7 mistakes in rules\n/);
  expect(message).toMatch(/qualification\[0\]\.rule +there is no "emploees" to judge by\n.*did you mean employees\?/);
  expect(message).toMatch(/qualification\[0\]\.rule +there is no "account_industry" to judge by\n.*did you mean industry\?/);
  expect(message).toMatch(/qualification\[2\]\.rule +employees is no condition, but bigint/);
  expect(message).toMatch(/qualification\[3\]\.rule +employees > does not work: .*syntax error/);
  expect(message).toMatch(/qualification\[4\]\.rule +count\(\*\) > 3 adds up several handoffs/);
  expect(message).toMatch(/qualification\[5\]\.rule +there is no "are_criteria_documented"/);
  expect(message).toMatch(/readiness\[0\]\.shows +fromat.* does not work: .*fromat/);
  expect(message).toMatch(/rules may name account_name, industry, .*has_<field>: company_fit, pain_primary/);
});

test("every default rule works, and so do the facts of a field of one's own", async () => {
  const {QUALIFICATION, READINESS} = await import("../../pipeline/contract/criteria.js");
  // Under other names, so that none is passed over as known.
  const rename = (list: typeof QUALIFICATION) => list.map(({rule, shows, criterion}) => ({criterion: `x_${criterion}`, rule, shows: shows ?? undefined}));
  await checkRules(db, configure(JSON.stringify({qualification: rename(QUALIFICATION), readiness: rename(READINESS)})));
  const own = "brief: [{field: security, column: company_fit}]\nqualification: [{criterion: security, rule: has_security}]";
  await checkRules(db, configure(own));
}); // prettier-ignore

test("conditions of the brief's variants are tried with them, by what a handoff has", async () => {
  const message = await refuse(
    checkRules(
      db,
      configure(`
brief_variants:
  - {variant: large, when: "employees > 1000 and has_product_signals"}
  - {variant: own, when: motoin = 'plg'}
  - {variant: size, when: employees}`),
    ),
  );
  expect(message).toMatch(/2 mistakes in rules\n/);
  expect(message).toMatch(/brief_variants\[1\]\.when +there is no "motoin" to judge by\n.*did you mean motion\?/);
  expect(message).toMatch(/brief_variants\[2\]\.when +employees is no condition.*\n.*it may name motion, source/);
});

test("they are refused before any export is read, by a build; a check tells them beside what the exports lack", async () => {
  const config = configure("sources: [{files: missing.csv}]\nqualification: [{criterion: size, rule: emploees > 5}]");
  expect(await refuse(fillWarehouse(db, config))).toContain("did you mean employees?");
  expect(await checkData(config)).toMatchObject({
    ok: false,
    mistakes: [{where: "qualification[0].rule", hint: expect.stringContaining("did you mean employees?")}],
    stops: [expect.stringContaining("no such file: missing.csv")],
  });
});
