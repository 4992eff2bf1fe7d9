/**
 * Which file of the index a handoff stands in: two hexadecimal digits, by FNV-1a over the id's UTF-16 units, folded to eight bits.
 * Pages have the same few lines in `src/components/base/bucket.ts`; a test holds the two together.
 */
export function bucketOf(id: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < id.length; at++) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193) >>> 0;
  return ((hash ^ (hash >>> 8) ^ (hash >>> 16) ^ (hash >>> 24)) & 0xff).toString(16).padStart(2, "0");
}
