// Files over real HTTP: what is taken, and that of everything else nothing is kept.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { join } from 'node:path'
import { createFileShelf } from '../../../adapters/file-shelf'
import { toConversationId } from '../../../bot/contracts/talk/ids'
import { begin, call, inRoom, poll, type Talk } from '../../support/direct-line-client'
import { pdf, phonePicture, pixelBomb, pngPicture } from '../../support/pictures'
import { startTestServer, type TestServer } from '../../support/web-chat-server'

let server: TestServer
let talk: Talk
let photo: Buffer
beforeAll(async () => {
  server = await startTestServer()
  photo = await phonePicture()
})
beforeEach(async () => {
  talk = await begin(server)
})
afterAll(() => server.stop())

interface Part {
  readonly bytes: Buffer
  readonly name?: string
  readonly type?: string
}
const hello = { type: 'message', locale: 'en-GB', channelData: { clientActivityID: 'a1' } }
const activityPart = (activity: object) =>
  new Blob([JSON.stringify(activity)], { type: 'application/vnd.microsoft.activity' })

async function send(
  parts: readonly Part[],
  {
    activity = hello,
    token = talk.token,
    to = talk,
    at = server,
    headers = {},
  }: {
    activity?: object
    token?: string
    to?: Talk
    at?: TestServer
    headers?: Record<string, string>
  } = {},
) {
  const form = new FormData()
  form.append('activity', activityPart(activity))
  for (const { bytes, name = 'IMG_0001.jpg', type = 'image/jpeg' } of parts)
    form.append('file', new Blob([new Uint8Array(bytes)], { type }), name)
  return answerOf(
    await fetch(at.url + inRoom(to, '/upload?userId=x'), {
      method: 'POST',
      headers: { ...headers, authorization: `Bearer ${token}` },
      body: form,
    }),
  )
}

async function answerOf(response: Response) {
  const { id, error } = (await response.json()) as {
    id?: string
    error?: { code: string; message: string; said?: string }
  }
  return { status: response.status, id, code: error?.code, said: error?.said }
}

const raw = async (body: string, contentType: string) =>
  answerOf(
    await fetch(server.url + inRoom(talk, '/upload'), {
      method: 'POST',
      headers: { authorization: `Bearer ${talk.token}`, 'content-type': contentType },
      body,
    }),
  )

const filesOf = ({ id }: Talk): readonly string[] => {
  const key = Buffer.from(id).toString('hex')
  return ['quarantine', 'files'].flatMap((kept) => {
    try {
      return readdirSync(join(server.files, kept, key))
    } catch {
      return []
    }
  })
}
const lines = () => server.store.linesAfter(toConversationId(talk.id), 0, 50)
const contents = async () =>
  (await lines()).flatMap((line) => (line.author === 'resident' ? [line.message.content] : []))
const uploads = async () =>
  (await lines()).flatMap((line) =>
    line.author === 'resident' && line.message.content.kind === 'upload' ? [line.message.content.files] : [],
  )

