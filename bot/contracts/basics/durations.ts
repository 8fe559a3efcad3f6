// Spans of time in milliseconds. A day is one of 24 hours; those of the calendar, which may have 23 or 25, are counted in
// `bot/hours/`.

export const minuteMs = 60_000
export const hourMs = 60 * minuteMs
export const dayMs = 24 * hourMs
export const weekMs = 7 * dayMs
