import {describe, expect, it} from "vitest";
import {describeFreshness, describeStale} from "../../src/components/frame/freshness.js";
import {makeManifest} from "./fixtures.js";

describe("the notice of old data", () => {
  const manifest = makeManifest({as_of: "2026-10-01T04:00:00Z", stale_at: "2026-10-02T16:00:00Z"});
  it("is there from the moment on that the manifest names, by the reader's clock, and says of when they are", () => {
    expect(describeStale(manifest, Date.parse("2026-10-02T15:59:59Z"))).toBe("");
    expect(describeStale(manifest, Date.parse("2026-10-02T16:00:00Z"))).toMatch(
      /^Data from .*1 Oct 2026.*06:00, 1 day ago\. What has happened since is not in these pages\.$/,
    );
    expect(describeStale(manifest, Date.parse("2026-10-15T04:00:00Z"))).toContain(", 14 days ago.");
  });
  it("is never there where the configuration wants none", () => {
    expect(describeStale({...manifest, stale_at: null}, Date.parse("2030-01-01T00:00:00Z"))).toBe("");
  });
});

it("after a quick pass the bar tells of when meetings and briefs are, and of when the numbers", () => {
  const manifest = makeManifest({as_of: "2026-10-01T04:00:00Z", handoffs_as_of: "2026-10-01T09:00:00Z"});
  expect(describeFreshness(manifest)).toMatch(/^coming meetings and briefs of .*11:00 · numbers of .*06:00 · /);
});
