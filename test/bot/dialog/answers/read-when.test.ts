// Days and times as residents write them, with the clock stopped: at ordinary days, when clocks change, and at year ends.
import fc from 'fast-check'
import { readAnswer } from '../../../../bot/dialog/answers/read-answer'
import { toLocalTime } from '../../../../bot/hours/local-time'
import { ask, confirm, dialogOf, end, environment } from '../dialog-builder'
import { Talk } from '../talk'

fc.configureGlobal({ seed: 20_261_128 })

const at = (instant: string, language = 'sv') => {
  const now = new Date(instant)
  return { ...environment, language, now, today: toLocalTime(now, environment.city.timeZone).date }
}
/** Wednesday 25 November 2026, 11.00 in Stockholm. */
const wednesday = at('2026-11-25T10:00:00Z')
const english = at('2026-11-25T10:00:00Z', 'en')

const read = (type: string, text: string, env = wednesday) => {
  const reading = readAnswer(ask('q', { type }), text, env)
  if (reading.kind === 'value') return reading.value
  if (reading.kind === 'ambiguous') return reading.values.map(String).join(' ')
  return reading.kind === 'invalid' ? reading.why : undefined
}

describe('a day', () => {
  it.each<[string, string]>([
    ['2026-12-24', '2026-12-24'],
    ['20261224', '2026-12-24'],
    ['261224', '2026-12-24'],
    ['25/12', '2026-12-25'],
    ['den 25/12', '2026-12-25'],
    ['25/12 2027', '2027-12-25'],
    ['25/12/2026', '2026-12-25'],
    ['25.12.2026', '2026-12-25'],
    ['12/25', '2026-12-25'],
    ['25 december', '2026-12-25'],
    ['25 dec', '2026-12-25'],
    ['25 dec.', '2026-12-25'],
    ['den 25:e december', '2026-12-25'],
    ['tjugofemte december', '2026-12-25'],
    ['fredag 25 december', '2026-12-25'],
    ['fredagen den 25 december', '2026-12-25'],
    ['December 25', '2026-12-25'],
    ['December 25th', '2026-12-25'],
    ['the 25th of December', '2026-12-25'],
    ['1 mars', '2027-03-01'],
    ['första maj', '2027-05-01'],
    ['den 27', '2026-11-27'],
    ['den 3:e', '2026-12-03'],
    ['den tredje', '2026-12-03'],
    ['idag', '2026-11-25'],
    ['i dag', '2026-11-25'],
    ['Idag!', '2026-11-25'],
    ['nu i kväll', '2026-11-25'],
    ['ikväll', '2026-11-25'],
    ['i eftermiddag', '2026-11-25'],
    ['today', '2026-11-25'],
    ['tonight', '2026-11-25'],
    ['this afternoon', '2026-11-25'],
    ['imorgon', '2026-11-26'],
    ['i morgon bitti', '2026-11-26'],
    ['imorn', '2026-11-26'],
    ['tomorrow', '2026-11-26'],
    ['i övermorgon', '2026-11-27'],
    ['iövermorgon', '2026-11-27'],
    ['overmorgon', '2026-11-27'],
    ['the day after tomorrow', '2026-11-27'],
    ['igår', '2026-11-24'],
    ['i förrgår', '2026-11-23'],
    ['för två dagar sedan', '2026-11-23'],
    ['two days ago', '2026-11-23'],
    ['för en vecka sedan', '2026-11-18'],
    ['26:e', '2026-11-26'],
    ['yesterday', '2026-11-24'],
    ['om en dag', '2026-11-26'],
    ['om tre dagar', '2026-11-28'],
    ['om 3 dagar', '2026-11-28'],
    ['om fjorton dagar', '2026-12-09'],
    ['om en vecka', '2026-12-02'],
    ['om två veckor', '2026-12-09'],
    ['om 2 veckors tid', '2026-12-09'],
    ['om en månad', '2026-12-25'],
    ['om tre månader', '2027-02-25'],
    ['in three days', '2026-11-28'],
    ['in a week', '2026-12-02'],
    ['in two months', '2027-01-25'],
    ['på fredag', '2026-11-27'],
    ['fredag', '2026-11-27'],
    ['fredagen', '2026-11-27'],
    ['nu på fredag', '2026-11-27'],
    ['fre', '2026-11-27'],
    ['lör', '2026-11-28'],
    ['på sön', '2026-11-29'],
    ['pa lordag', '2026-11-28'],
    ['kommande måndag', '2026-11-30'],
    ['this friday', '2026-11-27'],
    ['on monday', '2026-11-30'],
    ['nästa måndag', '2026-11-30'],
    ['next tuesday', '2026-12-01'],
    ['fredag nästa vecka', '2026-12-04'],
    ['på fredag nästa vecka', '2026-12-04'],
    ['nästa vecka fredag', '2026-12-04'],
    ['nästa vecka på fredag', '2026-12-04'],
    ['nästa vecka, gärna fredag', '2026-12-04'],
    ['friday next week', '2026-12-04'],
    ['next week on friday', '2026-12-04'],
    ['fredag v. 48', '2026-11-27'],
    ['fredag v49', '2026-12-04'],
    ['måndag vecka 2', '2027-01-11'],
    ['vecka 50, tisdag', '2026-12-08'],
    ['i fredags', '2026-11-20'],
    ['förra måndagen', '2026-11-23'],
    ['last friday', '2026-11-20'],
    ['julafton', '2026-12-24'],
    ['på julafton', '2026-12-24'],
    ['juldagen', '2026-12-25'],
    ['annandag jul', '2026-12-26'],
    ['annandagen', '2026-12-26'],
    ['the day before epiphany', '2027-01-05'],
    ['epiphany eve', '2027-01-05'],
    ['nyårsafton', '2026-12-31'],
    ['nyarsafton', '2026-12-31'],
    ['nyårsafton 2027', '2027-12-31'],
    ['nyårsdagen', '2027-01-01'],
    ['trettondagen', '2027-01-06'],
    ['långfredagen', '2027-03-26'],
    ['påskafton', '2027-03-27'],
    ['annandag påsk', '2027-03-29'],
    ['valborg', '2027-04-30'],
    ['kristi himmelsfärdsdag', '2027-05-06'],
    ['nationaldagen', '2027-06-06'],
    ['midsommarafton', '2027-06-25'],
    ['Midsommarafton tack', '2027-06-25'],
    ['midsommardagen', '2027-06-26'],
    ['alla helgons dag', '2027-11-06'],
    ['lucia', '2026-12-13'],
    ['christmas eve', '2026-12-24'],
    ['Boxing Day', '2026-12-26'],
    ["New Year's Eve", '2026-12-31'],
    ['midsummer eve', '2027-06-25'],
    ['29 februari', '2028-02-29'],
    ['på fredag kl 15', '2026-11-27'],
    ['fredag 15.30', '2026-11-27'],
    ['kl 15 på fredag', '2026-11-27'],
    ['25/12 kl 9', '2026-12-25'],
  ])('reads "%s" as %s on Wednesday 25 November 2026', (text, day) => expect(read('date', text)).toBe(day))

  it.each<[string, string]>([
    ['nästa fredag', '2026-11-27 2026-12-04'],
    ['next friday', '2026-11-27 2026-12-04'],
    ['på onsdag', '2026-11-25 2026-12-02'],
    ['fredag eller lördag', '2026-11-27 2026-11-28'],
    ['den 4 eller 5 december', '2026-12-04 2026-12-05'],
    ['fredag den 5 december', '2026-12-04 2026-12-05'],
    ['söndag den 5 december', '2026-12-05 2026-12-06'],
    ['nästa vecka', '2026-11-30 2026-12-01 2026-12-02 2026-12-03 2026-12-04'],
    ['next week', '2026-11-30 2026-12-01 2026-12-02 2026-12-03 2026-12-04'],
    ['v. 48', '2026-11-25 2026-11-26 2026-11-27'],
    ['vecka 48', '2026-11-25 2026-11-26 2026-11-27'],
    ['i veckan', '2026-11-25 2026-11-26 2026-11-27'],
    ['den här veckan', '2026-11-25 2026-11-26 2026-11-27'],
    ['v 1', '2027-01-04 2027-01-05 2027-01-06 2027-01-07 2027-01-08'],
    ['i helgen', '2026-11-28 2026-11-29'],
    ['this weekend', '2026-11-28 2026-11-29'],
    ['nästa helg', '2026-12-05 2026-12-06'],
  ])('asks back about "%s"', (text, days) => expect(read('date', text)).toBe(days))

  it('asks an English speaker whether 5/12 is in December or in May', () => {
    expect(read('date', '5/12', english)).toBe('2026-12-05 2027-05-12')
    expect(read('date', '5/12')).toBe('2026-12-05')
  })
  it.each(['31 februari', '2026-02-30', '45/13', 'v. 54', 'vecka 0', '31/11'])(
    'says that there is no %s',
    (text) => expect(read('date', text)).toBe('question.bad-date'),
  )
  it.each(['snart', 'jul', 'när som helst', 'hej', '', 'kommer ni på fredag eller?', 'constructor'])(
    'does not guess at "%s"',
    (text) => expect(read('date', text)).toBeUndefined(),
  )
})

