// What can be wrong with the ways through a dialog, with what it knows of people, and with its tests.
import type { WholeFault } from './fault'

export const faultsOfFlow: readonly WholeFault[] = [
  {
    code: 'D020',
    change: ['only if: kind is other', 'only if: «given contact»'],
    sv: '"given contact" är aldrig sant här: "contact" frågas först på rad 42. Flytta ner det till efter frågan.',
    en: '"given contact" is never true here: "contact" is asked first on line 42. Move it down to after the question.',
  },
  {
    code: 'D020',
    change: [
      '  - confirm: send\n',
      '  - if: contact missing\n    then:\n      - forget: kind\n      - «end: unknown»\n  - confirm: send\n',
    ],
    sv: 'Hit kommer ingen: "forget" på rad 54 går tillbaka till frågan "kind". Ta bort stegen efter den raden, eller skriv "only if:" under den med när frågan ska ställas igen.',
    en: 'Nobody gets here: the "forget" on line 54 goes back to the question "kind". Remove the steps after that line, or write "only if:" below it with when the question shall be asked again.',
  },
  {
    code: 'D020',
    change: [
      '  - confirm: send\n',
      '  - if: kind is mail\n    then:\n      - end: mail\n  - confirm: post\n    question: Stämmer det?\n    only if: «kind is mail»\n  - confirm: send\n',
    ],
    sv: '"kind is mail" är aldrig sant här: den som svarar så på "kind" går en annan väg, eller är redan klar. Rätta villkoret, eller flytta steget till den vägen.',
    en: '"kind is mail" is never true here: who answers so to "kind" goes another way, or is done already. Correct the condition, or move the step to that way.',
  },
  {
    code: 'D020',
    change: [
      '  - confirm: send\n',
      '  - if: kind is mail\n    then:\n      - if: «kind is door»\n        then:\n          - end: door\n  - confirm: send\n',
    ],
    sv: '"kind is door" är aldrig sant här: den som svarar så på "kind" går en annan väg, eller är redan klar. Rätta villkoret, eller flytta steget till den vägen.',
    en: '"kind is door" is never true here: who answers so to "kind" goes another way, or is done already. Correct the condition, or move the step to that way.',
  },
  {
    code: 'D023',
    severity: 'error',
    change: ['  - ask: note\n', '  - «forget: kind»\n  - ask: note\n'],
    first: [
      [
        'nyckel.yaml',
        '        - end: no_house\n      else: { handoff: Registret svarade inte. }',
        '      else:\n        - say: Registret svarade inte.\n          id: silent',
      ],
    ],
    sv: 'Svaret på "kind" glöms varje gång, så frågan ställs om och om igen och dialogen tar aldrig slut. Ta bort "forget", eller skriv "only if:" under det med när frågan ska ställas igen.',
    en: 'The answer to "kind" is forgotten every time, so the question is asked again and again and the dialog never ends. Remove the "forget", or write "only if:" below it with when the question shall be asked again.',
  },
  {
    code: 'D020',
    change: [
      '  - say: Klart! Numret är {order_number}.\n    id: done_text\n  - end: done\n',
      '  - handoff: Någon hör av sig.\n  - «end: done»\n',
    ],
    sv: 'Hit kommer ingen: på varje väg före det har samtalet slutat, lämnats över eller börjat om. Ta bort det, eller flytta upp det.',
    en: 'Nobody gets here: on every way before it the talk has ended, been handed over or begun again. Remove it, or move it up.',
  },
  {
    code: 'D024',
    change: [
      '  - confirm: send\n',
      '  - «if: kind is door»\n    then: [{ say: En dörr. }]\n  - if: kind is mail\n    then: [{ say: En låda. }]\n  - confirm: send\n',
    ],
    sv: 'Grenarna över "kind" glömmer "other". Lägg till en gren, eller ett else.',
    en: 'The branches over "kind" forget "other". Add a branch, or an else.',
  },
  {
    code: 'D032',
    severity: 'error',
    change: [
      '  - ask: contact\n    question: Hur når vi dig?\n    type: phone or email\n    optional: true\n    keep: 90 days\n',
      '  - «ask: contact»\n    question: Hur når vi dig?\n    type: phone or email\n    optional: true\n',
    ],
    sv: '"contact" är en personuppgift, men det står inte hur länge den sparas. Lägg till keep: med en tid ur dokumenthanteringsplanen, till exempel keep: 90 days.',
    en: '"contact" is personal data, but it is not said how long it is kept. Add keep: with a time of the retention plan, for example keep: 90 days.',
  },
  {
    code: 'D032',
    severity: 'error',
    change: [
      '  - ask: contact\n    question: Hur når vi dig?\n    type: phone or email\n    optional: true\n    keep: 90 days\n',
      '  - «ask: contact»\n    question: Hur når vi dig?\n    type: phone or email\n    optional: true\n    keep: 90 days\n  - ask: may\n    question: Får vi spara det?\n    type: consent\n    purpose: nycklar\n    keep: 90 days\n',
    ],
    sv: 'Personuppgifter hanteras här, före frågan om samtycke. Flytta upp frågan om samtycke.',
    en: 'Personal data is handled here, before the question for consent. Move the question for consent up.',
  },
  {
    code: 'D033',
    change: ['{ handoff: Det gick inte att beställa. }', '{ handoff: "Beställ nyckel av slaget «{kind}»." }'],
    first: [
      ['nyckel.yaml', 'valid: {', 'sensitive: true\nvalid: {'],
      ['nyckel.en.yaml', 'It could not be ordered.', 'Order a key of the kind {kind}.'],
    ],
    sv: '{kind} är känsligt och ska inte stå i skälet till överlämningen. Ta bort det. Den som tar emot ärendet ser svaren ändå.',
    en: '{kind} is sensitive and shall not stand in the reason for the hand-off. Remove it. Whoever receives the case sees the answers anyway.',
  },
  {
    code: 'D034',
    change: ['dialog: nyckel', 'dialog: «nyckel»'],
    first: [
      ['nyckel.yaml', '{ handoff: Det gick inte att beställa. }', '[{ end: failed }]'],
      ['nyckel.yaml', '{ handoff: Registret svarade inte. }', '[{ end: failed }]'],
    ],
    sv: 'Dialogen har ingen väg till en människa. Lägg till ett handoff där boten inte kan hjälpa.',
    en: 'The dialog has no way to a human. Add a handoff where the bot cannot help.',
  },
  {
    code: 'D034',
    change: [
      '  - do: order_key\n    with: { kind: kind, count: count, note: note, contact: contact }\n    if fails: { handoff: Det gick inte att beställa. }',
      '  - «do: order_key»\n    with: { kind: kind, count: count, note: note, contact: contact }\n    if fails: [{ end: failed }]',
    ],
    sv: 'Misslyckas "order_key" (if fails) slutar samtalet utan en människa. Lägg till ett handoff där.',
    en: 'When "order_key" fails (if fails) the talk ends without a human. Add a handoff there.',
  },
  {
    code: 'T031',
    change: [
      '  - ask: kind\n    question: Vilken nyckel gäller det?\n    choices:\n',
      '  - «ask: kind»\n    question: Vilken nyckel gäller det?\n    choices:\n      a1: Ett\n      a2: Två\n      a3: Tre\n',
    ],
    sv: '6 svar att välja mellan är fler än 5, som ryms i ett sms. Slå ihop några, eller dela frågan i två.',
    en: '6 answers to choose from are more than 5, which fit in an SMS. Put some together, or divide the question in two.',
  },
  {
    code: 'X002',
    change: ['  - ask: kind\n', '  - «ask: kind»\n'],
    first: [['nyckel.yaml', 'user: dörr, user: post, ', '']],
    sv: 'Inget prov svarar "door", "mail" på "kind". Lägg till ett prov, eller låt ett som finns svara så.',
    en: 'No test answers "kind" with "door", "mail". Add a test, or let an existing one answer so.',
  },
  {
    code: 'X002',
    change: ['  - if: state is lost and many\n', '  - «if: state is lost and many»\n'],
    first: [['nyckel.yaml', 'user: något annat, says: wait]', 'user: något annat, says: Klart]']],
    sv: 'Inget prov går in i den här grenen. Lägg till ett prov som kommer till "wait".',
    en: 'No test goes into this branch. Add a test that gets to "wait".',
  },
  {
    code: 'X003',
    change: ['user: Torget 1, says: no_house]', '«user: Torget 1»]'],
    sv: 'Provet "Ett hus som inte finns" slutar innan boten har svarat. Skriv asks:, says: eller ends: sist.',
    en: 'The test "Ett hus som inte finns" ends before the bot has answered. Write asks:, says: or ends: at the end.',
  },
]
