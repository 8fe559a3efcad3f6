// A conversation as plain text, to keep or to show somebody: when, who, what.
import type { Language } from '../../bot/contracts/language'
import type { InboundMessage } from '../../bot/contracts/message'
import type { SoundLine, TranscriptLine } from '../../bot/contracts/store'
import { filesInWords } from './files-in-words'
import { lostLineText } from './lost-line'
import { wordedLanguage } from './page-language'

interface Words {
  readonly title: (city: string) => string
  readonly you: string
  readonly source: string
  readonly language: string
  readonly helpful: string
  readonly unhelpful: string
}

const words = {
  sv: {
    title: (city: string) => `Ditt samtal med ${city}`,
    you: 'Du',
    source: 'Källa',
    language: 'Du valde språk',
    helpful: 'Du tyckte att svaret hjälpte',
    unhelpful: 'Du tyckte inte att svaret hjälpte',
  },
  en: {
    title: (city: string) => `Your conversation with ${city}`,
    you: 'You',
    source: 'Source',
    language: 'You chose the language',
    helpful: 'You found the answer helpful',
    unhelpful: 'You did not find the answer helpful',
  },
} as const satisfies Record<string, Words>

function residentText({ content }: InboundMessage, say: Words): string | undefined {
  switch (content.kind) {
    case 'text':
      return content.text
    case 'choice':
      return content.label
    case 'language':
      return `[${say.language}: ${content.language}]`
    case 'feedback':
      return `[${content.helpful ? say.helpful : say.unhelpful}${content.reason ? `: ${content.reason}` : ''}]`
    case 'upload':
      return content.files.length === 0
        ? undefined
        : `[${filesInWords(content.files, say === words.en ? 'en' : 'sv')}]`
    case 'damaged':
    case 'arrival':
    case 'house':
      return undefined
  }
}

function lineText(
  line: SoundLine,
  say: Words,
  toPlainText: (markdown: string) => string,
): string | undefined {
  if (line.author === 'resident') return residentText(line.message, say)
  const sources = line.reply.sources.map(({ title, url }) => `${say.source}: ${title}, ${url}`)
  const { person, text } = line.reply
  return [toPlainText(person?.text ?? text), ...sources].join('\n')
}

export interface TranscriptTextOptions {
  readonly cityName: string
  readonly timeZone: string
  /** Of the conversation. */
  readonly language: Language
  /** Takes the marks off a reply. */
  readonly toPlainText: (markdown: string) => string
}

/** @returns UTF-8 text with CRLF ends of line, which every editor on every system shows right. */
export function renderTranscript(
  lines: readonly TranscriptLine[],
  { cityName, timeZone, language, toPlainText }: TranscriptTextOptions,
): string {
  const say: Words = words[wordedLanguage(language)]
  // The Swedish form is ISO 8601 with a space, and so readable in every language.
  const time = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' })
  const entries = lines.flatMap((line) => {
    if (line.author === 'damaged') return [`${cityName}:\n[${lostLineText(language)}]\n`]
    const text = lineText(line, say, toPlainText)
    if (text === undefined) return []
    const who = line.author === 'resident' ? say.you : (line.reply.person?.name ?? cityName)
    return [`${time.format(new Date(line.at))}  ${who}:\n${text}\n`]
  })
  return [say.title(cityName), '', ...entries].join('\n').replace(/\r?\n/g, '\r\n')
}
