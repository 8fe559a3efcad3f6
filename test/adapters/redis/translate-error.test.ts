// What Redis says, in the house's words, whichever version says it.
import { ReplyError } from 'ioredis'
import { createServer, type AddressInfo, type Socket } from 'node:net'
import { translateError } from '../../../adapters/redis/translate-error'
import { openClient } from '../../../adapters/redis-client'

const words = "You can't write against a read only replica."
const inScript = `ERR Error running script (call to f_0d4c): @user_script:2: @user_script: 2: -READONLY ${words}`

test.each([
  ['a command', `READONLY ${words}`, 'store-read-only'],
  ['a script of Redis 7', `READONLY ${words} script: 0d4c, on @user_script:2.`, 'store-read-only'],
  ['a script of Redis 6', inScript, 'store-read-only'],
  ['a full Redis 6', inScript.replace('READONLY', 'OOM'), 'store-full'],
])('%s', (_, said, code) => {
  const error: Error = new (ReplyError as unknown as new (said: string) => Error)(said)
  expect(translateError(error)).toMatchObject({ code })
})

test('whoever is told so by a script looks anew for the primary, also where Redis 6 says it', async () => {
  const sockets: Socket[] = []
  const replica = createServer((socket) => {
    sockets.push(socket)
    socket.on('error', () => undefined)
    // Whatever a client asks at its beginning, that is enough of an answer.
    const answer = (asked: string) => (asked.includes('evalsha') ? `-${inScript}` : '$9\r\nloading:0')
    socket.on('data', (asked) => {
      const commands = asked
        .toString()
        .split(/^\*\d+\r\n/m)
        .slice(1)
      socket.write(commands.map((command) => `${answer(command)}\r\n`).join(''))
    })
  })
  await new Promise<void>((resolve) => replica.listen(0, '127.0.0.1', resolve))
  const client = openClient(`redis://127.0.0.1:${(replica.address() as AddressInfo).port}`, 2_000)
  client.on('error', () => undefined)
  const ready = () => new Promise((resolve) => client.once('ready', resolve))
  await ready()
  const again = ready()
  await expect(client.evalsha('0d4c', 0)).rejects.toThrow('READONLY')
  await again
  expect(sockets.length).toBeGreaterThan(1)
  client.disconnect()
  sockets.forEach((socket) => socket.destroy())
  await new Promise((resolve) => replica.close(resolve))
})
