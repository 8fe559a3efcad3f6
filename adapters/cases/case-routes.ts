// `POST /api/cases/<number>/events`: a department's own system says how far a case has come.
import { Router } from 'express'
import { z } from 'zod'
import { caseStatuses } from '../../bot/contracts/cases/case'
import type { DeskNews, HeardDesk, HearDesk } from '../../bot/contracts/cases/case-desk'
import { answer, readableText, Refusal, signedDoor, type SignedDoorParts } from '../signed-door'

/** Fits two text messages with what is said around it. */
const longestText = 600

const news = z
  .strictObject({
    id: z.string().regex(/^[\w.:-]{1,80}$/),
    status: z.enum(caseStatuses).optional(),
    fixed: z.boolean().optional(),
    text: z.string().max(4_000).transform(readableText).pipe(z.string().min(1).max(longestText)).optional(),
    moved: z
      .string()
      .regex(/^[a-z0-9-]{1,60}$/)
      .optional(),
  })
  // Whose it is says nothing of how far it has come.
  .refine(({ status, moved }) => status === undefined || moved === undefined, { path: ['moved'] })
  .refine(({ status, text, moved }) => [status, text, moved].some((one) => one !== undefined), {
    path: ['status'],
  })
  .refine(({ status, fixed }) => fixed === undefined || status === 'Klart', { path: ['fixed'] })

/** @throws Refusal `unprocessable`, naming the first field that is wrong. */
function readNews(body: unknown): DeskNews {
  const read = news.safeParse(body)
  if (!read.success) throw new Refusal('unprocessable', fieldOf(read.error))
  const { id, status, fixed, text, moved } = read.data
  return {
    id,
    ...(status !== undefined && { status }),
    ...(fixed !== undefined && { fixed }),
    ...(text !== undefined && { text }),
    ...(moved !== undefined && { moved }),
  }
}

/** A field of ours; what else was sent is not repeated. */
const fieldOf = ({ issues: [issue] }: z.ZodError): string => {
  const name = issue?.path[0]
  return typeof name === 'string' && Object.hasOwn(news.shape, name) ? name : 'body'
}

const answers: Readonly<
  Record<Exclude<HeardDesk, 'unknown' | 'taken' | 'not-movable'>, { readonly status: number }>
> = {
  added: { status: 202 },
  repeated: { status: 200 },
}

export interface CaseRoutesParts extends SignedDoorParts {
  readonly hear: HearDesk
}

export function createCaseRoutes({ hear, ...door }: CaseRoutesParts): Router {
  const router = Router()
  router.post(
    '/api/cases/:number/events',
    signedDoor(door, async ({ department, body, request }, response) => {
      const heard = await hear(department, String(request.params['number']), readNews(body))
      if (heard === 'unknown') throw new Refusal('not-found')
      if (heard === 'not-movable') throw new Refusal('unprocessable', 'moved')
      if (heard === 'taken') throw new Refusal('use-a-new-id', 'id')
      answer(response, answers[heard].status, { case: request.params['number'], event: heard })
    }),
  )
  return router
}
