/** What `init` says: what the files are, what is missing and what it would bring, and what to do next. */
import {BRINGS} from "../contract/brings.js";
import {ENTITY_NAMES, type EntityName} from "../contract/entities.js";
import {describe} from "./blocks.js";
import {countOthers, type Looked} from "./look.js";

const WIDTH = 16;

/** A line per file. */
export function tellFiles(files: readonly Looked[], folder: string): string[] {
  if (files.length === 0) return [`${folder} holds no export yet (.csv, .tsv, .txt, .parquet, .arrow, .gz, .zip)`];
  const others = countOthers(files);
  return [
    ...files.flatMap((file) => (file.how === "other" ? [] : [`  ${file.name}  ${tellFile(file)}`])),
    ...(others > 0 ? [`  and ${others} objects of Salesforce from which Baton reads nothing`] : []),
  ];
}

function tellFile(file: Exclude<Looked, {how: "other"}>): string {
  switch (file.how) {
    case "recognised":
      return describe(file);
    case "guessed":
      return `${describe(file)}: look through them in the configuration`;
    case "lacking":
      return file.lacks.length > 0
        ? `seems to hold ${file.entity}, without ${file.lacks.join(", ")}; not read until those are named`
        : `may hold ${file.entity}; not read until ${file.doubtful.join(", ")} ${file.doubtful.length === 1 ? "is" : "are"} confirmed in the configuration`;
    case "none":
      return "looks like no export for Baton; not read";
    case "unreadable":
      return `not read: ${file.why}`;
  }
}

/** The entities that some file brings. */
export function listSupplied(files: readonly Looked[]): Set<EntityName> {
  return new Set(
    files.flatMap((file) => (file.how === "recognised" ? file.entities : file.how === "guessed" ? [file.entity] : [])),
  );
}

/** Exports that are not there, and what each would bring to life; the one that nothing goes without first. */
export function tellMissing(files: readonly Looked[]): string[] {
  const supplied = listSupplied(files);
  const missing = ENTITY_NAMES.filter((entity) => !supplied.has(entity));
  if (missing.length === 0) return [];
  const others = missing.filter((entity) => entity !== "handoffs");
  return [
    "",
    ...(supplied.has("handoffs")
      ? []
      : [
          "no handoffs yet, and no page has anything to show without them: one row per meeting, with who booked it, for whom, and when",
          "  → docs/export-recipes.md says how to get them; npm run --silent baton -- template handoffs prints a sheet's header",
        ]),
    ...(others.length > 0 ? ["not there yet; with each of these exports the site would show"] : []),
    ...others.map((entity) => `  ${entity.padEnd(WIDTH)}${BRINGS[entity]}`),
  ];
}

/** What links to the feedback form would add, where there are none. */
export function tellForm(files: readonly Looked[], formUrl: string | undefined): string[] {
  if (formUrl !== undefined) return [];
  return listSupplied(files).has("feedback")
    ? ["answers of the AE's form are read; feedback.form_url would give each meeting its own link to it: docs/feedback-form.md"]
    : [
        "no feedback form yet: npm run --silent baton -- form google prints a script that makes one, and docs/feedback-form.md says how",
      ];
}

/** What to do after the configuration is written. */
export function tellNext(files: readonly Looked[], path: string, isDefault: boolean): string[] {
  const own = isDefault ? "" : ` --config ${path}`;
  const isReady = listSupplied(files).has("handoffs");
  const again = "put exports into the folder, then: npm run baton -- init --force";
  const steps = [`npm run baton -- check${own}`, `npm run baton -- build${own}`, "npm run baton -- view"];
  return ["", `wrote ${path}`, ...(isReady ? ["next:", ...steps.map((step) => `  ${step}`)] : [`next: ${again}`])];
}
