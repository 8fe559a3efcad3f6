// Why files were not taken at the door, in the city's own words.
import type { City } from '../contracts/city/city'
import type { WordingKey } from '../contracts/talk/wording'
import type { UploadFault } from '../contracts/store/file-shelf'
import type { Language } from '../contracts/talk/language'
import { note, renderSaid } from '../dialog/texts/said'

const keys: Readonly<Record<UploadFault, WordingKey>> = {
  'wrong-type': 'upload.wrong-type',
  damaged: 'upload.damaged',
  'too-large': 'upload.too-large',
  empty: 'upload.empty',
  'too-many': 'upload.too-many',
  'too-slow': 'upload.too-slow',
}

export interface FileLimits {
  readonly megabytes: number
  readonly files: number
}

export function wordFileRefusal(
  city: City,
  { megabytes, files }: FileLimits,
  why: UploadFault,
  language: Language,
): string {
  const max = why === 'too-many' ? files : megabytes
  return renderSaid(note(city, keys[why], { max }), language, 'web').text
}
