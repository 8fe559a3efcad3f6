// Talks by chance over all dialogs, for hours if you like: no turn may throw, lose an answer, or repeat a write.
import { parseArgs } from 'node:util'
import type { ActionResult } from '../bot/contracts/action'
import type { Frame } from '../bot/contracts/conversation'
import type { Channel } from '../bot/contracts/message'
import type { Value } from '../bot/contracts/value'
import { recordActionResult, type WalkCall } from '../bot/dialog/action-journal'
import { hear } from '../bot/dialog/hear'
import { interpret } from '../bot/dialog/interpret'
import { interpretTap } from '../bot/dialog/interpret-tap'
import type { ActionType, Dialog } from '../bot/dialog/model'
import { goBack } from '../bot/dialog/moves'
import { openFrame, walk, type Walked } from '../bot/dialog/walk'
import type { WalkEnvironment } from '../bot/dialog/walk-environment'
import { seededRandom } from '../bot/understanding/seeded-random'
import { loadShippedContent } from './terminal-bot'

const usage = `Usage: npm run dialogs:soak [-- --turns 100000] [--seed 1]

Plays random talks over all dialogs: answers, corrections, buttons old and new, nonsense, actions that fail. Ends with 1 and
the talk that did it when a turn throws, loses an answer it did not understand, or does a write twice.`

const longestTalk = 40
const mostActionsInATurn = 20

const phrases = [
  ...[
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
  ],
  ...[
    'Storgatan 12',
    'Torget 1, Malmö',
    'Kungsgatan 3 B',
    '070-123 45 67',
    '2026-12-12',
    '2026-13-40',
    'i morgon',
    'på fredag kl 15',
  ],
  ...[
    'anna@example.se',
    'tre',
    '3,5',
    'en soffa och två stolar',
    'ta bort soffan',
    'det var allt',
    'ändra',
    'ändra platsen',
    'fel',
  ],
  ...[
    '__proto__',
    'constructor',
    '{x}',
    '😀😀',
    'a'.repeat(900),
    '- Plats: x\n- Val: y',
    '%s #',
    'nej vänta',
    'hur sorterar jag plast?',
  ],
]

interface Talk {
  readonly dialog: Dialog
  readonly environment: WalkEnvironment
  readonly said: string[]
  readonly writes: Set<string>
  frame: Frame
  walked: Walked
}

class Broken extends Error {}

interface Chance {
  readonly next: () => number
  readonly pick: <T>(from: readonly T[]) => T
}

function chanceOf(seed: number): Chance {
  const next = seededRandom(seed)
  return {
    next,
    pick: (from) => {
      const picked = from[Math.floor(next() * from.length)]
      if (picked === undefined) throw new Error('nothing to pick from')
      return picked
    },
  }
}

/** Gives every result a value of its type, or fails in one of the ways the action knows. */
function desk(action: ActionType | undefined, chance: Chance): ActionResult {
  if (action === undefined) return { kind: 'done', gives: {} }
  if (chance.next() < 0.15) return { kind: 'failed', failure: chance.pick([...action.fails, 'unavailable']) }
  const gives = [...action.gives].map(([name, type]): [string, Value] => {
    const codes = action.givesCodes.get(name) ?? []
    if (codes.length > 0) return [name, chance.pick(codes)]
    if (type === 'number') return [name, Math.floor(chance.next() * 5)]
    if (type === 'yes/no') return [name, chance.next() < 0.5]
    return [
      name,
      type === 'list' ? ['ett', 'två', 'tre'].slice(0, Math.floor(chance.next() * 4)) : `${name} 1`,
    ]
  })
  return { kind: 'done', gives: Object.fromEntries(gives) }
}

function go(talk: Talk, actions: ReadonlyMap<string, ActionType>, chance: Chance): void {
  for (let acts = 0; acts < mostActionsInATurn; acts += 1) {
    talk.walked = walk(talk.dialog, talk.frame, talk.environment)
    // As the store keeps it, so that nothing lives on what JSON cannot carry.
    talk.frame = JSON.parse(JSON.stringify(talk.walked.frame)) as Frame
    if (talk.walked.stop.kind !== 'does') return
    const { call } = talk.walked.stop
    noteWrite(talk, call)
    talk.frame = recordActionResult(talk.frame, call, desk(actions.get(call.name), chance))
  }
  throw new Broken('actions are called in a ring')
}

