import express from 'express'
import request from 'supertest'
import { createOrigins } from '../../../adapters/web-chat/origins'
import { silentLogger } from '../../../bot/contracts/basics/logger'

test('a page that may not carry the chat is told in the log, once', async () => {
  const told: object[] = []
  const { cors } = createOrigins(['https://www.example.se'], undefined, {
    ...silentLogger,
    warn: (facts) => void told.push(facts),
  })
  const app = express().use(cors, (_request, response) => void response.end())
  for (const origin of [
    'https://www.example.se',
    'https://ny.example.se',
    'https://ny.example.se',
    'null',
    'x'.repeat(500),
  ])
    await request(app).get('/').set('Origin', origin).expect(200)
  expect(told).toEqual([{ origin: 'https://ny.example.se' }])
})
