// A dialog with a list, compiled from the files staff would write, and talks with it.
import type { CompiledDialogs } from '../../../bot/dialog/reading/compile-dialogs'
import type { Dialog } from '../../../bot/dialog/model/model'
import type { WalkEnvironment } from '../../../bot/dialog/model/walk-environment'
import { environment as usual } from './dialog-builder'
import { compileWith, sound } from './sound-dialog'
import { Talk } from './talk'

const actions = `order_things:
  effect: write
  takes: [things, phone?]
  gives: { order_number: text }
`
/** `«…»` in a changed piece marks where a finding stands; see `check-lists.test.ts`. */
export const source = `dialog: saker
title: Hämta saker
owner: avfall
valid: { from: 2026-01-01, review: 2027-01-01 }
start:
  - Jag vill få saker hämtade
  - kan ni hämta <things.what=en gammal soffa>
  - hämtning av saker
labels: { place: Plats, things: Saker, phone: Mobil }
steps:
  - ask: place
    question: Var?
    type: address
  - ask: things
    question: Vad ska vi hämta till {place}?
    hint: Skriv en sak eller flera.
    more: Något mer?
    max: 4
    each:
      - ask: what
        question: Vilken sak?
        choices:
          sofa: Soffa eller fåtölj | soffa, fåtölj
          fridge: Kyl eller frys | kylskåp, frys
          other: Annan möbel | stol, säng, byrå
          paint: Färg | färgburk
        must: what is not paint
        else: Färg hämtar vi inte.
      - ask: count
        question: Hur många av {what}?
        type: number
        range: 1..5
        default: 1
      - ask: full
        question: Är den tömd?
        type: yes/no
        only if: what is fridge
      - ask: note
        question: Något om den?
        length: 3..50
        optional: true
        only if: what is other
  - if: things.what contains fridge
    then:
      - say: Kylen måste vara tömd.
        id: cold
  - ask: phone
    question: Mobil?
    type: phone
    keep: 90 days
  - confirm: send
    question: Hämta {things}?
  - do: order_things
    with: { things: things, phone: phone }
    if fails: { handoff: Det gick inte. }
  - say: Klart {order_number}.
    id: thanks
  - end: done
tests:
  - test: En soffa
    given: { order_things: { order_number: N-1 } }
    chat: [user: jag vill få saker hämtade, asks: place, user: Torget 1, user: soffa, user: kylskåp, user: säng,
      user: färgburk, says: cold, asks: phone]
`
export const english = `translates: saker
language: en
title: Collect things
start: [I want things collected, can you collect <things.what=an old sofa>, collection of things]
labels: { place: Place, things: Things, phone: Mobile }
choices:
  things.what: { sofa: Sofa or armchair | sofa, fridge: Fridge or freezer | fridge, other: Other furniture | chair, paint: Paint }
texts:
  place: Where?
  things: What shall we collect at {place}?
  things.hint: Write one or more.
  things.more: Anything else?
  things.what: Which thing?
  things.what.must: We do not collect paint.
  things.count: How many of {what}?
  things.full: Is it empty?
  things.note: Anything about it?
  cold: The fridge must be empty.
  phone: Mobile?
  send: Collect {things}?
  order_things.fails: It did not work.
  thanks: Done {order_number}.
`
export const compileList = (sv = source, en = english): CompiledDialogs =>
  compileWith({
    'actions.yaml': `${sound['actions.yaml']}${actions}`,
    'saker.yaml': sv,
    'saker.en.yaml': en,
  })

export function listDialog(sv = source, en = english): Dialog {
  const compiled = compileList(sv, en)
  const dialog = compiled.dialogs.get('saker')
  if (dialog === undefined) throw new Error(JSON.stringify(compiled.findings, null, 2))
  return dialog
}

const { city } = compileList()
if (city === undefined) throw new Error('the sound city does not compile')
/** With the real texts of the city. */
export const environment: WalkEnvironment = { ...usual, city: { ...usual.city, texts: city.texts } }
export const inEnglish: WalkEnvironment = { ...environment, language: 'en' }
export const bySms: WalkEnvironment = { ...environment, channel: 'sms' }

const shared = listDialog()

export function talkOf(dialog = shared, where = environment): Talk {
  const talk = new Talk(dialog, () => ({ kind: 'done', gives: { order_number: 'N-1' } }), where)
  if (talk.at === 'place') talk.answer({ place: 'Storgatan 1' })
  return talk
}

/** After the resident has said all of this, one message after another. */
export function said(...texts: readonly string[]): Talk {
  const talk = talkOf()
  for (const text of texts) talk.say(text)
  return talk
}
