// An answer goes when its days are over, in a talk that goes on for longer than that.
import { withoutExpired } from '../../../../bot/dialog/model/expired-answers'
import { ask, dialogOf, environment } from '../dialog-builder'
import { Talk } from '../talk'

const dialog = dialogOf([{ ...ask('phone', { type: 'phone' }), keepDays: 90 }, ask('note'), ask('more')])
const after = (days: number) => new Date(environment.now.getTime() + days * 86_400_000)

describe('an answer', () => {
  const talk = new Talk(dialog)
  talk.say('070-123 45 67')
  talk.say('en text')
  it('is there until its last day', () =>
    expect(withoutExpired(dialog, talk.frame, after(89))).toBe(talk.frame))
  it('is gone after it, and only the one with a time', () =>
    expect(Object.keys(withoutExpired(dialog, talk.frame, after(90)).answers)).toEqual(['note']))
  it('is gone from where it was put aside, too', () => {
    const parked = { ...talk.frame, answers: {}, parked: talk.frame.answers }
    expect(Object.keys(withoutExpired(dialog, parked, after(90)).parked)).toEqual(['note'])
  })
})
