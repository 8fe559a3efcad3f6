// Turns a text with placeholders into words: in the language and for the channel asked for, or the nearest there is.
import { textKey, type Texts } from '../../contracts/talk/texts'
import { sourceLanguage, type Language } from '../../contracts/talk/language'
import type { Channel } from '../../contracts/talk/message'
import { madeOnce } from '../../contracts/basics/made-once'
import { compileMessage, type CompiledMessage } from './compiled-message'

/**
 * What fills the placeholders. Numbers that a `plural` counts are numbers; all else is a text in the language of the
 * message already: dates, yes/no, labels of choices.
 */
export type MessageValues = Readonly<Record<string, string | number>>

export interface FormattedMessage {
  readonly text: string
  /** The language it is in; another than the one asked for when a translation is missing. */
  readonly language: Language
  /** Placeholders there was no value for; each shows as "-", and counts as 0. */
  readonly missing: readonly string[]
}

/** Compiled once per text and variant; forgotten with the dialogs it belongs to. */
const compiledIn = madeOnce<Texts, Map<string, CompiledMessage>>(() => new Map())

/**
 * Words a text. The order: the channel's own text in the language, the language's, then the same in the source
 * language, then in any other there is.
 *
 * @throws SyntaxError when the message is no ICU message, which the checker has told as T001
 */
export function formatMessage(
  texts: Texts,
  language: Language,
  channel: Channel,
  values: MessageValues = {},
): FormattedMessage {
  const chosen = chooseVariant(texts, language, channel)
  const message = compiledMessage(texts, chosen.key, chosen.language)
  const missing = message.variables.filter(({ name }) => !Object.hasOwn(values, name))
  const fillers = Object.fromEntries(missing.map(({ name, plural }) => [name, plural ? 0 : '-']))
  return {
    text: message.format({ ...values, ...fillers }),
    language: chosen.language,
    missing: missing.map(({ name }) => name),
  }
}

/** The language a text is there in, and who put it into that. */
export interface Spoken {
  readonly language: Language
  /** A machine did, and nobody has read it through yet. */
  readonly isMachine: boolean
}

/** What `formatMessage` would speak. */
export function spokenIn(texts: Texts, wanted: Language, channel: Channel): Spoken {
  const { language } = chooseVariant(texts, wanted, channel)
  return { language, isMachine: texts.machine?.has(language) === true }
}

/** The same, spoken in the language that a text is there in. */
export const inLanguageOf = <Spoken extends { readonly language: Language; readonly channel: Channel }>(
  texts: Texts,
  wanted: Spoken,
): Spoken => ({ ...wanted, language: spokenIn(texts, wanted.language, wanted.channel).language })

/** Placeholders of a text in all its languages and channels, each once. */
export const placeholdersOf = (texts: Texts): readonly string[] => [
  ...new Set(
    [...texts.byKey.keys()].flatMap((key) =>
      compiledMessage(texts, key, languageOfKey(key)).variables.map(({ name }) => name),
    ),
  ),
]

function chooseVariant(
  texts: Texts,
  language: Language,
  channel: Channel,
): { readonly key: string; readonly language: Language } {
  for (const candidate of [language, sourceLanguage]) {
    const keys = [textKey(candidate, channel), textKey(candidate)]
    const key = keys.find((one) => texts.byKey.has(one))
    if (key !== undefined) return { key, language: candidate }
  }
  const any = [...texts.byKey.keys()][0] ?? textKey(sourceLanguage)
  return { key: any, language: languageOfKey(any) }
}

const languageOfKey = (key: string): Language => key.split('.')[0] ?? key

function compiledMessage(texts: Texts, key: string, language: Language): CompiledMessage {
  const ofText = compiledIn(texts)
  const known = ofText.get(key)
  if (known !== undefined) return known
  const message = compileMessage(texts.byKey.get(key) ?? '', language)
  ofText.set(key, message)
  return message
}
