// The resident chooses a language, by the page's menu or by naming it. Answers are codes, so nothing is lost by it.
import type { Language } from '../contracts/language'
import { foldDiacritics } from '../text/normalise'
import { languageName } from './language-name'
import { unknownLanguage } from './unknown-language'
import { endTurn, goOn, withConversation, type Stage, type Turn } from './turn'

const polite =
  /^(?:(?:in|på|speak|tala|prata|svara på|answer in)\s+)?(.+?)(?:[,\s]+(?:please|tack))?[.!?]*$/iu

/** What people call their own language beside its name. */
const otherNames: Readonly<Record<Language, readonly string[]>> = {
  ar: ['عربي', 'بالعربي', 'بالعربية', 'اللغة العربية'],
  fi: ['suomeksi', 'suomen kieli', 'suomea'],
  so: ['somali', 'soomaaliga', 'af soomaali', 'af-soomaali', 'af soomaaliga', 'afsoomaali'],
  uk: ['українською', 'українською мовою', 'українська мова', 'по-українськи', 'украинский', 'ukrainsk'],
  fa: ['به فارسی', 'زبان فارسی', 'فارسي', 'پارسی', 'دری', 'به دری', 'farsi', 'dari', 'persisk'],
  pl: ['po polsku', 'język polski', 'polsku', 'polsk'],
  es: ['castellano', 'en español', 'en castellano', 'idioma español', 'spansk'],
  de: ['auf deutsch', 'deutsche sprache', 'tysk'],
}

/** Lower case, and without what many phones leave out: `español`, `espanol`. */
const comparable = (name: string): string => foldDiacritics(name.toLowerCase())

/** The names of a language in itself, in Swedish and in English: `english`, `engelska`. */
const namesOf = (language: Language): readonly string[] =>
  [
    ...[language, 'sv', 'en'].map((inLanguage) => languageName(language, inLanguage)),
    ...(otherNames[language] ?? []),
  ].map(comparable)

function namedLanguage({ text, content }: Turn): Language | undefined {
  const name = polite.exec(text)?.[1]
  return name === undefined
    ? undefined
    : content.city.languages.find((language) => namesOf(language).includes(comparable(name)))
}

function chosenLanguage(turn: Turn): Language | undefined {
  const { content } = turn.message
  if (content.kind === 'language') return content.language
  if (content.kind === 'choice' && content.choice.name === 'language') return content.choice.value
  return content.kind === 'text' ? namedLanguage(turn) : undefined
}

export const switchLanguage: Stage = (turn) => {
  const language = chosenLanguage(turn)
  if (language === undefined) return goOn(turn)
  if (!turn.content.city.languages.includes(language))
    return endTurn(turn, 'unanswered-language', unknownLanguage(turn))
  const switched = withConversation(turn, { language, languageChosen: true })
  const said = { kind: 'wording', key: 'language.switched' } as const
  return switched.conversation.frames.length === 0
    ? endTurn(switched, 'answered-command', said)
    : endTurn(switched, 'answered-command', said, { kind: 'open-question' })
}
