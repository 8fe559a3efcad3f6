// The chat as one sees it, the same in the widget and on the full page: header, conversation, status, composer, phone.
import type { Config } from '../line/activity'
import { createChatSession, type ChatSession } from '../session/chat-session'
import { createComposer, type Composer } from './composer'
import { createDeedOffer } from '../deeds/deed-offer'
import { element } from '../dom/element'
import { createHeader, type Header } from './header'
import { createFileOffer, type FileTools } from '../files/file-offer'
import { createLanguageTeller } from '../texts/language-teller'
import type { Memory } from '../line/memory'
import { createPhoneLine } from '../texts/phone-line'
import { createReasonOffer } from '../feedback/reason-offer'
import { createStatusLines, type StatusLines } from '../session/status-lines'
import { createTranscriptLog, type TranscriptLog } from '../transcript/transcript-log'
import { fallback } from '../texts/fallback-language'
import type { Words } from '../texts/words'

export interface ChatSetting {
  /** Address of the chat server, with a slash at the end. */
  readonly base: string
  readonly memory: Memory
  readonly words: Words
  readonly headingLevel: 'h1' | 'h2'
  /** What is known of the city before its server has answered. */
  readonly known: Partial<Config>
  readonly close?: () => void
  /** A reply has come; also those of before, oldest first, when an old conversation is opened again. */
  readonly heard?: (activityId: string) => void
}

export interface ChatView {
  /** A landmark region, named by its heading. */
  readonly node: HTMLElement
  /** Connects; the second and later calls do nothing. */
  readonly start: () => void
  readonly focus: () => void
  readonly toEnd: () => void
  /** Speaks another language, and asks the bot to. */
  readonly choose: (language: string) => void
  /** @returns whether something inside was open and took the Esc key. */
  readonly escape: () => boolean
}

/** Fetches what the city's server says of itself, and keeps it so that the phone number outlives a lost contact. */
function createConfig({ memory, known, words }: ChatSetting, use: (config: Partial<Config>) => void) {
  let config: Partial<Config> = { ...known, ...memory.get().config }
  let isFetched = false
  return {
    get: () => config,
    async fetch(session: ChatSession): Promise<void> {
      if (isFetched) return
      isFetched = true
      const answer = await session.config()
      isFetched = answer.kind === 'ok'
      if (answer.kind !== 'ok') return
      config = answer.value
      memory.keep({ config: answer.value })
      use(config)
      words.refresh()
    },
  }
}

interface ViewParts {
  readonly setting: ChatSetting
  readonly status: StatusLines
  readonly log: () => TranscriptLog
  readonly files: () => FileTools
  readonly contact: () => void
  /** The resident has asked the bot for this language. */
  readonly follow: (language: string) => void
}

const createSession = ({ setting, status, log, files, contact, follow }: ViewParts): ChatSession =>
  createChatSession(setting.base, setting.memory, setting.words.language, {
    own(message, history) {
      log().own(message, history)
      if (message.state === 'overdue' || message.state === 'refused')
        status.tell(message.said ?? setting.words.say(message.state))
    },
    reply(activity, history) {
      log().reply(activity, history)
      const { takes, speaks, aside } = activity.channelData?.dygnet ?? {}
      if (!aside) files().offer(takes)
      if (speaks && !history) follow(speaks)
      if (activity.id) setting.heard?.(activity.id)
    },
    interim: (activity) => log().reply(activity, false),
    typing: status.isTyping,
    trouble(trouble) {
      status.trouble(trouble)
      if (trouble.kind === 'none') contact()
    },
    gone(isErased) {
      if (isErased) log().clear()
      log().note('gone')
    },
  })

function createTitle(words: Words, level: ChatSetting['headingLevel'], city: () => string | undefined) {
  const title = element(level, { id: 'title' })
  words.live(() => {
    const name = city()
    title.textContent = name ? words.say('title', { city: name }) : words.say('launcher')
  })
  return title
}

/** A page may be in a language that the city does not speak; then English, or the city's first. */
function speakOneOf(words: Words, languages: readonly string[]): void {
  const wishes = [words.language(), fallback, ...languages]
  const spoken = wishes.find((wish) => languages.includes(wish))
  if (spoken && spoken !== words.language()) void words.choose(spoken)
}

/** @returns what makes the chat fit what the server tells of itself. */
const fitTo =
  ({ words, header, composer }: { words: Words; header: Header; composer: Composer }) =>
  ({ languages, maxTextLength }: Partial<Config>): void => {
    if (languages) {
      speakOneOf(words, languages)
      header.offer(languages)
    }
    if (maxTextLength) composer.limit(maxTextLength)
  }

/** The page speaks another language at once; the bot is asked to when the resident has come to rest. */
function createLanguageDeeds({ memory, words }: ChatSetting, session: ChatSession) {
  const { chosen, settle } = createLanguageTeller(session.chooseLanguage)
  /** The bot knows it already. */
  function follow(language: string): void {
    memory.keep({ language })
    void words.choose(language)
  }
  function choose(language: string, before = words.language()): void {
    chosen(language, before)
    follow(language)
  }
  return {
    settle,
    follow,
    choose: (language: string): void => choose(language),
    /** For a page that speaks it already, which says nothing of what the bot speaks. */
    tell: (language: string): void => {
      choose(language, '')
      settle()
    },
  }
}

export function createChatView(setting: ChatSetting): ChatView {
  const { words, memory } = setting
  const status = createStatusLines(words)
  const config = createConfig(setting, (told) => use(told))
  const session = createSession({
    setting,
    status,
    log: () => log,
    files: () => files,
    contact: () => void config.fetch(session),
    follow: (language) => follow(language),
  })
  const { choose, follow, settle, tell } = createLanguageDeeds(setting, session)
  const log: TranscriptLog = createTranscriptLog(
    words,
    {
      retry: session.retry,
      choose: ({ title, value }) => {
        session.send(title, value)
        // The bot's offer of a language: the chat's own words go with the bot's.
        if (value.name === 'language') follow(value.value)
      },
      judge: session.judge,
      askWhy: createReasonOffer(setting.base),
      isJudged: (replyId) => memory.get().judged?.includes(replyId) ?? false,
    },
    () => (log.node.scrollHeight > log.node.clientHeight ? log.node : node),
  )
  const composer: Composer = createComposer(words, (text) => session.send(text))
  const files: FileTools = createFileOffer(setting.base, { composer, session, words, config: config.get })
  const start = (): void => {
    void config.fetch(session)
    session.start()
  }
  const restart = (): void => {
    start()
    composer.focus()
  }
  const deed = createDeedOffer(setting.base, { words, session, log, status, restart })
  const title = createTitle(words, setting.headingLevel, () => config.get().city)
  const header: Header = createHeader(words, title, {
    close: setting.close,
    choose,
    settle,
    save: () => void deed('save'),
    erase: () => void deed('erase'),
  })
  const { notice, typing, spoken } = status
  const phone = createPhoneLine(words, () => config.get().phone)
  const parts = [header.node, notice, log.node, typing, spoken, composer.node, phone]
  const node = element('section', { class: 'chat', 'aria-labelledby': 'title' }, ...parts)
  const use = fitTo({ words, header, composer })
  use(config.get())
  return { node, start, focus: composer.focus, toEnd: log.toEnd, choose: tell, escape: header.closeMenu }
}
