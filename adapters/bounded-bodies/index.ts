// The bodies of requests to us and of answers to us, of a size that anybody may send.
export { limitedFetch } from './limited-fetch'
export { readBody, type BodyBound, type ReadBody } from './read-body'
export { readForm } from './read-form'
