// What may be logged: facts about a turn, never a resident's words, a full phone number or a secret.

/** The part of `pino` that the house uses. */
export interface Logger {
  info(facts: object, message: string): void
  warn(facts: object, message: string): void
  error(facts: object, message: string): void
}

export const silentLogger: Logger = { info: () => undefined, warn: () => undefined, error: () => undefined }
