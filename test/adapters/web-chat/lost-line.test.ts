import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Libsql from 'libsql'
import { beginListening, call, inRoom, poll, post } from '../../support/direct-line-client'
import { startTestServer } from '../../support/web-chat-server'

test('a line that cannot be read does not take the conversation with it, and is told of in its place', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'dygnet-lost-'))
  const file = join(folder, 'dygnet.db')
  const server = await startTestServer({ file })
  const { talk, stream } = await beginListening(server)
  for (const text of ['m1', 'm2']) await post(server, talk, { type: 'message', text })
  await stream.until(5)
  stream.socket.close()

  const database = new Libsql(file)
  database.prepare('UPDATE line SET body = ? WHERE sequence = 3').run([Buffer.from('{"half')])
  database.close()

  const { status, body } = await poll(server, talk)
  expect(status).toBe(200)
  const texts = body.activities.map(({ text }) => text)
  expect(texts.filter((text) => text.includes('går inte att läsa'))).toHaveLength(1)
  expect(texts).toHaveLength(5)
  const saved = await call(server, 'GET', inRoom(talk, '/transcript'), { token: talk.token })
  expect(saved.text).toContain('[En del av samtalet går inte att läsa längre.')
  expect(saved.text).toContain('Du skrev: m2')
  await server.stop()
  rmSync(folder, { recursive: true })
})
