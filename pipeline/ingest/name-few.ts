/** A message names so many; beyond, how many more. */
const MOST_NAMED = 8;

/** Names for a message: the first few, and how many more. */
export function nameFew(names: readonly string[]): string {
  const named = names.slice(0, MOST_NAMED).join(", ");
  return names.length > MOST_NAMED ? `${named} and ${names.length - MOST_NAMED} more` : named;
}
