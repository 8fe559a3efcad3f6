// What resembles a fault and is right: nobody shall be told off for it.
import { lock, stampedAll, stampedFrom } from './faults-of-files'
import type { NearMiss } from './fault'
import { sound } from './sound-dialog'
import { visits } from './visits-dialog'

const known = 'Det huset känner vi inte till.'
const confirmed = '  - confirm: send\n'
const until = '  - end: done\n'

export const nearMisses: readonly NearMiss[] = [
  {
    code: 'Y001',
    name: 'a colon within quotes',
    change: ['question: Hur många?', 'question: "Antal: hur många?"'],
  },
  { code: 'Y010', name: 'a comment', change: ['owner: kultur-fritid', 'owner: kultur-fritid # vår enhet'] },
  { code: 'Y011', name: 'an ampersand inside a text', change: ['Beskriv nyckeln.', 'Beskriv nyckel & lås.'] },
  { code: 'Y012', name: 'a dash inside a text', change: ['Klart! Numret', 'Klart - numret'] },
  {
    code: 'Y013',
    name: 'curly quotes inside a text',
    change: ['Hur många?', 'Hur många ”riktiga” nycklar?'],
  },
  {
    code: 'Y014',
    name: 'letters with accents',
    change: ['Beskriv nyckeln.', 'Beskriv nyckeln till kafé Ängöl.'],
  },
  {
    code: 'D001',
    name: 'a word in its place',
    change: ['    question: Hur många?\n', '    question: Hur många?\n    sms: { question: "Antal?" }\n'],
  },
  { code: 'D002', name: 'a step of each word', change: [until, `  - say: Hej då.\n    id: bye\n${until}`] },
  { code: 'D004', name: 'a name used once', change: ['id: wait\n', 'id: waiting\n'] },
  { code: 'D005', name: 'a wider range', change: ['range: 1..5', 'range: 1..500'] },
  {
    code: 'D010',
    name: 'a channel that exists',
    change: ['  - test: Ett hus som inte finns\n', '  - test: Ett hus som inte finns\n    channel: sms\n'],
  },
  {
    code: 'D011',
    name: 'an optional input left out',
    change: ['note: note, contact: contact', 'contact: contact'],
  },
  { code: 'D012', name: 'another number', change: ['days: 3 }', 'days: 12 }'] },
  {
    code: 'D020',
    name: 'an answer that may be missing',
    change: ['only if: kind is other', 'only if: contact missing or kind is other'],
  },
  {
    code: 'D021',
    name: 'two branches that both end',
    change: [until, '  - if: many\n    then: [{ end: done }]\n    else: [{ end: done }]\n'],
  },
  {
    code: 'D022',
    name: 'a call of another dialog',
    also: { 'las.yaml': lock },
    change: [until, `  - call: las\n${until}`],
  },
  {
    code: 'D023',
    name: 'an earlier question that is forgotten',
    change: ['        - end: no_house\n', '        - forget: place\n'],
  },
  {
    code: 'D023',
    name: 'a question that is forgotten only where something holds',
    change: ['  - ask: note\n', '  - forget: kind\n    only if: kind is mail\n  - ask: note\n'],
  },
  {
    code: 'D023',
    name: 'a question that is forgotten on each way that has not ended',
    change: ['  - ask: note\n', '  - if: kind is mail\n    then:\n      - end: mail\n  - forget: kind\n'],
  },
  {
    code: 'D020',
    name: 'a branch within a branch over the same answer',
    change: [
      '  - confirm: send\n',
      '  - if: kind is not mail\n    then:\n      - if: kind is door\n        then:\n          - end: door\n  - confirm: send\n',
    ],
  },
  {
    code: 'D020',
    name: 'a step behind a question that is forgotten where something holds',
    change: ['  - ask: note\n', '  - forget: kind\n    only if: kind is mail\n  - ask: note\n'],
  },
  {
    code: 'D024',
    name: 'branches with a last else',
    change: [
      confirmed,
      `  - if: kind is door\n    then: [{ say: En dörr. }]\n    else: [{ say: Något annat. }]\n${confirmed}`,
    ],
  },
  {
    code: 'D024',
    name: 'branches that end the talk',
    change: [
      confirmed,
      `  - if: kind is door\n    then: [{ end: no_house }]\n  - if: kind is mail\n    then: [{ end: no_house }]\n${confirmed}`,
    ],
  },
  {
    code: 'D030',
    name: 'a write under the condition of its confirmation',
    first: [['nyckel.yaml', confirmed, `${confirmed}    only if: kind is door\n`]],
    change: ['  - do: order_key\n', '  - do: order_key\n    only if: kind is door\n'],
  },
  {
    code: 'D031',
    name: 'a failure answered by several steps',
    change: [
      '{ handoff: Det gick inte att beställa. }',
      '[{ say: Det gick inte. }, { handoff: Det gick inte att beställa. }]',
    ],
  },
  { code: 'D032', name: 'personal data kept for a year', change: ['keep: 90 days', 'keep: 12 months'] },
  {
    code: 'D033',
    name: 'a sensitive dialog that shows no answer',
    change: ['valid: {', 'sensitive: true\nvalid: {'],
  },
  {
    code: 'D034',
    name: 'one way to a human of two',
    change: ['{ handoff: Registret svarade inte. }', '[{ end: failed }]'],
  },
  {
    code: 'D035',
    name: "the city's own number",
    change: ['Beskriv nyckeln.', 'Beskriv den eller ring +46 42-10 50 00.'],
  },
  {
    code: 'D035',
    name: "a page of the city's site",
    change: ['Beskriv nyckeln.', 'Se https://www.helsingborg.se/nycklar först.'],
  },
  {
    code: 'D036',
    name: 'a dialog that may ask',
    first: [
      ['city.yaml', 'person id dialogs: []', 'person id dialogs: [nyckel]'],
      ['nyckel.yaml', 'valid: {', 'allows: person-id\nvalid: {'],
    ],
    change: ['    length: 5..200', '    type: person-id'],
  },
  { code: 'D037', name: 'a time as long as talks are kept', change: ['keep: 90 days', 'keep: 24 months'] },
  {
    code: 'D038',
    name: 'a subscription with consent and a code',
    file: 'besok.yaml',
    also: visits,
    change: ['Får jag spara ditt nummer?', 'Får jag spara numret?'],
  },
  {
    code: 'T012',
    name: 'a notice that ends with another word of the city for stopping',
    file: 'besok.yaml',
    also: visits,
    change: ['Avsluta med STOPP.', 'Svara STOPP för att sluta.'],
  },
  {
    code: 'A003',
    name: 'a picture that only the web asks for',
    change: [
      '    type: number\n    range: 1..5\n    default: 1',
      '    type: photo\n    only if: channel is web',
    ],
  },
  { code: 'D040', name: 'codes of the question', change: ['kind is other', 'kind in (other, mail)'] },
  { code: 'D041', name: 'two words of a comparison', change: ['kind is other', 'kind is not door'] },
  {
    code: 'D042',
    name: 'an answer that is guarded',
    change: ['if: state is lost and many', 'if: contact given and contact contains "@"'],
  },
  {
    code: 'D042',
    name: 'an answer under the condition of its question',
    change: ['if: state is lost and many', 'if: kind is other and given note'],
  },
  {
    code: 'D043',
    name: 'a condition that comes out both ways',
    change: ['state is lost and', 'state is found and'],
  },
  {
    code: 'D044',
    name: 'a value that a text shows',
    first: [['nyckel.yaml', '  many: count > 2', '  many: count > 2\n  price: count + 3']],
    change: ['Ska jag beställa {count}', 'Ska jag beställa {count} för {price} kr, alltså {count}'],
  },
  {
    code: 'T001',
    name: 'a plural with a form for none',
    change: ['Det tar {days, plural, one', 'Det tar {days, plural, =0 {ingen tid} one'],
  },
  { code: 'T003', name: 'what the city fills in', change: ['Klart! Numret', 'Klart! Ring {phone}. Numret'] },
  {
    code: 'T004',
    name: 'a text of its own for SMS',
    change: [
      'Ska jag beställa {count} av slaget {kind}?',
      'Ringer vi {contact}?\n    sms: { question: "Ska jag beställa?" }',
    ],
  },
  { code: 'T010', name: 'a text of two SMS', change: [known, `${known} `.repeat(9).trim()] },
  {
    code: 'T010',
    name: 'a long text for the web only',
    first: [['nyckel.yaml', known, `${known} `.repeat(20).trim()]],
    change: ['          id: no_house', '          id: no_house\n          sms: { say: Nej. }'],
  },
  {
    code: 'T011',
    name: 'a word of the screen for the web only',
    change: [
      '    hint: Till exempel Storgatan 12.',
      '    hint: Peka på huset.\n    sms: { hint: "Till exempel Storgatan 12." }',
    ],
  },
  {
    code: 'T020',
    name: 'a text that only the translation says otherwise by SMS',
    file: 'nyckel.en.yaml',
    change: ['  count: How many?\n', '  count: How many?\n  count.sms: Count?\n'],
  },
  {
    code: 'T021',
    name: 'a text of the dialog for one channel',
    file: 'nyckel.en.yaml',
    change: ['  count: How many?\n', '  count: How many?\n  count.web: How many keys?\n'],
  },
  {
    code: 'T022',
    name: 'placeholders in another order',
    file: 'nyckel.en.yaml',
    change: ['Shall I order {count} of the kind {kind}?', 'The {kind}, {count} of it?'],
  },
  {
    code: 'T023',
    name: 'a translation that was changed with its source',
    file: 'nyckel.en.yaml',
    also: { 'translated.yaml': stampedFrom('Beskriv den.', 'Describe it.') },
    change: ['note: Describe the key.', 'note: Describe your key.'],
  },
  {
    code: 'D060',
    name: 'the name of the file in quotes',
    change: ['dialog: nyckel', 'dialog: "nyckel"'],
  },
  {
    code: 'D064',
    name: 'the short ending of YAML',
    file: 'las.yml',
    also: { 'las.yml': lock },
    change: ['PHRASE', 'jag vill byta mitt lås'],
  },
  {
    code: 'D040',
    name: 'a piece of a text in a test',
    change: ['says: no_house]', 'says: känner]'],
  },
  {
    code: 'T028',
    name: 'translations that were all compared',
    file: 'nyckel.en.yaml',
    also: { 'translated.yaml': stampedAll },
    change: ['note: Describe the key.', 'note: "Describe the key."'],
  },
  {
    code: 'T024',
    name: 'a label that is the same',
    file: 'nyckel.en.yaml',
    change: ['kind: Kind, count', 'kind: Slag, count'],
  },
  { code: 'T025', name: 'a sentence of one word', change: [known, 'Tyvärr!'] },
  {
    code: 'T026',
    name: 'a machine translation that asks for no consent',
    file: 'nyckel.en.yaml',
    change: ['language: en\n', 'language: en\ntranslated: machine\n'],
  },
  {
    code: 'T027',
    name: 'a machine translation where the city allows it',
    file: 'nyckel.en.yaml',
    change: ['language: en\n', 'language: en\ntranslated: machine\n'],
  },
  {
    code: 'T030',
    name: 'short sentences',
    change: [known, `${known} Vi känner bara till kommunens egna hus. Sök igen.`],
  },
  {
    code: 'T031',
    name: 'five answers',
    change: ['    choices:\n', '    choices:\n      car: Bilnyckel\n      bike: Cykelnyckel\n'],
  },
  {
    code: 'T032',
    name: 'signs that are words',
    change: [known, 'Det huset (nr 8–16) & gården känner vi inte till.'],
  },
  {
    code: 'T043',
    name: 'a price that is worked out',
    change: ['Beskriv nyckeln.', 'Beskriv nyckeln. Den kostar {days} kr.'],
  },
  {
    code: 'N001',
    name: 'a phrase of its own',
    file: 'las.yaml',
    also: { 'las.yaml': lock },
    change: ['PHRASE', 'byt mitt lås'],
  },
  {
    code: 'N002',
    name: 'a dialog that others call',
    change: [
      'start:\n  - Jag vill beställa en nyckel\n  - nyckeln till <place=Storgatan 12> är borta\n  - kan jag få en ny nyckel\n',
      '',
    ],
  },
  {
    code: 'N003',
    name: 'phrases that only share a beginning',
    file: 'las.yaml',
    also: { 'las.yaml': lock },
    change: ['PHRASE', 'Jag vill beställa en cykel'],
  },
  { code: 'N004', name: 'a word of one answer', change: ['post, brevlåda', 'post, brevlåda, postbox'] },
  { code: 'N005', name: 'a question of the dialog', change: ['<place=Storgatan 12>', '<kind=dörren>'] },
  {
    code: 'N005',
    name: 'a choice with more words around it',
    change: ['<place=Storgatan 12>', '<kind=den stora ytterdörren>'],
  },
  { code: 'N005', name: 'a sign for less', change: ['Jag vill beställa en nyckel', 'nycklar <3 tack'] },
  { code: 'N006', name: 'a label that such a word ends', change: ['kind: Slag', 'kind: Typ av fel'] },
  { code: 'N006', name: 'a label that only begins like one', change: ['kind: Slag', 'kind: Felanmälan'] },
  { code: 'N006', name: 'a choice of more words', change: ['Dörrnyckel |', 'Ändra ett lås |'] },
  { code: 'A001', name: 'another department', change: ['owner: kultur-fritid', 'owner: miljo'] },
  {
    code: 'A002',
    name: 'a last day that is far off',
    change: ['from: 2026-01-01', 'from: 2026-06-01, to: 2026-07-02'],
  },
  {
    code: 'A004',
    name: 'a single day',
    change: ['from: 2026-01-01', 'from: 2026-06-01, to: 2026-06-01'],
  },
  { code: 'A002', name: 'a review of tomorrow', change: ['review: 2027-01-01', 'review: 2026-06-02'] },
  {
    code: 'X001',
    name: 'one test',
    also: { 'nyckel.yaml': sound['nyckel.yaml'].replace(/( {2}- test: Ett hus)[^]*/, '') },
    change: ['title: Beställ nyckel', 'title: Beställ en nyckel'],
  },
  {
    code: 'X002',
    name: 'a choice that a test names by its synonym',
    change: ['user: dörr, user: post', 'user: ytterdörr, user: brevlåda'],
  },
  {
    code: 'X003',
    name: 'a test that ends with an end',
    change: ['says: no_house]', 'says: no_house, ends: no_house]'],
  },
]
