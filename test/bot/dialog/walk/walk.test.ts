// The walk: order, branches, actions, confirmations, and what a correction does to each.
import type { ActionResult } from '../../../../bot/contracts/cases/action'
import type { Value } from '../../../../bot/contracts/talk/value'
import { applyAnswers } from '../../../../bot/dialog/walk/apply-answers'
import { giveConfirmation, goBack, reopen, skip } from '../../../../bot/dialog/walk/moves'
import { renderSaid } from '../../../../bot/dialog/texts/said'
import { openFrame, walk } from '../../../../bot/dialog/walk/walk'
import { act, ask, confirm, dialogOf, end, environment, handOff, say, when } from '../dialog-builder'
import { Talk } from '../talk'
import type { Desk } from '../talk'

const street = dialogOf(
  [
    ask('kind', { choices: { pothole: 'Hål', light: 'Lampa', ice: 'Halka', other: 'Annat' } }),
    ask('place', { type: 'address', must: 'place inside city', else: 'Utanför kommunen.' }),
    ask('danger', { type: 'yes/no' }),
    when('danger is yes', [say('call112', 'Ring 112.')]),
    ask('details', { onlyIf: 'kind is other' }),
    ask('contact', { type: 'phone or email', optional: true }),
    confirm('send'),
    act('write', 'create_case', { category: 'kind', position: 'place', urgent: 'urgent' }, ['case_number'], {
      else: [handOff('down')],
    }),
    say('thanks', 'Ärende {case_number}.'),
    end(),
  ],
  {
    labels: { kind: 'Typ', place: 'Plats', danger: 'Fara', contact: 'Kontakt' },
    values: { urgent: 'danger is yes or kind is ice' },
  },
)

const complete = { kind: 'light', place: 'Storgatan 12', danger: false }
const giveCase = () => ({ kind: 'done', gives: { case_number: 'F-1' } }) as const
const upToConfirm = (desk: Desk = giveCase) => {
  const talk = new Talk(street, desk)
  talk.answer(complete)
  talk.move(skip(street, talk.frame, environment))
  return talk
}

describe('order', () => {
  it('asks from the first step on and passes over what is answered', () => {
    const talk = new Talk(street)
    expect(talk.at).toBe('kind')
    talk.answer({ place: 'Storgatan 12' })
    expect(talk.at).toBe('kind')
    talk.answer({ kind: 'light' })
    expect(talk.at).toBe('danger')
  })
  it('takes three answers at once and asks the fourth', () => {
    const talk = new Talk(street)
    talk.answer(complete)
    expect(talk.at).toBe('contact')
  })
  it('asks the question that only a certain answer needs', () => {
    const talk = new Talk(street)
    talk.answer({ ...complete, kind: 'other' })
    expect(talk.at).toBe('details')
  })
  it('comes to the same place from the stored frame, however often it walks', () => {
    const talk = new Talk(street)
    talk.answer({ ...complete, danger: true })
    const { frame, said } = walk(street, talk.frame, environment)
    expect(said).toEqual([])
    expect(frame).toEqual(talk.frame)
  })
  it('passes a question with a default, which a later answer replaces', () => {
    const dialog = dialogOf([
      ask('count', { type: 'number', default: 1 }),
      ask('when', { type: 'date' }),
      end(),
    ])
    const talk = new Talk(dialog)
    expect(talk.at).toBe('when')
    expect(talk.frame.answers['count']).toMatchObject({ value: 1, source: 'default' })
    talk.answer({ count: 3 })
    expect(talk.frame.answers['count']).toMatchObject({ value: 3, source: 'typed' })
  })
  it('ends a dialog that runs out of steps', () => {
    expect(new Talk(dialogOf([say('hi')])).at).toBe('ended done')
  })
  it('comes to rest after 200 steps, as a fault', () => {
    const steps = Array.from({ length: 201 }, (_, index) => say(`s${index}`))
    expect(new Talk(dialogOf(steps)).at).toBe('too-many-steps')
    expect(new Talk(dialogOf(steps.slice(0, 200))).at).toBe('ended done')
  })
  it('is not confused by names that every object has', () => {
    const dialog = dialogOf([ask('constructor'), ask('__proto__'), say('toString', 'Hej {valueOf}'), end()])
    const talk = new Talk(dialog)
    expect(talk.at).toBe('constructor')
    talk.answer({ constructor: 'a' })
    expect(talk.at).toBe('__proto__')
  })
})

