/** What the contract says, in German, by the English text. */
export const GERMAN: Readonly<Record<string, string>> = {};
