// The values that answers, conditions, action inputs and action results are made of; all of them plain JSON.

/**
 * - `text`, `choice`, `phone` (E.164), `email`: a string
 * - `address`: `Storgatan 12`, as normalised by the typed reader
 * - `choices`: a list of codes, in the order of the question
 * - `pick`: the id of an option
 * - `money`: kronor, at most two decimals
 * - `number`: a number · `yes/no`: a boolean
 * - `date`: `2026-12-24` · `time`: `15:30` · both ISO 8601
 * - `consent`: a boolean, as `yes/no`; the text it was given to stands beside the answer
 * - `code`: the phone number (E.164) that the code was sent to, once the resident has shown to have it
 * - `person-id`: a personal identity or coordination number, twelve digits
 * - `photo`, `file`: a list of `SentFile`s; the bytes are elsewhere
 * - a list holds values, or records of them
 */
export type Value = string | number | boolean | readonly Value[] | { readonly [name: string]: Value }

export const answerTypes = [
  'text',
  'number',
  'yes/no',
  'choice',
  'address',
  'phone',
  'email',
  'date',
  'time',
  'consent',
  'money',
  'choices',
  'code',
  'person-id',
  'list',
  'pick',
  'photo',
  'file',
] as const
export type AnswerType = (typeof answerTypes)[number]
