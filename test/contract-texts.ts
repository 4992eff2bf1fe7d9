/** Every text of the contract, and of the rooms that tell it, that a reader of the site may see. */
import {OTHERS} from "../pipeline/contract/behaviours-others.js";
import {PRACTICES as HOW} from "../pipeline/contract/behaviours-practice.js";
import {BRIEF_FIELDS, BRIEF_SECTIONS, VARIANT_FIELDS} from "../pipeline/contract/brief.js";
import {BRIEF_VARIANTS} from "../pipeline/contract/brief-variants.js";
import {BRINGS} from "../pipeline/contract/brings.js";
import {QUALIFICATION, READINESS} from "../pipeline/contract/criteria.js";
import {ENTITIES} from "../pipeline/contract/entities.js";
import {DIMENSION_LABELS, LOSS_LABELS, STAGE_LABELS} from "../pipeline/contract/funnel.js";
import {METRICS} from "../pipeline/contract/metrics.js";
import {THEMES} from "../pipeline/contract/themes.js";
import {PRACTICES} from "../pipeline/inference/practices.js";
import {SHEET_WORDS} from "../pipeline/sheet/words.js";

export function listContractTexts(): Set<string> {
  const texts: (string | null)[] = [
    ...METRICS.flatMap((metric) => [
      metric.label,
      metric.short,
      metric.meaning,
      metric.formula,
      metric.counted,
      metric.yes,
      metric.no,
    ]),
    ...METRICS.flatMap(({needs}) => needs.map(({supply}) => supply)),
    ...Object.values(ENTITIES).flatMap(({label, meaning, columns}) => [
      label,
      meaning,
      ...columns.map((column) => column.meaning),
    ]),
    ...Object.values(BRINGS),
    ...BRIEF_SECTIONS.map(([, label]) => label),
    ...[...BRIEF_FIELDS, ...VARIANT_FIELDS].flatMap(({label, ask}) => [label, ask]),
    ...BRIEF_VARIANTS.map(({label}) => label),
    ...Object.values(HOW),
    ...OTHERS.flatMap(({label, practice}) => [label, practice]),
    ...[...QUALIFICATION, ...READINESS].flatMap(({label, group, shows, looks_for}) => [label, group, shows, looks_for]),
    ...[STAGE_LABELS, DIMENSION_LABELS, LOSS_LABELS].flatMap((labels) => Object.values(labels)),
    ...THEMES.flatMap(({label, meaning}) => [label, meaning]),
    ...PRACTICES.flatMap(({label, against}) => [label, against]),
    ...Object.values(SHEET_WORDS),
  ];
  return new Set(texts.filter((text): text is string => Boolean(text)));
}
