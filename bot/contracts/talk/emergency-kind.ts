/**
 * What a resident may be in the middle of. The earlier one is told where a text says several: it is the more exact one, or the
 * more dangerous.
 */
export const emergencyKinds = [
  'fire',
  'gas',
  'child-in-danger',
  'violence-nearby',
  'violence',
  'self-harm',
  'life-in-danger',
  'lost-person',
  'stuck-in-lift',
] as const
export type EmergencyKind = (typeof emergencyKinds)[number]
