import {describe, expect, test} from "vitest";
import {PROFILE_NAMES} from "../../pipeline/config-schema.js";
import {ENTITIES} from "../../pipeline/contract/entities.js";
import {normaliseHeader, PROFILES} from "../../pipeline/profiles/index.js";

describe.each(PROFILE_NAMES)("profile %s", (name) => {
  const profile = PROFILES[name];
  test("is listed under its own name", () => expect(profile.name).toBe(name));
  test("fills columns that exist, with values that their vocabularies hold", () => {
    for (const {kind, parts} of profile.files) {
      for (const {entity, columns, values = {}} of parts) {
        for (const column of [...Object.keys(columns), ...Object.keys(values)]) {
          const definition = ENTITIES[entity].columns.find((candidate) => candidate.name === column);
          expect(definition, `${kind}: ${entity}.${column}`).toBeDefined();
          if (definition?.choices)
            for (const value of Object.values(values[column] ?? {}))
              expect(definition.choices, `${kind}: ${value}`).toContain(value);
        }
      }
    }
  });
});

test("one normal form stands for label, API name, capitals and snake case", () => {
  const forms = [
    "First Meeting Held",
    "First_Meeting_Held__c",
    "FIRST_MEETING_HELD__C",
    "first_meeting_held_c",
    "firstMeetingHeld",
  ].map(normaliseHeader);
  expect(new Set(forms)).toEqual(new Set(["firstmeetingheld"]));
  expect(normaliseHeader("Größe")).toBe("große");
});
