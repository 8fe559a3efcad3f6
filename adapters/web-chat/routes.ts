// Every address of the web chat, in the order in which they are busiest.
import { randomUUID } from 'node:crypto'
import { Router, type NextFunction, type Request, type Response } from 'express'
import type { Logger } from '../../bot/contracts/basics/logger'
import { createAdviseCall } from './advise-call'
import { asPassing, fault } from './busy-answer'
import { createConversationCalls, type CallParts } from './conversation-calls'
import { createDownload, type DownloadParts } from './download'
import { createGetActivities, type GetActivitiesParts } from './get-activities'
import { createPostActivity, type PostParts } from './post-activity'
import { Problem, sendJson, sendProblem } from './problem'
import { createPublicFiles } from './public-files'
import { createUpload, type UploadParts } from './upload'
import { createTokenCalls } from './token-calls'
import type { WebChatOptions } from './web-chat-options'

const room = '/v3/directline'

export type RouteParts = CallParts &
  PostParts &
  UploadParts &
  DownloadParts &
  GetActivitiesParts &
  Pick<WebChatOptions, 'publicDirectory' | 'allowedOrigins' | 'mapOrigin'>

export function createRoutes(parts: RouteParts): Router {
  const router = Router()
  const calls = createConversationCalls(parts)
  const tokenCalls = createTokenCalls(parts)

  router.use([room, '/web-chat'], parts.origins.cors)
  router.post(`${room}/conversations/:id/activities`, createPostActivity(parts))
  router.get(`${room}/conversations/:id/activities`, createGetActivities(parts))
  router.get(`${room}/conversations/:id`, calls.resume)
  router.delete(`${room}/conversations/:id`, calls.erase)
  router.get(`${room}/conversations/:id/transcript`, createDownload(parts))
  router.post(`${room}/conversations/:id/upload`, createUpload(parts))
  router.post(`${room}/conversations`, calls.start)
  router.post(`${room}/tokens/generate`, tokenCalls.generate)
  router.post(`${room}/tokens/refresh`, tokenCalls.refresh)
  router.get(`${room}/session/getsessionid`, tokenCalls.sessionId)
  router.get('/web-chat/config', (_request, response) => {
    const { name, phone, languages, maxTextLength } = parts.city()
    const { maxBytes } = parts.uploads
    sendJson(response, 200, { city: name, phone, languages, maxTextLength, maxFileBytes: maxBytes })
  })
  router.post('/web-chat/advice', createAdviseCall(parts))
  router.use(room, () => {
    throw new Problem('NotFound', 'Direct Line 3.0 has no such call.')
  })
  router.use(createPublicFiles(parts))
  router.use(createErrorAnswer(parts.logger))
  return router
}

function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error
  // Express cannot decode the address: there is nothing of ours at it.
  if (error instanceof URIError) return new Problem('NotFound', 'There is nothing at this address.')
  return asPassing(error) ?? fault()
}

function createErrorAnswer(logger: Logger) {
  return (error: unknown, _request: Request, response: Response, next: NextFunction): void => {
    if (response.headersSent) {
      next(error)
      return
    }
    const problem = asProblem(error)
    const { cause } = problem.more
    if (problem.code === 'InternalError') {
      const reference = randomUUID()
      logger.error({ reference, err: cause ?? error }, 'a call to the web chat failed')
      const told = `${problem.message} Reference: ${reference}`
      sendProblem(response, new Problem('InternalError', told, undefined, problem.more))
      return
    }
    if (problem !== error || cause !== undefined)
      logger.warn({ err: cause ?? error }, 'a call to the web chat was refused')
    sendProblem(response, problem)
  }
}
