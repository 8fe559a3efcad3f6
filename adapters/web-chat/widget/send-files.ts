// A message with files on its way. XMLHttpRequest, because `fetch` does not tell how far it has come.
import { toAnswer, type Answer } from './direct-line'

/** Megabytes over a weak network at night. */
const timeoutMs = 180_000

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
}: Sending): Promise<Answer<{ readonly id?: string }>> =>
  new Promise((resolve) => {
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
    const fail = (): void => resolve({ kind: isLast() ? 'refused' : 'unreachable' })
    request.onload = () =>
      request.status >= 500
        ? fail()
        : resolve(
            toAnswer(request.status, request.getResponseHeader('retry-after'), request.response as object),
          )
    request.ontimeout = fail
    // Without a network texts cannot go either.
    request.onerror = () => resolve({ kind: 'unreachable' })
    request.send(form)
  })
