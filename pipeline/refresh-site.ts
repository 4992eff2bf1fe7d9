/** The nightly job: what fetches exports, then everything that publishing does, guarded, told, and never leaving less than was there. */
import {ExportsChanged} from "./build-data.js";
import type {Config} from "./config.js";
import type {RefreshStatus} from "./contract/status.js";
import {UserError} from "./errors.js";
import {CLOCK_SLACK} from "./instant.js";
import {hoursHeld, LockedError, UnwritableError} from "./lock.js";
import {SILENT, type Progress} from "./progress.js";
import {publishInto, withPlace, type OpenLeakTest, type PublishReport} from "./publish-site.js";
import {publishQuick} from "./publish-handoffs.js";
import {CommandError, LEFT_RUNNING, runBefore} from "./refresh/before.js";
import type {BuildRecord, KeptBuild} from "./refresh/build-record.js";
import {advise, classify, FAILURES, RefreshError} from "./refresh/failure.js";
import {judgeChange} from "./refresh/judge.js";
import {listKept, locatePlace, type Place} from "./refresh/place.js";
import {
  describeServed,
  describeSources,
  describeVersions,
  isPast,
  readStatus,
  startStatus,
  toText,
  writeStatus,
} from "./refresh/status.js";
import {findEvent, makePayload, sendWebhook} from "./refresh/webhook.js";
import type {Workspace} from "./workspace.js";

export interface RefreshOptions {
  out: string;
  progress?: Progress;
  verify?: boolean;
  /** Lets a change through that the guard would refuse. */
  isAccepted?: boolean;
  /** `handoffs`: the quick pass. */
  kind?: RefreshStatus["kind"];
  /** Is given what the commands print that fetch exports. */
  tell?: (text: string) => void;
  now?: () => Date;
  /** Has `act` called when somebody ends the process, by which signal and with what exit code; returns what takes that back. */
  onEnded?: (act: (signal: string, code: number) => void) => () => void;
  /** In place of the leak test. */
  openTest?: OpenLeakTest;
  /** Where the webhook's address may be named. */
  environment?: Record<string, string | undefined>;
}

export interface RefreshResult {
  status: RefreshStatus;
  report?: PublishReport;
  /** What stopped it, with all its words. */
  error?: Error;
}

/**
 * Runs the job. Whatever happens, the site that was served stays or a whole new one takes its place, and `status.json` tells which.
 * @throws UserError when another is at work at the same place: then the status is that one's, unless it has been so for longer than any build takes.
 */
export async function refreshSite(config: Config, workspace: Workspace, options: RefreshOptions): Promise<RefreshResult> {
  const {now = () => new Date(), environment = process.env} = options;
  const place = locatePlace(options.out);
  const result: RefreshResult = await withPlace(place, () => refreshHere(place, config, workspace, {...options, now})).catch(
    (error: unknown) => {
      if (error instanceof LockedError && isLeft(error, config, now()))
        return noteLock(place, error, config, options.kind ?? "full", now());
      if (error instanceof UserError && error.exitCode === 1 && !(error instanceof UnwritableError)) throw error;
      // Where not even the lock can be put down, the status cannot be written either.
      const {failure, error: told} = describeFailure(error, "");
      return {
        status: {...startStatus(options.kind ?? "full", now()), state: "failed" as const, exit_code: told.exitCode, failure},
        error: told,
      };
    },
  );
  // From here on nobody waits for us: the site is served, its status written, the place free.
  const webhook = await tellOthers(result.status, config.refresh.webhook, environment);
  if (webhook) {
    result.status.webhook = webhook;
    if (readStatus(place)?.started_at === result.status.started_at) tryWrite(place, result.status);
  }
  return result;
}

