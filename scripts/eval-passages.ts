// Asks what residents might ask, with a fifth of the articles' questions held back at a time, and prints what passages add.
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { checkOn, trainingExamples, type ReadContent } from '../bot/content/content'
import { readContentFiles } from '../bot/content/content-files'
import type { Article, ArticleText } from '../bot/contracts/knowledge/article'
import type { Classifier } from '../bot/contracts/talk/classifier'
import type { Language } from '../bot/contracts/talk/language'
import type { SearchPassages } from '../bot/contracts/knowledge/passage'
import { choosePassage } from '../bot/knowledge/search/choose-passage'
import { searchArticles } from '../bot/knowledge/search/search-articles'
import { isLoneWord } from '../bot/knowledge/search/search-word'
import { articleOf } from '../bot/stages/turn/topic'
import { decideTopic } from '../bot/understanding/decide-topic'
import { trainClassifier } from '../bot/understanding/classifier/train-classifier'

const usage = `Usage: npm run eval:passages [-- --everyday FILE] [--json]

Five times over a fifth of the questions of the shipped articles is held back: the classifier is not
taught them and the search does not see them. Then they are asked, and with them everyday questions
that no city answers. Takes some minutes.

  --everyday FILE  one Swedish question a line; test/bot/knowledge/search/everyday.txt when nothing is said
  --json           one JSON object on standard output in place of the table
  --help           this text

Prints, of the questions held back: how many a topic was sure of, rightly and wrongly; how many of the
others were answered by a passage, of the right article and of another; how many were asked back or not
understood. Of the everyday questions: how many were answered by a topic, by a passage, asked back, or
rightly not understood.`

const folds = 5
const measured: readonly Language[] = ['sv', 'en']

interface Asked {
  readonly text: string
  readonly language: Language
  /** Undefined for what no city answers. */
  readonly article: string | undefined
}

type Ending = 'sure' | 'passage' | 'asked back' | 'not understood'

interface Answered extends Asked {
  readonly ending: Ending
  /** The article or dialog that answered. */
  readonly topic: string | undefined
}

/** The articles without the questions of a fold, and those questions. */
function holdBack(articles: ReadContent['articles'], fold: number) {
  const held: Asked[] = []
  let count = 0
  const without = (article: string, text: ArticleText): ArticleText => ({
    ...text,
    questions: text.questions.filter((question) => {
      count += 1
      if (count % folds !== fold || !measured.includes(text.language)) return true
      held.push({ text: question, language: text.language, article })
      return false
    }),
  })
  const rest = new Map(
    [...articles].map(([id, article]): [string, Article] => [
      id,
      {
        ...article,
        texts: new Map([...article.texts].map(([language, text]) => [language, without(id, text)])),
      },
    ]),
  )
  return { held, rest }
}

interface Taught {
  readonly classifier: Classifier
  readonly searchPassages: SearchPassages
}

/** As `decide` does, in a conversation that has just begun. */
function answer({ classifier, searchPassages }: Taught, asked: Asked): Answered {
  const decision = decideTopic(classifier.classify(asked.text, asked.language))
  if (decision.kind === 'sure') return { ...asked, ending: 'sure', topic: decision.topic }
  const closest = decision.kind === 'close' ? decision.topics[0] : undefined
  const likeliest = articleOf(closest)
  const mayQuote = closest === undefined || likeliest !== undefined
  const passage = mayQuote
    ? choosePassage(searchPassages(asked.text, asked.language), {
        likeliest,
        isLoneWord: isLoneWord(asked.text, asked.language),
      })
    : undefined
  if (passage !== undefined)
    return { ...asked, ending: 'passage', topic: `article:${passage.passage.articleId}` }
  return { ...asked, ending: decision.kind === 'close' ? 'asked back' : 'not understood', topic: undefined }
}

async function ask(everyday: readonly string[]): Promise<readonly Answered[]> {
  const files = await readContentFiles('.')
  const read = checkOn(files, new Date())
  const examples = trainingExamples(read)
  if (examples === undefined) throw new Error('dialogs/city.yaml cannot be used; run npm run dialogs:check')
  return Array.from({ length: folds }, (_, fold) => {
    process.stderr.write(`teaching ${fold + 1} of ${folds} …\n`)
    const { held, rest } = holdBack(read.articles, fold)
    const left = new Set(held.map(({ article, text }) => `article:${article ?? ''} ${text}`))
    const known = examples.filter(({ text, label }) => !left.has(`${label ?? ''} ${text}`))
    const taught = {
      classifier: trainClassifier(known),
      searchPassages: searchArticles({ articles: rest, synonyms: read.synonyms }),
    }
    const strange = everyday.map((text) => ({ text, language: 'sv', article: undefined }))
    return [...held, ...strange].map((asked) => answer(taught, asked))
  }).flat()
}

const count = (answered: readonly Answered[], ending: Ending, isRight?: boolean): number =>
  answered.filter(
    (one) =>
      one.ending === ending &&
      (isRight === undefined || (one.topic === `article:${one.article ?? ''}`) === isRight),
  ).length

function figuresOf(answered: readonly Answered[]) {
  const held = answered.filter(({ article }) => article !== undefined)
  const everyday = answered.filter(({ article }) => article === undefined)
  return {
    heldBack: {
      questions: held.length,
      sureRight: count(held, 'sure', true),
      sureWrong: count(held, 'sure', false),
      passageRight: count(held, 'passage', true),
      passageWrong: count(held, 'passage', false),
      askedBack: count(held, 'asked back'),
      notUnderstood: count(held, 'not understood'),
    },
    everyday: {
      questions: everyday.length,
      sure: count(everyday, 'sure'),
      passage: count(everyday, 'passage'),
      askedBack: count(everyday, 'asked back'),
      notUnderstood: count(everyday, 'not understood'),
    },
    everydayPassages: [
      ...new Set(everyday.filter(({ ending }) => ending === 'passage').map(({ text }) => text)),
    ],
  }
}

function table({ heldBack, everyday, everydayPassages }: ReturnType<typeof figuresOf>): string {
  const rows = (figures: Readonly<Record<string, number>>): readonly string[] =>
    Object.entries(figures).map(
      ([name, number]) =>
        `  ${name.padEnd(16)}${String(number).padStart(6)}  ${((100 * number) / (figures['questions'] ?? 1)).toFixed(1)} %`,
    )
  return [
    'Questions held back',
    ...rows(heldBack),
    `Everyday questions, each asked ${folds} times`,
    ...rows(everyday),
    'Of these a passage answered',
    ...everydayPassages.map((text) => `  ${text}`),
  ].join('\n')
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      everyday: { type: 'string', default: 'test/bot/knowledge/search/everyday.txt' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) {
    console.log(usage)
    return
  }
  const everyday = readFileSync(values.everyday, 'utf8')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
  const figures = figuresOf(await ask(everyday))
  console.log(values.json ? JSON.stringify(figures) : table(figures))
}

main().catch((error: unknown) => {
  console.error((error as Error).message)
  process.exitCode = 2
})
