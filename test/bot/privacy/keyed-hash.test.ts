import { keyedHash } from '../../../bot/privacy/keyed-hash'

const keeping = (secret: string) => {
  const keepOnce = jest.fn(() => Promise.resolve(secret))
  return { keepOnce }
}

test('the secret is asked for once, also by many at the same time', async () => {
  const store = keeping('a')
  const [first, second] = await Promise.all([
    keyedHash(store, '+46701234567'),
    keyedHash(store, '+46701234567'),
  ])
  expect(await keyedHash(store, '+46701234567')).toBe(first)
  expect(second).toBe(first)
  expect(await keyedHash(store, '+46701234568')).not.toBe(first)
  expect(store.keepOnce).toHaveBeenCalledTimes(1)
})

test('each store has its own secret', async () => {
  expect(await keyedHash(keeping('a'), 'x')).not.toBe(await keyedHash(keeping('b'), 'x'))
  expect(await keyedHash(keeping('a'), 'x')).toBe(await keyedHash(keeping('a'), 'x'))
})

test('after a fault the store is asked again', async () => {
  const store = keeping('a')
  store.keepOnce.mockRejectedValueOnce(new Error('away'))
  await expect(keyedHash(store, 'x')).rejects.toThrow('away')
  await expect(keyedHash(store, 'x')).resolves.toBe(await keyedHash(keeping('a'), 'x'))
})
