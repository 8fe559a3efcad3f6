// What a case worker reads of what somebody chose: the words of the dialog as it was then, in Swedish, with the codes for machines.
import { createEmailDesk } from '../../../adapters/cases/email-desk'
import { openSqliteStore } from '../../../adapters/sqlite'
import { bareCase } from '../../../bot/cases/bare-case'
import { deliverToDesk } from '../../../bot/cases/deliver-to-desk'
import { readCase } from '../../../bot/cases/read-case'
import type { Content } from '../../../bot/content/content'
import { deskEntryKind } from '../../../bot/contracts/cases/case-desk'
import { deskNoteEntryKind } from '../../../bot/contracts/cases/desk-note'
import { silentLogger } from '../../../bot/contracts/basics/logger'
import type { Store } from '../../../bot/contracts/store/store'
import { tellDesk } from '../../../bot/desk-notes/tell-desk'
import { createOutboxWorker } from '../../../bot/outbox/work-outbox'
import { startMailServer, type MailServer } from '../../adapters/cases/mail-server'
import { residentOf, type Resident } from '../../support/resident'
import { nightClock, shippedContent } from '../../support/test-bot'
import { compileWith, sound } from '../dialog/sound-dialog'

const source = `dialog: prov
title: Allt som kan svaras
owner: kultur-fritid
allows: person-id
labels: { kind: Typ av fel, parts: Delar, things: Saker, calm: Bråttom inte, day: Dag, hour: Tid, phone: Mobil, pnr: Personnummer }
steps:
  - ask: kind
    question: Vad gäller felet?
    choices: { light: Trasig gatubelysning | lampa, other: Något annat }
  - ask: parts
    question: Vilka delar?
    type: choices
    choices: { glass: Glaset | glas, pole: Stolpen | stolpe, door: Luckan | lucka }
  - ask: things
    question: Vilka saker ligger där?
    more: Något mer?
    max: 3
    each:
      - ask: what
        question: Vilken sak?
        choices: { sofa: Soffa eller fåtölj | soffa, fridge: Kyl eller frys | frys }
      - ask: count
        question: Hur många?
        type: number
        range: 1..5
  - ask: calm
    question: Kan det vänta?
    type: yes/no
  - ask: day
    question: Vilken dag?
    type: date
  - ask: hour
    question: Vilken tid?
    type: time
  - ask: pnr
    question: Vilket personnummer?
    type: person-id
    keep: 90 days
  - ask: phone
    question: Vilket nummer?
    type: phone
    keep: 90 days
  - confirm: send
    question: Stämmer det?
  - do: create_case
    with: { category: kind, kind: parts, told: things, reply: calm, date: day, when: hour, pole: pnr, contact: phone }
    if fails: { handoff: Det gick inte. }
  - end: done
`
const handsOver = `dialog: vidare
title: Vidare
owner: kultur-fritid
labels: { kind: Typ av fel }
steps:
  - ask: kind
    question: Vad gäller felet?
    choices: { light: Trasig gatubelysning | lampa, other: Något annat }
  - handoff: Det kan jag inte hjälpa dig med.
    id: cannot
`
const takesCases = `create_case:
  effect: write
  takes: [category, kind?, told?, reply?, date?, when?, pole?, contact?]
  gives: { case_number: text, case_days: number }
`

