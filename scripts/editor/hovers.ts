// What the name under the cursor means: a question as a resident sees it, an action as developers promise it.
import type { City } from '../../bot/contracts/city/city'
import type { Texts } from '../../bot/contracts/talk/texts'
import { takesYesNo, type ActionType, type AskStep } from '../../bot/dialog/model/model'
import { typeHelp } from './city-help'
import type { Question } from './definitions'
import { cityText, nameFor, namesOf, textsOf } from './dialog-names'
import { helpText } from './help-entry'
import { dialogAt, documentAt, holdsSteps, isInNotice, stepWordIn } from './place-in-language'
import { helpFor } from './word-help'

/** Markdown; undefined when nothing is known of the word. */
export function hoverOf(question: Question): string | undefined {
  const { context } = question
  return (context.at === 'key' ? hoverOfKey(question) : undefined) ?? hoverOfName(question)
}

function hoverOfKey({ context, file, word }: Question): string | undefined {
  const { levels, entries } = context
  const last = levels.at(-1)
  const document = documentAt(file, context)
  const place =
    last === undefined
      ? document
      : holdsSteps(levels)
        ? (stepWordIn(new Map([...entries, [word, '']])) ?? '')
        : isInNotice(levels)
          ? 'notice'
          : last.key
  const own = holdsSteps(levels) && place === word ? helpFor('step', word) : helpFor(place, word)
  const help = own ?? (levels.length > 0 ? (helpFor('chat', word) ?? helpFor('action', word)) : undefined)
  const isName =
    last !== undefined && ['labels', 'values', 'with', 'choices', 'texts', 'expect'].includes(last.key)
  return help === undefined || isName ? undefined : `**${word}**\n\n${helpText(help)}`
}

function hoverOfName({ context, checked, word }: Question): string | undefined {
  const { actions, city } = checked.content
  const key = context.levels.at(-1)?.key ?? ''
  const action = ['do', 'does', 'given'].includes(key) ? actions.get(word) : undefined
  if (action !== undefined) return describeAction(action)
  const type = key === 'type' ? typeHelp[word] : undefined
  if (type !== undefined) return `**${word}**\n\n${helpText(type)}`
  const department = key === 'owner' ? city?.departments.get(word) : undefined
  if (department !== undefined)
    return `**${department.name.byKey.get('sv') ?? word}**\n\nTelefon ${department.phone}`
  const versions = dialogAt(context, checked)
  const known = nameFor(namesOf(versions, actions), word)
  if (known?.ask !== undefined) return describeAsk(known.ask, city)
  if (known !== undefined) {
    const codes = known.codes.length > 0 ? `\n\nKan vara: ${known.codes.join(', ')}` : ''
    return `**${word}** (${known.detail})${codes}`
  }
  const text = textsOf(versions).get(word.replace(/\.(sms|web)$/, ''))
  return text === undefined ? undefined : describeTexts(word, text.texts)
}

const languageNames: Readonly<Record<string, string>> = {
  sv: 'Svenska',
  en: 'Engelska',
  ar: 'Arabiska',
  fi: 'Finska',
  so: 'Somaliska',
  uk: 'Ukrainska',
  fa: 'Persiska',
  pl: 'Polska',
  es: 'Spanska',
  de: 'Tyska',
}
const languageName = (code: string): string => languageNames[code] ?? code

/** The question with its hint and buttons, in every language it has. */
function describeAsk(ask: AskStep, city: City | undefined): string {
  const languages = [...ask.question.byKey.keys()].filter((one) => !one.includes('.'))
  const views = languages.map((language) => {
    const sms = ask.question.byKey.get(`${language}.sms`)
    const buttons = buttonsOf(ask, city, language)
    return [
      `**${languageName(language)}:** ${escape(ask.question.byKey.get(language) ?? '')}`,
      ...(ask.hint === undefined ? [] : [`_${escape(ask.hint.byKey.get(language) ?? '')}_`]),
      ...(buttons.length === 0 ? [] : [buttons.map((button) => `\`${button}\``).join(' ')]),
      ...(sms === undefined ? [] : [`Sms: ${escape(sms)}`]),
    ].join('\n\n')
  })
  return [`**${ask.name}** (${ask.types.join(' or ')})`, ...views].join('\n\n')
}

function buttonsOf(ask: AskStep, city: City | undefined, language: string): readonly string[] {
  const labels = ask.choices.map(({ label }) => label.byKey.get(language) ?? label.byKey.get('sv') ?? '')
  const yesNo = takesYesNo(ask)
    ? [cityText(city, 'answer.yes', language), cityText(city, 'answer.no', language)]
    : []
  return [...labels, ...yesNo, ...(ask.optional ? [cityText(city, 'answer.skip', language)] : [])]
}

function describeAction({
  name,
  effect,
  takes,
  optionalTakes,
  gives,
  givesCodes,
  fails,
}: ActionType): string {
  const needs = takes.map((input) => (optionalTakes.includes(input) ? `${input} (får saknas)` : input))
  const results = [...gives].map(
    ([result, type]) => `${result}: ${givesCodes.get(result)?.join(' eller ') ?? type}`,
  )
  const list = (words: readonly string[]) => (words.length === 0 ? 'inget' : words.join(', '))
  return [
    `**${name}** ${effect === 'write' ? 'ändrar något: görs en gång, efter en bekräftelse' : 'läser bara'}`,
    `- behöver: ${list(needs)}\n- ger: ${list(results)}\n- kan misslyckas: ${list([...fails, 'unavailable'])}`,
  ].join('\n\n')
}

const describeTexts = (id: string, { byKey }: Texts): string =>
  [`**${id}**`, ...[...byKey].map(([key, text]) => `**${languageName(key)}:** ${escape(text)}`)].join('\n\n')

/** Staff's texts are shown as they are, never as Markdown. */
const escape = (text: string): string => text.replace(/[\\`*_{}[\]<>#|]/g, '\\$&')
