// Redis's errors in the words of the house: what happened and what to do. Never the address, which may hold a password.
import { DygnetError, type ErrorCode } from '../../bot/contracts/basics/errors'
import { faultIn } from '../redis-client'

/** By the word that says what is wrong. */
const replies: Readonly<Record<string, readonly [ErrorCode, string]>> = {
  WRONGTYPE: [
    'store-corrupt',
    'a key holds another type than this store writes; look whether someone else uses the prefix',
  ],
  NOAUTH: ['store-unavailable', 'Redis wants a password; put it into the address'],
  WRONGPASS: ['store-unavailable', 'Redis refused user or password; look at the address'],
  NOPERM: [
    'store-unavailable',
    'the user may not run this command or use this key; look at its rights in Redis',
  ],
  OOM: ['store-full', 'Redis is full; give it more memory. Its policy must be noeviction'],
  MISCONF: ['store-read-only', 'Redis cannot write to its disk; look at its log'],
  READONLY: ['store-read-only', 'this Redis is a replica; the address must lead to the primary'],
  LOADING: ['store-unavailable', 'Redis is reading its data; it will be there soon'],
  BUSY: ['store-unavailable', 'Redis is busy with a script of somebody'],
  MASTERDOWN: ['store-unavailable', 'Redis has lost its primary'],
  CLUSTERDOWN: ['store-unavailable', 'the Redis Cluster is down'],
  TRYAGAIN: ['store-unavailable', 'the Redis Cluster is moving slots'],
  NOREPLICAS: ['store-read-only', 'Redis misses replicas that it may not write without; look at them'],
  UNBLOCKED: ['store-unavailable', 'this Redis has just become a replica; another one is the primary now'],
}

/** Errors that name no fault of Redis are faults of ours and pass unchanged. */
export function translateError(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof DygnetError) return error
  if (error.name !== 'ReplyError') {
    return new DygnetError('store-unavailable', `no answer from Redis (${error.message})`, { cause: error })
  }
  const known = replies[faultIn(error)]
  return known === undefined ? error : new DygnetError(known[0], known[1], { cause: error })
}
