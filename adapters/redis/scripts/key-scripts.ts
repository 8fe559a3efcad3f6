// Steps on a single key.
import { defineScript } from '../script'

/**
 * The number of a key in a series, from 1 and without gaps.
 * KEYS numbers of the series
 * ARGV key, how long after it the series is forgotten (ms) or ''
 * Output number
 */
export const allocateNumberScript = defineScript(`
  local known = redis.call('HGET', KEYS[1], ARGV[1])
  if known then return tonumber(known) end
  local number = redis.call('HLEN', KEYS[1]) + 1
  redis.call('HSET', KEYS[1], ARGV[1], number)
  if ARGV[2] ~= '' then redis.call('PEXPIRE', KEYS[1], ARGV[2]) end
  return number
`)

/**
 * Prolongs a hold that is still ours.
 * KEYS hold
 * ARGV token, lease (ms)
 * Output 1, or 0 when it was lost
 */
export const renewHoldScript = defineScript(`
  if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
  return redis.call('PEXPIRE', KEYS[1], ARGV[2])
`)

/**
 * Lets go of a hold that is still ours.
 * KEYS hold
 * ARGV token
 */
export const releaseHoldScript = defineScript(`
  if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
  return redis.call('DEL', KEYS[1])
`)
