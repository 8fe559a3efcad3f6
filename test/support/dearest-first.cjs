// The order in which test files are begun. Jest begins with those that took long the last time; where no last time is known it
// goes by their size, and the dearest, which start processes and browsers, are short. One that is begun last is waited for alone.
const { readFileSync } = require('node:fs')
const { default: Sequencer } = require('@jest/test-sequencer')

/** What a file says when it starts something, dearest first. */
const starting = [
  /crash-suite'/,
  /sending-suite'/,
  /support\/(?:browser|script)'|browser-chat'|editor-client'/,
  /redis-server'/,
]

function rankOf(path) {
  const text = readFileSync(path, 'utf8')
  const rank = starting.findIndex((pattern) => pattern.test(text))
  return rank === -1 ? starting.length : rank
}
/** It waits for programs more than it works: all of the above but a Redis, which is there at once. */
const isMostlyWaiting = (path) => rankOf(path) < starting.length - 1

class DearestFirst extends Sequencer {
  sort(tests) {
    const usual = super.sort(tests)
    if (tests.some(({ duration }) => duration !== undefined)) return usual
    const ranks = new Map(tests.map(({ path }) => [path, rankOf(path)]))
    return usual.sort((a, b) => ranks.get(a.path) - ranks.get(b.path))
  }
}

module.exports = Object.assign(DearestFirst, { isMostlyWaiting })
