// The bodies of requests to us and of answers to us, of a size that anybody may send, and how long an answer may make us wait.
export { limitedFetch } from './limited-fetch'
export { readBody, type BodyBound, type ReadBody } from './read-body'
export { readForm } from './read-form'
export { readRetryAfter } from './retry-after'
