// The check digit of cards, organisation numbers and giro accounts (ISO/IEC 7812-1, annex B; "modulus 10").

/** Whether the last of these digits is what the others make it. */
export function passesLuhn(digits: string): boolean {
  let sum = 0
  for (let place = 0; place < digits.length; place += 1) {
    const digit = Number(digits[digits.length - 1 - place])
    const weighed = place % 2 === 0 ? digit : digit * 2
    sum += weighed > 9 ? weighed - 9 : weighed
  }
  return sum % 10 === 0
}
