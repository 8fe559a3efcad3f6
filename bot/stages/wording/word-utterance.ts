// The words of each kind of utterance.
import type { WordingKey } from '../../contracts/talk/wording'
import type { TopicId } from '../../contracts/talk/classifier'
import type { Language } from '../../contracts/talk/language'
import type { Choice } from '../../contracts/talk/message'
import type { PersonalDataKind } from '../../contracts/talk/personal-data'
import type { Suggestion } from '../../contracts/talk/reply'
import { labelOf } from '../../dialog/model/label-of'
import { formatMessage, spokenIn, type MessageValues } from '../../dialog/texts/message-text'
import type { Said } from '../../dialog/texts/said'
import { textIn } from '../../dialog/showing/show-value'
import { isWithinDays } from '../../dialog/model/within-days'
import { adviceFor } from '../../emergency/advice'
import { adviceWithoutCall } from '../../emergency/without-a-call'
import { allClear } from '../../emergency/all-clear'
import { dangerQuestion } from '../../emergency/danger-question'
import { toLocalTime } from '../../hours/local-time'
import { describeMoment } from '../../hours/opening-hours'
import type { SideName } from '../../knowledge/follow-up/sides'
import { articleText } from '../../knowledge/answer-from-article'
import { citySpoken, citySpokenIn, cityText, cityTextIn, isSpoken } from '../turn/city-text'
import { languageName, languagesInWords } from '../language/language-name'
import { departmentHours } from '../hand-off/hand-off'
import { dialogTitle, topicTitle } from '../understanding/topic-title'
import { mayBegin } from '../hand-off/offer-call'
import { walkEnvironment } from '../turn/open-dialog'
import { languageOf, type Turn } from '../turn/turn'
import type { Utterance } from '../turn/utterance'
import { wordArticle, wordPassage } from './word-article'
import { wordModelAnswer } from './word-model-answer'
import { escapeMarkdown } from '../../text/plain-text'
import { escapeValues, wordOpenQuestion } from './word-open-question'
import type { Worded } from './worded'

const plain = (text: string, suggestions: readonly Suggestion[] = []): Worded => ({
  text,
  suggestions,
  sources: [],
  answer: false,
})

const button = (turn: Turn, key: WordingKey, choice: Choice): Suggestion => ({
  label: cityText(turn, key),
  choice,
})

const buttonsOf = (turn: Turn, { buttons }: Extract<Utterance, { kind: 'buttons' }>) =>
  buttons.map(({ key, choice }) => button(turn, key, choice))

const inCityWords = (
  turn: Turn,
  key: WordingKey,
  values: MessageValues = {},
  suggestions: readonly Suggestion[] = [],
): Worded => ({ ...plain(cityText(turn, key, values), suggestions), spoken: citySpoken(turn, key) })

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

const inLanguage = (text: string, language: Language): Worded => ({
  ...plain(text),
  spoken: { language, isMachine: false },
})

const urgently = (text: string, language: Language): Worded => ({
  ...inLanguage(text, language),
  urgent: true,
})

function wordAdvice(
  { message: { channel } }: Turn,
  { emergency, cannotCall }: Extract<Utterance, { kind: 'emergency' }>,
): Worded {
  const text = (cannotCall === true ? adviceWithoutCall : adviceFor)(emergency, channel)
  return { ...urgently(text, emergency.language), aside: true }
}

const wordDangerQuestion = ({
  danger,
  language,
}: Extract<Utterance, { kind: 'danger-question' }>): Worded => ({
  ...urgently(dangerQuestion(danger, language), language),
  isInTheirWords: true,
})

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
      return inLanguage(allClear(utterance.language), utterance.language)
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

function changeButtons(turn: Turn, dialogId: string, names: readonly string[]): readonly Suggestion[] {
  const dialog = turn.content.dialogs.get(dialogId)
  return names.flatMap((name) => {
    const label = dialog === undefined ? undefined : labelOf(dialog, name)
    return label === undefined
      ? []
      : [{ label: textIn(label, languageOf(turn)), choice: { name: 'change', value: name } }]
  })
}

const welcomeTopics = (turn: Turn): readonly Suggestion[] =>
  turn.content.city.welcomeTopics
    .filter(({ topic }) => !isOutsideItsDays(turn, topic))
    .map(({ topic, label }) => ({
      label: textIn(label, languageOf(turn)),
      choice: { name: 'topic', value: topic },
    }))

/** Nobody is invited to what would only tell them to ring. */
function isOutsideItsDays(turn: Turn, topic: string): boolean {
  const dialog = topic.startsWith('dialog:')
    ? turn.content.dialogs.get(topic.slice('dialog:'.length))
    : undefined
  return dialog !== undefined && !isWithinDays(dialog, walkEnvironment(turn).today)
}

/** In the language's own name, for whoever looks for it may read no other. */
const languageButton = (language: Language): Suggestion => ({
  label: languageName(language, language),
  choice: { name: 'language', value: language },
})

const languageButtons = (turn: Turn): readonly Suggestion[] =>
  turn.content.city.languages.filter((language) => isSpoken(turn, language)).map(languageButton)

const wordLanguageOffer = (turn: Turn, language: Language): Worded => ({
  ...plain(cityTextIn(turn, 'language.offer', language)),
  spoken: citySpokenIn(turn, 'language.offer', language),
})

