// A clock may be set while the server runs; what is left alone for a minute is left alone for a minute.
import { CircuitBreaker, failuresBeforeRest, restMs } from '../../../../adapters/openai/circuit-breaker'
import { steadyMs } from '../../../../bot/contracts/basics/clock'

afterEach(() => {
  jest.useRealTimers()
  jest.restoreAllMocks()
})

test('a rest that began under a clock years ahead is over when its time has passed', () => {
  jest.useFakeTimers({ now: new Date('2036-01-01'), doNotFake: ['performance'] })
  const breaker = new CircuitBreaker(steadyMs)
  for (let times = 0; times < failuresBeforeRest; times += 1) breaker.failed()
  expect(breaker.allows()).toBe(false)
  jest.setSystemTime(new Date('2026-01-01'))
  const restedMs = performance.now() + restMs
  jest.spyOn(performance, 'now').mockReturnValue(restedMs)
  expect(breaker.allows()).toBe(true)
})
