// What the city decides of its home care visits.

/** All times in minutes. */
export interface HomeCarePolicy {
  /** Id of the department that relatives ring. */
  readonly department: string
  /** After the end of a visit's window, before its unit is told that nothing is registered. */
  readonly graceMinutes: number
  /** After that, before relatives are told. */
  readonly relativeMinutes: number
  /** Without a word from the planning system so long, nothing is concluded from its silence. */
  readonly silentMinutes: number
  /** What happens within so long of each other is told in one text; two minutes when not given. */
  readonly gatherMinutes?: number
  /** Minute of the day at which those who wish one text a day get it; 19.30 when not given. */
  readonly summaryMinute?: number
}
