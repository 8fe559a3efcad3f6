// A folder of the settings, made and tried at the start: what cannot be written is found out before a resident writes.
import { accessSync, constants, mkdirSync } from 'node:fs'
import { DygnetError } from '../bot/contracts/basics/errors'

/** @throws DygnetError `setting-invalid` that names the variable. */
export function makeDirectory(variable: 'DATA_DIR' | 'FILES_DIR', directory: string): void {
  try {
    mkdirSync(directory, { recursive: true })
    accessSync(directory, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (cause) {
    const { code = 'unknown reason' } = cause as NodeJS.ErrnoException
    const message = `${variable}: ${directory} cannot be made a folder to write in (${code}). Name another one that this program may write in.`
    throw new DygnetError('setting-invalid', message, { cause })
  }
}
