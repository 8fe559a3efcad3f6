// The parser of ioredis gives back its memory bit by bit, on a timer that keeps a process for seconds after its last connection
// is closed. Jest gives a worker half a second to end.
const interval = globalThis.setInterval

function lettingGo(work: () => void, everyMs?: number): NodeJS.Timeout {
  const timer = interval(work, everyMs)
  return work.name === 'decreaseBufferPool' ? timer.unref() : timer
}

globalThis.setInterval = Object.assign(lettingGo, interval)
