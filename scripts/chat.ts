// A talk with the bot in the terminal, as a resident on the web or over SMS would have it.
import { createInterface } from 'node:readline/promises'
import type { MessageContent } from '../bot/contracts/message'
import type { Suggestion } from '../bot/contracts/reply'
import { demandLanguage, readTerminalArguments } from './terminal-arguments'
import { openTerminalBot, type TerminalTurn } from './terminal-bot'

const usage = `Usage: npm run chat [-- --lang en] [--channel sms]

Write as a resident would. A number taps the suggestion with that number; an empty line or Ctrl-D ends the talk.`

function print({ replies, outcome }: TerminalTurn): readonly Suggestion[] {
  for (const { text, sources } of replies) {
    console.log(`\n${text}`)
    for (const { title, url, reviewed } of sources) console.log(`  ↳ ${title} ${url} (${reviewed})`)
  }
  const suggestions = replies.at(-1)?.suggestions ?? []
  suggestions.forEach(({ label }, index) => {
    console.log(`  ${index + 1}. ${label}`)
  })
  console.log(`  · ${outcome}`)
  return suggestions
}

function toContent(line: string, suggestions: readonly Suggestion[]): MessageContent {
  const tapped = /^\d{1,2}$/.test(line) ? suggestions[Number(line) - 1] : undefined
  return tapped === undefined
    ? { kind: 'text', text: line }
    : { kind: 'choice', choice: tapped.choice, label: tapped.label }
}

async function chat(): Promise<void> {
  const { channel, language } = readTerminalArguments(usage)
  const bot = await openTerminalBot()
  demandLanguage(bot.content, language)
  const talk = bot.newTalk({ channel, language })
  let suggestions = print(await talk.say({ kind: 'arrival' }))
  // Opened only now: lines that come before they are listened to would be lost.
  const terminal = createInterface({ input: process.stdin, output: process.stdout, prompt: '\n> ' })
  terminal.prompt()
  for await (const line of terminal) {
    if (line.trim() === '') break
    suggestions = print(await talk.say(toContent(line.trim(), suggestions)))
    terminal.prompt()
  }
  terminal.close()
  await bot.close()
}

chat().catch((error: unknown) => {
  console.error((error as Error).message)
  process.exitCode = 2
})
