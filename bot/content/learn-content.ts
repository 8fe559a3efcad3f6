// Content with a classifier that was taught its phrases: all of them, or for some seconds those that came.
import type { Clock } from '../contracts/basics/clock'
import type { Logger } from '../contracts/basics/logger'
import { learnAlong } from '../understanding/classifier/learn-along'
import { isLearnt } from '../understanding/classifier/load-or-train'
import type { TrainingExample } from '../understanding/classifier/train-classifier'
import { trainInChild } from '../understanding/classifier/train-in-child'
import { compileContent, goByAll, type CheckedContent, type Content } from './content'
import type { ContentFiles } from './content-files'

export interface LearningParts {
  /** Where what was learnt is kept. */
  readonly cacheDirectory: string
  readonly clock: Clock
  readonly logger: Logger
}

/** With everything learnt first, in another process; where that cannot be it is learnt here. */
export async function learnContent(
  files: ContentFiles,
  checked: CheckedContent,
  parts: LearningParts,
): Promise<Content> {
  if (checked.examples !== undefined) await teach(checked.examples, parts)
  return compileContent(files, { ...parts, now: parts.clock.now() }, checked)
}

/**
 * At once, by the classifier of what is served, which learns along the phrases that came.
 * @returns undefined when everything is learnt already, or must be (see `learnAlong`)
 */
export function learnContentAlong(
  files: ContentFiles,
  checked: CheckedContent,
  { served, ...parts }: LearningParts & { readonly served: Content },
): Content | undefined {
  const { examples } = checked
  if (examples === undefined || isLearnt({ ...parts, examples })) return undefined
  const classifier = learnAlong(served.taught, examples)
  return classifier && compileContent(files, { ...parts, now: parts.clock.now(), classifier }, checked)
}

/** The same content with everything learnt anew. */
export async function relearnContent(content: Content, parts: LearningParts): Promise<Content> {
  await teach(content.taught.examples, parts)
  return goByAll(content, parts)
}

async function teach(
  examples: readonly TrainingExample[],
  { cacheDirectory, logger }: LearningParts,
): Promise<void> {
  if (isLearnt({ examples, cacheDirectory })) return
  await trainInChild({ examples, cacheDirectory }).catch((error: unknown) => {
    logger.warn({ err: error }, 'no process to learn in; learning here, and answers wait')
  })
}