describe('rules', () => {
  it('refuses an answer that breaks its rule, with the words of the step', () => {
    const talk = new Talk(street)
    const { refused } = talk.answer({ kind: 'light', place: 'Torget 1, Storköping' })
    expect(refused.map(({ name, said }) => [name, renderSaid(said, 'sv', 'web').text])).toEqual([
      ['place', 'Utanför kommunen.'],
    ])
    expect(talk.at).toBe('place')
    expect(talk.frame.answers).not.toHaveProperty('place')
  })
  it('keeps the old answer when the correction breaks the rule', () => {
    const talk = upToConfirm()
    talk.answer({ place: 'Grannby' })
    expect(talk.frame.answers['place']?.value).toBe('Storgatan 12')
    expect(talk.at).toBe('send')
  })
  it('takes the good answers of a message and refuses the bad one', () => {
    const talk = new Talk(street)
    const { applied } = talk.answer({ kind: 'ice', place: 'Grannby', danger: true })
    expect(applied).toEqual(['kind', 'danger'])
    expect(talk.at).toBe('place')
  })
  const range = dialogOf([
    ask('most', { type: 'number' }),
    ask('wanted', { type: 'number', must: 'wanted <= most', else: 'Så många finns inte.' }),
    end(),
  ])
  it('asks again for an answer that another correction has made impossible, once with the reason', () => {
    const dialog = dialogOf([...range.steps.slice(0, 2), ask('more'), end()])
    const talk = new Talk(dialog)
    talk.answer({ most: 5, wanted: 4 })
    talk.answer({ most: 3 })
    expect(talk.at).toBe('wanted')
    expect(talk.said).toEqual(['Så många finns inte.'])
    talk.go()
    expect(talk.said).toHaveLength(1)
    talk.answer({ most: 6 })
    expect(talk.at).toBe('more')
    expect(talk.frame.answers['wanted']?.value).toBe(4)
  })
  it('says the city words for a past date where the step has none', () => {
    const dialog = dialogOf([ask('day', { type: 'date', must: 'day >= today()' }), end()])
    const talk = new Talk(dialog)
    expect(talk.answer({ day: '2026-12-01' }).refused[0]?.said.id).toBe('question.past-date')
    expect(talk.answer({ day: '2026-12-02' }).refused).toEqual([])
  })
})

describe('parked answers', () => {
  it('parks an answer whose question is not asked any more and brings it back', () => {
    const talk = new Talk(street)
    talk.answer({ ...complete, kind: 'other' })
    talk.answer({ details: 'Skräp' })
    talk.answer({ kind: 'light' })
    expect(talk.frame.answers).not.toHaveProperty('details')
    expect(talk.frame.parked['details']?.value).toBe('Skräp')
    talk.answer({ kind: 'other' })
    expect(talk.frame.answers['details']?.value).toBe('Skräp')
    expect(talk.at).toBe('contact')
  })
  it('parks the questions of the branch not taken, however deep', () => {
    const dialog = dialogOf([
      ask('a', { type: 'yes/no' }),
      when('a is yes', [when('a is yes', [ask('b')])], [ask('c')]),
      end(),
    ])
    const talk = new Talk(dialog)
    talk.answer({ a: true, b: 'B', c: 'C' })
    expect(Object.keys(talk.frame.parked)).toEqual(['c'])
    expect(talk.at).toBe('ended done')
  })
  it('does not let a parked answer steer a condition', () => {
    const dialog = dialogOf([
      ask('a', { type: 'yes/no' }),
      ask('b', { type: 'yes/no', onlyIf: 'a is yes' }),
      when('b is yes', [ask('c')]),
      ask('d'),
      end(),
    ])
    const talk = new Talk(dialog)
    talk.answer({ a: true, b: true })
    expect(talk.at).toBe('c')
    talk.answer({ a: false })
    expect(talk.at).toBe('d')
  })
})

