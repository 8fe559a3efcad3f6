// How long a piece of work keeps the processor, whatever else the machine does meanwhile.

/** Milliseconds of processor time that `work` took in this process; a busy machine makes it wait, not take longer. */
export function processorMs(work: () => void): number {
  const begun = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(begun)
  return (user + system) / 1000
}
