// Talks by chance over all dialogs, for hours if you like: no turn may throw, lose an answer, or repeat a write.
import { parseArgs } from 'node:util'
import { chanceOf } from './soak/chance'
import { soakBot } from './soak/soak-bot'
import { soakWalk } from './soak/soak-walk'
import { loadShippedContent } from './talk/terminal-bot'

const usage = `Usage: npm run dialogs:soak [-- --turns 100000] [--messages 2000] [--seed 1]

Plays random talks over all dialogs: answers, corrections, buttons old and new, nonsense, actions that fail, another language
in the middle, a file that is edited meanwhile. So many turns go straight through the walk, two talks at a time; so many
messages through a whole bot and its store, to two conversations at a time, with a process that dies and starts again. Ends
with 1 and the talk that did it when a turn throws, an answer is lost, a write is done twice, a message stays unanswered or
the transcript lacks a line.`

async function soak(): Promise<void> {
  const { values } = parseArgs({
    options: {
      turns: { type: 'string', default: '100000' },
      messages: { type: 'string', default: '2000' },
      seed: { type: 'string', default: '1' },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) {
    console.log(usage)
    return
  }
  const content = await loadShippedContent()
  const { size } = content.dialogs
  const tell = (count: number): void => console.error(`${count} …`)
  const walked = soakWalk(content, Number(values.turns), chanceOf(Number(values.seed)), tell)
  console.log(
    `${walked.turns} turns in ${walked.talks} talks over ${size} dialogs: nothing thrown, lost or done twice`,
  )
  const sent = await soakBot(content, Number(values.messages), chanceOf(Number(values.seed)), tell)
  console.log(
    `${sent.messages} messages through ${sent.processes} processes and ${sent.edits} edits: ` +
      'every one answered once, nothing thrown, lost or done twice',
  )
}

soak().catch((error: unknown) => {
  console.error((error as Error).message)
  console.error((error as Error).cause ?? '')
  process.exitCode = 1
})
