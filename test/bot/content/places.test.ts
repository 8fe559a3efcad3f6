// The city's addresses are published with the rest of its content, and kept once for all bundles that have the same.
import { bundleOf } from '../../../bot/content/content-files'
import { BundleShelf } from '../../../bot/content/bundle-shelf'
import { openSqliteStore } from '../../../adapters/sqlite'
import { silentLogger } from '../../../bot/contracts/basics/logger'
import { nightClock } from '../../support/test-bot'
import { smallTown } from '../places/region'

const dialog = (text: string) => [{ path: 'dialogs/city.yaml', text }]
const places = (text: string) => [{ path: 'knowledge/places/adresser.csv', text }]

test('a bundle comes back with its places, and each file of places is kept once', async () => {
  const store = openSqliteStore({ file: ':memory:', clock: nightClock, logger: silentLogger })
  const shelf = new BundleShelf(store)
  const bundles = [
    bundleOf(dialog('a: 1'), [], places(smallTown)),
    bundleOf(dialog('a: 2'), [], places(smallTown)),
    bundleOf(dialog('a: 2'), [], places(`${smallTown};;;Lillstad;56.04;12.69;Torget\n`)),
    bundleOf(dialog('a: 2'), []),
  ]
  expect(new Set(bundles.map(({ hash }) => hash)).size).toBe(4)
  for (const files of bundles) await shelf.publish({ files, shapes: {} }, { now: nightClock.now() })
  for (const files of bundles) expect((await shelf.bundle(files.hash))?.files).toEqual(files)
  const kept = await store.records('content', { limit: 20 })
  expect(kept.filter(({ id }) => id.startsWith('places/'))).toHaveLength(2)
  await store.close()
})
