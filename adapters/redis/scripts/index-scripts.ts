// The index of conversations, in a slot of its own.
import { defineScript } from '../script'

/**
 * Writes down that a message is about to wait in a conversation, and gives the ticket to come with.
 * KEYS ticket, waiting, latest, touched
 * ARGV conversation id, now (ms), a number the ticket must be above
 * Output ticket
 */
export const admitScript = defineScript(`
  local ticket = redis.call('INCR', KEYS[1])
  local floor = tonumber(ARGV[3])
  if ticket <= floor then ticket = redis.call('INCRBY', KEYS[1], floor - ticket + 1) end
  redis.call('ZADD', KEYS[2], 'NX', ticket, ARGV[1])
  redis.call('HSET', KEYS[3], ARGV[1], ticket)
  redis.call('ZADD', KEYS[4], ARGV[2], ARGV[1])
  return ticket
`)

/**
 * Takes a conversation in which nothing waits out of the index, unless a ticket above the fence was given out since.
 * KEYS waiting, latest, touched
 * ARGV conversation id, fence, 'touched' with a time (ms), 'erased' or 'known'
 */
export const forgetScript = defineScript(`
  if ARGV[3] == 'touched' then redis.call('ZADD', KEYS[3], ARGV[4], ARGV[1]) end
  local latest = redis.call('HGET', KEYS[2], ARGV[1])
  if latest and tonumber(latest) > tonumber(ARGV[2]) then return 0 end
  redis.call('ZREM', KEYS[1], ARGV[1])
  redis.call('HDEL', KEYS[2], ARGV[1])
  if ARGV[3] == 'erased' then redis.call('ZREM', KEYS[3], ARGV[1]) end
  return 1
`)
