import fc from "fast-check";

// The same cases on every machine, so that a failure can be repeated; other cases with FC_SEED=<number>.
fc.configureGlobal({seed: Number(process.env["FC_SEED"] ?? 20261001)});
