// Letters to residents over a real mail server, and the page at which they are stopped over real HTTP.
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { createStopPage, stopPathOf } from '../../../adapters/cases'
import { createLetterBox } from '../../../adapters/cases/letter-box'
import type { LetterStops } from '../../../bot/contracts/cases/letter'
import { startMailServer, type MailServer } from './mail-server'

const number = 'F-2026-000123'
const letter = {
  to: 'ada@exempel.se',
  subject: `Nytt om ditt ärende ${number}: Klart`,
  text: 'Hej å ä ö\n',
  stopUrl: `https://chatt.exempel.se${stopPathOf(number, 't0ken')}`,
}

describe('a letter', () => {
  let mail: MailServer
  beforeEach(async () => {
    mail = await startMailServer()
  })
  afterEach(() => mail.stop())

  const send = async (change: Partial<typeof letter> = {}) => {
    const box = createLetterBox({ smtpUrl: mail.url, from: 'Dygnet <dygnet@exempel.se>' })
    const sent = await box.send({ ...letter, ...change }, 'letter/F/d1')
    box.close()
    return sent
  }

  test('is plain text to one address, the same for every attempt, and no machine answers it', async () => {
    expect([await send(), await send()]).toEqual([{ kind: 'delivered' }, { kind: 'delivered' }])
    const [first, second] = mail.letters
    expect(first?.to).toEqual([letter.to])
    expect(first?.read).toMatchObject({ subject: letter.subject, text: letter.text, attachments: [] })
    expect(first?.read.html).toBeUndefined()
    expect(second?.read.messageId).toBe(first?.read.messageId)
    const headers = Object.fromEntries(first!.read.headers.map(({ key, value }) => [key, value]))
    expect(headers).toMatchObject({
      'auto-submitted': 'auto-generated',
      'list-unsubscribe': `<${letter.stopUrl}>`,
      'list-unsubscribe-post': 'List-Unsubscribe=One-Click',
    })
  })

  test('goes nowhere else, whatever the address and the words hold', async () => {
    await send({ to: 'ada@exempel.se, eve@exempel.se', subject: 'Hej\r\nBcc: eve@exempel.se' })
    expect(mail.letters.flatMap(({ to }) => to)).not.toContain('eve@exempel.se')
  })

  test.each([
    [451, 'failed'],
    [550, 'refused'],
  ])('that is answered %d is %s', async (code, kind) => {
    mail.answer(code)
    expect(await send()).toMatchObject({ kind })
  })
})

describe('the page that stops letters', () => {
  const stopped: string[] = []
  const city = () => ({ name: 'Å & Ö stad', phone: '042-10 50 00' })
  const known = (of: string, token: string) => of === number && token === 't0ken'
  const stops: LetterStops = {
    words: (of, token) =>
      Promise.resolve(
        known(of, token)
          ? {
              ...{
                language: 'ar',
                ask: '<b>Sluta?</b>',
                button: 'Sluta',
                stopped: 'Klart.',
                contact: 'Växel',
              },
              ...(stopped.length > 0 && { already: 'Redan klart.' }),
            }
          : undefined,
      ),
    stop: (of, token) => {
      if (known(of, token)) stopped.push(of)
      return Promise.resolve(known(of, token))
    },
  }
  let server: Server
  let url = ''
  beforeAll(async () => {
    server = createServer(express().use(createStopPage(stops, city)))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  afterAll(() => new Promise((resolve) => server.close(resolve)))

  test('asks first, and stops when it is told to', async () => {
    const asked = await fetch(url + stopPathOf(number, 't0ken'))
    expect([asked.status, stopped]).toEqual([200, []])
    expect(asked.headers.get('content-security-policy')).toContain("default-src 'none'")
    const page = await asked.text()
    expect(page).toMatch(/lang="ar" dir="rtl".*&lt;b&gt;Sluta.*<form method="post"><button>Sluta/)
    expect(page).toMatch(/<h1>Å &amp; Ö stad<\/h1>.*Växel: <a href="tel:042105000"/)
    expect(page).not.toMatch(/<script|<style| style=| on\w+=/)
    // As a mail program does it, RFC 8058.
    const done = await fetch(url + stopPathOf(number, 't0ken'), {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'List-Unsubscribe=One-Click',
    })
    expect([done.status, stopped]).toEqual([200, [number]])
    expect(await done.text()).toContain('<h2>Klart.</h2>')
  })

  test('tells that they are stopped already, and asks no more', async () => {
    const page = await (await fetch(url + stopPathOf(number, 't0ken'))).text()
    expect(page).toContain('<h2>Redan klart.</h2>')
    expect(page).not.toContain('<form')
  })

  test.each([
    [stopPathOf(number, 't0ke'), '../../page.css'],
    ['/letters/F-2026', '../page.css'],
    ['/letters/', '../page.css'],
  ])('helps whoever has a cut link (%s)', async (path, sheet) => {
    const answer = await fetch(url + path)
    const page = await answer.text()
    expect(answer.status).toBe(404)
    expect(page).toContain(`href="${sheet}"`)
    expect(page).toMatch(
      /Länken fungerar inte.*tel:042105000.*lang="en".*This link does not work.*tel:042105000/,
    )
  })

  test.each(['GET', 'POST'])('tells a stranger nothing (%s)', async (method) => {
    for (const path of [stopPathOf(number, 'x'), stopPathOf('F-2026-000001', 't0ken'), '/letters/..%2F/x'])
      expect((await fetch(url + path, { method })).status).toBe(404)
    expect(stopped).toEqual([number])
  })
})