describe('a message with files', () => {
  it('is received as what names them, and echoed in the words of the resident', async () => {
    const { status, id } = await send([{ bytes: photo }, { bytes: await pngPicture() }])
    expect([status, typeof id]).toEqual([200, 'string'])
    const [files] = await uploads()
    expect(files).toMatchObject([
      { kind: 'photo', width: 600, height: 800 },
      { kind: 'photo', width: 300, height: 200 },
    ])
    expect([...filesOf(talk)].sort()).toEqual(files?.map(({ file }) => `${file}.jpg`).sort())
    expect(JSON.stringify(await lines())).not.toContain('IMG_0001')
    const { body } = await poll(server, talk)
    expect(body.activities.find((each) => each.id === id)).toMatchObject({
      type: 'message',
      text: '2 pictures',
    })
  })

  it('sent twice keeps its file once', async () => {
    const [first, second] = [await send([{ bytes: pdf }]), await send([{ bytes: pdf }])]
    expect(second.id).toBe(first.id)
    expect([(await uploads()).length, filesOf(talk).length]).toEqual([1, 1])
  })

  it('with words beside them is two messages: the files, then the words', async () => {
    await send([{ bytes: pdf }], { activity: { ...hello, text: 'här är ritningen' } })
    expect((await contents()).slice(1)).toMatchObject([
      { kind: 'upload' },
      { kind: 'text', text: 'här är ritningen' },
    ])
  })

  const cry = { ...hello, text: 'hjälp det brinner' }

  it('beside a cry for help waits behind it: the advice comes before what is said of the files', async () => {
    const [first, second] = [
      await send([{ bytes: photo }], { activity: cry }),
      await send([{ bytes: photo }], { activity: cry }),
    ]
    expect([first.status, second]).toEqual([200, first])
    expect((await contents()).slice(1)).toMatchObject([
      { kind: 'text', text: 'hjälp det brinner' },
      { kind: 'upload' },
    ])
    expect(filesOf(talk)).toHaveLength(1)
    const { body } = await poll(server, talk)
    expect(body.activities.find((each) => each.id === first.id)?.text).toBe('hjälp det brinner')
  })

  it('that is refused takes no cry for help beside it along', async () => {
    const html = { bytes: Buffer.from('<!doctype html>') }
    expect((await send([html], { activity: cry })).status).toBe(415)
    expect((await contents()).slice(1)).toMatchObject([{ kind: 'text', text: 'hjälp det brinner' }])
    expect(filesOf(talk)).toEqual([])
  })

  it('goes with its conversation when the resident erases it', async () => {
    await send([{ bytes: pdf }])
    expect(filesOf(talk)).toHaveLength(1)
    await fetch(server.url + inRoom(talk), {
      method: 'DELETE',
      headers: { authorization: `Bearer ${talk.token}` },
    })
    expect(filesOf(talk)).toEqual([])
  })

  it('goes when the resident asks again after the disk had not let go of it', async () => {
    const folder = join(server.files, 'files', Buffer.from(talk.id).toString('hex'))
    mkdirSync(join(server.files, 'files'), { recursive: true })
    writeFileSync(folder, 'no folder')
    const erase = () => call(server, 'DELETE', inRoom(talk), { token: talk.token })
    expect([(await erase()).status, (await erase()).status]).toEqual([500, 500])
    expect((await poll(server, talk)).status).toBe(404)
    rmSync(folder)
    mkdirSync(folder)
    writeFileSync(join(folder, `${'0'.repeat(32)}.pdf`), pdf)
    expect((await erase()).status).toBe(204)
    expect(filesOf(talk)).toEqual([])
    expect((await erase()).status).toBe(404)
  })

  it('stays for the case that shows it when the resident erases the conversation', async () => {
    await send([{ bytes: photo }, { bytes: pdf }])
    const [files = []] = await uploads()
    const id = toConversationId(talk.id)
    const shelf = createFileShelf({ directory: server.files, maxBytes: 1_000_000 })
    await shelf.keep(id, files)
    const holder = { collection: 'case', id: 'F-2026-000001' } as const
    await shelf.hold(id, files.slice(0, 1), holder)
    await server.store.putRecord({ ...holder, value: 1, conversationId: id })
    const { status } = await call(server, 'DELETE', inRoom(talk), { token: talk.token })
    expect([status, filesOf(talk).filter((name) => !name.endsWith('.held'))]).toEqual([
      200,
      [`${files[0]?.file}.jpg`],
    ])
  })

  it('has room for twenty files in a conversation', async () => {
    for (let message = 0; message < 7; message += 1)
      await send([{ bytes: pdf }, { bytes: pdf }, { bytes: pdf }], {
        activity: { ...hello, channelData: { clientActivityID: `m${message}` } },
      })
    expect(filesOf(talk)).toHaveLength(21)
    expect(await send([{ bytes: pdf }])).toMatchObject({ status: 400, code: 'TooManyFiles' })
  })
})

