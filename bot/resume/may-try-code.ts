// How often codes may be tried, so that nobody guesses one, and so that who guesses locks out nobody but themselves.
import { minuteMs } from '../contracts/basics/durations'
import type { Channel } from '../contracts/talk/message'
import type { Store } from '../contracts/store/store'
import { takePlace } from '../contracts/store/take-place'
import { keyedHash } from '../privacy/keyed-hash'

/** Who tries a code. A department has signed its request. */
export type Trying =
  | {
      readonly kind: 'resident'
      readonly conversation: string
      readonly channel: Channel
      /** Their phone, or a key of their address; undefined where the channel knows neither. */
      readonly sender?: string | undefined
    }
  | { readonly kind: 'desk'; readonly department: string; readonly agent?: string | undefined }

/** So many tries, right ones too, within any span of that length. */
interface Limit {
  readonly most: number
  readonly spanMinutes: number
}

/**
 * What guessing is worth. There are 25^6 − 5^6 − 20^3 · 5^2 · 25 = 239 million codes: six of 25 signs, without those that are
 * digits only or look like a plate. A code lives for a day, so with a hundred of them alive
 * - one address or phone has 192 tries a day: it meets somebody's code once in 34 years, and a certain one while that lives
 *   with odds of one in 1.2 million;
 * - all residents of a channel together have 4,800 a day, with however many addresses: once in 500 days;
 * - a department that signs has 1,440 a day: once in four and a half years.
 * One address cannot pull the brake of its channel, and who does must go on pulling, for it is short; the other channel and
 * departments have their own.
 */
export const triesOf = {
  conversation: { most: 5, spanMinutes: 60 },
  /** A phone, or the address of a household or a library. */
  sender: { most: 8, spanMinutes: 60 },
  channel: { most: 20, spanMinutes: 6 },
  agent: { most: 20, spanMinutes: 60 },
  department: { most: 60, spanMinutes: 60 },
} as const satisfies Record<string, Limit>
type LimitName = keyof typeof triesOf

export type MayTry =
  | { readonly kind: 'yes' }
  /** After so long there are tries again. */
  | { readonly kind: 'no'; readonly waitMinutes: number }

/** Takes a try of each limit in turn; counts in the store, for all nodes. */
export async function mayTryCode(store: Pick<Store, 'keepOnce' | 'spendOnce'>, who: Trying): Promise<MayTry> {
  for (const [name, counted] of limitsOf(who)) {
    const key = `resume-try/${name}/${await keyedHash(store, `${name} ${counted}`)}`
    const { most, spanMinutes } = triesOf[name]
    if (!(await takePlace(store, key, { most, spanMs: spanMinutes * minuteMs })))
      return { kind: 'no', waitMinutes: spanMinutes }
  }
  return { kind: 'yes' }
}

/** Their own come first: who has used those up takes none of the others'. */
function limitsOf(who: Trying): readonly (readonly [LimitName, string])[] {
  if (who.kind === 'desk')
    return [
      ...(who.agent === undefined ? [] : ([['agent', `${who.department} ${who.agent}`]] as const)),
      ['department', who.department],
    ]
  return [
    ['conversation', who.conversation],
    ...(who.sender === undefined ? [] : ([['sender', who.sender]] as const)),
    ['channel', who.channel],
  ]
}
