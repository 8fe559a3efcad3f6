// A folder for `DATA_DIR` in which the shipped city is checked and all that it teaches is learnt already, as on the second start of a machine.
import { cpSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { testCache } from './load-for-tests'
import { shippedSigns } from './shipped-danger'

export async function learntFolder(prefix: string): Promise<string> {
  await shippedSigns()
  const folder = mkdtempSync(join(tmpdir(), prefix))
  cpSync(testCache('shipped'), join(folder, 'cache'), { recursive: true })
  cpSync(testCache('danger'), join(folder, 'cache', 'danger'), { recursive: true })
  return folder
}
