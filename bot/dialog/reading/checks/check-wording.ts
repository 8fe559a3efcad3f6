// How texts read: hard words and long sentences, pieces of sentences, ornaments, numbers and links that are not the city's.
import type { Language } from '../../../contracts/talk/language'
import { sourceLanguage } from '../../../contracts/talk/language'
import { lix, sentencesOf, wordsOf } from '../../../yaml/lix'
import type { YamlScalar } from '../../../yaml/node'
import type { WrittenText } from '../../../yaml/written-text'
import { words } from '../../model/finding'
import type { DialogReading } from '../names/dialog-reading'
import type { SpokenText } from '../names/spoken-texts'
import { digitsOf, type TextRules } from '../names/text-rules'

/** Ordinary prose begins to be hard here; see `lix`. */
const maxLix = 40
/** GOV.UK content design: sentences of more than 25 words are split. */
const maxWords = 25

export interface WordingChecking {
  readonly reading: DialogReading
  readonly rules: TextRules
  readonly title: YamlScalar
}

/** T025, T030, T032, T043 and D035 for each text in each language that has it. */
export function checkWording(spoken: readonly SpokenText[], checking: WordingChecking): void {
  const { reading, rules } = checking
  for (const { step, texts } of spoken) {
    for (const [key, { text }] of reading.texts.entries.get(texts.id)?.written ?? []) {
      if (text.damaged) continue
      const language = key.split('.')[0] ?? sourceLanguage
      if (step.kind === 'say' || step.kind === 'notice') checkWhole(text, reading)
      checkHardness(text, language, rules, reading)
      checkOrnaments(text, reading)
      checkPrices(text, reading)
      checkContacts(text, rules, reading)
    }
  }
  checkLix(spoken, checking)
}

