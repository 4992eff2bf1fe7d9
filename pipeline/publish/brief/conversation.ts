/** Words of a call's outcome that say somebody was spoken to, as Salesforce, HubSpot, Outreach and Salesloft have them, and in German. */
const SPOKE = "\\b(connect(ed)?|answered|spoke|spoken|reached|talked|conversation)\\b|gesprochen|gespräch|erreicht";
/** … and those that turn them round, or say that a meeting did not come about. */
const NOT = "\\b(no|not|never|un\\w+|nicht|kein|left|voice ?mail|mailbox)\\b";
const FELL_THROUGH = "no.?show|cancel|resched|abgesagt|verschoben|nicht erschienen";

/**
 * SQL condition: the two sides spoke. A call that is said to have connected, or that the prospect made; a meeting that did not fall
 * through. A call without an outcome is a touch, no more.
 * @param channel,outcome,isTheirs SQL of the activity's
 */
export const isConversation = (channel: string, outcome: string, isTheirs: string): string => {
  const told = `lower(coalesce(${outcome}, ''))`;
  return `(case ${channel} when 'meeting' then not regexp_matches(${told}, '${FELL_THROUGH}')
    when 'call' then not regexp_matches(${told}, '${NOT}') and (${isTheirs} or regexp_matches(${told}, '${SPOKE}')) else false end)`;
};
