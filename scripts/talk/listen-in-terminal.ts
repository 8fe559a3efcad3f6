// The ear for signs of danger that the server has, for tools of the command line: learnt before the first message, then kept.
import type { Content } from '../../bot/content/content'
import type { ReadSigns } from '../../bot/contracts/talk/danger'
import { silentLogger } from '../../bot/contracts/basics/logger'
import { listenForDanger } from '../../bot/stages/emergency/listen-for-danger'
import { dangerFolder } from '../../main/learn-at-build'
import { terminalCache } from './terminal-cache'

/** Takes some ten seconds where neither the build nor a tool has learnt them for this content. What fails is told on stderr, as the server logs it. */
export async function listenInTerminal(content: Content): Promise<ReadSigns> {
  const listener = listenForDanger({
    content: () => content,
    cacheDirectory: dangerFolder(terminalCache()),
    logger: {
      ...silentLogger,
      warn: (_, message) => {
        console.error(message)
      },
    },
    learnAfterMs: 0,
  })
  await listener.learn()
  return listener.readSigns
}