describe('say', () => {
  it('says a text once', () => {
    const talk = new Talk(street)
    talk.answer({ ...complete, danger: true })
    talk.go()
    talk.answer({ kind: 'ice' })
    expect(talk.said).toEqual(['Ring 112.'])
  })
  it('says it again when a value in it has changed', () => {
    const dialog = dialogOf([
      ask('n', { type: 'number' }),
      say('price', 'Det kostar {n} kr.'),
      ask('m'),
      end(),
    ])
    const talk = new Talk(dialog)
    talk.answer({ n: 3 })
    talk.answer({ n: 3 })
    talk.answer({ n: 4 })
    expect(talk.said).toEqual(['Det kostar 3 kr.', 'Det kostar 4 kr.'])
  })
})

describe('confirmation and write', () => {
  it('shows the labelled answers, without those skipped', () => {
    const { stop } = upToConfirm().walked
    expect(stop.kind === 'confirms' && stop.summary).toEqual([
      { name: 'kind', label: 'Typ', value: 'Lampa' },
      { name: 'place', label: 'Plats', value: 'Storgatan 12' },
      { name: 'danger', label: 'Fara', value: 'Nej' },
    ])
  })
  it('writes only after the confirmation, with the inputs shown, and once', () => {
    const talk = upToConfirm()
    expect(talk.did).toEqual([])
    expect(talk.confirm()).toBe('confirmed')
    expect(talk.did).toEqual(['create_case {"category":"light","position":"Storgatan 12","urgent":false}'])
    expect(talk.at).toBe('ended done')
    expect(talk.said).toEqual(['Ärende F-1.'])
    talk.go()
    expect(talk.did).toHaveLength(1)
  })
  it('asks for a new confirmation when an answer changed after the first', () => {
    const talk = upToConfirm()
    const given = giveConfirmation(street, talk.frame, environment)
    expect(given.kind).toBe('confirmed')
    if (given.kind === 'confirmed') talk.frame = given.frame
    talk.answer({ place: 'Storgatan 21' })
    expect(talk.at).toBe('send')
    expect(talk.did).toEqual([])
    expect(talk.frame.confirmed).toEqual({})
  })
  it('does not take the button of an older summary', () => {
    const talk = upToConfirm()
    const { stop } = talk.walked
    const hash = stop.kind === 'confirms' ? stop.hash : ''
    talk.answer({ place: 'Storgatan 21' })
    expect(talk.confirm(hash)).toBe('expired')
    expect(talk.did).toEqual([])
    talk.answer({ place: 'Storgatan 12' })
    expect(talk.confirm(hash)).toBe('confirmed')
    expect(talk.did).toHaveLength(1)
  })
  it('refuses to write where nothing was confirmed', () => {
    const dialog = dialogOf([ask('a'), act('write', 'w', { a: 'a' }), end()])
    const talk = new Talk(dialog)
    talk.answer({ a: 'x' })
    expect(talk.at).toBe('unconfirmed-write')
    expect(talk.did).toEqual([])
  })
  it('refuses to write when a question was answered after the confirmation', () => {
    const dialog = dialogOf([ask('a'), confirm(), ask('b'), act('write', 'w', { a: 'a', b: 'b' }), end()])
    const talk = new Talk(dialog)
    talk.answer({ a: 'x' })
    talk.confirm()
    talk.answer({ b: 'y' })
    expect(talk.did).toEqual([])
    expect(talk.at).toBe('unconfirmed-write')
  })
  it('does two writes after one confirmation, the second with what the first gave', () => {
    const dialog = dialogOf([
      ask('a'),
      confirm(),
      act('write', 'first', { a: 'a' }, ['number']),
      act('write', 'second', { number: 'number' }),
      end(),
    ])
    const talk = new Talk(dialog, () => ({ kind: 'done', gives: { number: 7 } }))
    talk.answer({ a: 'x' })
    talk.confirm()
    expect(talk.did).toEqual(['first {"a":"x"}', 'second {"number":7}'])
  })
  it('takes the branch of the failure, or the one for all others', () => {
    const dialog = dialogOf([
      ask('slot'),
      confirm(),
      act('write', 'book', { slot: 'slot' }, [], {
        slot_taken: [say('taken'), end('taken')],
        else: [handOff('down')],
      }),
      end(),
    ])
    const failing = (failure: string) => {
      const talk = new Talk(dialog, () => ({ kind: 'failed', failure }))
      talk.answer({ slot: 'a' })
      talk.confirm()
      return talk
    }
    expect(failing('slot_taken').at).toBe('ended taken')
    expect(failing('unavailable').at).toBe('hands-off')
  })
  it('does not try a failed write again by itself, but does after a change and a new confirmation', () => {
    const dialog = dialogOf([
      ask('slot'),
      confirm(),
      act('write', 'book', { slot: 'slot' }, [], { else: [ask('again', { type: 'yes/no' })] }),
      end(),
    ])
    const talk = new Talk(dialog, (_, { slot }) =>
      slot === 'a' ? { kind: 'failed', failure: 'taken' } : { kind: 'done', gives: {} },
    )
    talk.answer({ slot: 'a' })
    talk.confirm()
    talk.go()
    expect(talk.did).toHaveLength(1)
    expect(talk.at).toBe('again')
    talk.answer({ slot: 'b' })
    expect(talk.at).toBe('send')
    talk.confirm()
    expect(talk.did).toEqual(['book {"slot":"a"}', 'book {"slot":"b"}'])
    expect(talk.at).toBe('ended done')
  })
  it('tells of a failure that no branch is there for', () => {
    const dialog = dialogOf([act('read', 'r', {}), end()])
    expect(new Talk(dialog, () => ({ kind: 'failed', failure: 'unavailable' })).at).toBe('unhandled-failure')
  })
  it('changes nothing that a done write was told, and asks for no second confirmation', () => {
    const dialog = dialogOf([ask('a'), confirm(), act('write', 'w', { a: 'a' }), ask('b'), end()])
    const talk = new Talk(dialog)
    talk.answer({ a: 'x' })
    talk.confirm()
    expect(talk.at).toBe('b')
    expect(talk.answer({ a: 'y' })).toMatchObject({ applied: [], settled: ['a'] })
    expect(talk.move(reopen(dialog, talk.frame, 'a', environment))).toBe('settled')
    expect(talk.move(goBack(dialog, talk.frame, environment))).toBe('nothing-before')
    expect(talk.at).toBe('b')
    expect(talk.did).toHaveLength(1)
  })
  it('keeps a done write done when a value that depends on the day changes', () => {
    const dialog = dialogOf([ask('a'), confirm(), act('write', 'w', { day: 'day' }), ask('b'), end()], {
      values: { day: 'today()' },
    })
    const talk = new Talk(dialog)
    talk.answer({ a: 'x' })
    talk.confirm()
    const tomorrow = walk(dialog, talk.frame, { ...environment, today: '2026-12-03' })
    expect(tomorrow.stop).toMatchObject({ kind: 'asks', step: { name: 'b' } })
  })
  it('gives the same key to the same call, and others to another input, dialog run or conversation', () => {
    const dialog = dialogOf([ask('a'), act('read', 'r', { a: 'a' }), end()])
    const keyOf = (a: string, now = environment.now, conversationId = 'web:1') => {
      const world = { ...environment, now, conversationId }
      const answers = [{ name: 'a', value: a, raw: a, source: 'typed' as const }]
      const { stop } = walk(
        dialog,
        applyAnswers(dialog, openFrame(dialog, world), answers, world).frame,
        world,
      )
      return stop.kind === 'does' ? stop.call.key : ''
    }
    const key = keyOf('x')
    expect(keyOf('x')).toBe(key)
    const others = [keyOf('y'), keyOf('x', new Date(0)), keyOf('x', environment.now, 'web:2')]
    expect(new Set([key, ...others]).size).toBe(4)
    expect(key).not.toContain('web:')
  })
})

