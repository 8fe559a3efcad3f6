// Two hundred dialogs that differ in their words, for measuring how long staff wait for the checks.
import type { DialogFile } from '../../bot/dialog/reading/fields/sort-documents'

const stems =
  'bok cykel hund katt skola park vatten avfall buss simhall bygge gata lampa musik fest resa mat träd båt hus'
const syllables = 'ra mo li ta ne so ki va du pe fi go hy jo ku'.split(' ')

/** A word that no other number has. */
const wordOf = (number: number): string => {
  const stem = stems.split(' ')[number % 20] ?? ''
  const rest = [number, Math.floor(number / 15), Math.floor(number / 225)]
  return stem + rest.map((part) => syllables[part % 15]).join('')
}

const sourceOf = (
  id: string,
  number: number,
  words: readonly string[],
  start: string,
): string => `dialog: ${id}
title: Ärende ${number}
owner: avfall
valid: { from: 2026-01-01, review: 2027-12-01 }
start:
${start}
labels: { kind: Slag, place: Plats, details: Beskrivning, contact: Kontakt }
values: { urgent: kind is alfa }
steps:
  - ask: kind
    question: Vad gäller ${words[0] ?? ''}?
    choices:
      alfa: ${words[1] ?? ''} | ${words[2] ?? ''}
      beta: ${words[3] ?? ''} | ${words[4] ?? ''}
      other: Något annat
  - ask: place
    question: Var är det?
    type: address
    must: place inside city
    else: Den platsen ligger utanför kommunen.
  - if: urgent
    then:
      - say: Vi skickar någon i dag till {place}.
        id: soon
  - ask: details
    question: Beskriv det.
    length: 5..200
    only if: kind is other
  - ask: contact
    question: Hur når vi dig?
    type: phone or email
    optional: true
    keep: 24 months
  - confirm: send
    question: Ska jag skicka det?
  - do: create_case
    with: { category: kind, place: place, text: details, urgent: urgent, contact: contact }
    if fails: { handoff: Det gick inte att skicka. En medarbetare hjälper dig. }
  - say: Tack! Ditt ärende har nummer {case_number}.
    id: thanks
  - end: done
tests:
  - test: Allt
    chat: [user: ${words[1] ?? ''}, user: ${words[3] ?? ''}, user: något annat, asks: place, says: soon]
`

const englishOf = (
  id: string,
  number: number,
  words: readonly string[],
  start: string,
): string => `translates: ${id}
language: en
title: Case ${number}
start:
${start}
labels: { kind: Kind, place: Place, details: Description, contact: Contact }
choices:
  kind: { alfa: "${words[5] ?? ''} | ${words[6] ?? ''}", beta: "${words[7] ?? ''}", other: Something else }
texts:
  kind: What is it about?
  place: Where is it?
  place.must: That place is outside the city.
  soon: We send somebody to {place} today.
  details: Describe it.
  contact: How do we reach you?
  send: Shall I send it?
  create_case.fails: It could not be sent. A colleague will help you.
  thanks: Thank you! Your case has the number {case_number}.
`

/** One dialog of a dozen steps with its translation, as staff write them. */
function dialogFiles(number: number): readonly DialogFile[] {
  const id = `arende-${number}`
  const words = Array.from({ length: 14 }, (_, n) => wordOf(number * 14 + n))
  const phrases = (before: string): string =>
    words
      .slice(0, 12)
      .map((word, n) => `  - ${before} ${word} ${words[13 - n] ?? ''}`)
      .join('\n')
  return [
    { path: `dialogs/${id}.yaml`, text: sourceOf(id, number, words, phrases('hjälp med')) },
    { path: `dialogs/${id}.en.yaml`, text: englishOf(id, number, words, phrases('help with')) },
  ]
}

/** The files of `count` dialogs, without the city and the actions. */
export const manyDialogs = (count: number): readonly DialogFile[] =>
  Array.from({ length: count }, (_, number) => dialogFiles(number)).flat()