/** Over SMS there are no buttons, and the letters of other scripts would make many texts of one. */
function wordLanguagesSpoken(turn: Turn): Worded {
  const { languages } = turn.content.city
  const isWeb = turn.message.channel === 'web'
  const names = isWeb
    ? languages.map((language) => languageName(language, language)).join(', ')
    : languagesInWords(languages, 'en')
  return {
    ...plain(
      cityTextIn(turn, 'language.unknown', 'en', { languages: names }),
      isWeb ? languageButtons(turn) : [],
    ),
    spoken: citySpokenIn(turn, 'language.unknown', 'en'),
  }
}

const topicButton = (turn: Turn, topic: TopicId): Suggestion => ({
  label: topicTitle(turn, topic),
  choice: { name: 'topic', value: topic },
})

const topicButtons = (turn: Turn, topics: readonly TopicId[]): readonly Suggestion[] => [
  ...topics.map((topic) => topicButton(turn, topic)),
  button(turn, 'clarify.none', { name: 'topic', value: 'none' }),
]

/** Of one topic a yes or a no. */
function wordTopics(turn: Turn, topics: readonly TopicId[]): Worded {
  const [only, ...others] = topics
  if (only === undefined || others.length > 0)
    return inCityWords(turn, 'clarify', {}, topicButtons(turn, topics))
  const values = escapeValues({ title: topicTitle(turn, only) })
  // Under two questions a button that says "Ja" would be taken for the answer to the graver one.
  if (turn.askedAboutDanger !== undefined)
    return inCityWords(turn, 'clarify.one', values, topicButtons(turn, topics))
  return inCityWords(turn, 'clarify.one', values, [
    button(turn, 'answer.yes', { name: 'topic', value: only }),
    button(turn, 'answer.no', { name: 'topic', value: 'none' }),
  ])
}

function wordArticleOf(turn: Turn, id: string): Worded {
  const article = turn.content.articles.get(id)
  if (article === undefined) return inCityWords(turn, 'dont-know')
  const buttons = article.dialog === undefined ? [] : dialogButton(turn, article.dialog)
  const title = articleText(article, languageOf(turn), turn.content.city).title
  return wordArticle(turn, article, buttons) ?? inCityWords(turn, 'article.withdrawn', { title })
}

/** Begins the dialog that takes the errand. */
const dialogButton = (turn: Turn, id: string): readonly Suggestion[] =>
  mayBegin(turn, id)
    ? [{ label: dialogTitle(turn, id), choice: { name: 'topic', value: `dialog:${id}` } }]
    : []

function wordPassageOf(
  turn: Turn,
  { passage, others, followsUp = false }: Extract<Utterance, { kind: 'passage' }>,
): Worded {
  const article = turn.content.articles.get(passage.articleId)
  return article === undefined
    ? inCityWords(turn, 'dont-know')
    : wordPassage(turn, article, { ...passage, followsUp }, (whole) =>
        topicButtons(turn, [...whole, ...others]),
      )
}

const sideWords: Readonly<Partial<Record<SideName, WordingKey>>> = {
  price: 'follow-up.price',
  duration: 'follow-up.duration',
  time: 'follow-up.time',
  place: 'follow-up.place',
}

function wordNotSaid(turn: Turn, { article, asked, side }: Extract<Utterance, { kind: 'not-said' }>): Worded {
  const ofSide = cityText(turn, (side && sideWords[side]) ?? 'follow-up.it')
  const topic: TopicId = `article:${article}`
  const values = escapeValues({ asked: asked === '' ? ofSide : asked, title: topicTitle(turn, topic) })
  // No button back to it: all of it was looked through.
  return { ...inCityWords(turn, 'follow-up.not-said', values), topic }
}

const wordDepartment = (
  turn: Turn,
  { key, department, values = {} }: Extract<Utterance, { kind: 'department' }>,
): Worded => inCityWords(turn, key, { ...escapeValues(values), department: departmentName(turn, department) })

function departmentName({ content: { city }, conversation }: Turn, id: string): string {
  const department = city.departments.get(id)
  return department === undefined ? city.name : textIn(department.name, conversation.language)
}

function wordPersonSays(turn: Turn, { agent, text }: Extract<Utterance, { kind: 'person-says' }>): Worded {
  const said = escapeMarkdown(text)
  const values = { agent: escapeMarkdown(agent), text: said }
  return { ...inCityWords(turn, 'person.says', values), person: { name: agent, text: said } }
}

function wordPerson(
  turn: Turn,
  { department: departmentId, callBack, asksNumber }: Extract<Utterance, { kind: 'person' }>,
): Worded {
  const { city } = turn.content
  const department = city.departments.get(departmentId)
  const { open, opens } = departmentHours(turn, departmentId)
  const name = departmentName(turn, departmentId)
  const values = { department: name, phone: department?.phone ?? city.phone }
  if (callBack !== undefined) {
    const { code, by } = callBack
    return inCityWords(turn, 'person.calls', { ...values, code, by: wordTime(turn, by) })
  }
  if (open) return inCityWords(turn, 'person.open', values)
  const decline = button(turn, 'person.decline', { name: 'call-number', value: 'no' })
  return asksNumber
    ? inCityWords(turn, 'person.ask-number', { ...values, opens }, [decline])
    : inCityWords(turn, 'person.closed', { ...values, opens }, callBackButton(turn))
}

/** In the city's time, as its opening hours are worded. */
const wordTime = ({ content: { city }, conversation: { language } }: Turn, time: Date): string =>
  describeMoment(toLocalTime(time, city.timeZone), language)

const callBackButton = (turn: Turn): readonly Suggestion[] => {
  const { callBackDialog } = turn.content.city
  return mayBegin(turn, callBackDialog)
    ? [button(turn, 'call-back.button', { name: 'topic', value: `dialog:${callBackDialog}` })]
    : []
}
