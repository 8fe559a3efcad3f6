// A phone number as commands print it.

/** `+4670*****67`: enough to know one's own number again. */
export const maskPhone = (number: string): string =>
  number.slice(0, 5) + '*'.repeat(Math.max(0, number.length - 7)) + number.slice(-2)
