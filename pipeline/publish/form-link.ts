import type {Config} from "../config.js";

/** What a prefilled feedback form can be told of a handoff. */
export interface FormValues {
  handoff_id: string;
  account: string | null;
  ae: string | null;
  /** `YYYY-MM-DD` in the configured zone. */
  meeting_on: string;
}

/** Address of the feedback form with the handoff filled in; null as long as the configuration names no form. */
export function makeFormLink(_config: Config, _values: FormValues): string | null {
  return null;
}
