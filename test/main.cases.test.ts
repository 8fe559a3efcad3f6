// A whole city with a mail server and a department: a resident's report comes as a letter, the department's word comes back.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readSettings } from '../adapters/settings'
import { startCity, type RunningCity } from '../main'
import { startMailServer, type MailServer } from './adapters/cases/mail-server'
import { begin, call, inRoom, post, type Talk } from './support/direct-line-client'
import { sendSigned } from './support/signed-request'
import { writeSmallCity } from './support/small-city'

const folder = mkdtempSync(join(tmpdir(), 'dygnet-cases-'))
let mail: MailServer
let city: RunningCity

beforeAll(async () => {
  await writeSmallCity(folder)
  const file = join(folder, 'dialogs', 'city.yaml')
  const plain = '{ name: Gata och park, phone: 042-10 50 00 }'
  const withDesk = '{ name: Gata och park, phone: 042-10 50 00, desk: { email: gata@exempel.se } }'
  writeFileSync(file, readFileSync(file, 'utf8').replace(plain, withDesk))
  mail = await startMailServer()
  process.env['DESK_SECRET_GATA_PARK'] = 's1'
  city = await startCity(
    readSettings({
      ...{
        PORT: '0',
        HOST: '127.0.0.1',
        DATA_DIR: join(folder, 'var'),
        CONTENT_DIR: folder,
        LOG_LEVEL: 'silent',
      },
      ...{ SMTP_URL: mail.url, DESK_EMAIL_FROM: 'dygnet@exempel.se', PUBLIC_URL: 'https://chatt.exempel.se' },
    }),
  )
})
afterAll(async () => {
  await city.stop()
  await mail.stop()
  delete process.env['DESK_SECRET_GATA_PARK']
  rmSync(folder, { recursive: true, force: true })
})

const textsOf = async (talk: Talk): Promise<readonly string[]> => {
  const { body } = await call(city, 'GET', inRoom(talk, '/activities'), { token: talk.token })
  return body.activities.filter(({ from }) => from.role === 'bot').map(({ text }) => text)
}
/** Asks again until it is so; the test's own deadline is the bound. */
const until = async <T>(find: () => Promise<T | undefined> | T | undefined): Promise<T> => {
  for (;;) {
    const found = await find()
    if (found !== undefined) return found
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

test('a report comes as a letter, and what the department says of it comes to the resident', async () => {
  const talk = await begin(city)
  for (const text of ['gatlyktan på Storgatan 12 är trasig', 'nej', 'hoppa över', 'ada@exempel.se', 'ja'])
    await post(city, talk, { type: 'message', text })
  const letter = await until(() => mail.letters[0])
  const number = /F-20\d\d-\d{6}/.exec(letter.read.subject ?? '')?.[0] ?? ''
  expect(letter.to).toEqual(['gata@exempel.se'])
  expect((await textsOf(talk)).join(' ')).toContain(number)

  const system = { url: city.url, department: 'gata-park', secret: 's1', now: new Date() }
  const answered = await sendSigned(system, 'POST', `/api/cases/${number}/events`, {
    id: 'e-1',
    status: 'Klart',
    text: 'Lampan är bytt.',
  })
  expect(answered).toEqual({ status: 202, body: { case: number, event: 'added' } })
  const told = await until(async () => (await textsOf(talk)).find((text) => text.includes('Lampan är bytt')))
  expect(told).toContain('Är det åtgärdat?')

  const news = await until(() => mail.letters.find(({ to }) => to[0] === 'ada@exempel.se'))
  expect(news.read.subject).toBe(`Nytt om ditt ärende ${number}: Klart`)
  const [path = ''] = /\/letters\/\S+/.exec(news.read.text ?? '') ?? []
  expect(await (await fetch(city.url + path, { method: 'POST' })).text()).toContain('Du får inga fler mejl')

  await post(city, talk, { type: 'message', text: 'nej' })
  const isReopened = ({ read }: MailServer['letters'][number]) => read.subject?.includes('inte är åtgärdat')
  expect((await until(() => mail.letters.find(isReopened))).to).toEqual(['gata@exempel.se'])
})