describe('read', () => {
  const fees = dialogOf(
    [
      ask('address'),
      act('read', 'find', { address: 'address' }, ['fee']),
      ask('phone'),
      confirm('book', 'Det kostar {fee} kr.'),
      act('write', 'book', { fee: 'fee' }),
      end(),
    ],
    { labels: { fee: 'Avgift' } },
  )
  const fee = (_: string, { address }: Readonly<Record<string, Value>>): ActionResult => ({
    kind: 'done',
    gives: { fee: typeof address === 'string' ? address.length * 100 : 0, secret: 'x' },
  })
  it('reads once for the same inputs and again when an input is corrected, which voids the confirmation', () => {
    const talk = new Talk(fees, fee)
    talk.answer({ address: 'ab', phone: '1' })
    expect(talk.did).toEqual(['find {"address":"ab"}'])
    const given = giveConfirmation(fees, talk.frame, environment)
    if (given.kind === 'confirmed') talk.frame = given.frame
    talk.answer({ address: 'abc' })
    expect(talk.did).toEqual(['find {"address":"ab"}', 'find {"address":"abc"}'])
    expect(talk.at).toBe('book')
    expect(talk.walked.stop).toMatchObject({ summary: [{ label: 'Avgift', value: '300' }] })
    talk.confirm()
    expect(talk.did.at(-1)).toBe('book {"fee":300}')
  })
  it('keeps one entry a read, and takes only the results that the step names', () => {
    const talk = new Talk(fees, fee)
    for (const address of ['a', 'ab', 'abc', 'a']) talk.answer({ address })
    expect(talk.frame.journal).toHaveLength(1)
    expect(talk.did).toHaveLength(4)
  })
})

