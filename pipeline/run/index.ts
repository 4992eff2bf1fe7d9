export {checkModels} from "./checks.js";
export type {CheckFailure} from "./checks.js";
export type {Model} from "./order.js";
export {runModels} from "./run.js";
export type {RunOptions} from "./run.js";
export {writeSettings} from "./settings.js";
