/** Time that something takes: seconds, and CPU seconds of all threads of this process. */
export interface Spent {
  seconds: number;
  cpu: number;
}

/** Begins to measure. @returns what tells the time since */
export function startWatch(): () => Spent {
  const [start, before] = [performance.now(), process.cpuUsage()];
  return () => {
    const {user, system} = process.cpuUsage(before);
    return {seconds: (performance.now() - start) / 1000, cpu: (user + system) / 1e6};
  };
}
