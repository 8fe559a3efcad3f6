// What happens to one conversation in one step. A script that fails amid its writes is not undone by Redis, therefore each
// looks at every key it will write before it writes the first: a key of a wrong type stops it with nothing done.
import { defineScript } from '../script'

/**
 * Keeps a message and writes it into the transcript.
 * KEYS conversation, lines, messages, waiting, fence
 * ARGV message id, line, ticket, now (ms), channel, conversation id
 * Output { 'accepted' | 'repeated', sequence } or { 'late', fence }: take a ticket above the fence and come again
 */
export const acceptScript = defineScript(`
  local known = redis.call('HGET', KEYS[3], ARGV[1])
  if known then return { 'repeated', tonumber(string.match(known, '^%d+')) } end
  local ticket = tonumber(ARGV[3])
  local fence = tonumber(redis.call('GET', KEYS[5]) or '0')
  if ticket <= fence then return { 'late', fence } end
  local highest = tonumber(redis.call('HGET', KEYS[1], 'ticket') or '0')
  redis.call('LLEN', KEYS[2])
  redis.call('LLEN', KEYS[4])
  local sequence = redis.call('RPUSH', KEYS[2], ARGV[2])
  redis.call('HSET', KEYS[3], ARGV[1], sequence)
  redis.call('RPUSH', KEYS[4], ARGV[3] .. ' ' .. ARGV[1])
  redis.call('HSET', KEYS[1], 'touched', ARGV[4], 'ticket', string.format('%.0f', math.max(ticket, highest)))
  redis.call('PUBLISH', ARGV[5], sequence .. ' ' .. ARGV[6])
  return { 'accepted', sequence }
`)

/**
 * Gives the oldest waiting message and counts that a turn is begun.
 * KEYS lines, messages, waiting, attempts
 * Output { line, sequence, attempts, message id }, or nothing when none waits
 */
export const nextWaitingScript = defineScript(`
  local head = redis.call('LINDEX', KEYS[3], 0)
  if not head then return false end
  local id = string.match(head, '^%d+ (.*)$')
  local sequence = tonumber(string.match(redis.call('HGET', KEYS[2], id), '^%d+'))
  local line = redis.call('LINDEX', KEYS[1], sequence - 1)
  return { line, sequence, redis.call('HINCRBY', KEYS[4], id, 1), id }
`)

/**
 * Commits a turn. What belongs into other slots is left in 'pending', as part of the same step.
 * KEYS conversation, lines, messages, waiting, attempts, pending, records, fence
 * ARGV message id, expected version, state, outcome, now (ms), channel, conversation id, fence's life (ms),
 *      the message's line as it reads from now on or '', n, n lines, m, m pending entries, k, k record names
 * Output { 'conflict' } or { 'committed', last sequence, 'idle', fence }: nothing waits and nothing is pending,
 *        or { 'committed', last sequence, 'busy' }
 */