describe('moves', () => {
  it('goes back question by question to the first, keeping the answers, and says when there is none before', () => {
    const talk = upToConfirm()
    const visited: string[] = []
    while (talk.move(goBack(street, talk.frame, environment)) === 'moved') visited.push(talk.at)
    expect(visited).toEqual(['contact', 'danger', 'place', 'kind'])
    expect(talk.at).toBe('kind')
    talk.answer({ kind: 'ice' })
    expect(talk.at).toBe('send')
    expect(talk.frame.answers['place']?.value).toBe('Storgatan 12')
  })
  it('keeps a reopened question open through other walks and answers', () => {
    const talk = upToConfirm()
    talk.move(reopen(street, talk.frame, 'place', environment))
    talk.go()
    expect(talk.at).toBe('place')
    talk.answer({ kind: 'ice' })
    expect(talk.at).toBe('place')
    talk.move(skip(street, talk.frame, environment))
    expect(talk.at).toBe('send')
    expect(talk.frame.answers['place']?.value).toBe('Storgatan 12')
  })
  it('skips only what is optional, and takes a given answer away when it is skipped later', () => {
    const talk = new Talk(street)
    expect(talk.move(skip(street, talk.frame, environment))).toBe('not-optional')
    talk.answer({ ...complete, contact: '+46701234567' })
    talk.move(reopen(street, talk.frame, 'contact', environment))
    expect(talk.move(skip(street, talk.frame, environment))).toBe('moved')
    expect(talk.at).toBe('send')
    expect(talk.frame.answers).not.toHaveProperty('contact')
    talk.answer({ contact: 'a@example.se' })
    expect(talk.frame.skipped).toEqual([])
  })
  it('confirms nothing where nothing waits to be confirmed', () => {
    expect(new Talk(street).confirm()).toBe('expired')
  })
})
