export {takeApart, type TakenApart} from "./take-apart.js";
