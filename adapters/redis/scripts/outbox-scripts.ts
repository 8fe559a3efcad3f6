// The outbox, in a slot of its own.
import { defineScript } from '../script'

/**
 * Where an entry stands among those with its ordering key, and what those all begin with; nil for one without. In quotes, so that
 * no key is the beginning of another.
 */
const placeInOrder = `
  local function placeInOrder(id, json)
    local entry = json and cjson.decode(json)
    if not entry or not entry.orderingKey then return nil, nil, entry end
    local key = cjson.encode(entry.orderingKey) .. ' '
    return key .. entry.dueAt .. ' ' .. id, key, entry
  end
`

/**
 * Takes over an entry from a conversation's slot. The id of the move makes a second taking over harmless, also when the
 * entry was done meanwhile.
 * KEYS entries, ready, moved, order
 * ARGV entry id, JSON, ready (ms), move id, now (ms), how long moves are remembered (ms)
 */
export const enqueueScript = defineScript(`
  ${placeInOrder}
  redis.call('ZREMRANGEBYSCORE', KEYS[3], '-inf', tonumber(ARGV[5]) - tonumber(ARGV[6]))
  if redis.call('ZADD', KEYS[3], 'NX', ARGV[5], ARGV[4]) == 0 then return 0 end
  if redis.call('HSETNX', KEYS[1], ARGV[1], ARGV[2]) == 0 then return 0 end
  redis.call('ZADD', KEYS[2], ARGV[3], ARGV[1])
  local place = placeInOrder(ARGV[1], ARGV[2])
  if place then redis.call('ZADD', KEYS[4], 0, place) end
  return 1
`)

/**
 * Leases due entries, none behind another one with its ordering key that is under way, failed or due.
 * KEYS entries, ready, attempts, order
 * ARGV now (ms), end of the lease (ms), limit, then the kinds that are left
 * Output { id, JSON, attempts } of each
 */
export const claimScript = defineScript(`
  ${placeInOrder}
  local function isHeldUp(place, key)
    local earlier = redis.call('ZRANGEBYLEX', KEYS[4], '[' .. key, '(' .. place)
    for _, other in ipairs(earlier) do
      local id = string.match(string.sub(other, #key + 1), '^%S+ (.*)$')
      if tonumber(redis.call('HGET', KEYS[3], id) or '0') > 0
        or tonumber(redis.call('ZSCORE', KEYS[2], id) or 'inf') <= tonumber(ARGV[1]) then return true end
    end
    return false
  end
  local limit = tonumber(ARGV[3])
  local left = {}
  for n = 4, #ARGV do left[ARGV[n]] = true end
  local claimed = {}
  local from = 0
  repeat
    local ids = redis.call('ZRANGEBYSCORE', KEYS[2], '-inf', ARGV[1], 'LIMIT', from, limit)
    local taken = {}
    for _, id in ipairs(ids) do
      local json = redis.call('HGET', KEYS[1], id)
      local place, key, entry = placeInOrder(id, json)
      if #claimed < limit and not (entry and left[entry.kind]) and not (place and isHeldUp(place, key)) then
        taken[#taken + 1] = id
        claimed[#claimed + 1] = { id, json, redis.call('HINCRBY', KEYS[3], id, 1) }
      end
    end
    for _, id in ipairs(taken) do redis.call('ZADD', KEYS[2], ARGV[2], id) end
    from = from + #ids - #taken
  until #claimed >= limit or #ids < limit
  return claimed
`)

/**
 * Puts off the end of a lease.
 * KEYS ready
 * ARGV entry id, end of the lease (ms)
 */
export const renewScript = defineScript(`
  return redis.call('ZADD', KEYS[1], 'XX', 'CH', ARGV[2], ARGV[1])
`)

/**
 * Removes an entry that is done.
 * KEYS entries, ready, attempts, reasons, dead, order
 * ARGV entry id
 */
export const finishScript = defineScript(`
  ${placeInOrder}
  local place = placeInOrder(ARGV[1], redis.call('HGET', KEYS[1], ARGV[1]))
  if place then redis.call('ZREM', KEYS[6], place) end
  redis.call('ZREM', KEYS[2], ARGV[1])
  redis.call('ZREM', KEYS[5], ARGV[1])
  redis.call('HDEL', KEYS[3], ARGV[1])
  redis.call('HDEL', KEYS[4], ARGV[1])
  return redis.call('HDEL', KEYS[1], ARGV[1])
`)

/**
 * Removes every entry with an ordering key, also dead letters, which lie in no order.
 * KEYS entries, ready, attempts, reasons, dead, order
 * ARGV ordering key
 */
