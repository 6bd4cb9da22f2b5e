/** Times that hold on a machine with other things to do: what the processor spent, not what the clock shows. */

/** Begins to count; gives the seconds of processor time this process has taken since, all its threads together. */
export function processorClock(): () => number {
  const started = process.cpuUsage()
  return () => {
    const { user, system } = process.cpuUsage(started)
    return (user + system) / 1e6
  }
}
