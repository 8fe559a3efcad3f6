// The records of one collection, in a slot of their own.
import { defineScript } from '../script'

/**
 * Writes a record; the time of its first write stays. With the id of a move a second writing is harmless, also when the
 * record was changed meanwhile.
 * KEYS entries, owners, newest, touched, moved, keyed, keysOf
 * ARGV record id, JSON, now (ISO 8601), now (ms), conversation id or '', move id or '', how long moves are remembered (ms),
 *   touched (ms), keys …
 */
export const putRecordScript = defineScript(`
  if ARGV[6] ~= '' then
    redis.call('ZREMRANGEBYSCORE', KEYS[5], '-inf', tonumber(ARGV[4]) - tonumber(ARGV[7]))
    if redis.call('ZADD', KEYS[5], 'NX', ARGV[4], ARGV[6]) == 0 then return 0 end
  end
  local before = redis.call('HGET', KEYS[1], ARGV[1])
  local created = before and string.match(before, '^%S+') or ARGV[3]
  redis.call('HSET', KEYS[1], ARGV[1], created .. ' ' .. ARGV[2])
  redis.call('ZADD', KEYS[3], 0, created .. ' ' .. ARGV[1])
  redis.call('ZADD', KEYS[4], ARGV[8], ARGV[1])
  if ARGV[5] == '' then redis.call('HDEL', KEYS[2], ARGV[1])
  else redis.call('HSET', KEYS[2], ARGV[1], ARGV[5]) end
  for _, member in ipairs(cjson.decode(redis.call('HGET', KEYS[7], ARGV[1]) or '[]')) do
    redis.call('ZREM', KEYS[6], member)
  end
  redis.call('HDEL', KEYS[7], ARGV[1])
  if #ARGV == 8 then return 1 end
  local members = {}
  for n = 9, #ARGV do
    members[#members + 1] = cjson.encode(ARGV[n]) .. ' ' .. ARGV[1]
    redis.call('ZADD', KEYS[6], 0, members[#members])
  end
  redis.call('HSET', KEYS[7], ARGV[1], cjson.encode(members))
  return 1
`)

/**
 * A page, newest first.
 * KEYS entries, newest
 * ARGV '+' or '(<created at> <id>' of the last one seen, limit
 * Output id, '<created at> <JSON>' of each
 */
export const pageRecordsScript = defineScript(`
  local page = {}
  for _, member in ipairs(redis.call('ZREVRANGEBYLEX', KEYS[2], ARGV[1], '-', 'LIMIT', 0, ARGV[2])) do
    local id = string.match(member, '^%S+ (.*)$')
    page[#page + 1] = id
    page[#page + 1] = redis.call('HGET', KEYS[1], id)
  end
  return page
`)

/**
 * All records of a key, by id.
 * KEYS entries, keyed
 * ARGV key
 * Output id, '<created at> <JSON>' of each
 */
export const keyedRecordsScript = defineScript(`
  local found = {}
  local head = cjson.encode(ARGV[1]) .. ' '
  for _, member in ipairs(redis.call('ZRANGEBYLEX', KEYS[2], '[' .. head, '(' .. head .. '\\255')) do
    local id = string.sub(member, #head + 1)
    found[#found + 1] = id
    found[#found + 1] = redis.call('HGET', KEYS[1], id)
  end
  return found
`)

/**
 * Removes a record if it still names this conversation, if it was not touched since, and if no legal hold is on it, on its
 * conversation, or on a record whose id and a slash its own begins with.
 * KEYS entries, owners, newest, touched, keyed, keysOf, held
 * ARGV record id, conversation id or '' for any, touched before (ms) or '' for any
 * Output { 'gone', the conversation it named or '' }, { 'held' }, or nothing when it was not removed
 */
export const removeRecordScript = defineScript(`
  local owner = redis.call('HGET', KEYS[2], ARGV[1]) or ''
  if ARGV[2] ~= '' and ARGV[2] ~= owner then return false end
  local touched = redis.call('ZSCORE', KEYS[4], ARGV[1])
  if ARGV[3] ~= '' and touched and tonumber(touched) >= tonumber(ARGV[3]) then return false end
  if redis.call('SCARD', KEYS[7]) > 0 then
    if redis.call('SISMEMBER', KEYS[7], 'conversation ' .. owner) == 1 then return { 'held' } end
    local slash = 0
    while slash do
      slash = string.find(ARGV[1], '/', slash + 1, true)
      local head = slash and string.sub(ARGV[1], 1, slash - 1) or ARGV[1]
      if redis.call('SISMEMBER', KEYS[7], 'record ' .. head) == 1 then return { 'held' } end
    end
  end
  local entry = redis.call('HGET', KEYS[1], ARGV[1])
  if entry then redis.call('ZREM', KEYS[3], string.match(entry, '^%S+') .. ' ' .. ARGV[1]) end
  redis.call('HDEL', KEYS[1], ARGV[1])
  redis.call('HDEL', KEYS[2], ARGV[1])
  redis.call('ZREM', KEYS[4], ARGV[1])
  for _, member in ipairs(cjson.decode(redis.call('HGET', KEYS[6], ARGV[1]) or '[]')) do
    redis.call('ZREM', KEYS[5], member)
  end
  redis.call('HDEL', KEYS[6], ARGV[1])
  return { 'gone', owner }
`)