/** Placeholders count as one short word each; a plural as its wordings. */
const withoutPlaceholders = (text: string): string =>
  text
    .replace(/\{[^{},]+\}/g, 'x')
    .replace(/\{[^{},]+,\s*plural,|=\d+|\b(?:one|other|few|many|two|zero)\b(?=\s*\{)|[{}#]/g, ' ')

function checkLix(spoken: readonly SpokenText[], { reading, title }: WordingChecking): void {
  const all = spoken.flatMap(({ texts }) => {
    const text = reading.texts.entries.get(texts.id)?.written.get(sourceLanguage)?.text.text
    return text === undefined ? [] : withoutPlaceholders(text)
  })
  const value = lix(all.join('\n'))
  if (value <= maxLix) return
  reading.report.fault(
    'T030',
    title,
    words(
      `dialogens texter är svåra att läsa: LIX ${value}, högst ${maxLix}`,
      `the texts of the dialog are hard to read: LIX ${value}, at most ${maxLix}`,
      'Korta meningarna och byt långa ord mot vardagliga.',
      'Shorten the sentences and choose everyday words.',
    ),
  )
}

/** What tells nobody where a link leads. */
const emptyWords = /klicka här|click here/i

function checkHardness(
  text: WrittenText,
  language: Language,
  { jargon }: TextRules,
  { report }: DialogReading,
): void {
  const longest = Math.max(
    0,
    ...sentencesOf(withoutPlaceholders(text.text)).map((sentence) => wordsOf(sentence).length),
  )
  if (longest > maxWords)
    report.fault(
      'T030',
      text.place(0, text.text.length),
      words(
        `en mening har ${longest} ord, högst ${maxWords}`,
        `a sentence has ${longest} words, at most ${maxWords}`,
        'Dela meningen.',
        'Split the sentence.',
      ),
    )
  const empty = emptyWords.exec(text.text)
  if (empty !== null)
    report.fault(
      'T030',
      text.place(empty.index, empty.index + empty[0].length),
      words(
        `"${empty[0]}" säger inte vart man kommer`,
        `"${empty[0]}" does not say where it leads`,
        'Skriv vad det är i stället.',
        'Write what it is instead.',
      ),
    )
  if (language !== sourceLanguage) return
  for (const [word, better] of jargon) {
    const at = indexOfWord(text.text, word)
    if (at === -1) continue
    report.fault(
      'T030',
      text.place(at, at + word.length),
      words(
        `"${text.text.slice(at, at + word.length)}" är ett svårt ord: skriv "${better}"`,
        `"${text.text.slice(at, at + word.length)}" is a hard word: write "${better}"`,
      ),
    )
  }
}

/** Where a whole word stands, capitals aside; -1 when nowhere. */
function indexOfWord(text: string, word: string): number {
  const lower = text.toLowerCase()
  for (let at = lower.indexOf(word); at !== -1; at = lower.indexOf(word, at + 1)) {
    const isAlone = !/\p{L}$/u.test(lower.slice(0, at)) && !/^\p{L}/u.test(lower.slice(at + word.length))
    if (isAlone) return at
  }
  return -1
}

/** T025: what begins small or stops without a sign was meant to be put together with another text. */
function checkWhole(text: WrittenText, { report }: DialogReading): void {
  const written = text.text.trim()
  if (!/^\p{Ll}/u.test(written) && /[.!?:…)"”'}]$/.test(written)) return
  report.fault(
    'T025',
    text.place(0, text.text.length),
    words(
      'texten är ingen hel mening',
      'the text is no whole sentence',
      'Börja med stor bokstav och sluta med punkt. På andra språk står orden i annan ordning, så bitar går inte att sätta ihop.',
      'Begin with a capital and end with a full stop. In other languages words stand in another order, so pieces cannot be joined.',
    ),
  )
}

/** T032: a screen reader skips a picture of a face, an SMS shows the stars. */
function checkOrnaments(text: WrittenText, { report }: DialogReading): void {
  const bold = /\*\*([^*]+)\*\*|(?<!\w)__([^_]+)__(?!\w)|<b>(.*?)<\/b>|<strong>(.*?)<\/strong>/i.exec(
    text.text,
  )
  const emoji = /\p{Extended_Pictographic}\uFE0F?/u.exec(text.text)
  const found = bold ?? emoji
  if (found === null) return
  const end = found.index + found[0].length
  const inner = bold === null ? '' : bold.slice(1).join('')
  report.fault(
    'T032',
    text.place(found.index, end),
    bold === null
      ? words(
          `"${found[0]}" syns inte för alla: säg det med ord`,
          `"${found[0]}" is not seen by all: say it in words`,
        )
      : words(
          'fetstil syns inte i sms och hörs inte uppläst: säg det med ord',
          'bold is not seen in SMS nor heard when read aloud: say it in words',
        ),
    { fix: text.edit(found.index, end, inner) },
  )
}

/** T043: a price in a text is forgotten when the rates change. */
function checkPrices(text: WrittenText, { report }: DialogReading): void {
  const found = /\d[\d .]*(?:kr\b|kronor\b|:-)|SEK ?\d[\d ,]*/i.exec(text.text)
  if (found === null) return
  report.fault(
    'T043',
    text.place(found.index, found.index + found[0].trimEnd().length),
    words(
      `beloppet "${found[0].trim()}" står i texten och glöms när taxan ändras`,
      `the amount "${found[0].trim()}" stands in the text and is forgotten when the rates change`,
      'Skriv det en gång under values: och visa det med {namn}.',
      'Write it once under values: and show it by {name}.',
    ),
  )
}

const phoneForm = /(?<![\d/:.,-])(?:\+\d|0\d)(?:[ /-]{0,2}\d){5,12}(?![\d:])/g
const addressForm = /https?:\/\/([^\s/)]+)[^\s)]*|(?<![\p{L}\d@.])(www\.[^\s/)]+)[^\s)]*/giu

/** D035: a number or a site that is neither the city's own nor listed in city.yaml. */
function checkContacts(text: WrittenText, { numbers, sites }: TextRules, { report }: DialogReading): void {
  for (const { 0: written, index } of text.text.matchAll(phoneForm)) {
    if (numbers.has(digitsOf(written))) continue
    report.fault(
      'D035',
      text.place(index, index + written.length),
      words(
        `${written} är inte ett av kommunens nummer`,
        `${written} is not one of the city's numbers`,
        'Kontrollera det. Stämmer det, skriv det under "known numbers:" i city.yaml.',
        'Check it. When it is right, write it under "known numbers:" in city.yaml.',
      ),
    )
  }
  for (const { 0: written, 1: host, 2: bare, index } of text.text.matchAll(addressForm)) {
    const site = [host, bare].join('').toLowerCase()
    if (sites.some((known) => site === known || site.endsWith(`.${known}`))) continue
    report.fault(
      'D035',
      text.place(index, index + written.length),
      words(
        `${site} är inte en av kommunens webbplatser`,
        `${site} is not one of the city's sites`,
        'Kontrollera den. Stämmer den, skriv den under "known sites:" i city.yaml.',
        'Check it. When it is right, write it under "known sites:" in city.yaml.',
      ),
    )
  }
}
