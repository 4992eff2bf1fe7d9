import type {BriefFieldInfo, HandoffLine, Manifest} from "../../../pipeline/contract/datasets.js";

type Template = Pick<Manifest, "brief_fields" | "absent_metrics">;

/** Whether any brief was supplied: without one, nothing of it is missing, it is only not known. */
export function hasBriefs({absent_metrics}: Pick<Manifest, "absent_metrics">): boolean {
  return !absent_metrics.some(({metric}) => metric === "documentation_completeness");
}

/** The brief's required fields with the letter that a handoff has for each; null where its brief is not known. */
export function pickRequired(
  {fields: letters}: Pick<HandoffLine, "fields">,
  manifest: Template,
): {fields: BriefFieldInfo[]; letters: string} | null {
  const {brief_fields} = manifest;
  if (!hasBriefs(manifest)) return null;
  if (letters.length !== brief_fields.length || !letters) return null;
  const places = brief_fields.flatMap(({required}, place) => (required ? [place] : []));
  return {
    fields: places.map((place) => brief_fields[place]!),
    letters: places.map((place) => letters[place]).join(""),
  };
}

/** The required fields that a handoff's brief still misses; null where its brief is not known. */
export function listMissing(line: Pick<HandoffLine, "fields">, manifest: Template): BriefFieldInfo[] | null {
  const required = pickRequired(line, manifest);
  return required && required.fields.filter((_, place) => required.letters[place] === "m");
}
