// A part of the house that stands by itself: what it answers, what it does for the outbox, what it looks after.
import type { Router } from 'express'
import type { DoEntry } from '../bot/contracts/store/outbox-work'

export interface Wing {
  readonly router?: Router
  /** By kind of entry. */
  readonly deeds?: ReadonlyMap<string, DoEntry>
  /** Safe on several nodes at once. */
  readonly everyMinute?: () => Promise<unknown>
  /** Lets go of what it holds; after the server has closed. */
  readonly close?: () => void
}
