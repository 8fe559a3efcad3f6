// What residents write in the middle of a dialog: several answers at once, corrections, yes, no, skip, and nonsense.
import { extractAnswers } from '../../../../bot/dialog/answers/extract-answers'
import { changeableQuestions } from '../../../../bot/dialog/walk/moves'
import { act, ask, confirm, dialogOf, end, environment } from '../dialog-builder'
import { Talk } from '../talk'

const street = dialogOf(
  [
    ask('kind', {
      choices: {
        pothole: 'Hål i gatan | hål, potthål, grop',
        light: 'Trasig gatubelysning | gatlyktan, gatlykta, lampa',
        ice: 'Halka eller snö | halt, jättehalt, inte plogat',
        other: 'Något annat',
      },
    }),
    ask('place', { type: 'address', must: 'place inside city', else: 'Utanför kommunen.' }),
    ask('danger', { type: 'yes/no' }),
    ask('details', { onlyIf: 'kind is other' }),
    ask('contact', { type: 'phone or email', optional: true }),
    confirm('send'),
    act('write', 'create_case', { category: 'kind', place: 'place', contact: 'contact' }, ['case_number']),
    end(),
  ],
  {
    labels: {
      kind: 'Typ av fel',
      place: 'Plats',
      danger: 'Akut fara',
      details: 'Beskrivning',
      contact: 'Kontakt',
    },
    start: [
      'gatlyktan på <place=Storgatan 12> är trasig',
      'det är jättehalt vid <place=busstorget>',
      'felanmäla',
    ],
  },
)
const extract = (text: string, except: readonly string[] = []) =>
  Object.fromEntries(
    extractAnswers(street, text, environment, { except }).map(({ name, value }) => [name, value]),
  )

/** A talk with kind, place and danger answered: contact is open. */
const atContact = () => {
  const talk = new Talk(street)
  talk.answer({ kind: 'light', place: 'Storgatan 12', danger: false })
  return talk
}
const atConfirmation = () => {
  const talk = atContact()
  talk.say('hoppa över')
  expect(talk.at).toBe('send')
  return talk
}

describe('answers in the first sentence', () => {
  it.each<[string, Record<string, string>]>([
    ['gatlyktan på Storgatan 12 är trasig', { kind: 'light', place: 'Storgatan 12' }],
    [
      'Det är ett stort hål utanför nygatan 3b, ring 070-123 45 67',
      { kind: 'pothole', place: 'Nygatan 3 B', contact: '+46701234567' },
    ],
    ['det är jättehalt vid kvarnen', { kind: 'ice', place: 'Kvarnen' }],
    ['Det är jättehalt vid Stadsparken!', { kind: 'ice', place: 'Stadsparken' }],
    ['det är inte plogat på Storgatan 1', { kind: 'ice', place: 'Storgatan 1' }],
    ['lamporna lyser inte', { kind: 'light' }],
    ['gatlyktan på vår gata är trasig', { kind: 'light' }],
    ['hål på Storgatan 1 och Nygatan 3', { kind: 'pothole' }],
    ['hål och trasig lampa', {}],
    ['det är jättehalt, sanda innan det blir en olycka', { kind: 'ice' }],
    ['Lampgatan 3', { place: 'Lampgatan 3' }],
    ['jag ringde 0100-12 34 56 om lampan', { kind: 'light' }],
    ['skriv till anna@example.se', { contact: 'anna@example.se' }],
    ['jag vill göra en felanmälan', {}],
    ['other', {}],
    ['ja', {}],
    ['', {}],
  ])('finds in "%s"', (text, answers) => expect(extract(text)).toEqual(answers))
  it('fills what it finds and asks for the rest', () => {
    const talk = new Talk(street)
    talk.begin('gatlyktan på Storgatan 12 är trasig')
    expect(talk.at).toBe('danger')
  })
  it('leaves out the question that is read by its own type', () => {
    expect(extract('gatlyktan på Storgatan 12', ['kind'])).toEqual({ place: 'Storgatan 12' })
  })
  it('does not choose between two questions of the same type or the same word', () => {
    const twice = dialogOf([
      ask('from', { type: 'address' }),
      ask('to', { type: 'address' }),
      ask('a', { choices: { x: 'Soffa', y: 'Bord' } }),
      ask('b', { choices: { x: 'Soffa', z: 'Stol' } }),
      end(),
    ])
    expect(extractAnswers(twice, 'soffa från Storgatan 1', environment)).toEqual([])
    expect(extractAnswers(twice, 'ett bord', environment)).toMatchObject([{ name: 'a', value: 'y' }])
  })
})

