// The words of what a relative is told: the notice of one piece of news, or that of several in one text.
import type { City } from '../contracts/city/city'
import { severalNotice } from '../contracts/home-care/home-care'
import type { Dialog, Notice } from '../dialog/model/model'
import { noticeText, type Telling as NoticeTelling } from '../notices/word-notice'
import type { StandingGrant } from './grant'
import type { Telling } from './homecare-entries'
import { unitPhone } from './policy'
import { toLocalTime } from '../hours/local-time'
import { showClock, showDay, showWindow } from './show-visit'
import type { News } from './news'
import { phraseOf } from './word-visits'

export interface FoundNotice {
  readonly dialog: Dialog
  readonly notice: Notice
}

export function noticeOf(event: string, dialogs: ReadonlyMap<string, Dialog>): FoundNotice | undefined {
  for (const dialog of dialogs.values()) {
    const notice = dialog.notices.get(event)
    if (notice?.grant !== undefined) return { dialog, notice }
  }
  return undefined
}

/** Hours are of the day on which the text is read; what is on another day names it, and what moves to another one does. */
function timesOf(
  { visit, window, was = window }: News,
  { language }: StandingGrant,
  { timeZone }: City,
  now: Date,
) {
  const today = toLocalTime(now, timeZone).date
  const show = (one: typeof window, readOn: string) => {
    const date = dateOf(one.start, timeZone)
    const hours = showWindow(one, timeZone, language)
    return date === readOn ? hours : `${showDay(date, today, language)} ${hours}`
  }
  return {
    window: show(window, was === window ? today : dateOf(was.start, timeZone)),
    was: show(was, today),
    time: showClock(visit.at, timeZone, language),
  }
}

const dateOf = (iso: string, timeZone: string): string => toLocalTime(new Date(iso), timeZone).date

const phrase = (news: News, grant: StandingGrant, city: City, now: Date): string =>
  phraseOf(news.news, timesOf(news, grant, city, now), grant.language)

export const wordOne = (
  news: News,
  grant: StandingGrant,
  found: FoundNotice,
  city: City,
  now: Date,
): NoticeTelling =>
  wordGranted(
    { ...timesOf(news, grant, city, now), visits: phrase(news, grant, city, now) },
    grant,
    found,
    city,
    now,
  )

/** A text may name what is not of it. */
const unshown = { window: '', was: '', time: '', visits: '', day: '' } as const

/** What a notice shows and asks; the names stand in `grantedNames`. */
export const wordGranted = (
  shown: Partial<Readonly<Record<'window' | 'was' | 'time' | 'visits' | 'day', string>>>,
  { alias, night, language }: StandingGrant,
  found: FoundNotice,
  city: City,
  now: Date,
): NoticeTelling => ({
  ...found,
  subscription: { kept: { alias, night }, language, conversation: '' },
  data: { ...unshown, ...shown, unit: unitPhone(city) },
  city,
  now,
})

/** What fits into one text of three parts. */
const mostAtOnce = 12

export interface WordedNews {
  readonly text: string
  readonly said: readonly News[]
}

/**
 * The text of what is to be told now, one piece of news or several by the order of the day. Where the city has no words for
 * several it is one. Undefined for none.
 * @param own is in the text whenever it is to be told now: what is left out must have an entry that still comes
 */
export function wordNews(
  all: readonly News[],
  own: Telling,
  grant: StandingGrant,
  { dialogs, city }: { readonly dialogs: ReadonlyMap<string, Dialog>; readonly city: City },
  now: Date,
): WordedNews | undefined {
  const inOrder = [...all].sort((one, other) => (one.window.start < other.window.start ? -1 : 1))
  const first = inOrder.find(({ telling, merged }) => [telling, ...merged].includes(own)) ?? inOrder[0]
  if (first === undefined) return undefined
  const several = noticeOf(severalNotice, dialogs)
  if (all.length > 1 && several !== undefined) {
    const others = inOrder.filter((one) => one !== first).slice(0, mostAtOnce - 1)
    const said = inOrder.filter((one) => one === first || others.includes(one))
    const visits = said.map((one) => phrase(one, grant, city, now)).join(', ')
    return { text: noticeText(wordGranted({ visits }, grant, several, city, now)), said }
  }
  const notice = noticeOf(`visit_${first.news}`, dialogs)
  return notice && { text: noticeText(wordOne(first, grant, notice, city, now)), said: [first] }
}
