// `/api/handoff/…`: a department's own system lists the talks that wait, takes one, answers in it and ends it.
import { Router, type Response } from 'express'
import { z } from 'zod'
import type { Agent, HandOffAnswer, HandOffDesk } from '../../bot/contracts/cases/hand-off-desk'
import { isFileName } from '../../bot/contracts/talk/sent-file'
import {
  answer,
  readableText,
  Refusal,
  signedDoor,
  type SignedDoorParts,
  type SignedRequest,
} from '../signed-door'

/** What residents read it as: letters, no marks that a page or a text could take for something else. */
const agent = z.string().regex(/^\p{L}[\p{L}\p{M} '.-]{0,39}$/u)
const id = z.string().regex(/^[\w.:-]{1,80}$/)
/** Three text messages at most are a reply. */
const longestReply = 1_000

/** As it was read aloud: in small letters, with a dash or a blank. */
const coded = z.strictObject({
  code: z
    .string()
    .max(20)
    .transform((text) => text.replace(/[\s-]/g, '').toUpperCase())
    .pipe(z.string().regex(/^[A-Z0-9]{6}$/)),
  agent: agent.optional(),
})
const claiming = z.strictObject({ agent, agentId: id })
const replying = z.strictObject({
  id,
  agent,
  agentId: id,
  text: z.string().max(4_000).transform(readableText).pipe(z.string().min(1).max(longestReply)),
})

const agentIn = ({ agent: name, agentId }: z.infer<typeof claiming>): Agent => ({ name, id: agentId })

function read<T>(shape: z.ZodType<T>, body: unknown): T {
  const parsed = shape.safeParse(body)
  if (parsed.success) return parsed.data
  const field = parsed.error.issues[0]?.path[0]
  // Two of one name would have one talk.
  if (field === 'agentId' && !Object.hasOwn(body as object, 'agentId'))
    throw new Refusal('agent-id-missing', 'send agentId: what your system knows the person by')
  throw new Refusal(
    'unprocessable',
    ['agent', 'agentId', 'id', 'text', 'code'].find((name) => name === field) ?? 'body',
  )
}

export interface HandOffRoutesParts extends SignedDoorParts {
  readonly desk: HandOffDesk
}

export function createHandOffRoutes({ desk, ...door }: HandOffRoutesParts): Router {
  const router = Router()
  const talkOf = ({ request }: SignedRequest): string => String(request.params['id'])
  const tell = (response: Response, answered: HandOffAnswer): void => {
    if (answered === 'unknown') throw new Refusal('not-found')
    if (answered === 'failed') throw new Refusal('unavailable')
    if (answered === 'taken') throw new Refusal('use-a-new-id', 'id')
    if (answered === 'not-yours') throw new Refusal('already-taken', 'agent')
    answer(response, 200, { done: true })
  }
  router.get(
    '/api/handoff/talks',
    signedDoor(door, async ({ department }, response) => {
      answer(response, 200, { talks: await desk.list(department) })
    }),
  )
  router.get(
    '/api/handoff/talks/:id',
    signedDoor(door, async (signed, response) => {
      const after = signed.request.query['after']
      const sequence = typeof after === 'string' && /^\d{1,9}$/.test(after) ? Number(after) : 0
      const talk = await desk.read(signed.department, talkOf(signed), sequence)
      if (talk === undefined) throw new Refusal('not-found')
      answer(response, 200, talk)
    }),
  )
  router.post(
    '/api/handoff/talks/:id/claim',
    signedDoor(door, async (signed, response) => {
      tell(
        response,
        await desk.claim(signed.department, talkOf(signed), agentIn(read(claiming, signed.body))),
      )
    }),
  )
  router.post(
    '/api/handoff/talks/:id/reply',
    signedDoor(door, async (signed, response) => {
      const said = read(replying, signed.body)
      tell(response, await desk.reply(signed.department, talkOf(signed), agentIn(said), said.id, said.text))
    }),
  )
  router.post(
    '/api/handoff/talks/:id/end',
    signedDoor(door, async (signed, response) => {
      tell(response, await desk.end(signed.department, talkOf(signed), agentIn(read(claiming, signed.body))))
    }),
  )
  router.post(
    '/api/handoff/call-backs/:code/done',
    signedDoor(door, async ({ department, request }, response) => {
      tell(response, await desk.callBackDone(department, String(request.params['code'])))
    }),
  )
  addFiles(router, { desk, ...door })
  addCodes(router, { desk, ...door })
  return router
}

const types = { photo: 'image/jpeg', pdf: 'application/pdf' } as const

/** What a resident sent, as it is kept: a picture written anew, a document as it came. */
function addFiles(router: Router, { desk, ...door }: HandOffRoutesParts): void {
  router.get(
    '/api/handoff/talks/:id/files/:file',
    signedDoor(door, async (signed, response) => {
      const name = String(signed.request.params['file'])
      const file = isFileName(name)
        ? await desk.file(signed.department, String(signed.request.params['id']), name)
        : undefined
      if (file === undefined) throw new Refusal('not-found')
      response
        .status(200)
        .set({
          'Cache-Control': 'no-store',
          'X-Content-Type-Options': 'nosniff',
          'Content-Security-Policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
          'Content-Disposition': 'attachment',
          'Content-Type': types[file.kind],
        })
        .end(file.content)
    }),
  )
}

/** What a resident has told somebody: the code of their talk. */
function addCodes(router: Router, { desk, ...door }: HandOffRoutesParts): void {
  router.post(
    '/api/handoff/codes',
    signedDoor(door, async ({ department, body }, response) => {
      const { code, agent: name } = read(coded, body)
      const carried = await desk.readByCode(department, code, name)
      if (carried === 'unknown') throw new Refusal('not-found')
      if (carried === 'too-many') throw new Refusal('too-many', 'code')
      answer(response, 200, carried)
    }),
  )
}
