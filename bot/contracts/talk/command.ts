// Words of command: each city lists its own for them, in every language.

/** What a resident can say anywhere, in any dialog. */
export const commands = [
  'cancel',
  'person',
  'help',
  'back',
  'repeat',
  'restart',
  'skip',
  'unsure',
  'undo',
  'yes',
  'no',
  'thanks',
  'hello',
  'goodbye',
  'small-talk',
  'abuse',
  'unhelped',
  'easy',
  'ordinary',
  'status',
  'add-to-case',
  'correct-case',
  'withdraw-case',
  'back-to-bot',
  'resume-code',
  'language',
] as const
export type Command = (typeof commands)[number]
