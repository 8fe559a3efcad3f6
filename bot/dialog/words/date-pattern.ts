// One way to write a date: a regular expression with named groups, and what day the groups mean.

/** What a pattern makes of its groups. */
export interface ReadDays {
  /** Readings, likeliest first; with the fault `ambiguous` the days it may mean, in the order of the calendar. */
  readonly days: readonly string[]
  /** `vague`: a week or a weekend, of which these are the days. */
  readonly fault?: 'no-such-day' | 'ambiguous' | 'vague'
}

export type DateGroups = Readonly<Record<string, string | undefined>>

export interface DatePattern {
  readonly form: RegExp
  /** A day of the calendar, not "idag" or "på fredag". */
  readonly isExplicit: boolean
  /** Undefined where this is no date in the language. */
  readonly read: (groups: DateGroups, today: string, english: boolean) => ReadDays | undefined
}

/** @param form without lookarounds: it stands between letters and digits that belong to something else */
export const datePattern = (form: string, isExplicit: boolean, read: DatePattern['read']): DatePattern => ({
  form: new RegExp(`(?<![\\p{L}\\d])(?:${form})(?![\\p{L}\\d])`, 'giu'),
  isExplicit,
  read,
})

export const noSuchDay: ReadDays = { days: [], fault: 'no-such-day' }
