// Talks by chance straight with the walk, by the hundred thousand: two at a time, in either language, over edits of the file.
import type { Frame } from '../../bot/contracts/talk/conversation'
import type { Channel } from '../../bot/contracts/talk/message'
import { noMask } from '../../bot/contracts/talk/personal-data'
import type { Content } from '../../bot/content/content'
import { recordActionResult, type WalkCall } from '../../bot/dialog/walk/action-journal'
import { adoptVersion } from '../../bot/dialog/walk/adopt-version'
import { withSentCode } from '../../bot/dialog/answers/code-answer'
import { hear } from '../../bot/dialog/hearing/hear'
import { interpret } from '../../bot/dialog/hearing/interpret'
import { interpretTap } from '../../bot/dialog/hearing/interpret-tap'
import type { Dialog } from '../../bot/dialog/model/model'
import { goBack } from '../../bot/dialog/walk/moves'
import { openFrame, walk, type Walked } from '../../bot/dialog/walk/walk'
import type { WalkEnvironment } from '../../bot/dialog/model/walk-environment'
import type { Chance } from './chance'
import { editedDialog } from './edited-dialog'
import { Broken, lostAnswers } from './lost-answers'
import { randomResult } from './random-desk'
import { randomPhrase, randomTap } from './random-message'
import { sendFiles } from './send-files'

const longestTalk = 40
const mostActionsInATurn = 20
const begun = Date.parse('2026-11-24T01:30:00Z')

interface Talk {
  dialog: Dialog
  environment: WalkEnvironment
  readonly said: string[]
  readonly writes: Set<string>
  frame: Frame
  walked: Walked
  turns: number
}

export interface Soaked {
  readonly turns: number
  readonly talks: number
}

/** @throws Error with the talk that broke */
export function soakWalk(
  { city, dialogs, actions }: Pick<Content, 'city' | 'dialogs' | 'actions'>,
  wanted: number,
  chance: Chance,
  tell: (turns: number) => void,
): Soaked {
  const all = [...dialogs.values()].filter(({ asks }) => asks.size > 0)
  let [turns, talks] = [0, 0]
  const open = (): Talk => {
    talks += 1
    const dialog = chance.pick(all)
    const environment: WalkEnvironment = {
      now: new Date(begun),
      today: '2026-11-24',
      language: chance.pick(city.languages),
      channel: chance.pick<Channel>(['web', 'sms']),
      city,
      conversationId: `soak-${talks}`,
      mask: noMask,
    }
    const frame = openFrame(dialog, environment)
    const walked = walk(dialog, frame, environment)
    const talk = { dialog, environment, said: [], writes: new Set<string>(), frame, walked, turns: 0 }
    watched(talk, () => go(talk, actions, chance))
    return talk
  }
  const side = [open(), open()]
  for (let told = 0; turns < wanted; turns += 1) {
    const at = turns % 2
    let talk = side[at] ?? open()
    if (isOver(talk)) talk = side[at] = open()
    watched(talk, () => takeTurn(talk, actions, chance))
    if (turns - told >= 100_000) tell((told = turns))
  }
  return { turns, talks }
}

const isOver = ({ walked, turns }: Talk): boolean =>
  turns >= longestTalk || !['asks', 'confirms'].includes(walked.stop.kind)

function watched(talk: Talk, act: () => void): void {
  try {
    act()
  } catch (error) {
    const said = talk.said.map((one) => JSON.stringify(one)).join(', ')
    throw new Error(`${talk.dialog.id} on ${talk.environment.channel}: ${said}`, { cause: error })
  }
}

function takeTurn(talk: Talk, actions: Content['actions'], chance: Chance): void {
  talk.turns += 1
  const language = chance.isOneIn(15)
    ? chance.pick(talk.environment.city.languages)
    : talk.environment.language
  const now = new Date(talk.environment.now.getTime() + chance.next() ** 4 * 20 * 60_000)
  talk.environment = { ...talk.environment, language, now }
  if (chance.isOneIn(60)) meetEdit(talk, chance)
  const before = talk.frame
  say(talk, chance)
  go(talk, actions, chance)
  const lost = lostAnswers(talk.dialog, before, talk.frame)
  if (lost.length > 0) throw new Broken(`lost without a word: ${lost.join(', ')}`)
  const { stop } = talk.walked
  if (stop.kind === 'fault' && stop.why !== 'forgot-too-often')
    throw new Broken(`the walk gave up: ${stop.why} at ${stop.stepKey}`)
}

/** The file was edited: what was answered and still is an answer stays. */
function meetEdit(talk: Talk, chance: Chance): void {
  const edited = editedDialog(talk.dialog, chance)
  const { frame, dropped } = adoptVersion(edited, talk.frame)
  talk.said.push('(the file is edited)')
  for (const [name, ask] of edited.asks)
    if (ask === talk.dialog.asks.get(name) && dropped.includes(name))
      throw new Broken(`${name} was dropped though its question is the same`)
  talk.dialog = edited
  talk.frame = frame
  // The message of the turn is heard by what the resident saw last; the walk says what waits now.
  talk.walked = walk(edited, frame, talk.environment)
}

function go(talk: Talk, actions: Content['actions'], chance: Chance): void {
  for (let acts = 0; acts < mostActionsInATurn; acts += 1) {
    talk.walked = walk(talk.dialog, talk.frame, talk.environment)
    // As the store keeps it, so that nothing lives on what JSON cannot carry.
    talk.frame = JSON.parse(JSON.stringify(talk.walked.frame)) as Frame
    const { stop } = talk.walked
    if (stop.kind === 'sends-code') {
      const code = { digits: '123456', salt: 'soak' }
      talk.frame = withSentCode(talk.frame, stop.step.name, stop.to, code, talk.environment.now)
      continue
    }
    if (stop.kind !== 'does') return
    noteWrite(talk, stop.call)
    talk.frame = recordActionResult(talk.frame, stop.call, randomResult(actions.get(stop.call.name), chance))
  }
  throw new Broken('actions are called in a ring')
}

function noteWrite({ writes }: Talk, { effect, key }: WalkCall): void {
  if (effect !== 'write') return
  if (writes.has(key)) throw new Broken(`the write ${key} was done twice`)
  writes.add(key)
}

function say(talk: Talk, chance: Chance): void {
  const { dialog, frame, environment } = talk
  if (chance.isOneIn(20)) {
    talk.said.push('(tillbaka)')
    const move = goBack(dialog, frame, environment)
    if (move.kind === 'moved') talk.frame = move.frame
    return
  }
  if (environment.channel === 'web' && chance.isOneIn(20)) {
    sendFiles(talk, chance)
    return
  }
  const choice =
    chance.isOneIn(2) && dialog.asks.size > 0 ? randomTap(dialog, talk.walked.stop, chance) : undefined
  const text = choice === undefined ? randomPhrase(chance) : `[${choice.name}=${choice.value}]`
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
