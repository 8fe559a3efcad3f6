// What a resident might send next: an answer, a correction, a button old or new, a command, nonsense.
import type { Choice, MessageContent } from '../../bot/contracts/talk/message'
import type { Dialog } from '../../bot/dialog/model/model'
import type { Stop } from '../../bot/dialog/walk/stop'
import { sampleFiles } from '../conversation-tests/sample-files'
import type { Chance } from './chance'

const phrases: readonly string[] = [
  'ja',
  'nej',
  'nej tack',
  'hoppa över',
  'vet inte',
  'ja det är farligt',
  'nej, platsen är Nygatan 3',
  '1',
  '2',
  '0',
  '99',
  'Storgatan 12',
  'Torget 1, Malmö',
  'Kungsgatan 3 B',
  '070-123 45 67',
  '123456',
  '000000',
  '2026-12-12',
  '2026-13-40',
  'i morgon',
  'på fredag kl 15',
  'anna@example.se',
  'tre',
  '3,5',
  'fler tider',
  'en soffa och två stolar',
  'ta bort soffan',
  'två soffor i stället',
  'lägg till en frys',
  'det var allt',
  'ändra',
  'ändra platsen',
  'ändra mobil till 070-174 06 05',
  'fel',
  'jag menade busstorget',
  'nej vänta',
  'jag återkallar mitt samtycke',
  'ny kod',
  'den första',
  '__proto__',
  'constructor',
  '{x}',
  '😀😀',
  '%s #',
  'a'.repeat(900),
  '- Plats: x\n- Val: y',
  'hur sorterar jag plast?',
  '199001011239',
]

/** Words that are obeyed before the open dialog hears them. */
const commands: readonly string[] = [
  'hjälp',
  'tillbaka',
  'upprepa',
  'avbryt',
  'börja om',
  'hej',
  'tack',
  'jag vill prata med en människa',
  'stopp',
  'jag tar tillbaka mitt samtycke',
  'radera mina uppgifter',
  'avboka det',
  'english',
  'svenska',
]

export const randomPhrase = (chance: Chance): string => chance.pick(phrases)
const randomCommand = (chance: Chance): string => chance.pick(commands)

/** A button of the open question or confirmation, an older one, or one that never was. */
export function randomTap(dialog: Dialog, stop: Stop, chance: Chance): Choice {
  if (stop.kind === 'confirms' && chance.next() < 0.7)
    return { name: `confirm:${stop.step.name}`, value: stop.hash }
  const ask = stop.kind === 'asks' && chance.next() < 0.8 ? stop.step : chance.pick([...dialog.asks.values()])
  const options = stop.kind === 'asks' ? (stop.options?.all ?? []) : []
  const values = [
    ...ask.choices.map(({ code }) => code),
    ...options.map(({ id }) => id),
    'yes',
    'no',
    'done',
    '2026-12-12',
    'new',
    'nonsense',
  ]
  return chance.pick([
    { name: `answer:${ask.name}`, value: chance.pick(values) },
    { name: 'change', value: ask.name },
    { name: 'command', value: 'skip' },
    { name: 'more', value: ask.name },
    { name: `answer:${ask.name}`, value: chance.pick(values) },
  ])
}

/** The same for a whole bot, which is tapped by the suggestions it gave. */
export function randomContent(
  suggestions: readonly Choice[],
  topics: readonly string[],
  chance: Chance,
): MessageContent {
  const dice = chance.next()
  if (dice < 0.45 && suggestions.length > 0)
    return { kind: 'choice', choice: chance.pick(suggestions), label: 'knapp' }
  if (dice < 0.8) return { kind: 'text', text: randomPhrase(chance) }
  if (dice < 0.86) return { kind: 'text', text: randomCommand(chance) }
  if (dice < 0.94)
    return {
      kind: 'choice',
      choice: { name: 'topic', value: `dialog:${chance.pick(topics)}` },
      label: 'ämne',
    }
  if (dice < 0.98) return { kind: 'language', language: chance.pick(['sv', 'en']) }
  return chance.pick<MessageContent>([
    { kind: 'upload', files: [] },
    { kind: 'upload', files: sampleFiles('photo', 1) },
    { kind: 'upload', files: sampleFiles('pdf', 2) },
    { kind: 'arrival' },
  ])
}