describe('words in the first sentence', () => {
  const call = dialogOf([ask('subject'), ask('phone', { type: 'phone' }), confirm('send'), end()], {
    start: ['ring mig om <subject=bygglov>', 'kan ni ringa om <subject=en faktura>'],
  })
  it.each([
    ['ring mig om bygglov på 0701234567', 'bygglov'],
    ['kan ni ringa om en faktura 070-123 45 67', 'en faktura'],
    ['ring mig om bygglov', 'bygglov'],
  ])('hold no number that answers another question: %s', (text, subject) => {
    const found = extractAnswers(call, text, environment)
    expect(found.find(({ name }) => name === 'subject')?.value).toBe(subject)
  })
})

describe('answers', () => {
  it('answers the open question and others in the same message', () => {
    const talk = new Talk(street)
    expect(talk.say('ett hål på Storgatan 4')).toBe('moved')
    expect(talk.answers).toEqual({ kind: 'pothole', place: 'Storgatan 4' })
    expect(talk.say('ja, ring mig på 070-123 45 67')).toBe('moved')
    expect(talk.answers).toMatchObject({ danger: true, contact: '+46701234567' })
    expect(talk.at).toBe('send')
  })
  it('keeps a description as written, whatever it mentions, but no number that it does not ask for', () => {
    const talk = new Talk(street)
    talk.answer({ kind: 'other', place: 'Storgatan 12', danger: false })
    talk.say('Platsen är full av skräp, ett hål vid Nygatan 3, ring 070-123 45 67')
    expect(talk.answers).toMatchObject({
      kind: 'other',
      place: 'Storgatan 12',
      details: 'Platsen är full av skräp, ett hål vid Nygatan 3, ring [telefon]',
    })
    expect(talk.at).toBe('contact')
  })
  it('does not take a word of an earlier choice inside a place for a new choice', () => {
    const talk = new Talk(street)
    talk.answer({ kind: 'pothole' })
    talk.say('vid lampan utanför biblioteket')
    expect(talk.answers).toEqual({ kind: 'pothole', place: 'Lampan utanför biblioteket' })
  })
  it('says what is wrong with an answer of the right kind, and counts a miss', () => {
    const talk = atContact()
    expect(talk.say('070-1234')).toBe('refused')
    expect(talk.said).toEqual(['[question.bad-phone]'])
    expect(talk.frame.misses).toBe(1)
    expect(talk.say('0701234567')).toBe('moved')
    expect(talk.frame.misses).toBe(0)
  })
  it('refuses a place outside the city with the words of the step', () => {
    const talk = new Talk(street)
    talk.answer({ kind: 'light' })
    expect(talk.say('Storgatan 1, Grannby')).toBe('refused')
    expect(talk.said).toEqual(['Utanför kommunen.'])
    expect(talk.at).toBe('place')
  })
  it.each([
    'jag har ingen mobil',
    'nej tack, jag har ingen smartphone',
    "I don't have a phone",
    'har tyvärr inte någon',
  ])('passes over an optional question that asks for what is not there: "%s"', (text) => {
    const talk = atContact()
    talk.say(text)
    expect(talk.at).toBe('send')
    expect(talk.answers).not.toHaveProperty('contact')
  })
  it('takes what is there all the same', () => {
    const talk = atContact()
    talk.say('jag har ingen mobil, skriv till anna@example.se')
    expect(talk.answers).toMatchObject({ contact: 'anna@example.se' })
  })
  it.each([
    'hoppa över',
    'Hoppa över!',
    'nej tack',
    'skip',
    'nej',
    'nej ingen kontakt',
    'inget nummer tack',
    'Nej, jag behöver inget besked.',
    'jag vill inte bli kontaktad',
    'no contact details, thanks',
  ])('skips an optional question on "%s"', (text) => {
    const talk = atContact()
    talk.say(text)
    expect(talk.at).toBe('send')
    expect(talk.answers).not.toHaveProperty('contact')
  })
  it('does not understand what is no answer', () => {
    const talk = atContact()
    expect(talk.say('vad är klockan?')).toBe('not-understood')
    expect(talk.say('')).toBe('not-understood')
    expect(talk.at).toBe('contact')
  })
  it('calls a place name free, so that a sure topic may go before it', () => {
    const talk = new Talk(street)
    talk.answer({ kind: 'light' })
    expect(talk.say('biblioteket')).toBe('moved')
    expect(talk.answers['place']).toBe('Biblioteket')
  })
})

