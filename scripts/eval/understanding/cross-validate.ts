// Every phrase of the content asked of a classifier that was not taught it: k-fold cross-validation (Stone, JRSS B 36:2, 1974).
import type { Classification } from '../../../bot/contracts/talk/classifier'
import type { SpokenExample } from '../../../bot/content/content'
import { seededRandom, shuffle } from '../../../bot/understanding/numbers/seeded-random'
import { trainClassifier } from '../../../bot/understanding/classifier/train-classifier'

export interface Tried extends SpokenExample {
  readonly classification: Classification
  /** Of the changed texts that were asked too, by their name. */
  readonly changed: ReadonlyMap<string, Classification>
}

export interface CrossValidation {
  readonly folds: number
  readonly seed: number
  /** More texts to ask of the same classifier: the phrase as it might also be written, by a name. */
  readonly changesOf?: (example: SpokenExample) => ReadonlyMap<string, string>
  readonly onFold?: (fold: number) => void
}

/**
 * In which fold each example is held back; undefined for what a topic says of itself, which is always taught. The phrases of a
 * topic in a language are spread evenly, so that no fold lacks a topic that has enough.
 */
export function foldsOf(
  examples: readonly SpokenExample[],
  { folds, seed }: Pick<CrossValidation, 'folds' | 'seed'>,
): readonly (number | undefined)[] {
  const random = seededRandom(seed)
  const groups = new Map<string, number[]>()
  for (const [at, { label, language, kind }] of examples.entries()) {
    if (kind === 'told') continue
    const key = `${language ?? ''} ${label ?? ''}`
    groups.set(key, [...(groups.get(key) ?? []), at])
  }
  const result: (number | undefined)[] = examples.map(() => undefined)
  let next = 0
  for (const members of groups.values()) {
    shuffle(members, random)
    for (const at of members) {
      result[at] = next % folds
      next += 1
    }
  }
  return result
}

/** What came of each phrase, in the order of the examples. Takes as long as `folds` trainings. */
export function crossValidate(
  examples: readonly SpokenExample[],
  { folds, seed, changesOf = () => new Map<string, string>(), onFold }: CrossValidation,
): readonly Tried[] {
  const foldOf = foldsOf(examples, { folds, seed })
  const tried = new Map<number, Tried>()
  for (let fold = 0; fold < folds; fold += 1) {
    onFold?.(fold)
    const classifier = trainClassifier(examples.filter((_, at) => foldOf[at] !== fold))
    for (const [at, example] of examples.entries()) {
      if (foldOf[at] !== fold) continue
      const changed = [...changesOf(example)].map(
        ([name, text]) => [name, classifier.classify(text)] as const,
      )
      tried.set(at, {
        ...example,
        classification: classifier.classify(example.text),
        changed: new Map(changed),
      })
    }
  }
  return [...tried].sort(([a], [b]) => a - b).map(([, one]) => one)
}