describe('is refused with its reason, and nothing is kept:', () => {
  const html = Buffer.from('<!doctype html><script>alert(document.domain)</script>')
  const jpegHead = Buffer.from([0xff, 0xd8, 0xff, 0xe0])
  const refused: readonly (readonly [
    string,
    () => Promise<readonly Part[]> | readonly Part[],
    number,
    string,
  ])[] = [
    ['a page named as a picture', () => [{ bytes: html }], 415, 'FileTypeNotAccepted'],
    ['an SVG', () => [{ bytes: Buffer.from('<svg/>'), type: 'image/svg+xml' }], 415, 'FileTypeNotAccepted'],
    [
      'a page behind the mark of a JPEG',
      () => [{ bytes: Buffer.concat([jpegHead, html]) }],
      422,
      'FileDamaged',
    ],
    ['a picture cut in the middle', () => [{ bytes: photo.subarray(0, 9_000) }], 422, 'FileDamaged'],
    ['a bomb of pixels', async () => [{ bytes: await pixelBomb() }], 413, 'FileTooLarge'],
    ['a zip', () => [{ bytes: Buffer.from('PK\u0003\u0004'), name: 'a.pdf' }], 415, 'FileTypeNotAccepted'],
    ['no bytes', () => [{ bytes: Buffer.alloc(0) }], 400, 'FileEmpty'],
    ['too many bytes', () => [{ bytes: Buffer.concat([pdf, Buffer.alloc(1_000_000)]) }], 413, 'FileTooLarge'],
    ['too many files', () => Array.from({ length: 4 }, () => ({ bytes: pdf })), 400, 'TooManyFiles'],
    ['a flood of files', () => Array.from({ length: 60 }, () => ({ bytes: pdf })), 400, 'TooManyFiles'],
    ['one good and one bad', () => [{ bytes: pdf }, { bytes: html }], 415, 'FileTypeNotAccepted'],
    ['no file', () => [], 400, 'BadArgument'],
  ]
  it.each(refused)('%s', async (_, parts, status, code) => {
    expect(await send(await parts())).toMatchObject({ status, code })
    expect([filesOf(talk), await uploads()]).toEqual([[], []])
  })

  it('in the words of the city, in the language of the activity', async () => {
    expect((await send([{ bytes: html }])).said).toBe('en: wrong-type')
    expect((await send([{ bytes: html }], { activity: { type: 'message' } })).said).toBe('sv: wrong-type')
  })

  it.each<[string, string, string, number]>([
    [
      'no activity',
      'multipart/form-data; boundary=x',
      '--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\n%PDF-1.4 %%EOF\r\n--x--\r\n',
      400,
    ],
    [
      'an activity that is none',
      'multipart/form-data; boundary=x',
      '--x\r\nContent-Disposition: form-data; name="activity"\r\n\r\n[1]\r\n--x--\r\n',
      400,
    ],
    [
      'no end',
      'multipart/form-data; boundary=x',
      '--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\n%PDF-1.4',
      400,
    ],
    [
      'a name with nothing in it',
      'multipart/form-data; boundary=x',
      '--x\r\nContent-Disposition: form-data; name="file"; filename="a\u0000"\r\n\r\n%PDF-1.4\r\n--x--\r\n',
      400,
    ],
    ['no boundary', 'multipart/form-data', 'x', 400],
    ['a picture without an envelope', 'image/png', 'x', 415],
  ])('%s', async (_, type, body, status) => {
    expect((await raw(body, type)).status).toBe(status)
    expect([filesOf(talk), await uploads()]).toEqual([[], []])
  })

  it.each(['../../../evil.jpg', 'C:\\evil.jpg', `${'x'.repeat(900)}.jpg`])(
    'never the name %j, which is not used',
    async (name) => {
      expect((await send([{ bytes: photo, name }])).status).toBe(200)
      expect(filesOf(talk)).toEqual([expect.stringMatching(/^[0-9a-f]{32}\.jpg$/)])
    },
  )

  it('a wrong token, and that of another conversation', async () => {
    const other = await begin(server)
    expect(await send([{ bytes: pdf }], { token: 'nonsense' })).toMatchObject({
      status: 403,
      code: 'BadToken',
    })
    expect(await send([{ bytes: pdf }], { token: other.token })).toMatchObject({
      status: 403,
      code: 'BadToken',
    })
    expect([...filesOf(talk), ...filesOf(other)]).toEqual([])
  })

  it('one whose sender goes away in the middle', async () => {
    const socket = beginSlowly(server, talk)
    socket.write(photo.subarray(0, 20_000))
    await until(() => filesOf(talk).length > 0)
    socket.destroy()
    await until(() => filesOf(talk).length === 0)
    expect(await uploads()).toEqual([])
  })
})

