/** A mail to one person, as sentences; the writers turn it into HTML, plain text and Slack blocks. */
export const AUDIENCES = ["manager", "sdr", "ae"] as const;
export type Audience = (typeof AUDIENCES)[number];

export interface DigestLine {
  text: string;
  /** Words of somebody else, shown as a quotation. */
  quote?: string;
  /** What belongs under the line. */
  under?: string[];
  /** Where it leads; only http and https. */
  link?: {href: string; label: string};
}

export interface DigestPart {
  title: string;
  lines: DigestLine[];
}

export interface Digest {
  audience: Audience;
  person_id: string;
  slug: string;
  /** Stands in the manifest alone. */
  email: string | null;
  company: string;
  title: string;
  /** Names nobody: subjects show on locked screens. */
  subject: string;
  greeting: string;
  parts: DigestPart[];
  footer: string[];
}
