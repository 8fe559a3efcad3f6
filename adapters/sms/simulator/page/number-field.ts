// The field with a phone's number: what is no number, or another phone's, is told and not taken.
import { looksLikeNumber } from './numbers'

export interface NumberDeeds {
  readonly isTaken: (number: string) => boolean
  readonly changed: (number: string) => void
  readonly tell: (words: string) => void
}

export function watchNumber(
  field: HTMLInputElement,
  first: string,
  { isTaken, changed, tell }: NumberDeeds,
): void {
  let number = first
  field.value = first
  const faultOf = (wanted: string): string => {
    if (!looksLikeNumber(wanted)) return 'Skriv ett nummer som 070-174 06 05.'
    return isTaken(wanted) ? 'En annan telefon på sidan har det numret.' : ''
  }
  field.addEventListener('change', () => {
    const wanted = field.value.trim()
    if (wanted === number) return
    const fault = faultOf(wanted)
    if (fault === '') {
      number = wanted
      changed(wanted)
    }
    tell(fault && `${fault} Telefonen behåller ${number}.`)
    field.value = number
  })
}
