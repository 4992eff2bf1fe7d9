/** What settings say of each other, and of columns and fields that are known before any export is read. */
import type {ConfigValues} from "./config-schema.js";
import {BRIEF_FIELDS} from "./contract/brief.js";
import {ENTITIES, findColumn} from "./contract/entities.js";
import {findNearMiss, type Problem} from "./errors.js";

/** Everything in a configuration of the right shape that means nothing, or two things. @param touched sections that are not there as they stand in the file */
export function checkMeaning(config: ConfigValues, touched: ReadonlySet<string> = new Set()): Problem[] {
  // Where the brief is not all there, a field that others name may be in what is missing.
  const isWhole = !touched.has("brief");
  return [
    ...checkStages(config),
    ...checkBrief(config),
    ...(isWhole ? [...checkVariants(config), ...checkThemes(config)] : []),
    ...checkTeams(config),
    ...(touched.has("currency") ? [] : checkRates(config)),
  ];
}

const ask = (name: string, known: readonly string[]): string => {
  const near = findNearMiss(name, known);
  return near ? `; did you mean ${near}?` : "";
};

/** Stages may name any time column of their entity, and no other; each has one place in the order. */
function checkStages({stages, stage_order}: ConfigValues): Problem[] {
  const columns = (["sql", "opportunity"] as const).flatMap((stage): Problem[] => {
    const source = stages[stage];
    const entity = stage === "sql" ? "handoffs" : "opportunities";
    if (!source || !("column" in source)) return [];
    const {type} = findColumn(entity, source.column) ?? {};
    if (type === "time" || type === "date") return [];
    const known = ENTITIES[entity].columns.flatMap((column) => (["time", "date"].includes(column.type) ? [column.name] : []));
    const what = `${entity} has no time column "${source.column}"${ask(source.column, known)}`;
    return [{where: `stages.${stage}.column`, what, hint: `one of: ${known.join(", ")}`}];
  });
  const twice = stage_order.flatMap((stage, index): Problem[] =>
    stage_order.indexOf(stage) < index ? [{where: `stage_order[${index}]`, what: `"${stage}" stands in the order twice`}] : [],
  );
  return [...columns, ...twice];
}

/** Brief fields may name any column of their entity, and no other. */
function checkBrief({brief}: ConfigValues): Problem[] {
  const fields = BRIEF_FIELDS.map(({field}) => field);
  return brief.flatMap(({field, entity, column}, index): Problem[] => {
    const known = ENTITIES[entity].columns.map(({name}) => name);
    const isUnknown = !findColumn(entity, column);
    const isTwice = brief.findIndex((other) => other.field === field) < index;
    return [
      ...(isUnknown ? [{where: `brief[${index}]`, what: `${entity} has no column "${column}"${ask(column, [...known, ...fields])}`, hint: `set entity and column, or use a field of the default template: ${fields.join(", ")}`}] : []),
      ...(isTwice ? [{where: `brief[${index}].field`, what: `"${field}" stands in the brief twice`}] : []),
    ]; // prettier-ignore
  });
}

/** Variants may name fields of the template, each variant once. */
function checkVariants({brief, brief_variants}: ConfigValues): Problem[] {
  const known = brief.map(({field}) => field);
  return brief_variants.flatMap(({variant, required, optional, weights, evidence}, index): Problem[] => {
    const where = `brief_variants[${index}]`;
    const isTwice = brief_variants.findIndex((other) => other.variant === variant) < index;
    const named = [...new Set([...required, ...optional, ...Object.keys(weights), ...Object.keys(evidence)])];
    const both = required.filter((field) => optional.includes(field));
    return [
      ...(isTwice ? [{where, what: `"${variant}" stands among the variants twice`}] : []),
      ...named.flatMap((field) => (known.includes(field) ? [] : [nameField(where, field, known)])),
      ...both.map((field) => ({where, what: `"${field}" is required and optional at once`, hint: "leave it in one of the two"})),
    ];
  });
}

/** Themes of the configuration may name fields of the brief, and no other. */
function checkThemes({brief, themes}: ConfigValues): Problem[] {
  const known = brief.map(({field}) => field);
  return themes.flatMap(({fields = []}, index) =>
    fields.filter((field) => !known.includes(field)).map((field) => nameField(`themes[${index}].fields`, field, known)),
  );
}

const nameField = (where: string, field: string, known: readonly string[]): Problem => ({
  where,
  what: `the brief has no field "${field}"${ask(field, known)}`,
  hint: "add it under brief",
});

/** A team is listed once, and a person is in one. */
function checkTeams({teams}: ConfigValues): Problem[] {
  const members = teams.flatMap(({members}, index) => members.map((person, place) => ({person, index, place})));
  return [
    ...teams.flatMap(({team}, index): Problem[] =>
      teams.findIndex((other) => other.team === team) < index
        ? [{where: `teams[${index}].team`, what: `"${team}" is listed twice`, hint: "put what is said of it into one entry"}]
        : [],
    ),
    ...members.flatMap(({person, index, place}, at): Problem[] => {
      const first = members.findIndex((other) => other.person === person);
      if (first === at) return [];
      const what = `"${person}" is a member of ${teams[members[first]!.index]!.team} already`;
      return [{where: `teams[${index}].members[${place}]`, what, hint: "a person is in one team: leave one of the two"}];
    }),
  ];
}

/** The company's own currency is what the others are counted in. */
function checkRates({currency, exchange_rates}: ConfigValues): Problem[] {
  const rate = exchange_rates[currency];
  if (rate === undefined || rate === 1) return [];
  const hint = `leave it out: rates say what one unit of another currency is worth in ${currency}`;
  return [{where: `exchange_rates.${currency}`, what: `is the company's own currency, and one ${currency} is worth one ${currency}, not ${rate}`, hint}]; // prettier-ignore
}