export const removeOrderedScript = defineScript(`
  ${placeInOrder}
  local function remove(id)
    redis.call('ZREM', KEYS[2], id)
    redis.call('ZREM', KEYS[5], id)
    redis.call('HDEL', KEYS[3], id)
    redis.call('HDEL', KEYS[4], id)
    return redis.call('HDEL', KEYS[1], id)
  end
  local key = cjson.encode(ARGV[1]) .. ' '
  for _, place in ipairs(redis.call('ZRANGEBYLEX', KEYS[6], '[' .. key, '(' .. key .. '\\255')) do
    remove(string.match(string.sub(place, #key + 1), '^%S+ (.*)$'))
    redis.call('ZREM', KEYS[6], place)
  end
  for _, id in ipairs(redis.call('ZRANGE', KEYS[5], 0, -1)) do
    local _, ownKey = placeInOrder(id, redis.call('HGET', KEYS[1], id))
    if ownKey == key then remove(id) end
  end
  return 1
`)

/**
 * Puts an entry back, or among the dead letters; one that is there already stays as it is.
 * KEYS entries, ready, reasons, dead, order
 * ARGV entry id, when it may be claimed again (ms) or '', reason, now (ms)
 * Output 1, or 0 when nothing was changed
 */
export const failScript = defineScript(`
  ${placeInOrder}
  if redis.call('HEXISTS', KEYS[1], ARGV[1]) == 0 or redis.call('ZSCORE', KEYS[4], ARGV[1]) then return 0 end
  redis.call('HSET', KEYS[3], ARGV[1], ARGV[3])
  if ARGV[2] == '' then
    redis.call('ZREM', KEYS[2], ARGV[1])
    redis.call('ZADD', KEYS[4], ARGV[4], ARGV[1])
    local place = placeInOrder(ARGV[1], redis.call('HGET', KEYS[1], ARGV[1]))
    if place then redis.call('ZREM', KEYS[5], place) end
  else redis.call('ZADD', KEYS[2], 'XX', ARGV[2], ARGV[1]) end
  return 1
`)

/**
 * Puts a claimed entry back as if it had not been claimed; nothing for one that is done or given up.
 * KEYS ready, attempts
 * ARGV entry id, when it may be claimed again (ms)
 */
export const postponeScript = defineScript(`
  if not redis.call('ZSCORE', KEYS[1], ARGV[1]) then return 0 end
  redis.call('ZADD', KEYS[1], 'XX', ARGV[2], ARGV[1])
  if tonumber(redis.call('HGET', KEYS[2], ARGV[1]) or '0') > 0 then redis.call('HINCRBY', KEYS[2], ARGV[1], -1) end
  return 1
`)

/**
 * Removes dead letters given up before a time.
 * KEYS entries, attempts, reasons, dead
 * ARGV given up before (ms), limit
 * Output how many
 */
export const purgeDeadScript = defineScript(`
  local old = redis.call('ZRANGEBYSCORE', KEYS[4], '-inf', '(' .. ARGV[1], 'LIMIT', 0, ARGV[2])
  for _, id in ipairs(old) do
    for key = 1, 3 do redis.call('HDEL', KEYS[key], id) end
    redis.call('ZREM', KEYS[4], id)
  end
  return #old
`)

/**
 * KEYS entries, ready
 * Output { waiting, dead }
 */
export const countScript = defineScript(`
  local waiting = redis.call('ZCARD', KEYS[2])
  return { waiting, redis.call('HLEN', KEYS[1]) - waiting }
`)

/**
 * KEYS dead or ready, entries, attempts, reasons
 * ARGV limit
 * Output { id, JSON, attempts, given up or claimable at (ms), reason } of each
 */
export const listScript = defineScript(`
  local listed = {}
  local found = redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', '+inf', 'WITHSCORES', 'LIMIT', 0, ARGV[1])
  for n = 1, #found, 2 do
    local id = found[n]
    listed[#listed + 1] = { id, redis.call('HGET', KEYS[2], id), tonumber(redis.call('HGET', KEYS[3], id) or '0'),
      found[n + 1], redis.call('HGET', KEYS[4], id) }
  end
  return listed
`)

/**
 * Lets a dead letter be claimed again, as one that was never tried.
 * KEYS dead, ready, attempts, reasons, entries, order
 * ARGV entry id, now (ms)
 * Output 1, or 0 when it is no dead letter
 */
export const reviveScript = defineScript(`
  ${placeInOrder}
  if redis.call('ZREM', KEYS[1], ARGV[1]) == 0 then return 0 end
  redis.call('ZADD', KEYS[2], ARGV[2], ARGV[1])
  redis.call('HDEL', KEYS[3], ARGV[1])
  redis.call('HDEL', KEYS[4], ARGV[1])
  local place = placeInOrder(ARGV[1], redis.call('HGET', KEYS[5], ARGV[1]))
  if place then redis.call('ZADD', KEYS[6], 0, place) end
  return 1
`)
