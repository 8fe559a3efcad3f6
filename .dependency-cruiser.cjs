// The floors of the house: imports run one way, down. `npm run check` holds the code to this.
const rooms = ['dialog', 'understanding', 'emergency', 'knowledge', 'privacy', 'places']

/** Rooms that have rooms of their own, these from the ground up. A room knows those on the floors below its own. */
const floorsOf = {
  'bot/contracts': [['basics'], ['talk'], ['knowledge', 'home-care', 'store'], ['cases', 'sms'], ['city']],
  'bot/stages': [
    ['turn'],
    ['message', 'emergency', 'sms'],
    ['hand-off'],
    ['privacy'],
    ['dialog'],
    ['understanding'],
    ['language', 'knowledge'],
    ['wording'],
    ['cases'],
  ],
  'bot/dialog': [
    ['model'],
    ['condition', 'texts', 'words'],
    ['showing'],
    ['answers'],
    ['walk'],
    ['hearing'],
    ['reading'],
  ],
  'bot/dialog/reading': [
    ['fields'],
    ['names'],
    ['city', 'actions'],
    ['steps'],
    ['checks'],
    ['dialog'],
    ['across'],
  ],
  'bot/understanding': [['numbers'], ['classifier', 'detector', 'language']],
  'adapters/web-chat/widget': [
    ['dom'],
    ['texts'],
    ['line'],
    ['feedback', 'files'],
    ['place', 'transcript', 'session'],
    ['deeds'],
    ['view'],
  ],
}
/** Of these every file lies in a room; others keep what joins their rooms beside them. */
const allInRooms = ['bot/stages', 'bot/dialog']

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-circle', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'contracts-know-nobody',
      severity: 'error',
      from: { path: '^bot/contracts/' },
      to: { path: '^(bot/(?!contracts/)|adapters/|scripts/|main)' },
    },
    {
      name: 'yaml-knows-only-contracts',
      severity: 'error',
      from: { path: '^bot/yaml/' },
      to: { path: '^(bot/(?!(yaml|contracts)/)|adapters/|scripts/|main)' },
    },
    ...rooms.map((room) => ({
      name: `${room}-knows-only-contracts`,
      severity: 'error',
      from: { path: `^bot/${room}/` },
      to: {
        path: `^(bot/(?!(${room}|contracts|yaml|hours|text|disk-cache|child-process)/)|adapters/|scripts/|main)`,
      },
    })),
    {
      name: 'hours-know-only-contracts',
      severity: 'error',
      from: { path: '^bot/hours/' },
      to: { path: '^(bot/(?!(hours|contracts)/)|adapters/|scripts/|main)' },
    },
    {
      name: 'text-knows-only-contracts',
      severity: 'error',
      from: { path: '^bot/text/' },
      to: { path: '^(bot/(?!(text|contracts)/)|adapters/|scripts/|main)' },
    },
    ...['disk-cache', 'child-process'].map((room) => ({
      name: `${room}-knows-nobody`,
      severity: 'error',
      from: { path: `^bot/${room}/` },
      to: { path: `^(bot/(?!${room}/)|adapters/|scripts/|main)` },
    })),
    {
      name: 'answering-knows-only-contracts',
      severity: 'error',
      from: { path: '^bot/answering/' },
      to: { path: '^(bot/(?!(answering|contracts|text)/)|adapters/|scripts/|main)' },
    },
    {
      name: 'notices-know-dialogs-and-contracts',
      severity: 'error',
      from: { path: '^bot/notices/' },
      to: { path: '^(bot/(?!(notices|dialog|contracts|hours)/)|adapters/|scripts/|main)' },
    },
    {
      name: 'cases-know-contracts-texts-and-hours',
      severity: 'error',
      from: { path: '^bot/cases/' },
      to: {
        path: '^(bot/(?!(cases|contracts|dialog|hours|outbox|text|privacy/keyed-hash|hand-off/whose-desk)[/.])|adapters/|scripts/|main)',
      },
    },
    {
      name: 'home-care-knows-notices-dialogs-and-contracts',
      severity: 'error',
      from: { path: '^bot/home-care/' },
      to: {
        path: '^(bot/(?!(home-care|notices|dialog|contracts|hours|privacy|text|one-time-code)/)|adapters/|scripts/|main)',
      },
    },
    {
      name: 'hand-off-knows-only-contracts',
      severity: 'error',
      from: { path: '^bot/hand-off/' },
      to: { path: '^(bot/(?!(hand-off|resume|contracts|hours)/)|adapters/|scripts/|main)' },
    },
    {
      name: 'resume-knows-only-contracts',
      severity: 'error',
      from: { path: '^bot/resume/' },
      to: { path: '^(bot/(?!(resume|contracts|privacy/keyed-hash)[/.])|adapters/|scripts/|main)' },
    },
    {
      name: 'desk-notes-know-what-they-tell-of-hours-and-contracts',
      severity: 'error',
      from: { path: '^bot/desk-notes/' },
      to: {
        path: '^(bot/(?!(desk-notes|hand-off|home-care|outbox|hours|contracts)/)|adapters/|scripts/|main)',
      },
    },
    {
      name: 'retention-knows-what-it-hands-out-and-no-stage',
      severity: 'error',
      from: { path: '^bot/retention/' },
      to: {
        path: '^(bot/(?!(retention|resume|cases|desk-notes|home-care|notices|dialog|contracts|one-time-code|privacy/keyed-hash)[/.])|adapters/|scripts/|main)',
      },
    },
    {
      name: 'one-time-codes-know-dialogs-hashes-and-contracts',
      severity: 'error',
      from: { path: '^bot/one-time-code/' },
      to: {
        path: '^(bot/(?!(one-time-code|dialog|contracts|privacy/keyed-hash)[/.])|adapters/|scripts/|main)',
      },
    },
    {
      name: 'files-know-cases-dialogs-and-contracts',
      severity: 'error',
      from: { path: '^bot/files/' },
      to: { path: '^(bot/(?!(files|cases|dialog|contracts)/)|adapters/|scripts/|main)' },
    },
    {
      name: 'content-knows-what-it-reads-and-learns',
      severity: 'error',
      from: { path: '^bot/content/' },
      to: {
        path: '^(bot/(?!(content|dialog|emergency|knowledge|places|understanding|disk-cache|child-process|hours|contracts)/)|adapters/|scripts/|main)',
      },
    },
    {
      name: 'the-core-knows-no-adapter',
      severity: 'error',
      from: { path: '^bot/' },
      to: { path: '^(adapters/|scripts/|main)' },
    },
    {
      name: 'only-two-core-files-know-bot-framework',
      severity: 'error',
      from: { path: '^bot/(?!city-bot|activities)' },
      to: { path: 'node_modules/(botbuilder|botframework)' },
    },
    {
      name: 'stages-do-not-run-up',
      severity: 'error',
      from: { path: '^bot/stages/' },
      to: { path: '^bot/(handle-message|city-bot|stages)\\.ts$' },
    },
    ...Object.entries(floorsOf).flatMap(([house, floors]) =>
      floors.flatMap((floor, height) =>
        floor.map((room) => ({
          name: `${house}/${room}-knows-only-floors-below`,
          severity: 'error',
          from: { path: `^${house}/${room}/` },
          to: { path: `^${house}/(?!(${[room, ...floors.slice(0, height).flat()].join('|')})/)` },
        })),
      ),
    ),
    ...allInRooms.map((house) => ({
      name: `each-file-of-${house}-has-a-room-with-a-floor`,
      severity: 'error',
      from: {},
      to: { path: `^${house}/(?!(${floorsOf[house].flat().join('|')})/)` },
    })),
    {
      name: 'rooms-know-no-stage',
      severity: 'error',
      from: { path: '^bot/(?!stages/)[^/]+/' },
      to: { path: '^bot/stages/' },
    },
    {
      name: 'adapters-know-contracts-only',
      severity: 'error',
      from: { path: '^adapters/(?!settings)' },
      to: { path: '^(bot/(?!contracts/)|scripts/|main)' },
    },
    {
      name: 'adapters-do-not-know-each-other',
      severity: 'error',
      from: { path: '^adapters/([^/]+)/' },
      // What several share: bodies within a bound; signatures and refusals; keys of callers; clients of Redis.
      to: {
        path: '^adapters/([^/]+)/',
        pathNot: '^adapters/($1|bounded-bodies|signed-door|caller-keys|redis-client)/',
      },
    },
    {
      name: 'main-is-the-top',
      severity: 'error',
      from: { path: '^(bot|adapters)/' },
      to: { path: '^main(\\.ts$|/)' },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|var)/' },
  },
}
