// The dialogs and the city as a server with the same settings reads them, for a command that goes by what they say.
import type { Settings } from '../../adapters/settings'
import { checkOn } from '../../bot/content/content'
import { readContentFiles } from '../../bot/content/content-files'
import type { City } from '../../bot/contracts/city/city'
import type { Dialog } from '../../bot/dialog/model/model'
import { projectRoot } from '../../main/project-root'
import { faultLines } from './tell-left-out'

export interface Served {
  readonly dialogs: ReadonlyMap<string, Dialog>
  readonly city: City
}

/**
 * Says on the error stream what is wrong with the files.
 * @throws Error `noCity` when city.yaml cannot be used
 */
export async function readServed({ CONTENT_DIR }: Settings, now: Date, noCity: string): Promise<Served> {
  const files = await readContentFiles(CONTENT_DIR ?? projectRoot)
  const { dialogs, city, findings } = checkOn(files, now)
  for (const line of faultLines(findings)) console.error(line)
  if (city === undefined) throw new Error(noCity)
  return { dialogs, city }
}
