// What is answered where no wing has an answer: one line for whoever asked, and nothing of the insides.
import express from 'express'
import request from 'supertest'
import { DygnetError } from '../../bot/contracts/basics/errors'
import type { Logger } from '../../bot/contracts/basics/logger'
import { createErrorAnswer, noSuchPage } from '../../main/last-answers'

describe('the last answers', () => {
  const told: string[] = []
  const note = (_facts: object, message: string) => void told.push(message)
  const logger: Logger = { info: note, warn: note, error: note }
  const app = express()
  app.get('/letters/:number', () => {
    throw new DygnetError('store-unavailable', '/srv/dygnet/var/dygnet.db: locked')
  })
  app.get('/broken', () => {
    throw new TypeError('of "070-123 45 67"')
  })
  app.get('/begun', (_request, response) => {
    response.write('Ett halvt')
    throw new TypeError('svar')
  })
  app.use(noSuchPage)
  app.use(createErrorAnswer(logger))
  beforeEach(() => told.splice(0))

  test.each([
    ['there is no such page', '/nowhere'],
    ['an address cannot be decoded', '/letters/%E0%A4%A'],
  ])('where %s a line says so, and the log nothing', async (_why, path) => {
    const { status, text } = await request(app).get(path)
    expect([status, text]).toEqual([404, 'Sidan finns inte. There is no such page.\n'])
    expect(told).toEqual([])
  })

  test.each([
    ['may be gone when it is tried again', '/letters/F-2026-000001', 503, '5'],
    ['nobody has foreseen', '/broken', 500, undefined],
  ])('a failure that %s is told in a line and logged', async (_which, path, expected, retryAfter) => {
    const { status, text, headers } = await request(app).get(path)
    expect(status).toBe(expected)
    expect(headers).toMatchObject({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' })
    expect(headers['retry-after']).toBe(retryAfter)
    expect(text).toMatch(/^Något gick fel hos oss\..*Something went wrong\..*\n$/)
    expect(told).toEqual(['a request failed'])
  })

  test('an answer that had begun is broken off, so that nobody takes the half for the whole', async () => {
    await expect(request(app).get('/begun')).rejects.toThrow()
    expect(told).toEqual(['a request failed'])
  })
})
