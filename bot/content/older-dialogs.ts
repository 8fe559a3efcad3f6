// The versions of dialogs that open talks may still be pinned to: those replaced not long ago and not withdrawn.
import { weekMs } from '../contracts/basics/durations'
import { olderKey } from './content'
import type { ContentFiles } from './content-files'
import type { Dialog } from '../dialog/model/model'
import type { BundleShelf, CurrentBundle } from './bundle-shelf'

/** The longest `pin` a dialog can ask for. */
const longestPinMs = weekMs

type Dialogs = ReadonlyMap<string, Dialog>

export interface OlderDialogsParts {
  readonly served: Dialogs
  readonly now: Date
  /** Compiles the dialogs of a bundle. */
  readonly compile: (files: ContentFiles) => Dialogs
}

/**
 * Compiles again, from the bundles on the shelf, each version of a dialog whose shape is not that of `served` and that was
 * replaced within its pin.
 */
export async function readOlderDialogs(
  shelf: BundleShelf,
  { history, withdrawn }: CurrentBundle,
  { served, now, compile }: OlderDialogsParts,
): Promise<Dialogs> {
  const older = new Map<string, Dialog>()
  for (const [index, { hash }] of history.slice(0, -1).entries()) {
    const replacedAt = history[index + 1]?.publishedAt ?? ''
    if (now.getTime() - Date.parse(replacedAt) > longestPinMs) continue
    const bundle = await shelf.bundle(hash)
    const isWanted = (id: string, shape: string): boolean =>
      served.get(id)?.shapeHash !== shape &&
      (withdrawn[id] ?? '') < replacedAt &&
      !older.has(olderKey(id, shape))
    const wanted = Object.entries(bundle?.shapes ?? {}).filter(([id, shape]) => isWanted(id, shape))
    if (bundle === undefined || wanted.length === 0) continue
    const dialogs = compile(bundle.files)
    for (const [id, shape] of wanted) {
      const dialog = dialogs.get(id)
      if (dialog?.shapeHash === shape) older.set(olderKey(id, shape), dialog)
    }
  }
  return older
}