describe('a day on the edge', () => {
  it.each<[string, string, string]>([
    // Half past midnight on New Year's Day in Stockholm, still the old year in Greenwich.
    ['2026-12-31T23:30:00Z', 'idag', '2027-01-01'],
    ['2026-12-31T23:30:00Z', 'imorgon', '2027-01-02'],
    ['2026-12-31T23:30:00Z', 'igår', '2026-12-31'],
    ['2026-12-31T12:00:00Z', 'nyårsafton', '2026-12-31'],
    ['2026-12-31T12:00:00Z', 'om en vecka', '2027-01-07'],
    ['2026-12-31T12:00:00Z', '1 januari', '2027-01-01'],
    ['2026-12-31T12:00:00Z', 'fredag', '2027-01-01'],
    ['2026-12-31T12:00:00Z', 'måndag v. 53', '2026-12-28'],
    ['2026-12-31T12:00:00Z', 'måndag vecka 1', '2027-01-04'],
    ['2027-01-01T12:00:00Z', 'julafton', '2027-12-24'],
    ['2027-01-01T12:00:00Z', 'annandagen', '2027-03-29'],
    // The night when clocks go forward, and the one when they go back.
    ['2027-03-27T23:30:00Z', 'idag', '2027-03-28'],
    ['2027-03-27T12:00:00Z', 'imorgon', '2027-03-28'],
    ['2027-03-27T12:00:00Z', 'i övermorgon', '2027-03-29'],
    ['2027-03-27T12:00:00Z', 'om en vecka', '2027-04-03'],
    ['2026-10-24T22:30:00Z', 'idag', '2026-10-25'],
    ['2026-10-24T12:00:00Z', 'imorgon', '2026-10-25'],
    ['2026-10-24T12:00:00Z', 'om två dagar', '2026-10-26'],
    ['2026-10-25T12:00:00Z', 'måndag', '2026-10-26'],
    ['2028-02-28T12:00:00Z', 'imorgon', '2028-02-29'],
    ['2027-01-31T12:00:00Z', 'om en månad', '2027-02-28'],
  ])('at %s "%s" is %s', (instant, text, day) => expect(read('date', text, at(instant))).toBe(day))
})

