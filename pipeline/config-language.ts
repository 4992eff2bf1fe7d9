/** The words that the configuration takes from the contract, in the language that it names. What it says itself stays as it is. */
import type {ConfigValues} from "./config-schema.js";
import {BRIEF_FIELDS, VARIANT_FIELDS} from "./contract/brief.js";
import {BRIEF_VARIANTS} from "./contract/brief-variants.js";
import {CHECKLISTS, DEFAULT_CRITERIA} from "./contract/criteria.js";
import {inLanguage} from "./contract/language.js";

/** A setting that is the contract's own, in the language in force; a company's own stays. */
const translate = <T extends string | null>(given: T, own: string | null | undefined): T =>
  given !== null && given === own ? (inLanguage(given) as T) : given;

/** Brief, variants and checklists with the contract's words in the language in force. */
export function translateRules(values: ConfigValues): ConfigValues {
  const checklists = CHECKLISTS.map((checklist) => [
    checklist,
    values[checklist].map((given) => {
      const own = DEFAULT_CRITERIA[checklist].find(({criterion}) => criterion === given.criterion);
      return {
        ...given,
        label: translate(given.label, own?.label),
        group: translate(given.group, own?.group ?? "Other"),
        shows: translate(given.shows, own?.shows),
        looks_for: translate(given.looks_for, own?.looks_for),
      };
    }),
  ]);
  return {
    ...values,
    ...Object.fromEntries(checklists),
    brief: values.brief.map((given) => {
      const own = [...BRIEF_FIELDS, ...VARIANT_FIELDS].find(({field}) => field === given.field);
      const label = translate(given.label, own?.label);
      // A note is known by the English label still.
      const headings = label === given.label ? given.headings : [...given.headings, given.label];
      return {...given, label, headings, ask: translate(given.ask, own?.ask)};
    }),
    brief_variants: values.brief_variants.map((given) => ({
      ...given,
      label: translate(given.label, BRIEF_VARIANTS.find(({variant}) => variant === given.variant)?.label),
    })),
  };
}
