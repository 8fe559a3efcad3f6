// A folder's content for what starts, answers and ends: command line tools.
import { compileContent, type Content, type LoadOptions } from './content'
import { readContentFiles } from './content-files'
import type { Logger } from '../contracts/basics/logger'
import { checkUnlessKnown } from './checked-before'

/**
 * Everything a bot needs to answer, from the files below a folder. A dialog or article with an error is left out and the
 * rest serves.
 * @param program names the program that checks, so that the same files need not be checked again; see `checkUnlessKnown`
 * @throws DygnetError `content-invalid` when there is no usable `city.yaml`, naming the faults.
 */
export async function loadContent(
  directory: string,
  { program, ...options }: LoadOptions & { readonly program?: string | undefined },
  logger: Logger,
): Promise<Content> {
  const files = await readContentFiles(directory)
  return compileContent(files, options, checkUnlessKnown(files, { ...options, program }, logger))
}
