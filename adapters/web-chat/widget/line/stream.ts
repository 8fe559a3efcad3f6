// One socket from its opening to its end.

/** A proxy that blocks sockets often lets them hang instead of refusing them. */
const probeMs = 4_000

export interface Stream {
  /** Resolves when the socket has ended, by itself or by `hangUp`: did it work? */
  readonly ended: Promise<boolean>
  readonly hangUp: (worked: boolean) => void
}

/** A page with https may not open a `ws:` address, as one gets whose proxy says nothing of https; and says so by throwing. */
const opened = (streamUrl: string): WebSocket | undefined => {
  try {
    return new WebSocket(streamUrl)
  } catch {
    return undefined
  }
}

export function openStream(streamUrl: string, onFrame: (frame: unknown) => void): Stream {
  const socket = opened(streamUrl)
  if (!socket) return { ended: Promise.resolve(false), hangUp() {} }
  let wasOpen = false
  let resolveEnded: (worked: boolean) => void
  const ended = new Promise<boolean>((resolve) => (resolveEnded = resolve))
  const hangUp = (worked: boolean): void => {
    clearTimeout(probe)
    socket.onmessage = socket.onclose = null
    socket.close()
    resolveEnded(worked)
  }
  const probe = setTimeout(() => hangUp(false), probeMs)
  socket.onopen = () => {
    wasOpen = true
    clearTimeout(probe)
  }
  socket.onmessage = (event) => onFrame(event.data)
  socket.onclose = () => hangUp(wasOpen)
  return { ended, hangUp }
}
