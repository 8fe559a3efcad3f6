import { readFollowUp, type Leaning } from '../../../../bot/knowledge/follow-up/read-follow-up'
import type { SideName } from '../../../../bot/knowledge/follow-up/sides'
import { processorMs } from '../../../support/processor-time'

interface Read {
  readonly leaning: Leaning
  readonly named?: readonly string[]
  readonly sides?: readonly SideName[]
  readonly asked?: string
}

test.each<[text: string, read: Read]>([
  ['och på söndagar?', { leaning: 'ellipsis', asked: 'söndagar' }],
  ['och pa sondagar', { leaning: 'ellipsis', asked: 'sondagar' }],
  ['vad kostar det då?', { leaning: 'bare', sides: ['price'] }],
  ['hur lång tid tar det?', { leaning: 'bare', sides: ['duration'] }],
  ['går det på kvällen?', { leaning: 'bare', asked: 'kvällen' }],
  ['och maten?', { leaning: 'fragment', named: ['maten'], asked: 'maten' }],
  ['men får barn åka då?', { leaning: 'joined', named: ['barn', 'aka'], asked: 'barn åka' }],
  ['Tack! Och finns det bastu?', { leaning: 'joined', named: ['bastu'], asked: 'bastu' }],
  ['finns det bastu?', { leaning: 'pointing', named: ['bastu'], asked: 'bastu' }],
  ['får hunden vara med?', { leaning: 'short', named: ['hunden'], asked: 'hunden' }],
  ['säljer ni kort', { leaning: 'short', named: ['saljer', 'kort'], asked: 'säljer ni kort' }],
])('reads "%s" as leaning on what was said', (text, { leaning, named = [], sides = [], asked = '' }) => {
  const read = readFollowUp(text, 'sv')
  expect(read).toMatchObject({ leaning, asked, sides })
  expect(read?.named.map(({ folded }) => folded)).toEqual(named)
})

test.each<[text: string, read: Read]>([
  ['and on Sundays?', { leaning: 'ellipsis', asked: 'Sundays' }],
  ['how much is it?', { leaning: 'bare', sides: ['price'] }],
  ['what about dogs?', { leaning: 'fragment', named: ['dogs'], asked: 'dogs' }],
  ['can I print there?', { leaning: 'pointing', named: ['print'], asked: 'print' }],
  ['is it open in May', { leaning: 'bare', sides: ['time'], asked: 'in May' }],
])('reads "%s" in English', (text, { leaning, named = [], sides = [], asked = '' }) => {
  const read = readFollowUp(text, 'en')
  expect(read).toMatchObject({ leaning, asked, sides })
  expect(read?.named.map(({ folded }) => folded)).toEqual(named)
})

test.each([
  ['a statement', 'det luktar konstigt i källaren'],
  [
    'more words than a short question has',
    'hur ansöker jag om parkeringstillstånd för rörelsehindrade i centrum',
  ],
  ['nothing that is asked about', 'och annars då?'],
  ['nothing at all', '   '],
  ['many words', 'och jag undrar om ni kan tala om vad det kostar för oss'],
])('does not take %s for a follow-up', (_, text) => {
  expect(readFollowUp(text, 'sv')).toBeUndefined()
})

test('takes nothing for a follow-up in a language whose small words nobody has written down', () => {
  expect(readFollowUp('entä sunnuntaisin?', 'fi')).toBeUndefined()
})

test('is quick with texts that are made to be slow', () => {
  const took = processorMs(() => void readFollowUp(`och ${'a-'.repeat(5000)}?`, 'sv'))
  expect(took).toBeLessThan(200)
})
