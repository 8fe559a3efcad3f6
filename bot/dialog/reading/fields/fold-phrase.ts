// A start phrase as it is compared with others.

/** Letters and digits only, so that "Hej!" and "hej" count as one. */
export const foldPhrase = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