describe('corrections', () => {
  it.each<[string, Record<string, unknown>]>([
    ['nej, platsen är Storgatan 21', { place: 'Storgatan 21' }],
    ['platsen är storgatan 21', { place: 'Storgatan 21' }],
    ['Nej plats: Storgatan 21', { place: 'Storgatan 21' }],
    ['ändra plats till Storgatan 21', { place: 'Storgatan 21' }],
    ['kan du ändra på platsen till storgatan 21?', { place: 'Storgatan 21' }],
    ['adressen ska vara Storgatan 21', { place: 'Storgatan 21' }],
    ['ändra till Storgatan 21', { place: 'Storgatan 21' }],
    ['jag menade Storgatan 21', { place: 'Storgatan 21' }],
    ['nej, Storgatan 21', { place: 'Storgatan 21' }],
    ['nej det ska vara Storgatan 21', { place: 'Storgatan 21' }],
    ['oj fel, jag menar Storgatan 21', { place: 'Storgatan 21' }],
    ['Storgatan 21', { place: 'Storgatan 21' }],
    ['inte Storgatan 12 utan Storgatan 21', { place: 'Storgatan 21' }],
    ['inte lampa utan hål', { kind: 'pothole' }],
    ['nej, det är inte en lampa utan ett hål', { kind: 'pothole' }],
    ['typ av fel är hål', { kind: 'pothole' }],
    ['nej, felet är hål i gatan', { kind: 'pothole' }],
    ['ändra lampan till hål', { kind: 'pothole' }],
    ['ändra typen till halka', { kind: 'ice' }],
    ['akut fara: ja', { danger: true }],
    ['no, the place is Storgatan 21', { place: 'Storgatan 21' }],
    ['change the place to Storgatan 21', { place: 'Storgatan 21' }],
    ['I meant Storgatan 21', { place: 'Storgatan 21' }],
    ['andra platsen till Storgatan 21', { place: 'Storgatan 21' }],
    ['nej, platsen är lekplatsen i Stadsparken', { place: 'Lekplatsen i Stadsparken' }],
  ])('"%s" changes one answer, at a question and at the confirmation', (text, changed) => {
    const before = { kind: 'light', place: 'Storgatan 12', danger: false }
    for (const talk of [atContact(), atConfirmation()]) {
      const at = talk.at
      expect(talk.say(text)).toBe('moved')
      expect(talk.answers).toEqual({ ...before, ...changed })
      expect(talk.at).toBe(at)
      expect(talk.said.at(-1)).toBe('[dialog.changed]')
    }
  })
  it.each<[string, string]>([
    ['ändra plats', 'place'],
    ['ändra platsen', 'place'],
    ['jag vill ändra kontakt', 'contact'],
    ['byt mobilnummer', 'contact'],
    ['platsen är fel', 'place'],
    ['det är fel plats', 'place'],
    ['rätta typ av fel', 'kind'],
    ['change the place', 'place'],
    ['platsen', 'place'],
    ['ta bort platsen', 'place'],
  ])('"%s" opens that question again and keeps its answer until then', (text, name) => {
    const talk = atConfirmation()
    expect(talk.say(text)).toBe('moved')
    expect(talk.at).toBe(name)
    expect(talk.answers).toEqual({ kind: 'light', place: 'Storgatan 12', danger: false })
  })
  it.each(['ändra', 'jag vill ändra något', 'nej', 'nej det stämmer inte', 'det är fel', 'change something'])(
    '"%s" at the confirmation asks what to change',
    (text) => {
      const talk = atConfirmation()
      expect(talk.say(text)).toBe('asked-which')
      expect(talk.said).toEqual(['[confirm.change-what]'])
      expect(talk.at).toBe('send')
    },
  )
  it('a yes to what shall be changed is asked in other words, and a no changes nothing', () => {
    const talk = atConfirmation()
    talk.say('ändra')
    expect(talk.say('ja')).toBe('asked-which')
    expect(talk.said).toContain('[confirm.change-which]')
    expect(talk.say('nej')).toBe('moved')
    expect(talk.at).toBe('send')
  })
  it('names the questions that can be changed', () => {
    const talk = atConfirmation()
    expect(changeableQuestions(street, talk.frame, environment)).toEqual([
      'kind',
      'place',
      'danger',
      'contact',
    ])
  })
  it('takes an optional answer away when asked to', () => {
    const talk = atContact()
    talk.say('070-123 45 67')
    expect(talk.say('ta bort mitt nummer')).toBe('moved')
    expect(talk.answers).not.toHaveProperty('contact')
    expect(talk.at).toBe('send')
  })
  it('keeps the old answer when the new one is refused', () => {
    const talk = atConfirmation()
    talk.say('nej, platsen är Torget 1, Storköping')
    expect(talk.answers['place']).toBe('Storgatan 12')
    expect(talk.said).toEqual(['Utanför kommunen.'])
  })
  it('asks for the description that a correction makes necessary', () => {
    const talk = atConfirmation()
    talk.say('typ av fel är något annat')
    expect(talk.at).toBe('details')
  })
  it('takes a no to the open question for its answer, not for a correction', () => {
    const talk = new Talk(street)
    talk.answer({ kind: 'light', place: 'Storgatan 12' })
    talk.say('nej, lampan är bara trasig')
    expect(talk.answers).toEqual({ kind: 'light', place: 'Storgatan 12', danger: false })
  })
  it('lets a named correction go before a no to the open question', () => {
    const talk = new Talk(street)
    talk.answer({ kind: 'light', place: 'Storgatan 12' })
    talk.say('nej, platsen är Storgatan 21')
    expect(talk.answers).toEqual({ kind: 'light', place: 'Storgatan 21' })
    expect(talk.at).toBe('danger')
  })
  it('takes the words of a choice for that choice, though they name another question too', () => {
    const pole = dialogOf(
      [
        ask('fault', { choices: { dark: 'Den lyser inte', damaged: 'Stolpen är skadad | skadad' } }),
        ask('pole', { optional: true }),
        end(),
      ],
      { labels: { fault: 'Fel', pole: 'Stolpnummer' } },
    )
    const first = new Talk(pole)
    first.say('stolpen är skadad')
    expect(first.answers).toEqual({ fault: 'damaged' })
    const reopened = new Talk(pole)
    reopened.answer({ fault: 'dark' })
    reopened.say('45123')
    reopened.tap({ name: 'change', value: 'fault' })
    reopened.say('Stolpen är skadad')
    expect(reopened.answers).toEqual({ fault: 'damaged', pole: '45123' })
    reopened.say('nej, stolpen är 45124')
    expect(reopened.answers).toEqual({ fault: 'damaged', pole: '45124' })
  })

  it('offers a person for a correction of what has been sent', () => {
    const dialog = dialogOf(
      [
        ask('place', { type: 'address' }),
        confirm(),
        act('write', 'w', { place: 'place' }),
        ask('more', { type: 'yes/no' }),
        end(),
      ],
      {
        labels: { place: 'Plats' },
      },
    )
    const talk = new Talk(dialog)
    talk.say('Storgatan 1')
    talk.say('ja')
    expect(talk.say('platsen är Storgatan 2')).toBe('settled')
    expect(talk.answers['place']).toBe('Storgatan 1')
    expect(talk.said).toEqual(['[person.offer]'])
  })
})

