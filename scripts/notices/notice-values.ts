// What an event brings, from the command line: `visit_time=08:41` by the type that the notice says.
import type { Value } from '../../bot/contracts/talk/value'
import type { Notice } from '../../bot/dialog/model/model'

const yesNo: Readonly<Record<string, boolean>> = {
  ja: true,
  yes: true,
  true: true,
  nej: false,
  no: false,
  false: false,
}

const examples: Readonly<Record<string, string>> = {
  number: '3',
  money: '450',
  'yes/no': 'ja',
  date: '2026-12-24',
  time: '08:41',
  phone: '+46701234567',
}

/** What is not of its type stays text, which the notice then refuses by name. */
function toValue(text: string, type: string | undefined): Value {
  if (type === 'number' || type === 'money') return text.trim() === '' ? text : Number(text)
  return type === 'yes/no' ? (yesNo[text.toLowerCase()] ?? text) : text
}

/** @throws Error for a piece without `=`, worded by `noPair`. */
export function readNoticeValues(
  pieces: readonly string[],
  { gives }: Pick<Notice, 'gives'>,
  noPair: (piece: string) => string,
): Readonly<Record<string, Value>> {
  return Object.fromEntries(
    pieces.map((piece) => {
      const [, name, text] = /^([^=]+)=(.*)$/s.exec(piece) ?? []
      if (name === undefined || text === undefined) throw new Error(noPair(piece))
      return [name, toValue(text, gives.get(name))]
    }),
  )
}

/** What is to be written on the command line, for a refusal. */
export const wantedValues = ({ gives }: Pick<Notice, 'gives'>): string =>
  [...gives].map(([name, type]) => `--give ${name}=${examples[type] ?? '…'}`).join(' ')
