// What answered last is in the store and not in the process: another process goes on from it; on any store.
import type { Store } from '../../../../../bot/contracts/store/store'
import { residentOf } from '../../../../support/resident'
import { shippedContent } from '../../../../support/test-bot'

export function describeSurvival(openStore: () => Promise<Store> | Store): void {
  // Training takes seconds in which no connection would come about.
  beforeAll(() => shippedContent())

  test('a follow-up is understood by a process that was not there at the first question', async () => {
    const before = await openStore()
    await (await residentOf(before)).say('när öppnar simhallen')
    await before.close()
    const after = await openStore()
    const answered = await (await residentOf(after)).say('och på söndagar?')
    await after.close()
    expect(answered.outcome).toBe('answered-passage')
    expect(answered.text).toContain('helger klockan 9 till 17')
  })
}
