// First of all: the text as it was meant. Composed letters, no hidden characters.
import { goOn, type Stage } from '../turn/turn'

/** Control, zero-width, bidirectional-override and tag characters: they hide words from people, not from programs. */
const hidden =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF\u{E0000}-\u{E007F}]/gu

/** The digits of Arabic and of Persian keyboards. */
const easternDigits = /[\u0660-\u0669\u06F0-\u06F9]/gu
/** The last four bits of each are its value. */
const toWestern = (digit: string): string => String(digit.charCodeAt(0) & 0xf)

/**
 * Without hidden characters, and only then in NFC, for one may stand between a letter and its mark. White space is folded;
 * line breaks stay. Digits are those of all the rest of the house. Zero-width joiners stay: scripts need them.
 */
export const cleanText = (text: string): string =>
  text
    .replace(hidden, '')
    .normalize('NFC')
    .replace(easternDigits, toWestern)
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()

export const cleanInput: Stage = (turn) => {
  const { content } = turn.message
  if (content.kind === 'choice') return goOn({ ...turn, text: cleanText(content.label) })
  const written = content.kind === 'feedback' ? content.reason : content.kind === 'text' ? content.text : ''
  return goOn({ ...turn, text: cleanText(written ?? '') })
}
