// The file a resident saves: it is read in an editor, where marks are only in the way.
import { begin, call, inRoom, post } from '../../support/direct-line-client'
import { startTestServer, type TestServer } from '../../support/web-chat-server'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

it('has replies without marks and what the resident wrote exactly as written', async () => {
  const talk = await begin(server)
  const text = '**Storgatan 12\\_B** [läs](https://example.se/sopor)'
  await post(server, talk, { type: 'message', text })
  await server.chat.close()
  const saved = await call(server, 'GET', inRoom(talk, '/transcript'), { token: talk.token })
  expect(saved.text.split('\r\n').filter((line) => line.includes('Storgatan'))).toEqual([
    text,
    'Du skrev: Storgatan 12\\_B läs https://example.se/sopor',
  ])
})
