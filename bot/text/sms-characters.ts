// What a text is written with when it goes out by SMS: one character outside the GSM alphabet more than halves what a part holds.

/** What stands for a character that the GSM alphabet lacks. Letters of names and languages are never replaced. */
export const plainCharacters: Readonly<Record<string, string>> = {
  '–': '-',
  '—': '-',
  '−': '-',
  '…': '...',
  '\u00a0': ' ',
  '\u202f': ' ',
  '·': '-',
  '•': '-',
  '”': '"',
  '“': '"',
  '„': '"',
  '»': '"',
  '«': '"',
  '’': "'",
  '‘': "'",
  '´': "'",
  '`': "'",
  '½': '1/2',
  '¼': '1/4',
  '¾': '3/4',
  '×': 'x',
  '→': '->',
  '\t': ' ',
  '\u00ad': '',
}

const unplain = /[–—−…\u00a0\u202f·•”“„»«’‘´`½¼¾×→\t\u00ad]/gu

/** Composed letters (å as one character), plain marks, no blanks at line ends. */
export const toSmsCharacters = (text: string): string =>
  text
    .normalize('NFC')
    .replace(unplain, (mark) => plainCharacters[mark] ?? mark)
    .replace(/\r\n?/g, '\n')
    .replace(/[ ]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