async function refreshHere(
  place: Place,
  config: Config,
  workspace: Workspace,
  options: RefreshOptions & {now: () => Date},
): Promise<RefreshResult> {
  const {now, tell = () => {}} = options;
  const start = performance.now();
  const status = startStatus(options.kind ?? "full", now());
  noteLast(place, status);
  const serve = () => (status.served = describeServed(place, config, config.refresh.stale_after_hours, now()));
  serve();
  const {webhook} = config.refresh;
  if (webhook && findAddress(webhook, options.environment ?? process.env) === undefined)
    status.notes.push(`refresh.webhook: ${webhook.url_env} holds no address, so that nobody is told`);
  tryWrite(place, status);
  const steps = followSteps(options.progress ?? SILENT);
  const end = (state: RefreshStatus["state"], exit_code: number) => {
    Object.assign(status, {
      state,
      exit_code,
      ended_at: toText(now()),
      seconds: Math.round((performance.now() - start) / 100) / 10,
    });
    status.kept = listKept(place).map(({name}) => name);
    serve();
    tryWrite(place, status);
  };
  const forget = options.onEnded?.((signal, code) => {
    const message = `the refresh was ended by ${signal}; the last site is served`;
    status.failure = {kind: "died", says: FAILURES.died, step: steps.last(), message};
    end("failed", code);
  });
  try {
    status.commands = await runBefore(config.refresh.before, {cwd: config.folder, tell});
    for (const {number, is_left_running} of status.commands)
      if (is_left_running) status.notes.push(`refresh.before[${number - 1}]: ${LEFT_RUNNING}`);
    const look = (next: BuildRecord) => {
      status.versions = describeVersions(next);
      status.sources = describeSources(next, now());
      status.ledger = next.ledger;
      status.notes.push(...noteAhead(next, now()));
    };
    const admit = (next: BuildRecord, served: KeptBuild | undefined) => {
      const {guard, refusal} = judgeChange(place, config, next, served, options.isAccepted ?? false);
      status.guard = guard;
      if (refusal !== undefined) throw new RefreshError("guard", refusal, 3);
    };
    const publish = () => {
      steps.begin();
      const settings = {...options, progress: steps.progress, look, admit, isOnlyWhenNew: true};
      if (status.kind === "full") return publishInto(place, config, workspace, settings);
      return publishQuick(place, config, workspace, settings, (why) => {
        status.kind = "full";
        status.notes.push(`${why}: everything was built`);
      });
    };
    // An export that was being written is whole by now; one that is still being written has to wait for the next refresh.
    const report = await publish().catch((error: unknown) => {
      if (!(error instanceof ExportsChanged)) throw error;
      status.notes.push("exports changed while they were read; read again");
      return publish();
    });
    end(report.isNew ? "published" : "unchanged", 0);
    return {status, report};
  } catch (error) {
    if (error instanceof CommandError) status.commands = [...error.results];
    const {failure, error: told} = describeFailure(error, steps.last());
    status.failure = failure;
    end(failure.kind === "guard" ? "refused" : "failed", told.exitCode);
    return {status, error: told};
  } finally {
    forget?.();
  }
}

/** Exports dated ahead of the clock, which move the moment that everything is judged at. */
function noteAhead({figures}: BuildRecord, now: Date): string[] {
  const ahead = figures.files.filter(
    ({exported_at}) => exported_at !== null && Date.parse(exported_at) > now.getTime() + CLOCK_SLACK,
  );
  const newest = ahead.map(({exported_at}) => exported_at!).sort().at(-1); // prettier-ignore
  if (newest === undefined) return [];
  return [
    `${ahead.length} ${ahead.length === 1 ? "export is" : "exports are"} dated ahead of the clock, up to ${newest}: npm run baton -- check names what dates them`,
  ];
}

const isLeft = ({holder}: LockedError, {refresh}: Config, now: Date): boolean =>
  holder !== undefined && !(hoursHeld(holder, now) < refresh.lock_hours);

/** The status of a refresh that came to nothing before it began, and what to tell of it. */
function describeFailed(
  place: Place,
  error: unknown,
  kind: RefreshStatus["kind"],
  now: Date,
  served: RefreshStatus["served"],
): {status: RefreshStatus; told: UserError} {
  const {failure, error: told} = describeFailure(error, "");
  const kept = listKept(place).map(({name}) => name);
  const began = startStatus(kind, now);
  return {
    status: {...began, state: "failed", ended_at: toText(now), seconds: 0, exit_code: told.exitCode, failure, served, kept},
    told,
  };
}

