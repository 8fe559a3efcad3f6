// What is more than the name of "something else" is the description that would be asked for next.
import { act, ask, confirm, dialogOf, end } from '../dialog-builder'
import { Talk } from '../talk'

const street = dialogOf(
  [
    ask('kind', {
      choices: {
        light: 'Trasig gatubelysning | gatlyktan, lampa',
        ice: 'Halka eller snö | halt',
        graffiti: 'Klotter | klottrad, klotter',
        other: 'Något annat | gunga, bänk, trappa, busskur',
      },
    }),
    ask('details', { onlyIf: 'kind is other', length: [5, 500] }),
    confirm('send'),
    act('write', 'create_case', { category: 'kind', text: 'details' }, ['case_number']),
    end(),
  ],
  { start: ['felanmäla'] },
)

const said = (text: string) => {
  const talk = new Talk(street)
  talk.say(text)
  return talk
}

test('the sentence that names it is kept', () => {
  const talk = said('gungan hänger i en kedja')
  expect([talk.at, talk.answers]).toEqual(['send', { kind: 'other', details: 'gungan hänger i en kedja' }])
})
test('so is the first sentence', () => {
  const talk = new Talk(street)
  talk.begin('gungan är trasig på lekplatsen')
  expect(talk.answers).toEqual({ kind: 'other', details: 'gungan är trasig på lekplatsen' })
})
test.each(['bänk', 'något annat', 'en bänk'])('"%s" is no description', (text) =>
  expect(said(text).at).toBe('details'),
)
test.each([
  ['det är halt vid trappan', 'ice'],
  ['lampan vid busskuren lyser inte', 'light'],
  ['en klottrad bänk', 'graffiti'],
])('"%s" is about what is wrong, not where', (text, kind) => expect(said(text).answers).toEqual({ kind }))
