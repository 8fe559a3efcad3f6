// A consent: given only by a yes and nothing more, refused by any no, taken back whenever the resident says so.
import type { City } from '../../contracts/city/city'
import type { Frame } from '../../contracts/talk/conversation'
import { plainLine } from '../words/fold-words'
import type { Interpretation } from './interpretation'
import type { Dialog } from '../model/model'
import { readPlainYesNo, readYesNo } from '../words/read-yes-no'

const listed = (text: string): readonly string[] => text.split(',').map(plainLine)

const given = listed(
  'jag samtycker, samtycker, ja jag samtycker, jag godkänner, godkänner, godkänn, ja jag godkänner, det går bra, ' +
    'ja det går bra, går bra, det är okej, det är ok, i consent, yes i consent, i agree, agree, that is ok, that is fine, ' +
    "that's fine, that's ok",
)
const refused = listed(
  'jag samtycker inte, samtycker inte, jag godkänner inte, godkänner inte, det går inte bra, det vill jag inte, ' +
    "jag vill inte, helst inte, i do not consent, i don't consent, i do not agree, i don't agree, i'd rather not, rather not",
)
const withdrawn = new RegExp(
  '^(?:nej )?(?:jag )?(?:vill |skulle vilja |ångrar mig och )?' +
    '(?:ta|tar|dra|drar|återkalla|återkallar|ångra|ångrar|ta bort|tar bort) (?:tillbaka )?(?:mitt |mina )?(?:samtycke[nt]?|medgivande)' +
    '(?: tack)?$|^(?:i )?(?:want to |would like to )?(?:withdraw|revoke|take back|remove) (?:my )?consent(?: please)?$|^withdraw$',
  'u',
)

const erasureWishes = listed(
  'radera mina uppgifter, radera mina personuppgifter, radera alla mina uppgifter, ta bort mina uppgifter, ' +
    'ta bort mina personuppgifter, radera allt om mig, ta bort allt om mig, glöm mig, jag vill bli glömd, ' +
    'jag vill radera mina uppgifter, radera allt, radera allt jag har skrivit, radera allt som jag har skrivit, ' +
    'jag vill att ni raderar allt, kan ni radera allt, kan du radera allt, delete everything, erase everything, ' +
    'delete everything about me, delete all my data, delete my data, erase my data, delete my personal data, ' +
    'delete my information, forget me, ' +
    'احذف بياناتي, امسح بياناتي, حذف بياناتي, احذف معلوماتي, meine daten löschen, lösche meine daten, löschen sie meine daten, ' +
    'borra mis datos, borrar mis datos, elimina mis datos, eliminar mis datos, اطلاعات من را پاک کن, اطلاعاتم را پاک کن, ' +
    'اطلاعات مرا پاک کنید, poista tietoni, poistakaa tietoni, poista minun tietoni, usuń moje dane, usuńcie moje dane, ' +
    'proszę usunąć moje dane, tirtir xogtayda, tir xogtayda, tirtira xogtayda, видаліть мої дані, видалити мої дані, ' +
    'видали мої дані',
)

/** The wish that nothing more is kept, which no consent survives. */
export const isErasureWish = (text: string): boolean => erasureWishes.includes(plainLine(text))

/** What was consented to is taken back. */
export const isWithdrawal = (text: string): boolean => withdrawn.test(plainLine(text)) || isErasureWish(text)

/** "Ja, men spara inget" is no consent; a no with more behind it is a no. */
export function readConsent(text: string, city: City): boolean | undefined {
  const line = plainLine(text)
  if (refused.includes(line) || withdrawn.test(line)) return false
  if (given.includes(line)) return true
  const answer = readYesNo(text, city)
  return answer === true && readPlainYesNo(text, city, { yes: given }) !== true ? undefined : answer
}

/** Taking back what was consented to in this dialog: a no to each such question, whatever is asked now. */
export function findWithdrawal(dialog: Dialog, { answers }: Frame, text: string): Interpretation | undefined {
  if (!isWithdrawal(text)) return undefined
  const names = [...dialog.asks.values()].flatMap(({ name, types }) =>
    types.includes('consent') && answers[name]?.value === true ? [name] : [],
  )
  if (names.length === 0) return undefined
  const read = names.map((name) => ({ name, value: false, raw: text, source: 'typed' as const }))
  return { kind: 'answers', answers: read, certainty: 'full', corrects: true }
}
