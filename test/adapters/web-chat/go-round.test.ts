// Ten thousand sockets are gone round without anybody waiting for all of them.
import { goRound } from '../../../adapters/web-chat/go-round'

test('each socket is asked and looked after once, and others come in between', async () => {
  let woken = 0
  const seenBetween = new Set<number>()
  const look = setInterval(() => seenBetween.add(woken), 0)
  const socket = {
    probe: jest.fn(),
    wake: () => {
      woken += 1
      // As long as a look at a store on disk.
      for (const end = performance.now() + 0.05; performance.now() < end;);
    },
  }
  await goRound(Array.from({ length: 1_000 }, () => socket))
  clearInterval(look)
  expect(woken).toBe(1_000)
  expect(socket.probe).toHaveBeenCalledTimes(1_000)
  expect(seenBetween.size).toBeGreaterThan(5)
})
