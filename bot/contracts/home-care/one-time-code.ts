// A code that is sent to a phone, to see that the resident holds it.

export interface OneTimeCode {
  /** Six of them. They leave the house in one text message, and are kept nowhere else. */
  readonly digits: string
  /** Hashed with the digits, so that the same code looks different each time. */
  readonly salt: string
}
/** Makes a code by chance; the same from no other call. */
export type MakeCode = () => OneTimeCode
/** Takes one of the codes that a number (E.164) may be sent in a while; false when it has got them all. */
export type MaySendCode = (to: string) => Promise<boolean>
