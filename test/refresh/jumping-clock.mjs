// Loaded before the command line: a clock that jumps by up to ten years, back and forth, each time it is read.
const {now} = Date;
const jump = () => (Math.random() - 0.5) * 20 * 365.25 * 86_400_000;
Date.now = () => now() + jump();
const Real = Date;
globalThis.Date = new Proxy(Real, {
  construct: (target, args) => (args.length === 0 ? new target(now() + jump()) : new target(...args)),
});
