// A notice may come at any moment of a push, and is never lost.
import { WebSocket } from 'ws'
import { createLinePusher } from '../../../adapters/web-chat/line-pusher'
import { silentLogger } from '../../../bot/contracts/basics/logger'

/** After so many steps of the runtime, all of them before anything else is done. */
async function afterSteps(steps: number): Promise<void> {
  for (let step = 0; step < steps; step += 1) await Promise.resolve()
}

test.each([0, 1, 2, 3, 4, 5, 6, 7, 8])(
  'a notice %i steps after the last look makes it look once more',
  async (steps) => {
    let [looks, notices] = [0, 0]
    const pusher = createLinePusher(
      { readyState: WebSocket.OPEN } as never,
      {
        position: () => 0,
        next: () => {
          looks += 1
          if (notices === 0) {
            notices = 1
            void afterSteps(steps).then(pusher.wake)
          }
          return Promise.resolve(undefined)
        },
      },
      silentLogger,
    )
    pusher.wake()
    await new Promise(setImmediate)
    expect(looks).toBe(2)
  },
)