describe('what was chosen', () => {
  let store: Store
  let mail: MailServer
  let content: Content
  beforeEach(async () => {
    store = openSqliteStore({ file: ':memory:', clock: nightClock, logger: silentLogger })
    mail = await startMailServer()
    const shipped = await shippedContent()
    const files = {
      'prov.yaml': source,
      'vidare.yaml': handsOver,
      'actions.yaml': sound['actions.yaml'] + takesCases,
      'city.yaml': sound['city.yaml'].replace('person id dialogs: []', 'person id dialogs: [prov]'),
    }
    const departments = new Map(
      [...shipped.city.departments].map(([id, one]) => [
        id,
        { ...one, desk: { kind: 'email', to: `${id}@exempel.se` } as const },
      ]),
    )
    content = {
      ...shipped,
      city: { ...shipped.city, departments },
      dialogs: new Map([...shipped.dialogs, ...compileWith(files).dialogs]),
    }
  })
  afterEach(async () => {
    await mail.stop()
    await store.close()
  })

  const talk = (language = 'sv'): Promise<Resident> => residentOf(store, { content: () => content, language })
  const answerAll = async (resident: Resident) => {
    const answers = [
      'lampa',
      'glas och lucka',
      '2 soffor',
      'nej',
      'ja',
      '24 december',
      '15:30',
      '900101-1239',
    ]
    for (const answer of [...answers, '070-174 06 05', 'ja']) await resident.say(answer)
  }
  const letter = async () => {
    const email = createEmailDesk({
      ...{ smtpUrl: mail.url, from: 'Dygnet <dygnet@exempel.se>', timeZone: () => 'Europe/Stockholm' },
      shelf: { read: () => Promise.resolve(undefined) },
      departmentName: (id) => id,
    })
    const [desks, city] = [{ email }, () => content.city]
    const deeds = new Map([
      [deskEntryKind('email'), deliverToDesk({ store, city, desks })],
      [deskNoteEntryKind, tellDesk({ store, city, desks, clock: nightClock })],
    ])
    await createOutboxWorker({ store, deeds, clock: nightClock, logger: silentLogger }).workOff()
    email.close()
    const { read } = mail.letters[0]!
    const json = Buffer.from(read.attachments[0]!.content as ArrayBuffer).toString('utf8')
    return { subject: read.subject, lines: (read.text ?? '').split('\n'), json: JSON.parse(json) as unknown }
  }

  test('stands in the letter as the dialog called it, also when the dialog is gone by then', async () => {
    const resident = await talk()
    await resident.begin('prov')
    await answerAll(resident)
    content = { ...content, dialogs: (await shippedContent()).dialogs }
    const { subject, lines, json } = await letter()
    expect(subject).toBe('F-2026-000001 · Nytt ärende · Trasig gatubelysning')
    expect(lines).toContain('Gäller: Trasig gatubelysning')
    expect(lines.filter((line) => line.startsWith('  '))).toEqual([
      '  Delar: Glaset och Luckan',
      '  Saker: 2 × Soffa eller fåtölj',
      '  Bråttom inte: Ja',
      '  Dag: torsdag 24 december',
      '  Tid: 15.30',
      '  Personnummer: 199001011239',
      '  Mobil: 070-174 06 05',
    ])
    expect(json).toMatchObject({
      case: {
        class: 'light',
        facts: { category: 'light', kind: ['glass', 'door'], date: '2026-12-24', contact: '+46701740605' },
        worded: {
          title: 'Allt som kan svaras',
          facts: { category: { label: 'Typ av fel', text: 'Trasig gatubelysning' } },
        },
      },
    })
  })

  test('is in Swedish where the resident was asked in another language', async () => {
    const resident = await talk('en')
    await resident.choose('en')
    await resident.begin('felanmalan')
    const answers = ['street light', 'Storgatan 12', 'no', 'skip', 'skip', 'yes']
    for (const answer of answers) await resident.say(answer)
    const { lines } = await letter()
    expect(lines).toEqual(expect.arrayContaining(['Gäller: Trasig gatubelysning', 'Språk: engelska']))
  })

  test('and a class that the dialog names itself go by the dialog’s title', async () => {
    const resident = await talk()
    await resident.begin('borgerlig-vigsel')
    for (const answer of ['12 juni 2027', 'rådhuset', 'ja', 'Anna Ek', 'anna@exempel.se', 'ja'])
      await resident.say(answer)
    const { lines } = await letter()
    expect(lines).toEqual(
      expect.arrayContaining([
        'Gäller: Skicka förfrågan om borgerlig vigsel',
        '  Dag: lördag 12 juni 2027',
        '  Var: I rådhuset',
        '  Intyg klara: Ja',
        '  Kontakt: anna@exempel.se',
      ]),
    )
  })

  test('is kept in the words of then, and shown to nobody who sees the case bare', async () => {
    const resident = await talk()
    await resident.begin('prov')
    await answerAll(resident)
    const kept = (await readCase(store, 'F-2026-000001'))!
    expect(kept.worded?.facts).toMatchObject({ kind: { label: 'Delar', text: 'Glaset och Luckan' } })
    expect(bareCase(kept)).not.toHaveProperty('worded')
  })

  test('in a dialog that hands over is called in the note as the dialog calls it', async () => {
    const resident = await talk()
    await resident.begin('vidare')
    await resident.say('lampa')
    const { lines, json } = await letter()
    expect(lines).toEqual(
      expect.arrayContaining(['Typ av fel: Trasig gatubelysning', 'Kanal: webbchatten', 'Språk: svenska']),
    )
    expect(json).toMatchObject({ labels: { kind: 'Typ av fel' } })
  })
})
