// A talk with the bot in the terminal, as a resident on the web or over SMS would have it.
import { createInterface } from 'node:readline/promises'
import { demandLanguage, readTerminalArguments } from './terminal-arguments'
import { openTerminalBot } from './terminal-bot'
import { printTurn, toContent } from './terminal-lines'

const usage = `Usage: npm run chat [-- --lang en] [--channel sms]

Write as a resident would. A number taps the suggestion with that number; an empty line or Ctrl-D ends the talk.`

async function chat(): Promise<void> {
  const { channel, language } = readTerminalArguments(usage)
  const bot = await openTerminalBot()
  demandLanguage(bot.content, language)
  const talk = bot.newTalk({ channel, language })
  let suggestions = printTurn(await talk.say({ kind: 'arrival' }))
  // Opened only now: lines that come before they are listened to would be lost.
  const terminal = createInterface({ input: process.stdin, output: process.stdout, prompt: '\n> ' })
  terminal.prompt()
  for await (const line of terminal) {
    if (line.trim() === '') break
    suggestions = printTurn(await talk.say(toContent(line.trim(), suggestions)))
    terminal.prompt()
  }
  terminal.close()
  await bot.close()
}

chat().catch((error: unknown) => {
  console.error((error as Error).message)
  process.exitCode = 2
})
