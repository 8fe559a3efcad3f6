// Phone numbers as everything in here keeps them: E.164, `+46701234567`.
export const isE164 = (value: unknown): value is string =>
  typeof value === 'string' && /^\+\d{6,15}$/.test(value)
