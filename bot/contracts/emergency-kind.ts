/** What a resident may be in the middle of. The earlier one is told where a text says several: it is the more exact one. */
export const emergencyKinds = [
  'fire',
  'gas',
  'child-in-danger',
  'violence',
  'self-harm',
  'life-in-danger',
] as const
export type EmergencyKind = (typeof emergencyKinds)[number]