/** A lock that is held for too long would keep every refresh out, and nobody would hear of it. */
function noteLock(place: Place, error: LockedError, config: Config, kind: RefreshStatus["kind"], now: Date): RefreshResult {
  const served = describeServed(place, config, config.refresh.stale_after_hours, now);
  const {status, told} = describeFailed(place, new RefreshError("lock_left", error.message), kind, now, served);
  tryWrite(place, status);
  return {status, error: told};
}

/** What stopped a refresh, for the status and with all its words. */
function describeFailure(error: unknown, step: string): {failure: NonNullable<RefreshStatus["failure"]>; error: UserError} {
  const kind = classify(error, step);
  const advice = error instanceof RefreshError ? undefined : advise(kind);
  const said = error instanceof Error ? (kind === "bug" ? (error.stack ?? error.message) : error.message) : String(error);
  const message = advice ? `${FAILURES[kind]}: ${said.split("\nin SQL:")[0]}\n  → ${advice}` : said;
  const exitCode = error instanceof UserError ? error.exitCode : 1;
  return {failure: {kind, says: FAILURES[kind], step, message}, error: new UserError(message, exitCode, {cause: error})};
}

/** A status that still says "running" is that of a refresh which was killed. */
function noteLast(place: Place, status: RefreshStatus): void {
  const last = readStatus(place);
  if (last?.state === "running")
    status.notes.push(`the refresh that began at ${last.started_at} ended without a word: killed, or the machine stopped`);
}

/** On a full disk there may be no room for the status either; the exit code and the output still tell. */
function tryWrite(place: Place, status: RefreshStatus): void {
  try {
    writeStatus(place, status);
  } catch {
    status.notes.push("the status could not be written");
  }
}

/** Passes progress on, and knows the step that was at work last. */
function followSteps(progress: Progress): {progress: Progress; begin(): void; last(): string} {
  const open: string[] = [];
  return {
    begin: () => void open.splice(0),
    progress: {
      begin: (step) => (open.push(step), progress.begin(step)),
      end(step, seconds, detail) {
        open.splice(open.indexOf(step), 1);
        progress.end(step, seconds, detail);
      },
      item: (step, item) => progress.item?.(step, item),
    },
    last: () => open.at(-1) ?? "",
  };
}

async function tellOthers(
  status: RefreshStatus,
  webhook: Webhook | undefined,
  environment: Record<string, string | undefined>,
): Promise<RefreshStatus["webhook"]> {
  const event = findEvent(status);
  if (!webhook || !event || !webhook.on.includes(event)) return null;
  const url = findAddress(webhook, environment);
  if (url === undefined) return {state: "failed", attempts: 0, why: `${webhook.url_env} holds no address`};
  return sendWebhook(makePayload(event, status), {...webhook, url});
}

function findAddress({url, url_env}: Webhook, environment: Record<string, string | undefined>): string | undefined {
  const address = url ?? environment[url_env!];
  return address && URL.canParse(address) ? address : undefined;
}

type Webhook = NonNullable<Config["refresh"]["webhook"]>;

/** Notes that a refresh could not even begin, as with a mistake in the configuration, and tells who is to be told; never over the status of one at work. */
export async function noteFailure(
  out: string,
  error: Error,
  kind: RefreshStatus["kind"] = "full",
  {
    webhook,
    now = new Date(),
    environment = process.env,
  }: {webhook?: Webhook; now?: Date; environment?: RefreshOptions["environment"]} = {},
): Promise<void> {
  const place = locatePlace(out);
  const status = await withPlace(place, async () => {
    const {served = null} = readStatus(place) ?? {};
    const {status: noted} = describeFailed(
      place,
      error,
      kind,
      now,
      served && {...served, is_stale: isPast(served.stale_at, now)},
    );
    tryWrite(place, noted);
    return Promise.resolve(noted);
  }).catch(() => undefined);
  if (!status) return;
  status.webhook = await tellOthers(status, webhook, environment);
  if (status.webhook && readStatus(place)?.started_at === status.started_at) tryWrite(place, status);
}
