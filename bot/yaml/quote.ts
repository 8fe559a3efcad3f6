// Puts a text into quotes, as the machine fixes do.

/** Double quotes, or single ones around a text that has double ones and no apostrophe; escaped where neither will do. */
export const quote = (text: string): string =>
  text.includes('"') && !/['\n]/.test(text) ? `'${text}'` : `"${text.replace(/["\\]/g, '\\$&')}"`