describe('a time', () => {
  it.each<[string, string]>([
    ['kl 15', '15:00'],
    ['kl. 15', '15:00'],
    ['klockan 15', '15:00'],
    ['kl15', '15:00'],
    ['15', '15:00'],
    ['15 tack', '15:00'],
    ['15.30', '15:30'],
    ['15:30', '15:30'],
    ['kl 15.30', '15:30'],
    ['08:00', '08:00'],
    ['8.00', '08:00'],
    ['03:15', '03:15'],
    ['kl 9', '09:00'],
    ['åtta', '08:00'],
    ['vid tio', '10:00'],
    ['ca 11', '11:00'],
    ['halv nio', '08:30'],
    ['halv 9', '08:30'],
    ['halvnio', '08:30'],
    ['kl halv nio', '08:30'],
    ['halv ett', '12:30'],
    ['half past eight', '08:30'],
    ['kvart över nio', '09:15'],
    ['en kvart över nio', '09:15'],
    ['kvart i tio', '09:45'],
    ['kvart i ett', '12:45'],
    ['quarter to ten', '09:45'],
    ['quarter past nine', '09:15'],
    ['tio i åtta', '07:50'],
    ['fem över åtta', '08:05'],
    ['tjugo över tio', '10:20'],
    ['fem i halv nio', '08:25'],
    ['fem över halv nio', '08:35'],
    ['ten to eight', '07:50'],
    ['twenty past ten', '10:20'],
    ['3 pm', '15:00'],
    ['3pm', '15:00'],
    ['3.30 p.m.', '15:30'],
    ['9 am', '09:00'],
    ['12 pm', '12:00'],
    ['12 am', '00:00'],
    ['tre på eftermiddagen', '15:00'],
    ['kl 6 på morgonen', '06:00'],
    ['halv sju på kvällen', '18:30'],
    ['kvart över tre på eftermiddagen', '15:15'],
    ['kl 2 på natten', '02:00'],
    ['i kväll vid åtta', '20:00'],
    ['eight in the evening', '20:00'],
    ["ten o'clock", '10:00'],
    ['noon', '12:00'],
    ['midnatt', '00:00'],
    ['kl 12', '12:00'],
    ['kl 24', '00:00'],
    ['vid 24', '00:00'],
    ['halv 24', '23:30'],
    ['kvart i 24', '23:45'],
    ['59 över 23', '23:59'],
    ['om en timme', '12:00'],
    ['om 30 minuter', '11:30'],
    ['in half an hour', '11:30'],
    ['på fredag kl 15', '15:00'],
    ['fredag 15.30', '15:30'],
    ['25.12.2026 kl 9', '09:00'],
  ])('reads "%s" as %s', (text, time) => expect(read('time', text)).toBe(time))
  it.each<[string, string]>([
    ['kvart över tre', '03:15 15:15'],
    ['kl 3', '03:00 15:00'],
    ['halv fem', '04:30 16:30'],
    ['five', '05:00 17:00'],
    ['kl 9 eller kl 10', '09:00 10:00'],
  ])('asks back about "%s"', (text, times) => expect(read('time', text)).toBe(times))
  it.each(['kl 25', '25:00', '12:75', 'kl 99', '60 över 23', '75 över 8', 'halv 25'])(
    'says that there is no %s',
    (text) => expect(read('time', text)).toBe('question.bad-time'),
  )
  it.each(['snart', 'hej', '', 'på fredag', '2026-12-24', 'Storgatan 12', 'när öppnar ni kl 8 eller?'])(
    'does not guess at "%s"',
    (text) => expect(read('time', text)).toBeUndefined(),
  )
  it('counts an hour on the night when the clocks change', () => {
    expect(read('time', 'om en timme', at('2027-03-28T06:00:00Z'))).toBe('09:00')
    expect(read('time', 'om en timme', at('2027-03-28T00:30:00Z'))).toBe('03:30')
    expect(read('time', 'om två timmar', at('2026-10-24T23:30:00Z'))).toBe('02:30')
    expect(read('time', 'om en timme', at('2026-12-31T22:30:00Z'))).toBe('question.bad-time')
  })
})

