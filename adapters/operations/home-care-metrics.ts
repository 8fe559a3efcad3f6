// How the home care feed and what follows from it goes, in figures that name no visit and nobody.
import { Counter, type Registry } from 'prom-client'
import { feedResults, visitNews, type HomeCareObserver } from '../../bot/contracts/home-care/home-care'

export function homeCareMetrics(registry: Registry): HomeCareObserver {
  const registers = [registry]
  const events = new Counter({
    name: 'dygnet_homecare_events_total',
    help: 'Events of the home care feed by what became of them',
    labelNames: ['result'],
    registers,
  })
  for (const result of feedResults) events.inc({ result }, 0)
  const refused = new Counter({
    name: 'dygnet_homecare_refused_requests_total',
    help: 'Requests of the home care feed that were refused whole, by code',
    labelNames: ['code'],
    registers,
  })
  const told = new Counter({
    name: 'dygnet_homecare_texts_total',
    help: 'Texts for relatives that were handed to a gateway, by news',
    labelNames: ['news'],
    registers,
  })
  for (const news of [...visitNews, 'summary']) told.inc({ news }, 0)
  const units = new Counter({
    name: 'dygnet_homecare_unregistered_visits_total',
    help: 'Visits that should have begun and of which nothing is registered',
    registers,
  })
  const putOff = new Counter({
    name: 'dygnet_homecare_checks_put_off_total',
    help: 'Checks of visits that wait because the feed is silent',
    registers,
  })
  return {
    feedTaken: (counts) => {
      for (const result of feedResults) events.inc({ result }, counts[result])
    },
    feedRefused: (code) => refused.inc({ code }),
    relativeTold: (news) => told.inc({ news }),
    unitTold: () => units.inc(),
    checkPutOff: () => putOff.inc(),
  }
}
