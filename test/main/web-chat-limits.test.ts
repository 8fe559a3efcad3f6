import { readSettings } from '../../adapters/settings'
import { openLimits } from '../../main/open-web-chat'

/** How many of `tries` one address may post. */
async function allowedOf(settings: NodeJS.ProcessEnv, tries: number): Promise<number> {
  const limits = await openLimits(readSettings(settings))
  const taken = await Promise.all(
    Array.from({ length: tries }, () => limits.addressPosts.take('one address')),
  )
  return taken.filter(({ allowed }) => allowed).length
}

test('an address posts ten times what a conversation may, unless it is set', async () => {
  expect(await allowedOf({}, 400)).toBe(300)
  expect(await allowedOf({ MESSAGES_PER_MINUTE: '5' }, 100)).toBe(50)
  expect(await allowedOf({ MESSAGES_PER_MINUTE: '5', ADDRESS_MESSAGES_PER_MINUTE: '7' }, 100)).toBe(7)
})