describe('a "nej" with an apology, at a yes or no', () => {
  const atDanger = () => {
    const talk = new Talk(street)
    talk.answer({ kind: 'light', place: 'Storgatan 12' })
    expect(talk.at).toBe('danger')
    return talk
  }
  it.each([
    ['nej förlåt det var på Södergatan', { place: 'Södergatan' }],
    ['nej vänta, Södergatan 4', { place: 'Södergatan 4' }],
    ['nej oj, det är ett hål', { kind: 'pothole' }],
    ['nej hon går i ett hål', { kind: 'pothole' }],
  ])('takes back what was said before, and is no no: %s', (text, changed) => {
    const talk = atDanger()
    talk.say(text)
    expect(talk.answers).toEqual({ kind: 'light', place: 'Storgatan 12', ...changed })
    expect(talk.at).toBe('danger')
  })
  it.each(['nej', 'nej tack', 'nej det är ingen fara', 'nej, ingen kan skada sig', 'nej hon går i trean'])(
    'is one without: %s',
    (text) => {
      const talk = atDanger()
      talk.say(text)
      expect(talk.answers['danger']).toBe(false)
    },
  )
})

describe('confirmation', () => {
  it.each([
    'ja',
    'Ja tack!',
    'japp',
    'det stämmer',
    'skicka',
    'allt stämmer',
    'ja skicka in den',
    'yes',
    'send it',
  ])('"%s" confirms', (text) => {
    const talk = atConfirmation()
    talk.say(text)
    expect(talk.did).toEqual(['create_case {"category":"light","place":"Storgatan 12"}'])
    expect(talk.at).toBe('ended done')
  })
  it.each([
    'ja?',
    'kanske',
    'ja men vänta, vad händer sedan om jag ångrar mig?',
    'vad kostar det',
    'skickar ni ett brev',
    '1',
  ])('"%s" sends nothing', (text) => {
    const talk = atConfirmation()
    expect(talk.say(text)).toBe('not-understood')
    expect(talk.did).toEqual([])
  })
  it('sends nothing on a yes that brings something new, and shows the new summary', () => {
    const talk = atConfirmation()
    talk.say('ja, ring 070-123 45 67')
    expect(talk.did).toEqual([])
    expect(talk.at).toBe('send')
    expect(talk.walked.stop).toMatchObject({
      summary: [{}, {}, {}, { label: 'Kontakt', value: '070-123 45 67' }],
    })
  })
})