export const commitScript = defineScript(`
  local version = tonumber(redis.call('HGET', KEYS[1], 'version') or '0')
  local head = redis.call('LINDEX', KEYS[4], 0)
  local known = redis.call('HGET', KEYS[3], ARGV[1])
  if version ~= tonumber(ARGV[2]) or not known or not head or string.match(head, '^%d+ (.*)$') ~= ARGV[1] then
    return { 'conflict' }
  end
  local fence = math.max(tonumber(redis.call('HGET', KEYS[1], 'ticket') or '0'), tonumber(redis.call('GET', KEYS[8]) or '0'))
  local last = redis.call('LLEN', KEYS[2])
  redis.call('HLEN', KEYS[5])
  redis.call('LLEN', KEYS[6])
  redis.call('SCARD', KEYS[7])

  if ARGV[9] ~= '' then redis.call('LSET', KEYS[2], tonumber(string.match(known, '^%d+')) - 1, ARGV[9]) end
  local at = 10
  local function each(write)
    local count = tonumber(ARGV[at])
    for i = at + 1, at + count do write(ARGV[i]) end
    at = at + count + 1
    return count
  end
  local first = last + 1
  local count = each(function(line) last = redis.call('RPUSH', KEYS[2], line) end)
  each(function(entry) redis.call('RPUSH', KEYS[6], entry) end)
  each(function(name) redis.call('SADD', KEYS[7], name) end)
  local answered = string.match(known, '^%d+') .. ' ' .. first .. ' ' .. count .. ' ' .. ARGV[4]
  redis.call('HSET', KEYS[3], ARGV[1], answered)
  redis.call('LPOP', KEYS[4])
  redis.call('HDEL', KEYS[5], ARGV[1])
  redis.call('HSET', KEYS[1], 'version', version + 1, 'state', ARGV[3], 'touched', ARGV[5])
  redis.call('PUBLISH', ARGV[6], last .. ' ' .. ARGV[7])
  if redis.call('LLEN', KEYS[4]) > 0 or redis.call('LLEN', KEYS[6]) > 0 then return { 'committed', last, 'busy' } end
  local text = string.format('%.0f', fence)
  redis.call('SET', KEYS[8], text, 'PX', ARGV[8])
  return { 'committed', last, 'idle', text }
`)

/**
 * Says whether anything is left to do. When not, a fence keeps out accepts whose entry in the index is about to be removed.
 * KEYS conversation, waiting, pending, fence
 * ARGV last ticket given out for the conversation, fence's life (ms)
 * Output { 'pending' }, { 'waiting', ticket of the oldest message } or { 'idle', fence }
 */
export const settleScript = defineScript(`
  if redis.call('LLEN', KEYS[3]) > 0 then return { 'pending' } end
  local head = redis.call('LINDEX', KEYS[2], 0)
  if head then return { 'waiting', string.match(head, '^%d+') } end
  local fence = math.max(
    tonumber(ARGV[1]),
    tonumber(redis.call('HGET', KEYS[1], 'ticket') or '0'),
    tonumber(redis.call('GET', KEYS[4]) or '0'))
  local text = string.format('%.0f', fence)
  redis.call('SET', KEYS[4], text, 'PX', ARGV[2])
  return { 'idle', text }
`)

/**
 * Removes a conversation, whatever stands in its keys. The hold stays: who has it finds nothing to do and lets go.
 * KEYS conversation, lines, messages, waiting, attempts, pending, records, fence, held
 * ARGV last ticket given out for the conversation, fence's life (ms), channel, conversation id,
 *      only when touched before (ms) or '', whether its list of records is removed too: 'all' or 'keep-records'
 * Output { 'held' }: a legal hold is on it; { 'again' }: something is pending or records are left; { 'kept', touched (ms) };
 *        { 'gone', fence, 1 when it was there }
 */
export const eraseScript = defineScript(`
  if redis.call('EXISTS', KEYS[9]) == 1 then return { 'held' } end
  local function number(command, ...)
    local result = redis.pcall(command, ...)
    if type(result) == 'table' then return 0 end
    return tonumber(result or '0') or 0
  end
  local touched = number('HGET', KEYS[1], 'touched')
  if ARGV[5] ~= '' and touched >= tonumber(ARGV[5]) then return { 'kept', string.format('%.0f', touched) } end
  if number('LLEN', KEYS[6]) > 0 then return { 'again' } end
  if ARGV[6] == 'all' and number('SCARD', KEYS[7]) > 0 then return { 'again' } end
  local fence = math.max(tonumber(ARGV[1]), number('HGET', KEYS[1], 'ticket'), number('GET', KEYS[8]))
  local text = string.format('%.0f', fence)
  local there = redis.call('EXISTS', KEYS[1])
  redis.call('DEL', KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5], KEYS[6])
  if ARGV[6] == 'all' then redis.call('DEL', KEYS[7]) end
  redis.call('SET', KEYS[8], text, 'PX', ARGV[2])
  redis.call('PUBLISH', ARGV[3], '0 ' .. ARGV[4])
  return { 'gone', text, there }
`)
