// Takes topics away from the bot and asks it about them: how often does it go ahead with something else?
import { parseArgs } from 'node:util'
import { checkOn, trainingExamples, type SpokenExample } from '../bot/content/content'
import { readContentFiles } from '../bot/content/content-files'
import type { Article } from '../bot/contracts/knowledge/article'
import type { TopicId } from '../bot/contracts/talk/classifier'
import { articleOf } from '../bot/stages/turn/topic'
import { decideTopic, thresholdsOf } from '../bot/understanding/decide-topic'
import { seededRandom, shuffle } from '../bot/understanding/numbers/seeded-random'
import { trainClassifier } from '../bot/understanding/classifier/train-classifier'
import { projectRoot } from '../main/project-root'
import { readArguments, runEvaluation, UsageError } from './eval/command'

const usage = `Usage: npm run eval:strange -- [--json]

Five times a fifth of the topics (an article goes with the dialog that it leads to), a fifth of the other phrases and a
fifth of dialogs/elsewhere.yaml, in blocks of eight neighbours, are held back from a classifier that is then asked about
them. Printed for several thresholds of inScope, a star at that of the bot: how much of what is in scope is answered
rightly at once, and wrongly; how much of the topics held back and of elsewhere goes ahead all the same.
Exit codes: 0 done, 2 wrong arguments or unusable content.`

const folds = 5
const seed = 4242
/** Staff write what is alike together; a neighbour that was taught would give the others away. */
const block = 8
const scopes = [0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8] as const

type Sort = 'known' | 'strange' | 'elsewhere'
interface Asked {
  readonly sort: Sort
  /** The least `inScope` at which it would not go ahead; 0 when it never does. */
  readonly goesAheadTo: number
  readonly isRight: boolean
}

interface City {
  readonly examples: readonly SpokenExample[]
  /** A topic, or the dialog that it leads to. */
  readonly thingOf: (label: string) => string
}

async function readCity(): Promise<City> {
  const read = checkOn(await readContentFiles(process.env['CONTENT_DIR'] || projectRoot), new Date())
  const examples = trainingExamples(read)
  if (examples === undefined)
    throw new UsageError('dialogs/city.yaml cannot be used; npm run dialogs:check says why')
  return { examples, thingOf: thingIn(read.articles) }
}

const thingIn =
  (articles: ReadonlyMap<string, Article>) =>
  (label: string): string => {
    const dialog = articles.get(articleOf(label) ?? '')?.dialog
    return dialog === undefined ? label : `dialog:${dialog}`
  }

function spread<Item>(items: readonly Item[], random: () => number): ReadonlyMap<Item, number> {
  const order = [...items.keys()]
  shuffle(order, random)
  return new Map(items.map((item, at) => [item, (order[at] ?? 0) % folds]))
}

/** What is asked in each fold, and as what; what is not asked in it is taught, unless its topic is strange there. */
function planFolds({ examples, thingOf }: City) {
  const random = seededRandom(seed)
  const things = [...new Set(examples.flatMap(({ label }) => (label === null ? [] : thingOf(label))))].sort()
  const foldOfThing = spread(things, random)
  const foldOfText = spread(examples, random)
  const elsewhere = examples.filter(({ label }) => label === null)
  const foldOfElsewhere = new Map(elsewhere.map((one, at) => [one, Math.floor(at / block) % folds]))
  return (example: SpokenExample, fold: number): Sort | 'taught' | 'left out' => {
    const { label, kind } = example
    const isAsked = kind !== 'told'
    if (label !== null && foldOfThing.get(thingOf(label)) === fold) return isAsked ? 'strange' : 'left out'
    if (label === null) return foldOfElsewhere.get(example) === fold ? 'elsewhere' : 'taught'
    return isAsked && foldOfText.get(example) === fold ? 'known' : 'taught'
  }
}

function askAll(city: City): readonly Asked[] {
  const sortOf = planFolds(city)
  const areOne = (a: TopicId, b: TopicId): boolean => city.thingOf(a) === b || city.thingOf(b) === a
  return Array.from({ length: folds }, (_, fold): readonly Asked[] => {
    process.stderr.write(`teaching ${fold + 1} of ${folds} …\n`)
    const classifier = trainClassifier(city.examples.filter((one) => sortOf(one, fold) === 'taught'))
    return city.examples.flatMap((one) => {
      const sort = sortOf(one, fold)
      if (sort === 'taught' || sort === 'left out') return []
      const classification = classifier.classify(one.text)
      const decision = decideTopic({ ...classification, inScope: 1 }, { areOne })
      const topic = decision.kind === 'sure' ? decision.topic : undefined
      const isRight =
        topic !== undefined && one.label !== null && city.thingOf(topic) === city.thingOf(one.label)
      return [{ sort, goesAheadTo: topic === undefined ? 0 : classification.inScope, isRight }]
    })
  }).flat()
}

function figuresAt(asked: readonly Asked[], scope: number) {
  const shareOf = (sort: Sort, isRight?: boolean): number => {
    const some = asked.filter((one) => one.sort === sort)
    const ahead = some.filter(
      (one) => one.goesAheadTo >= scope && (isRight === undefined || one.isRight === isRight),
    )
    return some.length === 0 ? 0 : ahead.length / some.length
  }
  return {
    scope,
    right: shareOf('known', true),
    wrong: shareOf('known', false),
    strange: shareOf('strange'),
    elsewhere: shareOf('elsewhere'),
  }
}

type Figures = ReturnType<typeof figuresAt>
const percent = (share: number): string => `${(share * 100).toFixed(1)} %`.padStart(11)

const nameOf = (scope: number): string =>
  `${scope.toFixed(2)}${scope === thresholdsOf.idle.scope ? ' *' : ''}`

const table = (figures: readonly Figures[]): string =>
  [
    'inScope    right at once      wrong    strange  elsewhere',
    ...figures.map(({ scope, right, wrong, strange, elsewhere }) =>
      [nameOf(scope).padEnd(13), ...[right, wrong, strange, elsewhere].map(percent)].join(''),
    ),
  ].join('\n')

async function main(): Promise<void> {
  const { json, help } = readArguments(
    () =>
      parseArgs({
        options: { json: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } },
      }),
    usage,
  )
  if (help) {
    console.log(usage)
    return
  }
  const asked = askAll(await readCity())
  const all = [...new Set([...scopes, thresholdsOf.idle.scope])].sort((a, b) => a - b)
  const figures = all.map((scope) => figuresAt(asked, scope))
  console.log(json ? JSON.stringify(figures) : table(figures))
}

void runEvaluation(main)