describe('a talk about day and time', () => {
  const booking = () =>
    dialogOf(
      [ask('day', { type: 'date', must: 'day >= today()' }), ask('hour', { type: 'time' }), confirm(), end()],
      { labels: { day: 'Dag', hour: 'Tid' } },
    )
  const talkOf = (env = wednesday) => new Talk(booking(), undefined, env)

  it('takes both from one sentence, whichever was asked for', () => {
    const talk = talkOf()
    talk.say('på fredag kl 15')
    expect(talk.answers).toEqual({ day: '2026-11-27', hour: '15:00' })
    const begun = talkOf()
    begun.begin('jag vill boka på fredag kl 15')
    expect(begun.answers).toEqual({ day: '2026-11-27', hour: '15:00' })
  })
  it.each(['2', 'den andra', 'fredag 4 december', 'den 4', '4/12', 'den senare'])(
    'asks back which day, and takes "%s"',
    (answer) => {
      const talk = talkOf()
      talk.say('nästa fredag')
      expect([talk.at, talk.frame.offered]).toEqual(['day', ['2026-11-27', '2026-12-04']])
      talk.say(answer)
      expect(talk.answers).toEqual({ day: '2026-12-04' })
      expect(talk.frame.offered).toEqual([])
    },
  )
  it('takes a tapped day', () => {
    const talk = talkOf()
    talk.say('nästa fredag')
    talk.tap({ name: 'answer:day', value: '2026-12-04' })
    expect(talk.answers).toEqual({ day: '2026-12-04' })
  })
  it('takes a weekday after a week as the one of that week', () => {
    const talk = talkOf()
    talk.say('nästa vecka')
    talk.say('torsdag')
    expect(talk.answers).toEqual({ day: '2026-12-03' })
  })
  it('counts it as a miss to say the same again', () => {
    const talk = talkOf()
    expect(talk.say('nästa fredag')).toBe('moved')
    expect(talk.say('nästa fredag')).toBe('refused')
    expect(talk.frame.misses).toBe(1)
  })
  it('keeps the time that stood beside a doubtful day', () => {
    const talk = talkOf()
    talk.say('nästa fredag kl 15')
    expect(talk.answers).toEqual({ hour: '15:00' })
    talk.say('1')
    expect([talk.at, talk.answers]).toEqual(['send', { day: '2026-11-27', hour: '15:00' }])
  })
  it('offers no day that may not be answered', () => {
    const later = dialogOf([ask('day', { type: 'date', must: 'day > today()' }), confirm(), end()])
    const talk = new Talk(later, undefined, wednesday)
    talk.say('på onsdag')
    expect(talk.answers).toEqual({ day: '2026-12-02' })
  })
  it('asks back in a correction too', () => {
    const talk = talkOf()
    talk.say('på torsdag kl 15')
    expect(talk.at).toBe('send')
    talk.say('nej, dagen är nästa fredag')
    expect([talk.at, talk.frame.offered]).toEqual(['day', ['2026-11-27', '2026-12-04']])
    talk.say('den första')
    expect([talk.at, talk.answers]).toEqual(['send', { day: '2026-11-27', hour: '15:00' }])
  })
  it('shows a time as people of the language write it', () => {
    const talk = talkOf()
    talk.say('på fredag kl 15')
    expect(talk.walked.stop).toMatchObject({
      summary: [
        { name: 'day', value: 'fredag 27 november' },
        { name: 'hour', value: '15.00' },
      ],
    })
  })
})

it('reads any words as any type without throwing', () => {
  const words = fc.array(
    fc.constantFrom(
      ...'nästa fredag vecka v. 48 kl halv kvart i över 15.30 25/12 den om tre dagar pm 450 :- 1 200 , alla'.split(
        ' ',
      ),
    ),
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.string({ unit: 'binary' }),
        words.map((all) => all.join(' ')),
      ),
      fc.constantFrom('date', 'time', 'money', 'choices', 'pick'),
      (text, type) => {
        const choices = type === 'choices' ? { choices: { a: 'Gatan', b: 'Parken' } } : {}
        expect(() => readAnswer(ask('q', { type, ...choices }), text, wednesday)).not.toThrow()
      },
    ),
    { numRuns: 500 },
  )
})
