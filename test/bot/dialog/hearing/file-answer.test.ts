// Where pictures and documents belong in a dialog, and what they are as an answer.
import type { SentFile } from '../../../../bot/contracts/talk/sent-file'
import type { Value } from '../../../../bot/contracts/talk/value'
import { interpretFiles } from '../../../../bot/dialog/hearing/file-answer'
import { hear } from '../../../../bot/dialog/hearing/hear'
import { summaryOf } from '../../../../bot/dialog/walk/summary'
import { traceWalk } from '../../../../bot/dialog/walk/walk'
import { sampleFiles } from '../../../../scripts/conversation-tests/sample-files'
import { act, ask, confirm, dialogOf, environment } from '../dialog-builder'
import { Talk } from '../talk'

const errand = dialogOf([
  ask('what'),
  ask('photo', { type: 'photo', max: 3, optional: true }),
  ask('paper', { type: 'file', onlyIf: 'what is printed' }),
  ask('note', { optional: true }),
  confirm('send'),
  act('write', 'create', { image: 'photo' }),
])
const photos = (count: number) => sampleFiles('photo', count)
const pdf = sampleFiles('pdf', 1)

const send = (talk: Talk, files: readonly SentFile[]) => {
  const meant = interpretFiles(talk.dialog, talk.frame, files, talk.environment)
  if (meant.kind !== 'answer') return meant
  talk.frame = hear(
    talk.dialog,
    talk.frame,
    { kind: 'answers', answers: [meant.answer], certainty: 'full', corrects: false },
    talk.environment,
  ).frame
  talk.go()
  return meant.answer.name
}

const at = (...said: readonly string[]) => {
  const talk = new Talk(errand)
  for (const text of said) talk.say(text)
  return talk
}

test('a picture is the answer to the question that waits for one', () => {
  const talk = at('hål')
  expect(send(talk, photos(2))).toBe('photo')
  expect(talk.at).toBe('note')
  expect(talk.answers['photo']).toEqual(photos(2))
})

test('a picture sent before it is asked for is not asked for any more', () => {
  const talk = at()
  expect(send(talk, photos(1))).toBe('photo')
  expect(talk.at).toBe('what')
  talk.say('hål')
  expect(talk.at).toBe('note')
})

test('a picture that comes after its question was passed over is taken all the same', () => {
  const talk = at('hål', 'hoppa över', 'en text')
  expect([talk.at, send(talk, photos(1)), talk.at]).toEqual(['send', 'photo', 'send'])
  expect(talk.answers['photo']).toEqual(photos(1))
})

test('pictures that come one by one are one answer, up to as many as the question takes', () => {
  const talk = at('hål')
  send(talk, photos(1))
  send(talk, photos(2))
  expect(talk.answers['photo']).toHaveLength(3)
  expect(send(talk, photos(1))).toEqual({ kind: 'too-many', max: 3 })
})

test('pictures sent when the question was opened again take the place of those before', () => {
  const talk = at('hål')
  send(talk, photos(3))
  talk.tap({ name: 'change', value: 'photo' })
  expect([talk.at, send(talk, photos(1))]).toEqual(['photo', 'photo'])
  expect(talk.answers['photo']).toHaveLength(1)
})

test('a document is refused where a picture is wanted, and taken where a document is', () => {
  expect(send(at('hål'), pdf)).toEqual({ kind: 'photo-only' })
  expect(send(at('printed', 'hoppa över'), pdf)).toBe('paper')
})

test('a question that is not asked in this talk takes nothing', () => {
  expect(send(new Talk(errand), pdf)).toEqual({ kind: 'photo-only' })
  const onlyPaper = new Talk(
    dialogOf([ask('what'), ask('paper', { type: 'file', onlyIf: 'what is printed' }), confirm('send')]),
  )
  onlyPaper.say('hål')
  expect(send(onlyPaper, pdf)).toEqual({ kind: 'nowhere' })
})

test('nothing is taken when it has been sent already', () => {
  const talk = new Talk(
    dialogOf([ask('photo', { type: 'photo' }), confirm('send'), act('write', 'create', {}), ask('more')]),
  )
  send(talk, photos(1))
  talk.confirm()
  expect([talk.at, send(talk, photos(1))]).toEqual(['more', { kind: 'nowhere' }])
})

test('an action gets what names the pictures, and never their bytes', () => {
  const talk = at('hål')
  send(talk, photos(1))
  talk.say('hoppa över')
  talk.confirm()
  expect(talk.did).toEqual([`create ${JSON.stringify({ image: photos(1) })}`])
})

test.each<[Value, string]>([
  [photos(1), '1 bild'],
  [photos(2), '2 bilder'],
  [pdf, '1 fil'],
  [[...photos(1), ...pdf], '2 filer'],
])('%j is shown as %s', (value, shown) => {
  const labelled = dialogOf([ask('paper', { type: 'file', max: 3 }), confirm('send')], {
    labels: { paper: 'Bilaga' },
  })
  const talk = new Talk(labelled)
  talk.answer({ paper: value })
  expect(summaryOf(traceWalk(labelled, talk.frame, environment).progress)).toEqual([
    { name: 'paper', label: 'Bilaga', value: shown },
  ])
})

describe('over SMS', () => {
  const sms = { ...environment, channel: 'sms' } as const
  test('a question that can be done without is passed over', () => {
    const talk = new Talk(
      dialogOf([ask('photo', { type: 'photo', optional: true }), ask('note')]),
      undefined,
      sms,
    )
    expect(talk.at).toBe('note')
  })
  test('one that must be answered is asked', () => {
    expect(new Talk(dialogOf([ask('photo', { type: 'photo' })]), undefined, sms).at).toBe('photo')
  })
  test('pictures sent on the web before are kept', () => {
    const talk = at('hål')
    send(talk, photos(1))
    talk.environment = sms
    talk.go()
    expect(talk.answers['photo']).toEqual(photos(1))
  })
})

test('words at a question for a picture are no answer to it', () => {
  const talk = at('hål')
  expect(talk.say('den är stor')).toBe('not-understood')
})
