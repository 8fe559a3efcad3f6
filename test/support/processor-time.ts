// How long a piece of work keeps the processor, whatever machine it is and whatever else that does meanwhile.

const words = JSON.stringify(Array.from({ length: 20_000 }, (_, n) => `word ${n}`))
/** What the yardstick takes on two cores of a rented machine in an hour in which nobody else is on it. */
const yardstickMs = 9

/** A known piece of work of the kinds that tests measure: text is read, taken apart and counted, and garbage is left. */
function layYardstick(): void {
  const counts = new Map<string, number>()
  for (const text of JSON.parse(words) as string[])
    for (const part of text.match(/\w/g) ?? []) counts.set(part, (counts.get(part) ?? 0) + 1)
  if (counts.size === 0) throw new Error('the yardstick measured nothing')
}

function spentMs(begun: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(begun)
  return (user + system) / 1000
}

function spentOn(work: () => void): number {
  const begun = process.cpuUsage()
  work()
  return spentMs(begun)
}

/** How many times slower than an ordinary one this machine is at the moment. */
function slownessNow(): number {
  const tries = [1, 2, 3].map(() => spentOn(layYardstick))
  return Math.min(...tries) / yardstickMs
}

/**
 * Milliseconds of processor time that `work` takes in this process on a machine of ordinary speed. What waits for others is not
 * counted, and the speed of this machine is measured beside the work: a rented one is half as fast from one hour to the next.
 * @param enough less than that is told as it was, without measuring the machine, which takes longer than most of what is measured
 */
export function processorMs(work: () => void, enough = 0): number {
  if (enough > 0) {
    const spent = spentOn(work)
    if (spent < enough) return spent
  }
  const slowness = slownessNow()
  const spent = spentOn(work)
  return spent / Math.max(slowness, slownessNow())
}

/** The same for work that takes turns with others of this process, whose time is counted too. */
export async function processorMsOf(work: () => Promise<unknown>): Promise<number> {
  const slowness = slownessNow()
  const begun = process.cpuUsage()
  await work()
  return spentMs(begun) / Math.max(slowness, slownessNow())
}

/** The longest time of those in which, at most, nothing else came to its turn in this process; measured in the same way. */
export async function longestStandstillMs(work: () => Promise<unknown>): Promise<number> {
  const slowness = slownessNow()
  let longest = 0
  let last = process.cpuUsage()
  const timer = setInterval(() => {
    longest = Math.max(longest, spentMs(last))
    last = process.cpuUsage()
  }, 5)
  await work()
  clearInterval(timer)
  return longest / Math.max(slowness, slownessNow())
}
