// What a department's system sends for a resident to read.

/** Signs that are not to be seen, and halves of signs, as where a text was cut in the middle of an emoji. Not the two joiners: Persian is written with one, and people and flags of emoji with the other. */
const hidden = /(?![\n\u200C\u200D])[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}]/gu
const onlyJoiners = /^[\s\u200C\u200D]*$/

/** In composed letters, with one kind of line end and single blanks; empty where there is nothing to see. */
export function readableText(text: string): string {
  const readable = text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\S\n]+/g, ' ')
    .replace(hidden, '')
    .normalize('NFC')
    .trim()
  return onlyJoiners.test(readable) ? '' : readable
}
