/** The parts of the configuration about routing and acceptance. */
import {z} from "zod";
import {day, texts} from "./config-words.js";

/** A territory rule: what is left out holds for any account. */
export const routingRule = z
  .strictObject({
    territory: z.string().min(1).describe("Name of the territory"),
    region: z.string().optional(),
    country: texts.optional().describe("Country, or several; names or ISO codes"),
    segment: z.string().optional(),
    min_employees: z.int().min(0).optional(),
    max_employees: z.int().min(0).optional(),
    aes: z.array(z.string().min(1)).min(1).describe("Person ids of the AEs in the rotation, in the order of their turns"),
    valid_from: day.optional().describe("From when on; a later entry of the same territory, country and segment replaces it"),
    context: z.string().optional().describe("What an AE should know of the territory"),
  })
  .refine(({min_employees: low, max_employees: high}) => low === undefined || high === undefined || low <= high, {
    error: "is no range: min_employees must not be above max_employees",
  });
export type RoutingRule = z.output<typeof routingRule>;

/** When acceptances are taken for a click on "accept all". */
export const bulkAcceptance = z
  .strictObject({
    handoffs: z.int().min(2).default(5).describe("So many handoffs of one AE …"),
    minutes: z.number().min(0).default(2).describe("… accepted within so many minutes; 0 for the same second"),
  })
  .prefault({});
