// Why files were not taken at the door, in the city's own words.
import type { City } from '../contracts/city'
import type { WordingKey } from '../contracts/wording'
import type { FileFault } from '../contracts/file-shelf'
import type { Language } from '../contracts/language'
import { note, renderSaid } from '../dialog/said'

const keys: Readonly<Record<FileFault | 'too-many', WordingKey>> = {
  'wrong-type': 'upload.wrong-type',
  damaged: 'upload.damaged',
  'too-large': 'upload.too-large',
  empty: 'upload.empty',
  'too-many': 'upload.too-many',
}

export interface FileLimits {
  readonly megabytes: number
  readonly files: number
}

export function wordFileRefusal(
  city: City,
  { megabytes, files }: FileLimits,
  why: FileFault | 'too-many',
  language: Language,
): string {
  const max = why === 'too-many' ? files : megabytes
  return renderSaid(note(city, keys[why], { max }), language, 'web').text
}
