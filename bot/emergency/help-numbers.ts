// The numbers that the advice names, each with the page that it stands on.

export const helpNumbers = {
  /** Ambulance, fire brigade, police in danger, and social services on call. https://www.sosalarm.se/112 */
  emergency: '112',
  /** The police when it is not urgent. https://polisen.se/kontakt/ */
  police: '114 14',
  /** Advice about care, day and night. https://www.1177.se/om-1177/nar-du-ringer-1177/ */
  healthAdvice: '1177',
  /** Threats and violence: free, day and night, not on the bill. https://kvinnofridslinjen.se */
  violence: '020-50 50 50',
  /** Mind Självmordslinjen. https://mind.se/hitta-hjalp/sjalvmordslinjen/ */
  suicide: '90101',
  /** Bris, for those under 18: free, not on the bill. https://www.bris.se */
  children: '116 111',
} as const
