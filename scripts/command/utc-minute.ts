/** `2026-11-24 01:30 UTC`, of an instant as it is stored: whoever reads a list knows that it is not their own clock. */
export const utcMinute = (iso: string): string => `${iso.slice(0, 16).replace('T', ' ')} UTC`
