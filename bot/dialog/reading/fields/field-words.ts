// Every word of the language by the place it may stand in, in the order that files are formatted to; the checker knows no other list.

/** Step word → the properties a step of that kind may have. */
export const stepProperties = {
  say: ['id', 'only if', 'sms', 'web'],
  ask: [
    'question',
    'hint',
    'why',
    'type',
    'choices',
    'from',
    'with',
    'show',
    'length',
    'range',
    'must',
    'else',
    'optional',
    'default',
    'unsure',
    'means yes',
    'offers',
    'purpose',
    'to',
    'keep',
    'if none',
    'if fails',
    'more',
    'max',
    'each',
    'only if',
    'sms',
    'web',
  ],
  confirm: ['question', 'only if', 'sms', 'web'],
  if: ['then', 'else'],
  do: ['with', 'if fails', 'only if'],
  forget: ['only if'],
  call: ['gives', 'if fails', 'only if'],
  handoff: ['id', 'closed', 'priority', 'only if', 'sms', 'web'],
  end: ['offers', 'only if'],
} as const satisfies Record<string, readonly string[]>
export type StepWord = keyof typeof stepProperties
export const stepWords = Object.keys(stepProperties) as readonly StepWord[]

/** What an "ask" under "each" may have: all but a list of its own, and what goes with types that cannot stand there. */
export const innerAskProperties: readonly string[] = stepProperties.ask.filter(
  (property) => !['each', 'more', 'max', 'purpose', 'to', 'offers', 'if fails'].includes(property),
)

/** Stands for a step that has none of these words: it may have been meant as any of them. */
export const anyWord = '?'

/** What a step may say differently on one channel. */
export const channelProperties: Readonly<Record<string, readonly string[]>> = {
  say: ['say'],
  ask: ['question', 'hint', 'why', 'else', 'more', 'show'],
  confirm: ['question'],
  handoff: ['handoff', 'closed'],
}

export const dialogProperties = [
  'dialog',
  'title',
  'owner',
  'valid',
  'sensitive',
  'allows',
  'interrupt',
  'pin',
  'renamed',
  'start',
  'labels',
  'values',
  'steps',
  'notify',
  'tests',
] as const
/** What may interrupt a dialog. */
export const interruptions = ['all', 'questions', 'none'] as const
/** Of a notice, under the name of its event. */
export const noticeProperties = ['grant', 'gives', 'say', 'quiet'] as const
export const quietProperties = ['from', 'to'] as const
export const noticeQuietProperties = [...quietProperties, 'unless'] as const
export const validProperties = ['from', 'to', 'review'] as const
export const translationProperties = [
  'translates',
  'language',
  'translated',
  'title',
  'start',
  'labels',
  'choices',
  'texts',
] as const
export const testProperties = ['test', 'channel', 'language', 'given', 'chat'] as const
export const cityProperties = [
  'city',
  'time zone',
  'languages',
  'languages in part',
  'machine translations',
  'phone',
  'hours',
  'departments',
  'routing',
  'places outside',
  'welcome topics',
  'call-back dialog',
  'person id dialogs',
  'keep',
  'quiet',
  'home care',
  'known numbers',
  'known sites',
  'jargon',
  'words',
  'texts',
]
/** Whether residents may be shown what a machine translated. */
export const machinePermissions = ['allowed', 'forbidden'] as const
/** Who made a translation, where it was not a person. */
export const translators = ['machine'] as const
/** Of `home care` in city.yaml. */
export const homeCareProperties = [
  'department',
  'grace',
  'tell relatives after',
  'feed silent after',
  'gather texts',
  'evening summary',
] as const
export const departmentProperties = ['name', 'phone', 'hours', 'queue', 'silence', 'desk']
/** Of a rule that says which department gets a case. */
export const routingProperties = ['class', 'place', 'road owner', 'hours', 'urgent', 'to'] as const
export const routingHours = ['open', 'closed'] as const
export const cityTranslationProperties = [
  'translates',
  'language',
  'translated',
  'departments',
  'welcome topics',
  'words',
  'texts',
]
export const actionProperties = ['effect', 'takes', 'gives', 'fails', 'undo', 'update', 'http']
export const chatWords = ['user', 'asks', 'says', 'does', 'ends', 'expect'] as const
/** What a resident can send in a test instead of words. */
export const sentWords = ['photo', 'file'] as const
