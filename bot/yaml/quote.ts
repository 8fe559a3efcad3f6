// Puts a text into quotes, as the machine fixes do.

/** Double quotes, with the two characters escaped that mean something inside them. */
export const quote = (text: string): string => `"${text.replace(/["\\]/g, '\\$&')}"`
