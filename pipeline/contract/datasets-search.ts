/** What the search of a site looks through besides the manifest: handoffs, by the names of their account and contact. As in `datasets.ts`. */

/**
 * A handoff: its id, the day of its meeting as days since 1970 in the company's own zone, account and contact, and the place of whom it was
 * booked by (in an SDR's list: whom it went to) among the file's names, -1 where nobody is named.
 */
export type SearchRow = [handoff_id: string, day: number, account: string | null, contact: string | null, name: number];

/**
 * `data/search/sdr/<sdr>.json`, `search/ae/<ae>.json`: all handoffs of a person; `search/team/<team>.json`: those booked in the team by whoever
 * is not in it now; `search/all/<page>.json`: the company's whose names hold a word within the page's range. Newest first.
 */
export interface SearchList {
  names: string[];
  rows: SearchRow[];
}

/** `data/search/all.json`: the pages of the company's handoffs in the order of words, each by the word it begins with. */
export type SearchPages = [first: string, page: string][];

/** A name is found by so many signs from the beginning of each of its words on. */
export const SEARCH_SIGNS = 24;
