// "Lättläst": an article's twin in easy Swedish, by a button or a word, and first from then on.
import { openSqliteStore } from '../../../../adapters/sqlite'
import { silentLogger } from '../../../../bot/contracts/basics/logger'
import type { Store } from '../../../../bot/contracts/store/store'
import { residentOf, type Answered } from '../../../support/resident'
import { nightClock, shippedContent } from '../../../support/test-bot'

let store: Store
beforeEach(() => {
  store = openSqliteStore({ file: ':memory:', clock: nightClock, logger: silentLogger })
})
afterEach(() => store.close())

const labels = ({ replies }: Answered): readonly string[] =>
  replies.flatMap(({ suggestions }) => suggestions.map(({ label }) => label))
const ordinary = 'Vilken dag vi kommer beror på var du bor.'
const easy = 'Vilken dag vi hämtar sopor beror på var du bor.'

test('an article with a twin has a button to it, and the twin has its own stamp and the same source', async () => {
  const { say, tap } = await residentOf(store)
  const answer = await say('när töms soptunnan')
  expect(answer.text).toContain(ordinary)
  const twin = await tap(answer, 'Lättläst')
  expect(twin).toMatchObject({ outcome: 'answered-article' })
  expect(twin.text).toContain(easy)
  expect(twin.replies[0]).toMatchObject({
    language: 'sv',
    asksFeedback: true,
    topic: 'article:tomningsdag',
    sources: [{ articleId: 'tomningsdag', url: answer.replies[0]!.sources[0]!.url, reviewed: '2026-11-24' }],
  })
  expect(answer.replies[0]!.sources[0]!.reviewed).toBe('2026-11-23')
  expect(labels(twin)).toContain('Vanlig text')
  expect(labels(twin)).not.toContain('Lättläst')
})

test('an article without a twin has no such button', async () => {
  const { say } = await residentOf(store)
  expect(labels(await say('när plogas min gata'))).not.toContain('Lättläst')
})

test('whoever chose it gets the twin first from then on, until they want the ordinary text', async () => {
  const { say, tap } = await residentOf(store)
  await tap(await say('när töms soptunnan'), 'Lättläst')
  const next = await say('när har biblioteket öppet på söndagar')
  expect(next.text).toContain('På biblioteket lånar du böcker.')
  const back = await tap(next, 'Vanlig text')
  expect(back.text).toContain('Stadsbiblioteket är öppet måndag till fredag')
  expect(labels(back)).toContain('Lättläst')
  expect((await say('när töms soptunnan')).text).toContain(ordinary)
})

test('the choice is kept in the store with the conversation', async () => {
  const first = await residentOf(store)
  await first.tap(await first.say('när töms soptunnan'), 'Lättläst')
  const later = await residentOf(store)
  expect((await later.say('när töms soptunnan')).text).toContain(easy)
})

test.each(['lättläst', 'Lättläst tack!', 'lattlast', 'kan du skriva enklare?'])(
  'the word "%s" does the same after an answer',
  async (word) => {
    const { say } = await residentOf(store)
    await say('när töms soptunnan')
    expect((await say(word)).text).toContain(easy)
    expect((await say('vanlig text')).text).toContain(ordinary)
  },
)

test('said first, it holds for what comes', async () => {
  const { say } = await residentOf(store)
  expect(await say('lättläst')).toMatchObject({
    outcome: 'answered-command',
    text: 'Från och med nu svarar jag på lättläst svenska när det finns.',
  })
  expect((await say('när töms soptunnan')).text).toContain(easy)
})

test('said of an answer without a twin, that is told', async () => {
  const { say } = await residentOf(store)
  await say('när plogas min gata')
  expect((await say('lättläst')).text).toContain('finns inte på lättläst än')
})

test('over SMS it is an option with a number, and the word is heard too', async () => {
  const { say } = await residentOf(store, { channel: 'sms' })
  const answer = await say('när töms soptunnan')
  expect(answer.text).toMatch(/\n\d Lättläst$/m)
  const twin = await say('LÄTTLÄST')
  expect(twin.text).toContain(easy)
  expect(twin.text).not.toMatch(/\*\*/)
  expect(twin.text).toMatch(/\n\d Vanlig text$/m)
  expect((await say('Vanlig text')).text).toContain(ordinary)
})

test('in English there is no button, and an honest word for who asks', async () => {
  const { say } = await residentOf(store, { language: 'en' })
  const answer = await say('when is my bin emptied')
  expect(answer.outcome).toBe('answered-article')
  expect(labels(answer)).not.toContain('Easy Swedish')
  expect((await say('easy to read')).text).toContain('easy texts exist in Swedish only')
  expect((await say('when is my bin emptied')).replies.at(-1)?.language).toBe('en')
})

test('who gets Swedish because there is no translation is offered easy Swedish in their language', async () => {
  const { say, tap } = await residentOf(store, { language: 'pl' })
  const answer = await say('när töms soptunnan')
  expect(labels(answer)).toContain('Łatwy szwedzki')
  expect((await tap(answer, 'Łatwy szwedzki')).text).toContain(easy)
})

test('an open dialog is kept, and its question asked again', async () => {
  const { say, begin, tap } = await residentOf(store)
  await begin('felanmalan')
  const answer = await say('när töms soptunnan?')
  const twin = await tap(answer, 'Lättläst')
  expect(twin.text).toMatch(new RegExp(`${easy}.*Vad gäller felet\\?`, 's'))
  expect((await say('halt')).text).toContain('Var är det?')
})

test('a tap on the button of an earlier answer shows the twin of that one', async () => {
  const { say, tap } = await residentOf(store)
  const bins = await say('när töms soptunnan')
  await say('när har biblioteket öppet på söndagar')
  expect((await tap(bins, 'Lättläst')).text).toContain(easy)
})

test('an article past its date shows no twin either', async () => {
  const content = await shippedContent()
  const article = content.articles.get('tomningsdag')!
  const articles = new Map(content.articles).set('tomningsdag', { ...article, validUntil: '2026-11-01' })
  const { say } = await residentOf(store, { content: { ...content, articles } })
  await say('lättläst')
  const withdrawn = await say('när töms soptunnan')
  expect(withdrawn).toMatchObject({ outcome: 'unanswered-no-source' })
  expect(withdrawn.text).not.toContain(easy)
})

test('an article about danger that is past its date says what to do all the same, and offers a person', async () => {
  const content = await shippedContent()
  const article = content.articles.get('vald-i-hemmet')!
  const articles = new Map(content.articles).set('vald-i-hemmet', { ...article, validUntil: '2026-11-01' })
  const { say } = await residentOf(store, { content: { ...content, articles } })
  const withdrawn = await say('kvinnojour nummer')
  expect(withdrawn).toMatchObject({ outcome: 'unanswered-no-source' })
  expect(withdrawn.replies[0]?.text).toMatch(/112.*020-50 50 50/s)
  expect(withdrawn.text).toContain('håller på att ses över')
  const labels = withdrawn.replies.flatMap(({ suggestions }) => suggestions.map(({ label }) => label))
  expect(labels).toContain('Prata med en människa')
})

test.each(['constructor', '__proto__', 'borta'])('a button to the twin of "%s" does no harm', async (id) => {
  const { say, tap } = await residentOf(store)
  const answer = await say('när töms soptunnan')
  const [reply] = answer.replies
  const suggestions = [{ label: 'Lättläst', choice: { name: 'easy', value: id } }]
  const tapped = await tap({ ...answer, replies: [{ ...reply!, suggestions }] }, 'Lättläst')
  expect(tapped).toMatchObject({ outcome: 'answered-command' })
})
