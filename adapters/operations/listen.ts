// Opens the server's door, and says what to do when it cannot be opened.
import type { Server } from 'node:http'
import { DygnetError } from '../../bot/contracts/basics/errors'

interface Door {
  readonly PORT: number
  readonly HOST: string
}

/** @throws DygnetError `setting-invalid` with the variable to change when the port is taken or the host is not ours. */
export function listen(server: Server, door: Door): Promise<void> {
  return new Promise((resolveListening, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(new DygnetError('setting-invalid', listenFailure(error, door)))
    })
    server.listen(door.PORT, door.HOST, resolveListening)
  })
}

const listenFailure = (error: NodeJS.ErrnoException, { PORT, HOST }: Door): string =>
  error.code === 'EADDRINUSE'
    ? `PORT: ${PORT} is taken by another program. Stop that one, or set PORT to another number.`
    : `HOST and PORT: cannot listen on ${HOST}:${PORT} (${error.code ?? 'unknown reason'}). Set HOST to 0.0.0.0, or to an address of this machine.`

/** How a person on the same machine reaches it. */
export function addressOf(server: Server): string {
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return `http://localhost:${port}`
}