function noteWrite({ writes }: Talk, { effect, key }: WalkCall): void {
  if (effect !== 'write') return
  if (writes.has(key)) throw new Broken(`the write ${key} was done twice`)
  writes.add(key)
}

/** A button of the open question or confirmation, an older one, or one that never was. */
function tap({ dialog, walked }: Talk, chance: Chance): { readonly name: string; readonly value: string } {
  const { stop } = walked
  if (stop.kind === 'confirms' && chance.next() < 0.7)
    return { name: `confirm:${stop.step.name}`, value: stop.hash }
  const ask = stop.kind === 'asks' && chance.next() < 0.8 ? stop.step : chance.pick([...dialog.asks.values()])
  const values = [...ask.choices.map(({ code }) => code), 'yes', 'no', 'done', '2026-12-12', 'nonsense']
  return chance.pick([
    { name: `answer:${ask.name}`, value: chance.pick(values) },
    { name: 'change', value: ask.name },
    { name: 'command', value: 'skip' },
    { name: `answer:${ask.name}`, value: chance.pick(values) },
  ])
}

function say(talk: Talk, chance: Chance): void {
  const { dialog, frame, environment } = talk
  if (chance.next() < 0.05) {
    talk.said.push('(tillbaka)')
    const move = goBack(dialog, frame, environment)
    if (move.kind === 'moved') talk.frame = move.frame
    return
  }
  const choice = chance.next() < 0.5 ? tap(talk, chance) : undefined
  const text = choice === undefined ? chance.pick(phrases) : `[${choice.name}=${choice.value}]`
  talk.said.push(text)
  const meant =
    choice === undefined
      ? interpret(dialog, frame, text, environment)
      : interpretTap(dialog, frame, choice, 'knapp', environment)
  const heard = hear(dialog, frame, meant, environment)
  if (
    (heard.kind === 'not-understood' || heard.kind === 'refused') &&
    JSON.stringify(heard.frame.answers) !== JSON.stringify(frame.answers)
  )
    throw new Broken(`"${text}" was not understood and changed the answers`)
  talk.frame = heard.frame
}

function playTalk(
  dialog: Dialog,
  environment: WalkEnvironment,
  actions: ReadonlyMap<string, ActionType>,
  chance: Chance,
): number {
  const frame = openFrame(dialog, environment)
  const talk: Talk = {
    dialog,
    environment,
    said: [],
    writes: new Set(),
    frame,
    walked: walk(dialog, frame, environment),
  }
  let turns = 0
  try {
    go(talk, actions, chance)
    while (turns < longestTalk && ['asks', 'confirms'].includes(talk.walked.stop.kind)) {
      turns += 1
      say(talk, chance)
      go(talk, actions, chance)
    }
    const { stop } = talk.walked
    if (stop.kind === 'fault' && stop.why !== 'forgot-too-often')
      throw new Broken(`the walk gave up: ${stop.why} at ${stop.stepKey}`)
  } catch (error) {
    throw new Error(
      `${dialog.id} on ${environment.channel}: ${talk.said.map((one) => JSON.stringify(one)).join(', ')}`,
      { cause: error },
    )
  }
  return turns
}

async function soak(): Promise<void> {
  const { values } = parseArgs({
    options: {
      turns: { type: 'string', default: '100000' },
      seed: { type: 'string', default: '1' },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) {
    console.log(usage)
    return
  }
  const wanted = Number(values.turns)
  const chance = chanceOf(Number(values.seed))
  const { city, dialogs, actions } = await loadShippedContent()
  const all = [...dialogs.values()]
  let [turns, talks] = [0, 0]
  let toldAt = 0
  while (turns < wanted) {
    const environment: WalkEnvironment = {
      now: new Date('2026-11-24T01:30:00Z'),
      today: '2026-11-24',
      language: chance.pick(city.languages),
      channel: chance.pick<Channel>(['web', 'sms']),
      city,
      conversationId: `soak-${talks}`,
    }
    turns += playTalk(chance.pick(all), environment, actions, chance)
    talks += 1
    if (turns - toldAt >= 100_000) {
      toldAt = turns
      console.error(`${turns} turns …`)
    }
  }
  console.log(
    `${turns} turns in ${talks} talks over ${all.length} dialogs: nothing thrown, lost or done twice`,
  )
}

soak().catch((error: unknown) => {
  console.error((error as Error).message)
  console.error((error as Error).cause ?? '')
  process.exitCode = 1
})
