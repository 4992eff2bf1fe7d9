import fc from "fast-check";
import {afterAll} from "vitest";
import {closeOpened} from "./opened.js";

// The same cases on every machine, so that a failure can be repeated; other cases with FC_SEED=<number>.
fc.configureGlobal({seed: Number(process.env["FC_SEED"] ?? 20261001)});
afterAll(closeOpened);
