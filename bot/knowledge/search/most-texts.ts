// Of many texts, what stands in a great share hardly tells them apart, and going through all that have it is what takes the time.

const common = { share: 0.15, texts: 200 } as const

/** In so many texts a run of letters or a little word may stand and still be looked for. */
export const mostTextsOf = (textCount: number): number => Math.max(common.texts, common.share * textCount)
