// Half Markdown: what was meant as a mark, and what would vanish or show up raw.
import { linkForm, type Fault } from './markdown-fault'

/** Marks that the parser found no use for, so that the reader would see them as they are. */
const leftovers = [
  {
    pattern: /\]\s?\(\S*|\]\[\S*/,
    code: 'T041',
    sv: 'länken är inte hel',
    en: 'the link is not whole',
    hint: linkForm,
  },
  {
    pattern: /(?:https?:\/\/|www\.)\S+/i,
    code: 'T041',
    sv: 'webbadressen saknar länktext',
    en: 'the web address has no link text',
    hint: linkForm,
  },
  {
    pattern: /\*\*|__/,
    code: 'T042',
    sv: 'den feta texten börjar eller slutar aldrig',
    en: 'the bold text never begins or never ends',
    hint: {
      sv: 'Skriv **ord** utan mellanslag innanför stjärnorna.',
      en: 'Write **words** without spaces inside the stars.',
    },
  },
] as const

/** The first mark in a text of the parser's that was meant to be a link or bold text. `offset`: where the text stands. */
export function leftoverFaults(text: string, offset: number): Fault[] {
  for (const { pattern, ...fault } of leftovers) {
    const match = pattern.exec(text)
    if (match !== null) {
      const start = offset + match.index
      return [{ ...fault, start, end: start + match[0].length }]
    }
  }
  return []
}

/** What the parser turns into something else without a trace in its tokens. */
const hidden = [
  {
    pattern: /&(?:#\d+|#x[\da-f]+|[a-z]\w*);/gi,
    sv: 'tecknet är skrivet som en kod',
    en: 'the character is written as a code',
    hint: { sv: 'Skriv själva tecknet.', en: 'Write the character itself.' },
  },
  {
    pattern: /\\[!-/:-@[-`{-~]/g,
    sv: 'ett omvänt snedstreck visas för läsaren',
    en: 'a backslash is shown to the reader',
    hint: { sv: 'Ta bort snedstrecket.', en: 'Remove the backslash.' },
  },
  {
    pattern: /[\u00AD\u200B\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF\u{E0000}-\u{E007F}]+/gu,
    sv: 'här står ett tecken som inte syns',
    en: 'here stands a character that cannot be seen',
    hint: { sv: 'Radera det och skriv om ordet.', en: 'Delete it and type the word again.' },
  },
  {
    // As a word processor writes them.
    pattern: /(?<=^[ \t]*)[•·●○◦∙▪‣–—](?=[ \t\u00A0]+\S)/gm,
    sv: 'tecknet börjar ingen lista och visas som det är',
    en: 'the sign begins no list and is shown as it is',
    hint: {
      sv: 'Skriv ett bindestreck och ett mellanslag först på raden: - ord.',
      en: 'Write a hyphen and a blank first on the line: - words.',
    },
  },
  {
    pattern: /(?<=^ {0,3})#{1,6}[^\s#].*$/gm,
    sv: 'raden blir ingen rubrik och visas som den är',
    en: 'the line becomes no heading and is shown as it is',
    hint: {
      sv: 'Skriv rubriken som fet text på en egen rad: **Så gör du**.',
      en: 'Write the heading as bold text on a line of its own: **What to do**.',
    },
  },
  {
    pattern: /^ {0,3}\[[^\]\n]+\]:.*$/gm,
    sv: 'länkens adress står för sig',
    en: 'the address of the link stands apart',
    hint: linkForm,
  },
] as const

export const hiddenFaults = (text: string): Fault[] =>
  hidden.flatMap(({ pattern, ...fault }) =>
    [...text.matchAll(pattern)].map((match): Fault => ({
      ...fault,
      code: 'T042',
      start: match.index,
      end: match.index + match[0].length,
    })),
  )
