// A dialog without a fault, with its translation, city and actions; tests break one thing at a time.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createDialogCompiler, type CompiledDialogs } from '../../../bot/dialog/reading/compile-dialogs'
import type { DialogFile } from '../../../bot/dialog/reading/fields/sort-documents'
import { projectRoot } from '../../support/project-root'

const shipped = (name: string): string => readFileSync(join(projectRoot, 'dialogs', name), 'utf8')

export const sound = {
  'city.yaml': shipped('city.yaml')
    .replaceAll(/dialog:(felanmalan|grovsopor|kontakta-oss)/g, (_, name: string) =>
      name === 'felanmalan' ? 'dialog:nyckel' : `article:${name}`,
    )
    .replace('call-back dialog: bli-uppringd', 'call-back dialog: nyckel')
    .replace(/^languages in part: .*\n/m, ''),
  'city.en.yaml': shipped('city.en.yaml').replaceAll(
    /dialog:(felanmalan|grovsopor|kontakta-oss)/g,
    (_, name: string) => (name === 'felanmalan' ? 'dialog:nyckel' : `article:${name}`),
  ),
  'actions.yaml': `find_key:
  effect: read
  takes: [place]
  gives: { state: [lost, found], days: number }
  fails: [unknown_place]
order_key:
  effect: write
  takes: [kind, count, note?, contact?]
  gives: { order_number: text }
`,
  'nyckel.yaml': `dialog: nyckel
title: Beställ nyckel
owner: kultur-fritid
valid: { from: 2026-01-01, review: 2027-01-01 }
start:
  - Jag vill beställa en nyckel
  - nyckeln till <place=Storgatan 12> är borta
  - kan jag få en ny nyckel
labels: { kind: Slag, count: Antal }
values:
  many: count > 2
steps:
  - ask: place
    question: Var ligger huset?
    hint: Till exempel Storgatan 12.
    type: address
    must: place inside city
    else: Det huset ligger inte i kommunen.
  - do: find_key
    with: { place: place }
    if fails:
      unknown_place:
        - say: Det huset känner vi inte till.
          id: no_house
        - end: no_house
      else: { handoff: Registret svarade inte. }
  - ask: kind
    question: Vilken nyckel gäller det?
    choices:
      door: Dörrnyckel | dörr, ytterdörr
      mail: Postnyckel | post, brevlåda
      other: Något annat
  - ask: note
    question: Beskriv nyckeln.
    length: 5..200
    only if: kind is other
  - ask: count
    question: Hur många?
    type: number
    range: 1..5
    default: 1
  - ask: contact
    question: Hur når vi dig?
    type: phone or email
    optional: true
    keep: 90 days
  - if: state is lost and many
    then:
      - say: Det tar {days, plural, one {# dag} other {# dagar}}.
        id: wait
        sms: { say: "Tar {days, plural, one {# dag} other {# dagar}}." }
  - confirm: send
    question: Ska jag beställa {count} av slaget {kind}?
  - do: order_key
    with: { kind: kind, count: count, note: note, contact: contact }
    if fails: { handoff: Det gick inte att beställa. }
  - say: Klart! Numret är {order_number}.
    id: done_text
  - end: done
tests:
  - test: En vanlig beställning
    given:
      find_key: { state: lost, days: 3 }
      order_key: [fails unavailable, { order_number: N-1 }]
    chat: [user: jag vill beställa en nyckel, asks: place, user: Storgatan 12, asks: kind, does: find_key, ends: done,
      expect: { count: 1 }]
  - test: Alla slags nycklar
    given: { find_key: { days: 4, state: lost } }
    chat: [user: nyckeln till Storgatan 12 är borta, user: dörr, user: post, user: något annat, says: wait]
  - test: Ett hus som inte finns
    given: { find_key: fails unknown_place }
    chat: [user: jag vill beställa en nyckel, asks: place, user: Torget 1, says: no_house]
`,
  'nyckel.en.yaml': `translates: nyckel
language: en
title: Order a key
start: [I want to order a key, the key to <place=Storgatan 12> is gone, can I get a new key]
labels: { kind: Kind, count: Count }
choices:
  kind: { door: "Door key | door", mail: "Mail key | mail", other: Something else }
texts:
  place: Where is the house?
  place.hint: For example Storgatan 12.
  place.must: That house is not in the municipality.
  no_house: We do not know that house.
  find_key.fails: The register did not answer.
  kind: Which key is it about?
  note: Describe the key.
  count: How many?
  contact: How do we reach you?
  wait: It takes {days, plural, one {# day} other {# days}}.
  wait.sms: Takes {days, plural, one {# day} other {# days}}.
  send: Shall I order {count} of the kind {kind}?
  order_key.fails: It could not be ordered.
  done_text: Done! The number is {order_number}.
`,
} as const satisfies Record<string, string>
export type SoundFile = keyof typeof sound

export const today = '2026-06-01'

/** What one test leaves as it is has been read for the one before; compile-again.test.ts holds that to a first reading. */
const compile = createDialogCompiler()
const soundFiles = new Map<string, DialogFile>(
  Object.entries(sound).map(([path, text]) => [path, { path, text }]),
)

/** Compiles the sound files with some of them replaced, and others added. */
export function compileWith(changed: Readonly<Record<string, string>> = {}): CompiledDialogs {
  const replaced = Object.entries(changed).map(([path, text]) => [path, { path, text }] as const)
  return compile({ files: [...new Map([...soundFiles, ...replaced]).values()], today })
}

/** A sound file with one piece of it replaced; throws when the piece is not there exactly once. */
export function broken(file: SoundFile, piece: string, by: string): string {
  if (sound[file].split(piece).length !== 2) throw new Error(`"${piece}" is not once in ${file}`)
  return sound[file].replace(piece, () => by)
}
