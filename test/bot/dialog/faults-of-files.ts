// What can be wrong with a file as a whole: its form, what it lacks, and how it stands beside others.
import { stampOf } from '../../../bot/dialog/reading/fields/translation-stamps'
import { stampTranslations } from '../../../scripts/format/stamp-translations'
import type { WholeFault } from './fault'
import { compileWith, sound } from './sound-dialog'
import { visits } from './visits-dialog'

/** Another dialog; its first phrase is left open. */
export const lock = `dialog: las
title: Byt lås
owner: kultur-fritid
valid: { from: 2026-01-01, review: 2027-01-01 }
start:
  - PHRASE
  - mitt lås är trasigt
  - dörren går inte att låsa
steps:
  - end: done
`

/** The stamps of one translated text. */
export const stampedFrom = (source: string, translation: string): string =>
  `translated:\n  nyckel.en:\n    note: ${stampOf(source, translation)}\n`

/** The stamps of every text, as npm run dialogs:format writes them. */
export const stampedAll = stampTranslations(compileWith(), '', () => false)

export const faultsOfFiles: readonly WholeFault[] = [
  {
    code: 'Y001',
    severity: 'error',
    change: ['type: number', '«type:number»'],
    sv: 'Ett blanksteg saknas efter kolonet: skriv "type: number".',
    en: 'A space is missing after the colon: write "type: number".',
    mended: '    type: number',
  },
  {
    code: 'Y001',
    severity: 'error',
    change: ['  - ask: note\n', '«- ask: note»\n'],
    sv: 'Raden börjar med 0 blanksteg och ska börja med 2, som strecken ovanför.',
    en: 'The line begins with 0 spaces and shall begin with 2, like the dashes above.',
    mended: '  - ask: note',
  },
  {
    code: 'Y001',
    severity: 'error',
    change: ['steps:\n', '«steps:»\nlabels:\n  kind: Slag\n'],
    sv: '"steps:" har inga rader under sig, för "labels:" har kommit emellan. Flytta "labels:" och det som hör dit så att det står ovanför "steps:".',
    en: '"steps:" has no lines below it, for "labels:" has come in between. Move "labels:" and what belongs to it so that it stands above "steps:".',
  },
  {
    code: 'Y001',
    severity: 'error',
    change: ['  - if: state is lost and many\n    then:\n', '  - «if: state is lost and many»\n'],
    sv: '"then:" saknas: det ska stå mellan villkoret och stegen under det. Skriv "then:" på en egen rad med 4 blanksteg före, och låt stegen börja två blanksteg längre in än det.',
    en: '"then:" is missing: it stands between the condition and the steps below it. Write "then:" on a line of its own with 4 spaces before it, and let the steps begin two spaces further in.',
  },
  {
    code: 'D005',
    severity: 'error',
    change: [
      '    choices:\n      door: Dörrnyckel | dörr, ytterdörr\n      mail: Postnyckel | post, brevlåda\n      other: Något annat\n',
      '    «choices»:\n',
    ],
    first: [['nyckel.yaml', '    only if: kind is other\n', '']],
    sv: '"choices:" har inga rader under sig. Skriv valen under det, två blanksteg längre in, minst två: kod: Text.',
    en: '"choices:" has no lines below it. Write the choices below it, two spaces further in, two at least: code: Text.',
  },
  {
    code: 'D005',
    severity: 'error',
    change: ['steps:\n', '«steps»:\nother:\n'],
    sv: '"steps:" har inga rader under sig. Skriv stegen där, vart och ett med "- " först.',
    en: '"steps:" has no lines below it. Write the steps there, each with "- " first.',
  },
  {
    code: 'Y010',
    severity: 'error',
    change: ['Klart! Numret är {order_number}.', '«Klart! Du har nummer #{order_number}.»'],
    sv: 'Texten kapas vid "#": bara "Klart! Du har nummer" används. Sätt citattecken runt hela texten. Är det en kommentar, skriv ett mellanslag efter "#".',
    en: 'The text is cut off at "#": only "Klart! Du har nummer" is used. Put quotes around the whole text. If it is a comment, write a space after "#".',
    mended: '  - say: "Klart! Du har nummer #{order_number}."',
  },
  {
    code: 'Y011',
    severity: 'error',
    change: ['Beskriv nyckeln.', '«!Beskriv nyckeln.»'],
    sv: '"!" i början av en text är ett tecken med egen betydelse i YAML och används inte här. Sätt citattecken runt texten, eller skriv ut det som menas.',
    en: '"!" at the beginning of a text is a sign with a meaning of its own in YAML and is not used here. Put quotes around the text, or write out what is meant.',
    mended: '    question: "!Beskriv nyckeln."',
  },
  {
    code: 'Y012',
    severity: 'error',
    change: ['handoff: Det gick inte att beställa. }', 'handoff: «Nej, det gick inte.» }'],
    sv: 'Kommat delar texten i två: sätt citattecken runt hela texten.',
    en: 'The comma splits the text in two: put quotes around the whole text.',
    mended: '    if fails: { handoff: "Nej, det gick inte." }',
  },
  {
    code: 'Y013',
    severity: 'error',
    change: ['question: Hur många?', 'question: «”Hur många?”»'],
    sv: 'Sneda citattecken räknas som bokstäver här: skriv raka, "…".',
    en: 'Curly quotes count as letters here: write straight ones, "…".',
    mended: '    question: "Hur många?"',
  },
  {
    code: 'Y014',
    severity: 'error',
    change: ['Beställ nyckel', 'Best«�»ll nyckel'],
    sv: 'Å, ä och ö har gått sönder: spara filen som UTF-8 och rätta tecknen.',
    en: 'Letters like å, ä and ö are broken: save the file as UTF-8 and mend them.',
  },
  {
    code: 'D021',
    severity: 'error',
    change: [
      '  - say: Klart! Numret är {order_number}.\n    id: done_text\n  - end: done\n',
      '  - «say: Klart! Numret är {order_number}.»\n    id: done_text\n',
    ],
    sv: 'Dialogen tar slut utan "end" på någon väg. Lägg till "- end: done" sist.',
    en: 'On some way the dialog runs out without an "end". Add "- end: done" last.',
  },
  {
    code: 'T020',
    file: 'nyckel.en.yaml',
    change: ['translates: nyckel\n', '«translates»: nyckel\n'],
    first: [['nyckel.en.yaml', '  kind: Which key is it about?\n', '']],
    sv: '"kind" är inte översatt till "en". Lägg till "kind: …" under texts:.',
    en: '"kind" is not translated to "en". Add "kind: …" under texts:.',
  },
  {
    code: 'T020',
    also: { 'nyckel.en.yaml': '' },
    change: ['dialog: nyckel', '«dialog»: nyckel'],
    sv: 'Översättningen till "en" saknas. Skriv nyckel.en.yaml. Tills dess får invånarna texterna på svenska.',
    en: 'The translation to "en" is missing. Write nyckel.en.yaml. Until then residents get the texts in Swedish.',
  },
  {
    code: 'T020',
    severity: 'error',
    file: 'city.en.yaml',
    change: ['translates: city', '«translates»: city'],
    first: [['city.en.yaml', '  clarify: Which of these do you mean?\n', '']],
    sv: '"clarify" är inte översatt till "en". Lägg till "clarify: …" under texts:.',
    en: '"clarify" is not translated to "en". Add "clarify: …" under texts:.',
  },
  {
    code: 'T023',
    file: 'nyckel.en.yaml',
    also: { 'translated.yaml': stampedFrom('Beskriv den.', 'Describe the key.') },
    change: ['Describe the key.', '«Describe the key.»'],
    sv: 'Den svenska texten har ändrats efter översättningen och är nu "Beskriv nyckeln." Ändra översättningen. Stämmer den ändå, kör npm run dialogs:format -- --translated nyckel.en.yaml',
    en: 'The Swedish text was changed after the translation and is now "Beskriv nyckeln." Change the translation. If it is right as it is, run npm run dialogs:format -- --translated nyckel.en.yaml',
  },
  {
    code: 'D060',
    severity: 'error',
    file: 'las.yaml',
    also: { 'las.yaml': lock },
    first: [['las.yaml', 'PHRASE', 'jag vill byta mitt lås']],
    change: ['dialog: las', 'dialog: «lås»'],
    sv: 'Dialogen heter "lås" men filen las.yaml. Skriv "dialog: las", eller döp om filen till lås.yaml.',
    en: 'The dialog is called "lås" but the file las.yaml. Write "dialog: las", or rename the file to lås.yaml.',
  },
  {
    code: 'D060',
    severity: 'error',
    file: 'nycklar.en.yaml',
    also: { 'nyckel.en.yaml': '# Står i nycklar.en.yaml.\n', 'nycklar.en.yaml': sound['nyckel.en.yaml'] },
    change: ['translates: nyckel', 'translates: «nyckel»'],
    sv: 'Filen nycklar.en.yaml översätter "nyckel" till "en". Döp om den till nyckel.en.yaml, eller ändra "translates:" och "language:".',
    en: 'The file nycklar.en.yaml translates "nyckel" to "en". Rename it to nyckel.en.yaml, or change "translates:" and "language:".',
  },
  {
    code: 'D064',
    file: 'dialogs/las.yaml.txt',
    also: { 'dialogs/las.yaml.txt': lock },
    change: ['dialog: las', '«»dialog: las'],
    sv: 'las.yaml.txt läses inte: namnet ska sluta på .yaml. Döp om filen till las.yaml, eller flytta den härifrån.',
    en: 'las.yaml.txt is not read: the name shall end with .yaml. Rename the file to las.yaml, or move it away from here.',
  },
  {
    code: 'D064',
    file: 'dialogs/gator/',
    also: { 'dialogs/gator/': lock },
    change: ['dialog: las', '«»dialog: las'],
    sv: 'Inget i mappen gator läses: bara filer direkt i dialogs läses. Flytta filerna till dialogs, eller flytta mappen härifrån.',
    en: 'Nothing in the folder gator is read: only files directly in dialogs are. Move its files into dialogs, or move the folder away from here.',
  },
  {
    code: 'D040',
    severity: 'error',
    change: ['says: no_house]', 'says: «no_hose»]'],
    sv: '"no_hose" är ingen text i dialogen, varken dess id eller en bit av den. Menade du "no_house"?',
    en: '"no_hose" is no text of the dialog, neither its id nor a piece of it. Did you mean "no_house"?',
    mended: '    chat: [user: jag vill beställa en nyckel, asks: place, user: Torget 1, says: no_house]',
  },
  {
    code: 'T028',
    file: 'nyckel.en.yaml',
    also: {
      'translated.yaml': stampedAll.replace(/^ {4}note: .*\n/m, ''),
    },
    change: ['Describe the key.', '«Describe the key.»'],
    sv: 'Ingen har sett att översättningen hör ihop med den svenska texten. Jämför dem och kör npm run dialogs:format.',
    en: 'Nobody has seen that the translation belongs to the Swedish text. Compare them and run npm run dialogs:format.',
  },
  {
    code: 'T028',
    file: 'nyckel.en.yaml',
    also: { 'translated.yaml': stampedAll.replace(/^ {2}nyckel\.en:\n(?: {4}.*\n)*/m, '') },
    change: ['translates: nyckel', '«translates»: nyckel'],
    sv: 'Ingen har sett att översättningen hör ihop med den svenska texten. Jämför dem och kör npm run dialogs:format.',
    en: 'Nobody has seen that the translation belongs to the Swedish text. Compare them and run npm run dialogs:format.',
  },
  {
    code: 'N001',
    severity: 'error',
    file: 'las.yaml',
    also: { 'las.yaml': lock },
    change: ['PHRASE', '«jag vill BESTÄLLA en nyckel»'],
    sv: '"jag vill BESTÄLLA en nyckel" startar också dialogen "nyckel". Ta bort frasen i en av dem.',
    en: '"jag vill BESTÄLLA en nyckel" also starts the dialog "nyckel". Remove the phrase from one of them.',
  },
  {
    code: 'N002',
    change: ['dialog: nyckel', 'dialog: «nyckel»'],
    first: [['nyckel.yaml', '  - kan jag få en ny nyckel\n', '']],
    sv: 'Bara 2 startfraser på "sv"; 3 behövs för att känna igen frågan. Skriv fler under start:, med ord som invånare använder.',
    en: 'Only 2 start phrases in "sv"; 3 are needed to recognise the question. Write more under start:, in words that residents use.',
  },
  {
    code: 'N002',
    file: 'nyckel.en.yaml',
    change: ['translates: nyckel\n', '«translates»: nyckel\n'],
    first: [['nyckel.en.yaml', ', can I get a new key', '']],
    sv: 'Bara 2 startfraser på "en"; 3 behövs för att känna igen frågan. Skriv fler under start:, med ord som invånare använder.',
    en: 'Only 2 start phrases in "en"; 3 are needed to recognise the question. Write more under start:, in words that residents use.',
  },
  {
    code: 'N003',
    file: 'las.yaml',
    also: { 'las.yaml': lock },
    change: ['PHRASE', '«Jag vill beställa en nyckel nu»'],
    sv: 'Lätt att förväxla med dialogen "nyckel": "Jag vill beställa en nyckel nu" och "Jag vill beställa en nyckel". Skriv frasen med de ord som skiljer de två åt, eller ta bort den ena.',
    en: 'Easily confused with the dialog "nyckel": "Jag vill beställa en nyckel nu" and "Jag vill beställa en nyckel". Write the phrase with the words that tell the two apart, or remove one of them.',
  },
  {
    code: 'D038',
    severity: 'error',
    file: 'besok.yaml',
    also: visits,
    change: ['  - do: subscribe', '  - «do: subscribe»'],
    first: [
      ['besok.yaml', '    type: consent\n    purpose: besok\n    keep: 12 months\n', '    type: yes/no\n'],
    ],
    sv: 'En prenumeration sparas utan att någon har frågats om samtycke. Lägg en fråga med type: consent först i dialogen.',
    en: 'A subscription is kept without anyone having been asked for consent. Put a question with type: consent first in the dialog.',
  },
  {
    code: 'T012',
    severity: 'error',
    file: 'besok.yaml',
    also: visits,
    change: ['Besök hos {alias} klart {at}. Avsluta med STOPP.', '«Besök hos {alias} klart {at}.»'],
    sv: 'Meddelandet säger inte hur man slutar få det. Skriv till exempel: Avsluta med STOPP.',
    en: 'The notice does not say how to stop getting it. Write for example: End with STOPP.',
  },
  {
    code: 'A003',
    change: ['  - ask: count\n', '  - «ask: count»\n'],
    first: [['nyckel.yaml', '    type: number\n    range: 1..5\n    default: 1', '    type: photo']],
    sv: '"count" går inte att skicka med sms. Lägg till only if: channel is web, eller optional: true.',
    en: '"count" cannot be sent by SMS. Add only if: channel is web, or optional: true.',
  },
  {
    code: 'X001',
    also: { 'nyckel.yaml': sound['nyckel.yaml'].replace(/tests:[^]*/, '') },
    change: ['dialog: nyckel', 'dialog: «nyckel»'],
    sv: 'Dialogen har inga prov. Lägg till ett prov under tests:.',
    en: 'The dialog has no tests. Add a test under tests:.',
  },
]
