// A message with files on its way. XMLHttpRequest, because `fetch` does not tell how far it has come.
import { toAnswer, type Answer } from './direct-line'

/** Megabytes over a weak network at night. */
const timeoutMs = 180_000
/** Somewhat less than the server waits for an upload to be whole. */
const slowMs = 50_000

interface Sending {
  readonly address: string
  readonly token: string
  readonly activity: object
  readonly files: readonly File[]
  /** Percent. */
  readonly progress: (sent: number) => void
  /** Asked when the server failed or took too long: is this the last attempt? Texts wait behind it. */
  readonly isLast: () => boolean
}

export const sendFiles = ({
  address,
  token,
  activity,
  files,
  progress,
  isLast,
}: Sending): Promise<Answer<{ readonly id?: string }>> => {
  const failed = () => ({ kind: isLast() ? 'refused' : 'unreachable' }) as const
  return new Promise<Answer<{ readonly id?: string }>>((resolve) => {
    const form = new FormData()
    const type = 'application/vnd.microsoft.activity'
    // Names may say who is on a picture; the server asks for none.
    const nameless = { ...activity, text: undefined, lost: undefined }
    form.append('activity', new Blob([JSON.stringify(nameless)], { type }))
    files.forEach((file) => form.append('file', file, 'file'))
    const request = new XMLHttpRequest()
    request.open('POST', address)
    request.setRequestHeader('authorization', `Bearer ${token}`)
    request.timeout = timeoutMs
    request.responseType = 'json'
    request.upload.onprogress = ({ loaded, total }) => progress(Math.floor((loaded / total) * 100))
    const fail = (): void => resolve(failed())
    request.onload = () =>
      request.status >= 500
        ? fail()
        : resolve(
            toAnswer(request.status, request.getResponseHeader('retry-after'), request.response as object),
          )
    request.ontimeout = fail
    const begunAt = Date.now()
    // Without a network texts cannot go either; what is cut off after so long was too slow for the server.
    request.onerror = () => (Date.now() - begunAt > slowMs ? fail() : resolve({ kind: 'unreachable' }))
    request.send(form)
    // Pages put their own code around a browser's requests, and that may throw.
  }).catch(failed)
}
