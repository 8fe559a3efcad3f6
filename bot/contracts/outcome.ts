// Every turn ends in exactly one outcome; the first word is its family, so figures are counted by prefix.

export const outcomes = [
  'answered-article',
  'answered-passage',
  'answered-model',
  'answered-command',
  'answered-case',
  'welcomed',
  'asked',
  'completed',
  'clarified',
  'handed-off',
  'handed-off-closed',
  'passed-on',
  'back-to-bot',
  'unanswered-no-source',
  'unanswered-not-said',
  'unanswered-out-of-scope',
  'unanswered-language',
  'guarded-emergency',
  'guarded-personal-data',
  'guarded-too-long',
  'guarded-upload',
  'guarded-rate',
  'guarded-opted-out',
  'told-case',
  'told-person',
  'told-moved',
  'noted-feedback',
  'ignored-feedback',
  'ignored-repeat',
  'failed-model',
  'failed-state',
  'failed-unknown',
] as const

export type Outcome = (typeof outcomes)[number]
/** The first word of an outcome: `answered`, `asked`, `failed` … */
export type OutcomeFamily = Outcome extends `${infer Family}-${string}` ? Family : Outcome