describe('buttons', () => {
  const hashOf = (talk: Talk) => (talk.walked.stop.kind === 'confirms' ? talk.walked.stop.hash : '')
  it('answers by code, yes, no and skip', () => {
    const talk = new Talk(street)
    talk.tap({ name: 'answer:kind', value: 'ice' })
    talk.say('Storgatan 2')
    talk.tap({ name: 'answer:danger', value: 'no' })
    talk.tap({ name: 'command', value: 'skip' })
    expect(talk.at).toBe('send')
    expect(talk.frame.answers['kind']).toMatchObject({ value: 'ice', source: 'tapped', raw: 'label' })
    talk.tap({ name: 'confirm:send', value: hashOf(talk) })
    expect(talk.did).toHaveLength(1)
  })
  it('corrects by an older button', () => {
    const talk = atConfirmation()
    talk.tap({ name: 'answer:kind', value: 'ice' })
    expect(talk.answers['kind']).toBe('ice')
    expect(talk.at).toBe('send')
  })
  it('does not confirm by the button of an older summary, and says so', () => {
    const talk = atConfirmation()
    const old = hashOf(talk)
    talk.say('platsen är Storgatan 21')
    talk.tap({ name: 'confirm:send', value: old })
    expect(talk.did).toEqual([])
    expect(talk.said.at(-1)).toBe('[confirm.expired]')
    expect(talk.at).toBe('send')
  })
  it('opens the question that is tapped to be changed, or asks which', () => {
    const talk = atConfirmation()
    expect(talk.tap({ name: 'change', value: 'send' })).toBe('asked-which')
    talk.tap({ name: 'change', value: 'place' })
    expect(talk.at).toBe('place')
  })
  it.each([
    { name: 'answer:kind', value: 'nonsense' },
    { name: 'answer:nobody', value: 'x' },
    { name: 'answer:__proto__', value: 'x' },
    { name: 'answer:danger', value: 'toString' },
    { name: 'confirm:send', value: 'hash' },
    { name: 'something', value: 'else' },
    { name: '', value: '' },
  ])('says that a button of another page no longer applies: $name=$value', (choice) => {
    const talk = new Talk(street)
    talk.tap(choice)
    expect(talk.said.at(-1)).toBe('[button.stale]')
    expect(talk.at).toBe('kind')
  })
  it.each([
    { name: 'topic', value: 'article:bibliotek' },
    { name: 'command', value: 'help' },
  ])('leaves a topic or a command to others: $name=$value', (choice) =>
    expect(new Talk(street).tap(choice)).toBe('not-understood'),
  )
})

