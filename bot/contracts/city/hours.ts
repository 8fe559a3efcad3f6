// When the city or a department is open, and when it is quiet.

/** Minutes of a day, 0 to 1440. */
export interface OpenSpan {
  readonly from: number
  readonly to: number
}
export interface OpeningHours {
  /** Monday first, seven entries; an empty one is a closed day. */
  readonly week: readonly (readonly OpenSpan[])[]
  /** `2026-12-31` → spans that replace the week's and the red days'. */
  readonly exceptions: ReadonlyMap<string, readonly OpenSpan[]>
}

/** Minutes of the day in the city's zone; `to` before `from` is on the next day. */
export interface QuietTime {
  readonly from: number
  /** The first minute that is not quiet. */
  readonly to: number
}
