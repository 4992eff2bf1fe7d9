/** A new `baton.config.yaml` as a text with comments. */
import {LANGUAGES} from "../contract/language.js";
import {METRICS} from "../contract/metrics.js";
import {writeSources} from "./blocks.js";
import type {Looked} from "./look.js";

/** What nobody but a person knows. */
export interface Answers {
  company: string;
  timezone: string;
  currency: string;
  /** Address of the AE's feedback form with placeholders. */
  formUrl?: string;
  /** Of the site; English if left out. */
  language?: string;
}

/**
 * @param pattern the folder of exports as seen from the configuration
 * @param schema path of the JSON Schema, as seen from the configuration
 */
export function writeConfig(answers: Answers, files: readonly Looked[], pattern: string, schema: string): string {
  const {company, timezone, currency, formUrl, language = "en"} = answers;
  const targets = METRICS.flatMap(({name, target}) => (target === null ? [] : [`#   ${name}: ${target}`]));
  return `# yaml-language-server: $schema=${schema}
# Every setting is described in baton.schema.json, and what is left out has the default of the metric definitions.
# Check with: npm run baton -- check
company: ${JSON.stringify(company)}
language: ${language} # of the site, its mails and sheets: ${LANGUAGES.join(" or ")}
timezone: ${timezone} # of periods, business hours, and times without a zone
currency: ${currency} # of amounts that name none

# Read from the folder of this file; what each export is, its headers tell.
${writeSources(files, pattern)}
# Until these are your own and confirmed, targets are examples and nothing has a status.
targets_confirmed: false
# targets:
${targets.join("\n")}

${writeFeedback(formUrl)}
business_hours: {days: [mon, tue, wed, thu, fri], start: "09:00", end: "17:00"}
holidays: [] # days on which no clock runs, such as "2026-12-25"

# Wherever a record is named, it can lead into your CRM; {id} is the record's id.
# links:
#   account: https://crm.example.com/accounts/{id}
#   opportunity: https://crm.example.com/opportunities/{id}
`;
}

function writeFeedback(formUrl: string | undefined): string {
  const about = "# The AE's form, opened from each meeting with its id filled in: docs/feedback-form.md";
  return formUrl
    ? `${about}\nfeedback:\n  form_url: ${JSON.stringify(formUrl)}\n`
    : `${about}\n# feedback:\n#   form_url: https://forms.example.com/f?handoff={handoff_id}&ae={ae_id}\n`;
}
