// What tells who somebody is or lets others take their money, and is therefore not kept where nobody needs it.

export const personalDataKinds = [
  'person-id',
  'organisation',
  'phone',
  'email',
  'card',
  'iban',
  'giro',
  'account',
  'passport',
  'plate',
] as const
/** `person-id`: personal identity and coordination numbers; `giro`: bankgiro and plusgiro; `account`: of a bank, with or without its clearing number; `plate`: of a vehicle. */
export type PersonalDataKind = (typeof personalDataKinds)[number]

/** Gives the text with a word in brackets in the place of all personal data, save that of the kinds in `readable`. */
export type MaskText = (text: string, readable?: readonly PersonalDataKind[]) => string

export const noMask: MaskText = (text) => text
