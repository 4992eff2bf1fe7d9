import {html} from "htl";
import type {BriefDocument, BriefEarlier, BriefSaid, ComingMeeting, Manifest} from "../../../pipeline/contract/datasets.js";
import {BriefLink} from "../frame/brief-link.js";
import type {BriefField} from "./brief-state.js";
import {formatDay} from "../base/format.js";
import {say, withinSentence} from "../words/words.js";

type Told = Pick<BriefDocument, "earlier" | "meeting_at">;

/** What was before at the same account, in the manner of the three lines; null where nothing was. */
export function EarlierHere({earlier = [], meeting_at}: Told, manifest: Manifest): HTMLElement | null {
  if (!earlier.length) return null;
  return html`<dl class="three-lines earlier-here">
    <div>
      <dt>${say("earlier_here")}</dt>
      <dd>
        <ul>
          ${earlier.map((one) => {
            const when = sayDayOf(one.at, meeting_at, manifest);
            return html`<li>${one.handoff_id ? BriefLink(one.handoff_id, when) : when}: ${describeEarlier(one)}</li>`;
          })}
        </ul>
      </dd>
    </div>
  </dl>`;
}

/** What an earlier handoff came to and who held it, as far as it may be told. */
export function describeEarlier({outcome, is_same_ae, is_same_sdr, is_sql, is_open}: BriefEarlier): string {
  return [
    withinSentence(say(`outcome_${outcome}`)),
    is_same_ae === undefined ? "" : say(is_same_ae ? "earlier_same_ae" : "earlier_other_ae"),
    is_same_sdr ? say("earlier_same_sdr") : "",
    is_sql ? say("earlier_sql") : is_open ? say("earlier_open") : "",
  ]
    .filter(Boolean)
    .join(", ");
}

/** The newest of them that was held with the same AE, in a clause; empty where there is none. */
export function describeMetHere({earlier = [], meeting_at}: Told, manifest: Pick<Manifest, "timezone">): string {
  const met = earlier.find(({outcome, is_same_ae}) => outcome === "held" && is_same_ae);
  if (!met) return "";
  const then = met.is_sql ? say("earlier_sql") : met.is_open ? say("earlier_open") : "";
  return [say("earlier_met", {when: sayDayOf(met.at, meeting_at, manifest)}), then].filter(Boolean).join(", ");
}

/** The newest meeting before a coming one at its account, in a clause; empty where there was none. */
export function describeBefore(
  {before, meeting_at}: Pick<ComingMeeting, "before" | "meeting_at">,
  manifest: Pick<Manifest, "timezone">,
): string {
  return before ? say("earlier_newest", {when: sayDayOf(before.at, meeting_at, manifest), what: describeEarlier(before)}) : "";
}

type Quoting = Pick<BriefDocument, "said" | "meeting_at">;

/** What an earlier brief said of a field; nothing where the site may not tell, or nobody said it. */
export function findSaid({said = {}}: Pick<BriefDocument, "said">, {info}: Pick<BriefField, "info">): BriefSaid | undefined {
  return Object.hasOwn(said, info.field) ? said[info.field] : undefined;
}

/** The day on which it was said, as one says it at the present meeting: with its year where that is another one. */
export function saySaidOn(
  {at}: BriefSaid,
  {meeting_at}: Pick<Quoting, "meeting_at">,
  manifest: Pick<Manifest, "timezone">,
): string {
  return sayDayOf(at, meeting_at, manifest);
}

const sayDayOf = (at: string, present: string, {timezone: zone}: Pick<Manifest, "timezone">): string =>
  formatDay(at, {zone, year: at.slice(0, 4) !== present.slice(0, 4)});
