// A turn on the screen, and a typed line as what the resident meant by it.
import { createInterface } from 'node:readline/promises'
import type { Channel, MessageContent } from '../../bot/contracts/talk/message'
import type { Suggestion } from '../../bot/contracts/talk/reply'
import { toPlainText } from '../../bot/text/plain-text'
import type { TerminalTurn } from './terminal-bot'

/**
 * Prints what the resident got; gives the suggestions that a number on the next line taps. Over SMS there are none: the options
 * stand in the text, and the bot reads the number.
 */
export function printTurn({ replies, outcome }: TerminalTurn, channel: Channel): readonly Suggestion[] {
  for (const { text, sources } of replies) {
    console.log(`\n${toPlainText(text)}`)
    for (const { title, url, reviewed } of sources) console.log(`  ↳ ${title} ${url} (${reviewed})`)
  }
  const suggestions = channel === 'sms' ? [] : (replies.at(-1)?.suggestions ?? [])
  suggestions.forEach(({ label }, index) => {
    console.log(`  ${index + 1}. ${label}`)
  })
  console.log(`  · ${outcome}`)
  return suggestions
}

/** What is typed, line by line, until an empty one or the end. What comes before the first is asked for would be lost. */
export async function* typedLines(): AsyncGenerator<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout, prompt: '\n> ' })
  let isOpen = true
  terminal.once('close', () => {
    isOpen = false
  })
  // Piped lines are still read after their end, when nobody is there to be prompted: from Node 24 on that is an error.
  const prompt = (): void => {
    if (isOpen) terminal.prompt()
  }
  prompt()
  try {
    for await (const line of terminal) {
      if (line.trim() === '') return
      yield line.trim()
      prompt()
    }
  } finally {
    terminal.close()
  }
}

/** `bild: lampa.jpg` and `fil: intyg.pdf` send a file: gives its path. */
export const sentPath = (line: string): string | undefined =>
  /^(?:bild|fil|photo|file):\s*(.+)$/i.exec(line)?.[1]?.trim()

export function toContent(line: string, suggestions: readonly Suggestion[]): MessageContent {
  const tapped = /^\d{1,2}$/.test(line) ? suggestions[Number(line) - 1] : undefined
  return tapped === undefined
    ? { kind: 'text', text: line }
    : { kind: 'choice', choice: tapped.choice, label: tapped.label }
}
