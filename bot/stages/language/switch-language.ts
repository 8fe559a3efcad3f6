// The resident asks whether we speak a language, and is offered it; or chooses one, by the page's menu, by naming it, or by a yes to an offer. Answers are codes, so nothing is
// lost by it.
import type { City } from '../../contracts/city/city'
import type { Language } from '../../contracts/talk/language'
import { madeOnce } from '../../contracts/basics/made-once'
import { foldDiacritics } from '../../text/normalise'
import { answerToOffer } from '../turn/answer-to-offer'
import { languageName, languagesInWords } from './language-name'
import { openQuestion, withoutTopFrame } from '../turn/open-dialog'
import { neverAgain } from './times-offered'
import { unknownLanguage } from './unknown-language'
import {
  endTurn,
  goOn,
  languageOf,
  withConversation,
  type Stage,
  type StageResult,
  type Turn,
} from '../turn/turn'

/** "Can you answer in English, please?", "kan du ta det på engelska": what goes round the name of a language. */
const polite =
  /^(?:(?:actually|sorry|hi|hello|hey|ok|okay|but|please|hej|men|snälla|förlåt|ursäkta)[,.!\s]+)*(?:(?:(?:can|could|may) (?:we|i|you) (?:please )?(?:do|have|take|get|continue|write|switch)(?: (?:this|it|that))?|(?:kan|får) (?:vi|jag|du|ni) (?:ta|få|skriva|fortsätta|prata)(?: (?:det här|det|detta))?|is it possible to (?:write|do (?:this|it))|can you|could you|do you|please|i want|kan du|kan ni|jag vill ha|ja|yes)[,\s]+)?(?:(?:in|på|speak|tala|talar|prata|pratar|svara på|ta det på|answer in|reply in|switch to|change to|byt till|byta till)\s+)?(.+?)(?:[,\s]+(?:please|tack|snälla))?[.!?\s]*$/iu

/** "Do you speak Arabic?", "pratar ni arabiska": a question whether, and no wish yet as "please" makes it. */
const asking =
  /^(?:(?:hej|hallå|ursäkta|hello|hi|sorry|excuse me)[,!.]*\s+)?(?:(?:do|can|could) (?:you|u)(?: guys| all)? (?:speak|talk|understand|know)|(?:is there|are there|do you have) (?:anyone|anybody|someone) who (?:speaks?|knows?)|(?:talar|pratar|snackar|förstår|kan) (?:du|ni)(?: (?:tala|prata|snacka|förstå))?|(?:finns det|har ni) någon som (?:kan|talar|pratar|snackar))\s+(?:på )?(.+?)(?: here| här)?[.!?\s]*$/iu
/** Asked for though no city here speaks them; in Swedish and English their names are known by their codes. */
const otherLanguages =
  'sq am bs bg ckb da el et fr ka he hi hr hu it ja ko ku lt lv mk nl no pa ps pt ro rom ru sk sl sr sv ta th ti tl tr ur vi yue zh'.split(
    ' ',
  )

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

const comparableOther = new Set(
  otherLanguages
    .flatMap((language) => ['sv', 'en'].map((inLanguage) => languageName(language, inLanguage)))
    .concat(
      'kurmanji',
      'sorani',
      'bosniska/kroatiska/serbiska',
      'mandarin',
      'tigrinska',
      'romani',
      'norska',
      'tagalog',
    )
    .map(comparable),
)

/** Name → language: each of the city's in every one of its languages (`english`, `engelska`, `englanti`). */
const namesIn = madeOnce(({ languages }: City): ReadonlyMap<string, Language> => {
  const names = languages.flatMap((language) =>
    [
      ...languages.map((inLanguage) => languageName(language, inLanguage)),
      ...(otherNames[language] ?? []),
    ].map((name) => [comparable(name), language] as const),
  )
  // Of two languages with one name the city's first one is meant.
  return new Map(names.reverse())
})

const namedLanguage = (turn: Turn): Language | undefined => languageNamed(turn, polite.exec(turn.text)?.[1])

function languageNamed({ content: { city } }: Turn, name: string | undefined): Language | undefined {
  if (name === undefined) return undefined
  return namesIn(city).get(comparable(name))
}

function chosenLanguage(turn: Turn): Language | undefined {
  const { content } = turn.message
  if (content.kind === 'language') return content.language
  if (content.kind === 'choice' && content.choice.name === 'language') return content.choice.value
  return content.kind === 'text' ? namedLanguage(turn) : undefined
}

const switchTo = (turn: Turn, language: Language): Turn =>
  withConversation(turn, {
    language,
    languagesOffered: neverAgain(turn.conversation.languagesOffered, [languageOf(turn), language]),
    misses: 0,
  })

/** The turn in which what was written when the language was offered is answered in it; undefined when there is nothing to answer. */
function answeredAnew(turn: Turn, language: Language): Turn | undefined {
  const { languageOffer: offer } = turn.conversation
  if (offer === null || offer.language !== language || offer.text === null) return undefined
  const { text, began } = offer
  return {
    ...(began ? withoutTopFrame(turn) : turn),
    text,
    isAnew: true,
    message: { ...turn.message, content: { kind: 'text', text } },
  }
}

function follow(turn: Turn, language: Language): StageResult {
  const switched = switchTo(turn, language)
  const said = { kind: 'wording', key: 'language.switched' } as const
  const anew = answeredAnew(switched, language)
  return anew === undefined
    ? endTurn(switched, 'answered-command', said, ...openQuestion(switched))
    : goOn({ ...anew, utterances: [...turn.utterances, said] })
}

/** Told that we speak it, and asked by `offer-language` whether they want it; or that we do not. */
function answerQuestion(turn: Turn): StageResult | undefined {
  const name = turn.message.content.kind === 'text' ? asking.exec(turn.text)?.[1] : undefined
  const language = languageNamed(turn, name)
  if (language === undefined)
    return name !== undefined && comparableOther.has(comparable(name))
      ? endTurn(turn, 'unanswered-language', ...unknownLanguage(turn), ...openQuestion(turn))
      : undefined
  const yes = {
    kind: 'wording',
    key: 'language.yes',
    values: { languages: languagesInWords([language], languageOf(turn)) },
  } as const
  // It may be offered once more: now it was asked for.
  const languagesOffered = turn.conversation.languagesOffered.filter((one) => one !== language)
  const asked: Turn = {
    ...withConversation(turn, { languagesOffered }),
    asksForLanguage: true,
    seenLanguage: language,
  }
  return endTurn(asked, 'answered-command', yes, ...openQuestion(turn))
}

function keepOwn(turn: Turn, refused: Language): StageResult {
  const languagesOffered = neverAgain(turn.conversation.languagesOffered, [refused])
  const kept = withConversation(turn, { languagesOffered })
  return endTurn(kept, 'answered-command', { kind: 'wording', key: 'language.kept' }, ...openQuestion(kept))
}

export const switchLanguage: Stage = (turn) => {
  const { languageOffer } = turn.conversation
  const wanted = answerToOffer(turn)
  if (languageOffer !== null && wanted === false) return keepOwn(turn, languageOffer.language)
  const answered = wanted === true ? undefined : answerQuestion(turn)
  if (answered !== undefined) return answered
  const language = wanted === true ? languageOffer?.language : chosenLanguage(turn)
  if (language === undefined) return goOn(turn)
  return turn.content.city.languages.includes(language)
    ? follow(turn, language)
    : endTurn(turn, 'unanswered-language', ...unknownLanguage(turn))
}
