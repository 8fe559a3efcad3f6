// A conversation as plain text, to keep or to show somebody: when, who, what.
import type { Language } from '../../bot/contracts/talk/language'
import type { InboundMessage } from '../../bot/contracts/talk/message'
import type { SoundLine, TranscriptLine } from '../../bot/contracts/store/store'
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
  readonly cut: string
}

const words = {
  sv: {
    title: (city: string) => `Ditt samtal med ${city}`,
    you: 'Du',
    source: 'Källa',
    language: 'Du valde språk',
    helpful: 'Du tyckte att svaret hjälpte',
    unhelpful: 'Du tyckte inte att svaret hjälpte',
    cut: 'Meddelandet var för långt, så resten av det är inte sparat',
  },
  en: {
    title: (city: string) => `Your conversation with ${city}`,
    you: 'You',
    source: 'Source',
    language: 'You chose the language',
    helpful: 'You found the answer helpful',
    unhelpful: 'You did not find the answer helpful',
    cut: 'The message was too long, so the rest of it was not kept',
  },
} as const satisfies Record<string, Words>

function residentText({ content }: InboundMessage, say: Words): string | undefined {
  switch (content.kind) {
    case 'text':
      return content.cut === true ? `${content.text}\n[${say.cut}]` : content.text
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

/** The head, and behind it what `of` gives for each page of lines in order. CRLF ends of line, which every editor shows right. */
export interface TranscriptText {
  readonly head: string
  readonly of: (lines: readonly TranscriptLine[]) => string
}

export function createTranscriptText({
  cityName,
  timeZone,
  language,
  toPlainText,
}: TranscriptTextOptions): TranscriptText {
  const say: Words = words[wordedLanguage(language)]
  // The Swedish form is ISO 8601 with a space, and so readable in every language.
  const time = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' })
  const entry = (line: TranscriptLine): string => {
    if (line.author === 'damaged') return `\n${cityName}:\n[${lostLineText(language)}]\n`
    const text = lineText(line, say, toPlainText)
    if (text === undefined) return ''
    const who = line.author === 'resident' ? say.you : (line.reply.person?.name ?? cityName)
    return `\n${time.format(new Date(line.at))}  ${who}:\n${text}\n`
  }
  const toFile = (text: string): string => text.replace(/\r?\n/g, '\r\n')
  return {
    head: toFile(`${say.title(cityName)}\n`),
    of: (lines) => toFile(lines.map(entry).join('')),
  }
}
