// The resident's page with the city's name, number and hours in it, for browsers in which the chat does not come up.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Request, Response } from 'express'
import { escapeMarkup } from '../escape-markup'
import type { WebChatOptions } from './web-chat-options'

/** Fills `{{name}}` in `page.html`; asked for anew each time, because "open right now" is of this moment. */
export function createResidentPage({
  publicDirectory,
  city,
}: Pick<WebChatOptions, 'publicDirectory' | 'city'>) {
  return async (_request: Request, response: Response): Promise<void> => {
    const { name, phone, openingHours } = city()
    const [sv, en] = [openingHours('sv'), openingHours('en')]
    const values: Readonly<Record<string, string>> = {
      city: name,
      phone,
      call: phone.replace(/[^+\d]/g, ''),
      'week.sv': sv.week,
      'now.sv': sv.now,
      'week.en': en.week,
      'now.en': en.now,
    }
    const page = await readFile(join(publicDirectory, 'page.html'), 'utf8')
    response
      .set('Cache-Control', 'no-cache')
      .type('html')
      .send(page.replace(/\{\{([\w.]+)\}\}/g, (_mark, key: string) => escapeMarkup(values[key] ?? '')))
  }
}
