// What is shared is made once; what could not be made is asked for again.
import { whenFirstAsked } from '../../../../bot/contracts/basics/when-first-asked'

test('those who ask share what the first of them had made', async () => {
  const make = jest.fn(() => Promise.resolve({}))
  const made = whenFirstAsked(make)
  expect(make).not.toHaveBeenCalled()
  const [one, other] = await Promise.all([made(), made()])
  expect(one).toBe(other)
  expect(await made()).toBe(one)
  expect(make).toHaveBeenCalledTimes(1)
})

test('what could not be made is made for whoever asks next', async () => {
  const make = jest.fn().mockRejectedValueOnce(new Error('away')).mockResolvedValue('made')
  const made = whenFirstAsked(make)
  const [one, other] = await Promise.allSettled([made(), made()])
  expect([one.status, other.status]).toEqual(['rejected', 'rejected'])
  expect(await made()).toBe('made')
  expect(make).toHaveBeenCalledTimes(2)
})
