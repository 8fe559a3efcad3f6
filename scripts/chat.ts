// A talk with the bot in the terminal, as a resident on the web or over SMS would have it.
import { demandLanguage, readTerminalArguments } from './talk/terminal-arguments'
import { trustingShelf } from './conversation-tests/sample-files'
import { openTerminalBot } from './talk/terminal-bot'
import { contentOfFile } from './talk/terminal-files'
import { printTurn, sentPath, toContent, typedLines } from './talk/terminal-lines'

const usage = `Så här: npm run chat [-- --lang en] [--channel sms]

Skriv som en invånare. En siffra trycker på valet med det numret, "bild: lampa.jpg" eller "fil: intyg.pdf" skickar en fil; en tom
rad eller Ctrl-D avslutar. Det som skickas kastas när samtalet är slut.

  --lang     språket som invånaren skriver: sv, eller ett annat av språken i dialogs/city.yaml
  --channel  web (om inget sägs) eller sms`

async function chat(): Promise<void> {
  const { channel, language } = readTerminalArguments(usage)
  const bot = await openTerminalBot({ shelf: trustingShelf, listens: true })
  demandLanguage(bot.content, language)
  const talk = bot.newTalk({ channel, language })
  let suggestions = printTurn(await talk.say({ kind: 'arrival' }), channel)
  for await (const line of typedLines()) {
    const path = sentPath(line)
    const content = path === undefined ? toContent(line, suggestions) : await contentOfFile(path)
    if (content === undefined) console.log(`\n${path} går inte att läsa som en bild eller pdf.`)
    else suggestions = printTurn(await talk.say(content), channel)
  }
  await bot.close()
}

chat().catch((error: unknown) => {
  console.error((error as Error).message)
  process.exitCode = 2
})
