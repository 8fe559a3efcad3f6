// A short text as a number of 32 bits.

/** FNV-1a over UTF-16 units (Fowler, Noll & Vo, RFC 9923), one unit at a time. */
export const fnvStep = (code: number, unit: number): number => Math.imul(code ^ unit, 0x01000193)
export const fnvBasis = 0x811c9dc5
export const fnvStart = (seed: number): number => fnvStep(fnvBasis, seed)

export function fnvOf(seed: number, text: string): number {
  let code = fnvStart(seed)
  for (let at = 0; at < text.length; at += 1) code = fnvStep(code, text.charCodeAt(at))
  return code
}

/** MurmurHash3's finaliser (A. Appleby), so that short strings fill all 32 bits. */
export function finish(code: number): number {
  let mixed = code ^ (code >>> 16)
  mixed = Math.imul(mixed, 0x85ebca6b)
  mixed ^= mixed >>> 13
  mixed = Math.imul(mixed, 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}
