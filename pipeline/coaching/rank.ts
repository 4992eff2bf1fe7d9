/** Which behaviours of which SDR lie behind the colleagues', and how much each is worth working on. Pure. */
import {groupBy} from "../group-by.js";
import {incompleteBeta} from "../stats/beta.js";
import {quantile} from "../stats/quantile.js";
import {betaOf, momentsOf, summariseBeta} from "../stats/shrinkage.js";
import {expit, fitSpread, logit, offsetOf, type Spread} from "../stats/spread.js";
import {readComments, weighAssociation, type Said} from "./weights.js";
import type {Rules} from "./rules.js";
import type {Association, Candidate, CommentCount, Ranked, Tally} from "./types.js";

export interface RankInput {
  behaviours: readonly Ranked[];
  tallies: readonly Tally[];
  /** Team of each SDR; null for whoever is held against the company, as after a change of team. */
  teams: ReadonlyMap<string, string | null>;
  /** Handoffs of each SDR over the weeks looked back on. */
  handoffs: ReadonlyMap<string, number>;
  comments: readonly CommentCount[];
  /** Comments of each SDR, whatever their theme. */
  commented: ReadonlyMap<string, number>;
  associations: readonly Association[];
  /** Behaviours that are wanted with their numbers although nobody may stand out, such as what was agreed on. */
  wanted: ReadonlySet<string>;
  rules: Rules;
}

/** One person's posterior, and the same at the group's mix. */
interface Standing {
  tally: Tally;
  posterior: ReturnType<typeof momentsOf>;
  offset: number;
  /** Shrunk share that the person would have at the average mix. */
  level: number;
}

/**
 * Candidates of every SDR, best worth working on first. Shares are shrunk by the group's spread (beta-binomial), and set beside what mix and
 * tenure lead one to expect. Score = weight × gap to the colleagues' upper quartile × occurrence × (1 + association with SQL, capped)
 * × (1 + what AEs said was missing) × chance that the gap is worth it.
 */
export function rankBehaviours(input: RankInput): Map<string, Candidate[]> {
  const byBehaviour = groupBy(input.tallies, ({behaviour}) => behaviour);
  const said = readComments(input.comments, input.commented, input.rules);
  const found = new Map<string, Candidate[]>();
  for (const behaviour of input.behaviours) {
    const tallies = (byBehaviour.get(behaviour.behaviour) ?? []).filter(({eligible}) => eligible > 0);
    for (const [sdr, candidate] of compare(behaviour, tallies, input, said)) {
      const own = found.get(sdr);
      if (own) own.push(candidate);
      else found.set(sdr, [candidate]);
    }
  }
  for (const own of found.values()) own.sort((a, b) => b.score - a.score || (a.behaviour < b.behaviour ? -1 : 1));
  return found;
}

function* compare(
  behaviour: Ranked,
  tallies: readonly Tally[],
  input: RankInput,
  said: (sdr: string, themes: readonly string[]) => Said,
): Generator<[string, Candidate]> {
  const {rules} = input;
  if (!input.wanted.has(behaviour.behaviour) && !mayStandOut(tallies, rules)) return;
  const members = tallies.map(({eligible, done, expected}) => ({
    n: eligible,
    successes: done,
    expected: cut(expected / eligible),
  }));
  const spread = fitSpread(members);
  if (!spread) return;
  const standings = tallies.map((tally, index) => stand(tally, members[index]!, spread));
  // In order of their levels, once for all who are held against them.
  const enough = standings.filter(({tally}) => tally.eligible >= rules.least);
  const ordered = enough.toSorted((a, b) => a.level - b.level);
  const byTeam = groupBy(ordered, ({tally}) => input.teams.get(tally.sdr_id) ?? "");
  for (const own of enough) {
    const {sdr_id} = own.tally;
    const team = input.teams.get(sdr_id);
    const others = (list: readonly Standing[]) => list.filter(({tally}) => tally.sdr_id !== sdr_id).map(({level}) => level);
    const inTeam = team ? others(byTeam.get(team) ?? []) : [];
    const of = inTeam.length >= rules.people ? "team" : "company";
    const levels = of === "team" ? inTeam : others(ordered);
    if (levels.length < rules.people) continue;
    const quartile = expit(logit(cut(quantile(levels, 0.75))) + own.offset); // prettier-ignore
    yield [
      sdr_id,
      judge(behaviour, own, {quartile, quartile_of: of, people: levels.length}, input, said(sdr_id, behaviour.themes)),
    ];
  }
}

/**
 * Shrinking draws together: where nobody's plain share lies behind the best fourth by more than the margin, with a little certainty, nobody
 * stands out, and nothing need be fitted.
 */
function mayStandOut(tallies: readonly Tally[], {least, margin, people}: Rules): boolean {
  const enough = tallies.filter(({eligible}) => eligible >= least);
  if (enough.length <= people) return false;
  const shares = enough.map(({eligible, done, expected}) => ({over: (done - expected) / eligible, share: done / eligible, n: eligible})); // prettier-ignore
  const bar = quantile(shares.map(({over}) => over).sort((a, b) => a - b), 0.75) - margin; // prettier-ignore
  return shares.some(({over, share, n}) => bar - over > 0.5 * Math.sqrt((share * (1 - share)) / n));
}

function stand(tally: Tally, member: Parameters<typeof momentsOf>[1], spread: Spread): Standing {
  const posterior = momentsOf(spread, member);
  const offset = offsetOf(member, spread.origin);
  return {tally, posterior, offset, level: expit(logit(cut(posterior.mean)) - offset)};
}

function judge(
  {behaviour, weight, themes, is_partly_known}: Ranked,
  {tally, posterior}: Standing,
  reference: Pick<Candidate, "quartile" | "quartile_of" | "people">,
  {rules, associations, handoffs, wanted}: RankInput,
  said: Said,
): Candidate {
  const {sdr_id, eligible, done} = tally;
  const {mean, variance} = posterior;
  const gap = Math.max(0, reference.quartile - mean);
  const {a, b} = betaOf(mean, variance);
  const bar = reference.quartile - rules.margin;
  const sure = gap > 0 && bar > 0 ? incompleteBeta(bar, a, b) : 0;
  const occurrence = is_partly_known ? 1 : Math.min(1, eligible / Math.max(1, handoffs.get(sdr_id) ?? eligible));
  const association = associations.find((row) => row.behaviour === behaviour);
  const score = weight * gap * occurrence * weighAssociation(association, rules) * said.factor * sure;
  const stands_out = gap >= rules.margin && (sure >= rules.sure || (said.isMore && sure >= rules.sure_with_comments));
  const {lower, upper} =
    stands_out || sure >= rules.keep || wanted.has(behaviour) ? summariseBeta(posterior, null) : {lower: mean, upper: mean};
  return {
    behaviour,
    themes,
    eligible,
    done,
    value: mean,
    lower,
    upper,
    ...reference,
    gap,
    occurrence,
    association: association?.difference ?? null,
    association_lower: association?.lower ?? null,
    association_upper: association?.upper ?? null,
    comments: said.comments,
    commented: said.commented,
    others_share: said.others_share,
    sure,
    score,
    stands_out,
  };
}

/** Away from certainty, where a logit has no value. */
const cut = (share: number): number => Math.min(0.999, Math.max(0.001, share));
