// The words of each kind of utterance.
import type { PersonalDataKind } from '../../contracts/talk/personal-data'
import type { WordingKey } from '../../contracts/talk/wording'
import { formatMessage, spokenIn } from '../../dialog/texts/message-text'
import type { Said } from '../../dialog/texts/said'
import { cityText } from '../turn/city-text'
import { type Turn, languageOf } from '../turn/turn'
import type { Utterance } from '../turn/utterance'
import { dialogTitle } from '../understanding/topic-title'
import { button, inCityWords, inLanguage, plain } from './in-city-words'
import { wordAdvice, wordAllClear, wordDangerQuestion } from './word-danger'
import { wordArticleOf, wordNotSaid, wordPassageOf } from './word-knowledge'
import { languageButton, languageButtons, wordLanguageOffer, wordLanguagesSpoken } from './word-languages'
import { wordModelAnswer } from './word-model-answer'
import { escapeValues, wordOpenQuestion } from './word-open-question'
import { callBackButton, wordDepartment, wordPerson, wordPersonSays } from './word-person'
import { changeButtons, topicButton, welcomeTopics, wordTopics } from './word-topics'
import type { Worded } from './worded'

const buttonsOf = (turn: Turn, { buttons }: Extract<Utterance, { kind: 'buttons' }>) =>
  buttons.map(({ key, choice }) => button(turn, key, choice))

const kindWords: Readonly<Record<PersonalDataKind, WordingKey>> = {
  'person-id': 'personal-data.person-id',
  organisation: 'personal-data.organisation',
  phone: 'personal-data.phone',
  email: 'personal-data.email',
  card: 'personal-data.card',
  iban: 'personal-data.iban',
  giro: 'personal-data.giro',
  account: 'personal-data.account',
  passport: 'personal-data.passport',
  plate: 'personal-data.plate',
}

function wordMasked(turn: Turn, { kinds, askedFor }: Extract<Utterance, { kind: 'masked' }>): Worded {
  const words = kinds.map((kind) => cityText(turn, kindWords[kind])).join(', ')
  return askedFor === undefined
    ? inCityWords(turn, 'personal-data.hidden', { kinds: words })
    : inCityWords(turn, 'person.ask-contact', { kinds: words, ...escapeValues({ agent: askedFor }) })
}

export function wordUtterance(utterance: Utterance, turn: Turn): Worded {
  switch (utterance.kind) {
    case 'wording':
      return inCityWords(turn, utterance.key, utterance.values)
    case 'dialog-title':
      return inCityWords(turn, utterance.key, { title: dialogTitle(turn, utterance.dialog) })
    case 'department':
      return wordDepartment(turn, utterance)
    case 'person-says':
      return wordPersonSays(turn, utterance)
    case 'masked':
      return wordMasked(turn, utterance)
    case 'welcome':
      return utterance.back
        ? inCityWords(turn, 'welcome.back')
        : inCityWords(turn, 'welcome', {}, welcomeTopics(turn))
    case 'emergency':
      return wordAdvice(turn, utterance)
    case 'all-clear':
      return wordAllClear(utterance)
    case 'danger-question':
      return wordDangerQuestion(utterance)
    case 'said':
      return wordSaidIn(utterance.said, turn)
    case 'rest':
      return inLanguage(utterance.text, utterance.language)
    case 'open-question':
      return wordOpenQuestion(turn, utterance.missed === 'unexplained')
    case 'changeable':
      return plain('', changeButtons(turn, utterance.dialog, utterance.names))
    case 'article':
      return wordArticleOf(turn, utterance.article)
    case 'model-answer':
      return wordModelAnswer(utterance, turn)
    case 'passage':
      return wordPassageOf(turn, utterance)
    case 'not-said':
      return wordNotSaid(turn, utterance)
    case 'topic-button':
      return plain('', [topicButton(turn, utterance.topic)])
    case 'topics':
      return wordTopics(turn, utterance.topics)
    case 'person':
      return wordPerson(turn, utterance)
    case 'call-offer':
      return plain('', turn.message.channel === 'web' ? callBackButton(turn) : [])
    case 'language-offer':
      return wordLanguageOffer(turn, utterance.language)
    case 'language-choice':
      return inCityWords(turn, 'language.choose', {}, languageButtons(turn))
    case 'languages-spoken':
      return wordLanguagesSpoken(turn)
    case 'language-button':
      return plain('', [languageButton(utterance.language)])
    case 'buttons':
      return plain('', buttonsOf(turn, utterance))
    case 'person-button':
      return plain('', [button(turn, 'person.button', { name: 'command', value: 'person' })])
  }
}

const wordSaidIn = (said: Said, turn: Turn): Worded => ({
  ...plain(wordSaid(said, turn)),
  spoken: spokenIn(said.text, languageOf(turn), turn.message.channel),
})

const wordSaid = (said: Said, turn: Turn): string =>
  formatMessage(said.text, languageOf(turn), turn.message.channel, escapeValues(said.values)).text
