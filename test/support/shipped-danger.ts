// What is learnt of danger from the shipped examples and the shipped city; a few seconds the first time on a machine.
import type { ReadSigns } from '../../bot/contracts/talk/danger'
import { silentLogger } from '../../bot/contracts/basics/logger'
import { listenForDanger } from '../../bot/stages/emergency/listen-for-danger'
import { testCache } from './load-for-tests'
import { shippedContent } from './test-bot'

export async function shippedSigns(): Promise<ReadSigns> {
  const content = await shippedContent()
  const listener = listenForDanger({
    content: () => content,
    cacheDirectory: testCache('danger'),
    logger: silentLogger,
    learnAfterMs: 0,
  })
  await listener.learn()
  return listener.readSigns
}
