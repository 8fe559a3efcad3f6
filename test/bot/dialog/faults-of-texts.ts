// What a text can do to those who read it, in the sound dialog.
import type { WholeFault } from './fault'

const long = 'Det här är en mycket lång text om nycklar. '.repeat(9).trim()
const longSentence =
  'Vi kommer hem till dig med din nya nyckel en dag i nästa vecka om du är hemma då och om det inte regnar för mycket på vägen dit'

export const faultsOfTexts: readonly WholeFault[] = [
  {
    code: 'T004',
    change: ['Ska jag beställa {count} av slaget {kind}?', 'Ska vi ringa «{contact}»?'],
    first: [['nyckel.en.yaml', 'Shall I order {count} of the kind {kind}?', 'Shall we call you?']],
    sv: '{contact} är en personuppgift och syns för alla som ser sms:et. Skriv en text utan den under sms:.',
    en: '{contact} is personal data and is seen by everybody who sees the SMS. Write a text without it under sms:.',
  },
  {
    code: 'T010',
    change: ['Det huset känner vi inte till.', `«${long}»`],
    sv: '3 sms på "sv" (386 tecken, GSM-7). Skriv en kortare text under sms:.',
    en: '3 SMS in "sv" (386 characters, GSM-7). Write a shorter text under sms:.',
  },
  {
    code: 'T010',
    file: 'nyckel.en.yaml',
    change: ['We do not know that house.', `«${'We do not know – or care. '.repeat(6).trim()}»`],
    sv: '3 sms på "en" (155 tecken, UCS-2 för tecknet "–"). Skriv "-" i stället för "–", eller en kortare text under sms:.',
    en: '3 SMS in "en" (155 characters, UCS-2 because of "–"). Write "-" instead of "–", or a shorter text under sms:.',
    mended: `  no_house: ${'We do not know - or care. '.repeat(6).trim()}`,
  },
  {
    code: 'T011',
    change: ['Till exempel Storgatan 12.', 'Du kan också «peka på» huset.'],
    sv: '"peka på" säger inget i ett sms. Skriv en annan text för sms under sms:.',
    en: '"peka på" says nothing in an SMS. Write another text for SMS under sms:.',
  },
  {
    code: 'T026',
    severity: 'error',
    file: 'nyckel.en.yaml',
    change: ['  contact: How', '  «contact»: How'],
    first: [
      ['nyckel.yaml', 'type: phone or email\n    optional: true', 'type: consent\n    purpose: nyckel'],
      ['nyckel.en.yaml', 'language: en\n', 'language: en\ntranslated: machine\n'],
    ],
    sv: 'En fråga om samtycke får inte vara maskinöversatt. Ta bort raden, så ställs frågan på svenska, eller låt en människa läsa igenom hela översättningen.',
    en: 'A question for consent must not be machine translated. Remove the line, and the question is put in Swedish, or have a person read the whole translation through.',
  },
  {
    code: 'T027',
    severity: 'error',
    file: 'nyckel.en.yaml',
    change: ['language: en\n', 'language: en\ntranslated: «machine»\n'],
    first: [['city.yaml', 'machine translations: allowed', 'machine translations: forbidden']],
    sv: 'Staden tillåter inte maskinöversatta texter. Låt en människa läsa igenom översättningen och ta bort raden, eller skriv machine translations: allowed i city.yaml.',
    en: 'The city does not allow machine translated texts. Have a person read the translation through and remove the line, or write machine translations: allowed in city.yaml.',
  },
  {
    code: 'T025',
    change: ['Det huset känner vi inte till.', '«och sedan»'],
    sv: 'Texten är ingen hel mening. Börja med stor bokstav och sluta med punkt. På andra språk står orden i annan ordning, så bitar går inte att sätta ihop.',
    en: 'The text is no whole sentence. Begin with a capital and end with a full stop. In other languages words stand in another order, so pieces cannot be joined.',
  },
  {
    code: 'T030',
    change: ['Det huset känner vi inte till.', `«${longSentence}.»`],
    sv: 'En mening har 29 ord, högst 25. Dela meningen.',
    en: 'A sentence has 29 words, at most 25. Split the sentence.',
  },
  {
    code: 'T030',
    change: ['Beskriv nyckeln.', '«Klicka här» och beskriv nyckeln.'],
    sv: '"Klicka här" säger inte vart man kommer. Skriv vad det är i stället.',
    en: '"Klicka här" does not say where it leads. Write what it is instead.',
  },
  {
    code: 'T030',
    change: ['Hur når vi dig?', 'Hur når vi «vederbörande»?'],
    sv: '"vederbörande" är ett svårt ord: skriv "den det gäller".',
    en: '"vederbörande" is a hard word: write "den det gäller".',
  },
  {
    code: 'T032',
    change: ['Det huset känner vi inte till.', 'Det huset känner vi «**inte**» till.'],
    sv: 'Fetstil syns inte i sms och hörs inte uppläst: säg det med ord.',
    en: 'Bold is not seen in SMS nor heard when read aloud: say it in words.',
    mended: '        - say: Det huset känner vi inte till.',
  },
  {
    code: 'T032',
    change: ['Det huset känner vi inte till.', 'Det huset känner vi inte till. «🙂»'],
    sv: '"🙂" syns inte för alla: säg det med ord.',
    en: '"🙂" is not seen by all: say it in words.',
    mended: '        - say: Det huset känner vi inte till. ',
  },
  {
    code: 'T043',
    change: ['Beskriv nyckeln.', 'Beskriv nyckeln. Den kostar «450 kr».'],
    sv: 'Beloppet "450 kr" står i texten och glöms när taxan ändras. Skriv det en gång under values: och visa det med {namn}.',
    en: 'The amount "450 kr" stands in the text and is forgotten when the rates change. Write it once under values: and show it by {name}.',
  },
  {
    code: 'D035',
    change: ['Beskriv nyckeln.', 'Beskriv nyckeln eller ring «08-123 45 67».'],
    sv: `08-123 45 67 är inte ett av kommunens nummer. Kontrollera det. Stämmer det, skriv det under "known numbers:" i city.yaml.`,
    en: `08-123 45 67 is not one of the city's numbers. Check it. When it is right, write it under "known numbers:" in city.yaml.`,
  },
  {
    code: 'D035',
    change: ['Beskriv nyckeln.', 'Se «https://nycklar.example/alla» först.'],
    sv: `nycklar.example är inte en av kommunens webbplatser. Kontrollera den. Stämmer den, skriv den under "known sites:" i city.yaml.`,
    en: `nycklar.example is not one of the city's sites. Check it. When it is right, write it under "known sites:" in city.yaml.`,
  },
]