describe('uploads that come slowly', () => {
  const bounds = { runningUploads: 5, runningUploadsPerAddress: 4, uploadMs: 600 }
  let hurried: TestServer
  beforeAll(async () => {
    hurried = await startTestServer({ trustProxy: 1, options: { bounds } })
  })
  afterAll(() => hurried.stop())
  const from = (address: string) => ({ at: hurried, headers: { 'x-forwarded-for': address } })

  it('take the room of nobody at another address, and of their own for a while only', async () => {
    const [slow, neighbour, stranger] = [await begin(hurried), await begin(hurried), await begin(hurried)]
    const sockets = [slow, slow, slow, neighbour, neighbour, neighbour].map((each) =>
      beginSlowly(hurried, each, 'X-Forwarded-For: 192.0.2.1\r\n'),
    )
    const heard = sockets.map(hear)
    await new Promise((resolve) => setTimeout(resolve, 200))
    const there = { to: stranger, token: stranger.token }
    expect(await send([{ bytes: pdf }], { ...there, ...from('192.0.2.2') })).toMatchObject({ status: 200 })
    const late = { to: neighbour, token: neighbour.token, ...from('192.0.2.1') }
    expect((await send([{ bytes: pdf }], late)).status).toBe(429)
    await until(() => heard.filter(({ text }) => text.includes('HTTP/1.1 422')).length === 4)
    expect(heard.find(({ text }) => text.includes('422'))?.text).toMatch(/UploadTooSlow.*sv: too-slow/)
    expect(await send([{ bytes: pdf }], late)).toMatchObject({ status: 200 })
    sockets.forEach((each) => each.destroy())
  })

  it('are told so in the language of their activity, and nothing of them is kept', async () => {
    const slow = await begin(hurried)
    const socket = beginSlowly(hurried, slow, '', activityOf(hello))
    const heard = hear(socket)
    await until(() => heard.text.includes('en: too-slow'))
    const kept = await hurried.store.linesAfter(toConversationId(slow.id), 0, 50)
    expect(JSON.stringify(kept)).not.toContain('upload')
    socket.destroy()
  })

  const activityOf = (activity: object) =>
    `--x\r\nContent-Disposition: form-data; name="activity"\r\n\r\n${JSON.stringify(activity)}\r\n`
})

/** The head of an upload and of its first file; the rest does not come. */
function beginSlowly({ url }: TestServer, to: Talk, headers = '', parts = ''): Socket {
  const { hostname, port } = new URL(url)
  const socket = connect(Number(port), hostname)
  socket.write(
    `POST ${inRoom(to, '/upload')} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${to.token}\r\n` +
      `${headers}Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 90000\r\n\r\n` +
      `${parts}--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\n`,
  )
  return socket
}

function hear(socket: Socket): { text: string } {
  const heard = { text: '' }
  socket.on('data', (chunk) => (heard.text += chunk.toString('utf8')))
  socket.on('error', () => undefined)
  return heard
}

/** Looks again until it is so; the test's own timeout ends a wait in vain. */
async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setImmediate(resolve))
}
