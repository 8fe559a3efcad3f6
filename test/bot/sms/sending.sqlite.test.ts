import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStoreAt } from '../../support/kill-at-moment'
import { describeSending } from './sending-suite'

describe('sending, on SQLite', () => {
  let directory: string
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'dygnet-sending-'))
  })
  afterEach(() => {
    rmSync(directory, { recursive: true })
  })
  const address = () => `sqlite:${join(directory, 'dygnet.db')}`
  describeSending(() => openStoreAt(address()), address)
})
