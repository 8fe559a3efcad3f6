import { Readable } from 'node:stream'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createEmailDesk } from '../../../adapters/cases/email-desk'
import { createFileShelf } from '../../../adapters/file-shelf'
import type { FileShelf } from '../../../bot/contracts/store/file-shelf'
import { pngPicture } from '../../support/pictures'
import { caseWith, conversationId, describeDesk } from './desk-conformance'
import { startMailServer, type MailServer } from './mail-server'

const to = 'felanmalan@exempel.se'
const none = { read: () => Promise.resolve(undefined) }
const deskOf = (server: MailServer, shelf: Pick<FileShelf, 'read'> = none) =>
  createEmailDesk({
    smtpUrl: server.url,
    from: 'Dygnet <dygnet@exempel.se>',
    shelf,
    timeZone: () => 'Europe/Stockholm',
    departmentName: (id) => ({ avfall: 'Avfall' })[id] ?? id,
  })

const jsonOf = ({ read }: MailServer['letters'][number]) => {
  const attachment = read.attachments.find(({ mimeType }) => mimeType === 'application/json')
  return JSON.parse(Buffer.from(attachment!.content as ArrayBuffer).toString('utf8')) as {
    case: { number: string; status: string }
    event: { kind: string }
  }
}

describeDesk('email', async () => {
  const server = await startMailServer()
  const desk = deskOf(server)
  return {
    desk,
    to,
    taken: () =>
      server.letters.map((letter) => {
        const { case: told, event } = jsonOf(letter)
        return {
          number: told.number,
          status: told.status,
          event: event.kind,
          key: letter.read.messageId ?? '',
        }
      }),
    behave: (how) => {
      server.answer({ takes: 250, busy: 451, refuses: 550 }[how])
    },
    vanish: async () => {
      desk.close()
      await server.stop()
    },
  }
})

describe('a letter', () => {
  let server: MailServer
  beforeEach(async () => {
    server = await startMailServer()
  })
  afterEach(() => server.stop())

  const send = async (told = caseWith(), shelf?: Pick<FileShelf, 'read'>) => {
    const desk = deskOf(server, shelf)
    const delivered = await desk.deliver({
      case: told,
      event: told.history[0]!,
      desk: { kind: 'email', to },
      key: 'k',
    })
    desk.close()
    expect(delivered).toEqual({ kind: 'delivered' })
    return server.letters[0]!
  }

  test('says in Swedish what has come, and how to find it again', async () => {
    const { read, to: recipients } = await send()
    expect(recipients).toEqual([to])
    expect(read.subject).toBe('F-2026-000123 · Nytt ärende · light · Ängelholmsvägen 12')
    expect(read.from).toMatchObject({ name: 'Dygnet', address: 'dygnet@exempel.se' })
    for (const line of [
      'Ärende: F-2026-000123',
      'Plats: Ängelholmsvägen 12',
      'Kom in: 2026-11-24 09:00',
      'Kanal: webbchatten',
      '  Brådskar: Ja',
    ])
      expect(read.text).toContain(line)
    expect(read.text).not.toContain('Filer som saknas')
  })

  test('about a case that was moved names the department it comes from', async () => {
    const event = { id: 'm', at: '2026-11-24T09:00:00.000Z', kind: 'moved', by: 'desk' } as const
    const moved = caseWith({}, [{ ...event, from: 'avfall', to: 'gata-park' }])
    const { read } = await send({ ...moved, history: moved.history.slice(1) })
    expect(read.text).toContain('Kommer från: Avfall')
  })

  test('about a case that was kept without words reads by its values', async () => {
    const facts = {
      kind: 'dark',
      parts: ['glass', 'pole'],
      things: [{ what: 'sofa', count: 2 }],
      told: false,
    }
    const { read } = await send(caseWith({ facts }))
    expect(read.text).toContain('Gäller: light\n')
    expect(read.text).toContain('  Typ: dark\n  parts: glass, pole\n  things: sofa, 2\n  Sagt till: Nej\n')
  })

  test('goes to the one mailbox, whatever stands in the case', async () => {
    const hostile = 'x\r\nBcc: eve@example.net\nTo: eve@example.net\u2028Cc: eve@example.net'
    const { read, raw, to: recipients } = await send(caseWith({ place: { text: hostile }, class: hostile }))
    expect(recipients).toEqual([to])
    expect(raw.split('\r\n\r\n')[0]).not.toMatch(/^(bcc|cc|to): *eve/im)
    expect([read.cc, read.bcc]).toEqual([undefined, undefined])
    expect(read.text).toMatch(/^Plats: x\n {4}Bcc:/m)
  })

  test('brings the pictures under names of ours, and says that one is gone', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'dygnet-desk-'))
    const shelf = createFileShelf({ directory, maxBytes: 1_000_000 })
    const taken = await shelf.take(conversationId, Readable.from([await pngPicture()]))
    if (taken.kind !== 'taken') throw new Error(taken.why)
    await shelf.keep(conversationId, [taken.file])
    const gone = { ...taken.file, file: '0'.repeat(32) }
    const { read } = await send(caseWith({ files: [taken.file, gone] }), shelf)
    expect(read.attachments.map(({ filename, mimeType }) => [filename, mimeType])).toEqual([
      ['F-2026-000123.json', 'application/json'],
      ['bild-1.jpg', 'image/jpeg'],
    ])
    expect(read.text).toContain('\nFiler som saknas: 1\n')
    await rm(directory, { recursive: true })
  })

  test('names neither the conversation nor the phone it came from', async () => {
    const { raw, read } = await send(caseWith({ phone: { ours: '+46766860000', theirs: '+46709999999' } }))
    const all = `${raw} ${read.text ?? ''} ${JSON.stringify(jsonOf(server.letters[0]!))}`
    expect(all).not.toMatch(/web:ada|46709999999/)
  })
})
