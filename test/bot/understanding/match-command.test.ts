// Whole messages that are command words of the city, and messages that only contain them.
import type { City } from '../../../bot/contracts/city/city'
import type { Command } from '../../../bot/contracts/talk/command'
import { matchCommand } from '../../../bot/understanding/match-command'
import { processorMs } from '../../support/processor-time'

const words = (lists: Partial<Record<Command, readonly string[]>>): ReadonlyMap<Command, readonly string[]> =>
  new Map(Object.entries(lists) as [Command, readonly string[]][])

const city: Pick<City, 'languages' | 'commandWords'> = {
  languages: ['sv', 'en'],
  commandWords: new Map([
    [
      'sv',
      words({
        cancel: ['avbryt', 'Sluta!'],
        person: ['människa', 'jag vill prata med en människa'],
        help: ['hjälp'],
        repeat: ['fortsätt', 'vad frågade du'],
        back: ['bakåt', 'ångra'],
        no: ['nej'],
        hello: ['hej'],
      }),
    ],
    ['en', words({ cancel: ['cancel', "don't"], person: ['human'], help: ['help'], no: ['no', 'hej'] })],
  ]),
}

describe('matchCommand', () => {
  it.each<[string, Command]>([
    ['avbryt', 'cancel'],
    ['  AVBRYT!! ', 'cancel'],
    ['sluta', 'cancel'],
    ['Jag vill prata med en människa.', 'person'],
    ['jag vill prata\nmed en manniska', 'person'],
    ['HJA\u0308LP', 'help'],
    ['hjalp', 'help'],
    ['avb\u200Bryt', 'cancel'],
    ['help', 'help'],
    ['Ok, fortsätt', 'repeat'],
    ['förlåt, vad frågade du?', 'repeat'],
    ['human', 'person'],
    ['nej, jag vill prata med en människa', 'person'],
    ['Jag vill prata med en människa NU!', 'person'],
    ['Nej men snälla, människa tack', 'person'],
    ['no, human please', 'person'],
    ['Jag vill tala med en människa', 'person'],
    ['Hej? Hej?', 'hello'],
    ['Hej, hjälp!', 'help'],
    ['hej hej avbryt', 'cancel'],
    ['dont', 'cancel'],
    ['Don’t', 'cancel'],
  ])('takes "%s" in Swedish as %s', (text, command) => {
    expect(matchCommand(text, city, 'sv')).toBe(command)
  })

  it.each([
    'jag behöver hjälp',
    'hej jag behöver hjälp',
    'avbryt inte',
    'prata med en människa om hjälp',
    'mannisko',
    '',
    '…',
    '😀',
  ])('takes "%s" as no command', (text) => expect(matchCommand(text, city, 'sv')).toBeUndefined())

  it.each(['nej avbryt', 'Nej, förresten, avbryt!', 'no wait, cancel', 'nej nej sluta'])(
    'hears behind a no that something is cancelled: "%s"',
    (text) => expect(matchCommand(text, city, 'sv')).toBe('cancel'),
  )

  it.each(['nej hjälp', 'nej nej', 'nej', 'nej avbryt inte', 'vänta'])(
    'hears nothing else behind a no: "%s"',
    (text) => expect(matchCommand(text, city, 'sv')).not.toBe('cancel'),
  )

  it('looks in the language of the conversation first', () => {
    expect(matchCommand('hej', city, 'sv')).toBe('hello')
    expect(matchCommand('hej', city, 'en')).toBe('no')
  })

  it("understands the city's languages when the conversation has another one", () => {
    expect(matchCommand('avbryt', city, 'ar')).toBe('cancel')
  })

  it('reads a very long text at once', () => {
    const took = processorMs(() => {
      expect(matchCommand('hjälp '.repeat(20_000), city, 'sv')).toBeUndefined()
    })
    expect(took).toBeLessThan(1_000)
  })
})