describe('numbered lines over SMS', () => {
  const sms = { ...environment, channel: 'sms' as const }
  it('takes a number for the button of that number', () => {
    const talk = new Talk(street, undefined, sms)
    talk.say('2')
    expect(talk.answers['kind']).toBe('light')
    talk.say('Storgatan 2')
    talk.say('2.')
    expect(talk.answers['danger']).toBe(false)
    talk.say('1')
    expect(talk.at).toBe('send')
    expect(talk.say('2')).toBe('asked-which')
    talk.say('1')
    expect(talk.did).toHaveLength(1)
  })
  it('does not take a number that has no button, nor one where a number may be the answer', () => {
    const dialog = dialogOf([
      ask('ok', { type: 'yes/no' }),
      ask('count', { type: 'number', optional: true }),
      end(),
    ])
    const talk = new Talk(dialog, undefined, sms)
    expect(talk.say('3')).toBe('not-understood')
    talk.say('1')
    talk.say('1')
    expect(talk.answers).toEqual({ ok: true, count: 1 })
  })
})

test.each([
  'ja, och kontakt är 070-174 06 12',
  'ja min kontakt: 070-174 06 12',
  'ja kontakt är 070-174 06 12',
])('a yes before another answer is the answer to what is asked: "%s"', (text) => {
  const talk = new Talk(street)
  talk.answer({ kind: 'light', place: 'Storgatan 12' })
  talk.say(text)
  expect(talk.answers).toMatchObject({ danger: true, contact: '+46701740612' })
})

test('what a question for a text may not be answered with is heard as the answer to another one', () => {
  const pole = dialogOf([
    ask('pole', { length: [2, 30], must: 'not pole contains "gata"', else: 'Inget nummer.' }),
    ask('place', { type: 'address' }),
    end(),
  ])
  const talk = new Talk(pole)
  expect(talk.say('Kungsgatan 8')).toBe('moved')
  expect(talk.answers).toEqual({ place: 'Kungsgatan 8' })
  expect(talk.at).toBe('pole')
  expect(talk.say('en gata någonstans')).toBe('refused')
})
