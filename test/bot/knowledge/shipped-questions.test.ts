// The list of what residents ask: each is there once, and what is said to answer it is there too.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readQuestions } from '../../../bot/knowledge/read-questions'
import { shippedContent } from '../../support/test-bot'

const root = join(__dirname, '../../..')
const listed = readQuestions(readFileSync(join(root, 'knowledge', 'questions.md'), 'utf8'))

test('the questions are listed in order, without a gap', () => {
  expect(listed.map(({ number }) => number)).toEqual(Array.from({ length: listed.length }, (_, at) => at + 1))
})

test('only emergencies and small talk are answered by something else than an article or a dialog', () => {
  expect(listed.filter(({ topics }) => topics.length === 0).map(({ number }) => number)).toEqual([78, 80])
})

test('every article and dialog that is named exists', () => {
  const files = new Set([
    ...readdirSync(join(root, 'knowledge')).map((name) => `article:${name}`),
    ...readdirSync(join(root, 'dialogs')).map((name) => `dialog:${name}`),
  ])
  const missing = listed
    .flatMap(({ topics }) => topics)
    .filter((topic) => !files.has(`${topic}${topic.startsWith('article:') ? '.md' : '.yaml'}`))
  expect(missing).toEqual([])
})

describe('in the words of residents who are not in the examples, the likeliest topic is the one that helps', () => {
  test.each([
    ['sv', 'jag känner mig nere och vill prata med nån', 'article:psykisk-ohalsa'],
    ['sv', 'har ont i halsen, vart ringer man', 'article:vard-1177'],
    ['sv', 'varför tjuter det från taken i hela stan', 'article:vma'],
    ['sv', 'de vräker oss på tisdag', 'article:bostadslos'],
    ['sv', 'har ingen bostad, var sover man i natt', 'article:bostadslos'],
    ['sv', 'behöver avlastning, vår son har downs', 'article:lss'],
    ['sv', 'vill klaga på hur socialtjänsten gör', 'dialog:synpunkt'],
    ['sv', 'slänga färgburkar', 'article:atervinningscentral'],
    ['sv', 'slänga bilens gamla däck', 'article:atervinningscentral'],
    ['sv', 'slänga en trasig spegel', 'article:sortera-avfall'],
    ['sv', 'slänga utslitna tröjor', 'article:trasiga-klader'],
    ['sv', 'hur blir vi av med råttorna', 'article:rattor'],
    ['sv', 'mådde illa efter maten på en krog', 'article:matforgiftning'],
    ['en', 'i feel very low, is there somebody to talk to', 'article:psykisk-ohalsa'],
    ['en', 'we have nowhere to sleep', 'article:bostadslos'],
  ])('%s: %s', async (language, text, topic) => {
    const { classifier } = await shippedContent()
    expect(classifier.classify(text, language).best[0]).toMatchObject({ label: topic })
  })
})
