/** The parts of the configuration about the nightly job: what runs before it, what is kept, who is told, and which change is too much. */
import {z} from "zod";

const command = z.union([
  z.string().min(1),
  z.strictObject({
    run: z.string().min(1).describe("Command line for the shell, run in the folder of this file"),
    timeout_minutes: z.number().positive().default(30).describe("After so long it is ended, with all that it has started"),
  }),
]);

export const webhook = z
  .strictObject({
    url: z
      .url({protocol: /^https?$/})
      .optional()
      .describe("Address that takes Slack's JSON; better kept out of this file by url_env"),
    url_env: z.string().min(1).optional().describe("Name of the environment variable that holds the address"),
    on: z
      .array(z.enum(["failed", "refused", "noticed", "published"]))
      .min(1)
      .default(["failed", "refused", "noticed"])
      .describe(
        "What is told: a refresh that failed, a change that was refused or let through with a notice, or every success too",
      ),
    timeout_seconds: z.number().positive().max(60).default(10).describe("How long one attempt may take"),
    attempts: z.int().min(1).max(6).default(3).describe("How often it is tried, with growing pauses"),
  })
  .refine(({url, url_env}) => (url === undefined) !== (url_env === undefined), {error: "needs either url or url_env"});

/** What a refresh does beside building. */
export const refresh = z
  .strictObject({
    before: z
      .array(command)
      .transform((list) => list.map((entry) => (typeof entry === "string" ? {run: entry, timeout_minutes: 30} : entry)))
      .default([])
      .describe(
        "Commands that fetch the exports, run one after the other before anything is read; one that fails ends the refresh",
      ),
    keep_builds: z.int().min(1).max(100).default(5).describe("Published builds that are kept, the served one among them"),
    stale_after_hours: z
      .number()
      .positive()
      .nullable()
      .default(36)
      .describe("Pages say how old their data are from this age on; hours of days that are not worked do not count; null: never"),
    lock_hours: z
      .number()
      .positive()
      .default(6)
      .describe(
        "From when on another build that holds the place is told of as a failure, in hours: it may have been left by a machine that has stopped",
      ),
    webhook: webhook.optional().describe("Who is told of what a refresh did; nothing that names a person is sent"),
  })
  .prefault({});

const share = z.number().min(0);

/** How much may change from one published build to the next. */
export const guard = z
  .strictObject({
    beyond: z
      .enum(["refuse", "notice", "off"])
      .default("refuse")
      .describe("What to do with more: leave the last site, publish and say so, or do not compare"),
    min_rows: z
      .int()
      .min(1)
      .default(50)
      .describe(
        "A change of fewer rows is never too much, nor the loss of a column that fewer fill, and fewer than half of the rows",
      ),
    rows_lost_share: share.max(1).default(0.1).describe("Share of an entity's or a source's rows that may be gone"),
    rows_gained_share: share.default(1).describe("Rows that may be added, as a share of those before"),
    rejected_share: share.max(1).default(0.02).describe("By how much the share of rejected rows may rise"),
    people_gone_share: share
      .max(1)
      .default(0.2)
      .describe("Share of the present SDRs and AEs who may be gone; up to two always may"),
    closed_numbers: z.int().min(0).default(0).describe("Numbers of closed periods that may move by more than noise"),
    ahead_hours: z.number().min(0).default(24).describe("Hours that an export may be dated ahead of the clock"),
    same_file: z
      .enum(["refuse", "notice", "off"])
      .default("refuse")
      .describe("An export of events under a later date whose content is that of an earlier one"),
  })
  .prefault({});
