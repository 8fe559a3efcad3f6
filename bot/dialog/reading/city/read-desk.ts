// `desk: { email: felanmalan@example.se }`: where a department is told of its cases.
import { contactCentre, type Department } from '../../../contracts/city/department'
import { deskKinds, type Desk, type DeskKind } from '../../../contracts/cases/case-desk'
import type { YamlMap, YamlScalar } from '../../../yaml/node'
import { checkKeys, optionalMap, optionalText, reportUnusable } from '../fields/read-fields'
import { words } from '../../model/finding'
import type { Report } from '../fields/report'

/** No name before it and nothing after it: an address goes into a header. */
const emailAddress = /^[^\s@<>()[\],;:"\\]+@[a-z0-9-]+(\.[a-z0-9-]+)+$/i

/** Undefined where it has none, and after a finding. */
export function readDesk(department: YamlMap, report: Report): Desk | undefined {
  const map = optionalMap(department, 'desk', report)
  if (map === undefined) return undefined
  const known = checkKeys(map, deskKinds, { sv: 'under "desk"', en: 'under "desk"' }, report)
  const desks = deskKinds.flatMap((kind) => {
    const to = optionalText(known, kind, report)
    return to === undefined ? [] : [{ kind, to }]
  })
  const [first, second] = desks
  if (second !== undefined)
    reportUnusable(
      report,
      second.to,
      `en enhet har en ärendeplats, men här står både "${first?.kind ?? ''}" och "${second.kind}"`,
      `a department has one desk, but here stand both "${first?.kind ?? ''}" and "${second.kind}"`,
    )
  return first !== undefined && isUsable(first.kind, first.to, report)
    ? { kind: first.kind, to: first.to.text }
    : undefined
}

/** Cases without a place, promised calls, talks that wait need a desk that takes them, the department's or the contact centre's. */
export function checkNoteDesks(
  root: YamlMap,
  departments: ReadonlyMap<string, Department>,
  report: Report,
): void {
  const centre = departments.get(contactCentre)?.desk
  if (centre !== undefined && centre.kind !== 'open311') return
  // A city that tries the bot has no desk at all, and is told so at each start.
  if ([...departments.values()].every(({ desk }) => desk === undefined)) return
  for (const { key } of optionalMap(root, 'departments', report)?.entries ?? []) {
    const desk = departments.get(key.text)?.desk
    if (desk !== undefined && desk.kind !== 'open311') continue
    const why =
      desk === undefined
        ? words(
            `"${key.text}" har ingen desk, så ingen får veta av enhetens ärenden och löften om uppringning`,
            `"${key.text}" has no desk, so nobody is told of its cases and promised calls`,
            'Ge enheten eller kontaktcenter en desk med email eller webhook.',
            'Give the department or kontaktcenter a desk with email or webhook.',
          )
        : words(
            `"${key.text}" har bara Open311, som inte kan ta emot ärenden utan plats, löften om uppringning och samtal som väntar`,
            `"${key.text}" has Open311 only, which takes no cases without a place, no promised calls and no talks that wait`,
            'Ge enheten kontaktcenter en desk med email eller webhook, så får den dem.',
            'Give the department kontaktcenter a desk with email or webhook, which gets them then.',
          )
    report.fault('D005', key, why, { severity: 'warning' })
  }
}

const mostWaiting = 50

/** `queue: 3`: how many talks may wait for a person at once. */
export function readQueue(department: YamlMap, report: Report): number | undefined {
  const written = optionalText(department, 'queue', report)
  if (written === undefined) return undefined
  const count = /^\d{1,3}$/.test(written.text) ? Number(written.text) : 0
  if (count >= 1 && count <= mostWaiting) return count
  reportUnusable(
    report,
    written,
    `"queue" ska vara ett tal från 1 till ${mostWaiting}`,
    `"queue" must be a number from 1 to ${mostWaiting}`,
    'Ta emot inga chattar? Ta bort raden.',
    'Taking no chats? Remove the line.',
  )
  return undefined
}

function isUsable(kind: DeskKind, to: YamlScalar, report: Report): boolean {
  if (kind === 'email' ? emailAddress.test(to.text) : isSafeAddress(to.text)) return true
  if (kind === 'email')
    reportUnusable(
      report,
      to,
      `"${to.text}" är ingen e-postadress`,
      `"${to.text}" is no e-mail address`,
      'Skriv bara adressen: felanmalan@exempel.se.',
      'Write the address alone: reports@example.se.',
    )
  else
    reportUnusable(
      report,
      to,
      `"${to.text}" är ingen säker webbadress`,
      `"${to.text}" is no safe web address`,
      'Den ska börja med https:// och får inte innehålla lösenord.',
      'It must begin with https:// and hold no password.',
    )
  return false
}

/** Over the net only encrypted; on this machine, while developing, also not. */
function isSafeAddress(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, hostname, username, password, hash } = new URL(text)
  const isHere = ['localhost', '127.0.0.1'].includes(hostname)
  const isSafe = protocol === 'https:' || (protocol === 'http:' && isHere)
  return isSafe && username === '' && password === '' && hash === ''
}
