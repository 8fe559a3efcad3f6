// The actions the house does itself: cases, call-backs, opening hours, and sample registers for the pilot.
import type { RunAction } from '../contracts/cases/action'
import type { City } from '../contracts/city/city'
import { noPlaces, type Places } from '../contracts/city/known-place'
import type { ActionContext, BuiltInAction } from './built-in-action'
import { bookPickup, cancelPickup, findWasteCustomer, movePickup } from './bulky-waste'
import { cancelCallback, changeCallback, createCallback } from './call-back'
import { contactCentreHours } from './contact-hours'
import { caseOf, createCase } from './create-case'
import { clientOfRelative, latestVisit, setVisitTexts } from './home-care'
import { pickupSlots } from './pickup-slots'
import { findSimilar, follow } from './similar-case'
import { subscribe, unsubscribe } from './subscribe'

/** By the name they have in `dialogs/actions.yaml`; a test holds the two against each other. */
export const builtInActions: ReadonlyMap<string, BuiltInAction> = new Map([
  ['create_case', createCase],
  ['find_similar_case', findSimilar],
  ['follow_case', follow],
  ['enquire_wedding', caseOf('wedding')],
  ['apply_school_transport', caseOf('school_transport')],
  ['request_parking_permit', caseOf('parking_permit')],
  ['create_callback', createCallback],
  ['change_callback', changeCallback],
  ['cancel_callback', cancelCallback],
  ['contact_centre_hours', contactCentreHours],
  ['find_waste_customer', findWasteCustomer],
  ['book_pickup', bookPickup],
  ['move_pickup', movePickup],
  ['cancel_pickup', cancelPickup],
  ['client_of_relative', clientOfRelative],
  ['latest_visit', latestVisit],
  ['set_visit_texts', setVisitTexts],
  ['pickup_slots', pickupSlots],
  ['subscribe', subscribe],
  ['unsubscribe', unsubscribe],
])

/** Runs built-in actions; an unknown name is a failure of the dialog's content, told as `unavailable`. */
export const createBuiltInActions =
  ({
    store,
    city,
    places = () => noPlaces,
  }: {
    readonly store: ActionContext['store']
    readonly city: () => City
    readonly places?: () => Places
  }): RunAction =>
  async (call) => {
    const action = builtInActions.get(call.name)
    if (action === undefined) return { kind: 'failed', failure: 'unavailable' }
    return action(call, { store, city: city(), places: places() })
  }
