// Shows that whoever asks for their data holds the phone: a code is texted to it, they read it out, and staff type it in.
import { z } from 'zod'
import type { City } from '../contracts/city/city'
import type { MakeCode, MaySendCode } from '../contracts/home-care/one-time-code'
import type { Store } from '../contracts/store/store'
import { textMessageEntry } from '../contracts/sms/text-message'
import { codeValidMs, hashOfCode } from '../dialog/answers/code-answer'
import { note, renderSaid } from '../dialog/texts/said'
import { keyedHash } from '../privacy/keyed-hash'
import { tryCode, type CodeTried } from '../one-time-code/try-code'

type Proving = Pick<Store, 'record' | 'putRecord' | 'enqueue' | 'spendOnce' | 'keepOnce'>

const schema = z.object({ salt: z.string(), hash: z.string(), expiresAt: z.string() })

const nameOf = async (store: Pick<Store, 'keepOnce'>, phone: string): Promise<string> =>
  `holder-code/${await keyedHash(store, phone)}`

interface Sending {
  readonly store: Proving
  readonly city: City
  readonly now: Date
  readonly makeCode: MakeCode
  readonly maySendCode: MaySendCode
}

/** The newest code is the one that counts. Goes with the class `conversation`. False when the phone has got all it may get. */
export async function sendHolderCode(
  phone: string,
  { store, city, now, makeCode, maySendCode }: Sending,
): Promise<boolean> {
  if (!(await maySendCode(phone))) return false
  const { digits, salt } = makeCode()
  const id = await nameOf(store, phone)
  const expiresAt = new Date(now.getTime() + codeValidMs).toISOString()
  const value = { salt, hash: hashOfCode(digits, salt), expiresAt }
  await store.putRecord({ collection: 'conversation', id, value })
  const { text } = renderSaid(note(city, 'code.message', { code: digits }), 'sv', 'sms')
  // Also after STOPP: whoever wants to see or erase what is kept of them need not first let texts come again.
  const message = { to: phone, text, notAfter: expiresAt, asked: true }
  await store.enqueue(textMessageEntry(`${id}/${salt}`, now, message))
  return true
}

/** `none`: no code was sent. A right one is good once. */
export async function checkHolderCode(
  store: Proving,
  phone: string,
  digits: string,
  now: Date,
): Promise<CodeTried | 'none'> {
  const name = await nameOf(store, phone)
  const code = schema.safeParse((await store.record('conversation', name))?.value).data
  if (code === undefined) return 'none'
  const tried = await tryCode(store, name, code, digits, now)
  if (tried !== 'right') return tried
  return (await store.spendOnce(`${name}/${code.salt}/used`, codeValidMs)) ? 'right' : 'expired'
}
