// A dialog without a fault that lets residents subscribe to visits, with its translation and actions.
import { sound } from './sound-dialog'

export const source = `dialog: besok
title: Följ besök
owner: aldreomsorg
valid: { from: 2026-01-01, review: 2027-01-01 }
sensitive: true
start: [Jag vill följa besöken, följ besöken hos min mamma, säg till när ni har varit där]
steps:
  - ask: consent
    question: Får jag spara ditt nummer?
    type: consent
    purpose: besok
    keep: 12 months
  - if: consent is no
    then: [{ end: declined }]
  - ask: phone
    question: Vilket nummer har du?
    type: phone
    keep: 12 months
  - ask: code
    question: Vilken kod fick du?
    type: code
    to: phone
    if fails: { handoff: Koden stämde inte. }
  - ask: alias
    question: Vad ska sms:et kalla den du följer?
    length: 1..12
  - ask: night
    question: Också på natten?
    type: yes/no
  - confirm: send
    question: Ska jag skicka sms?
  - do: subscribe
    with: { topic: visit_done, person: alias, phone: phone, night: night, alias: alias }
    if fails: { handoff: Det gick inte. }
  - end: done
notify:
  visit_done:
    gives: { at: time, late: yes/no }
    say: Besök hos {alias} klart {at}. Avsluta med STOPP.
    quiet: { from: 22:00, to: 7.30, unless: night is yes or late is yes }
tests:
  - test: Inget samtycke
    chat: [user: jag vill följa besöken, asks: consent, user: nej, ends: declined]
  - test: Prenumererar
    given: { subscribe: {} }
    chat: [user: jag vill följa besöken, user: ja, user: 070-123 45 67, user: "123456", user: M, user: ja, asks: send,
      user: ja, ends: done]
  - test: Fel kod
    chat: [user: jag vill följa besöken, user: ja, user: 070-123 45 67, user: "1", user: "2", user: "3", says: code.fails]
`
export const english = `translates: besok
language: en
title: Follow visits
start: [I want to follow the visits, follow the visits to my mother, tell me when you have been there]
texts:
  consent: May I keep your number?
  phone: Which number do you have?
  code: Which code did you get?
  code.fails: The code was wrong.
  alias: What shall the message call the one you follow?
  night: At night too?
  send: Shall I send messages?
  subscribe.fails: It did not work.
  notify.visit_done: Visit to {alias} done {at}. End with STOPP.
`
export const actions = `${sound['actions.yaml']}
subscribe:
  effect: write
  takes: [topic, person, phone, night?, alias?]
  fails: [no_consent]
  undo: unsubscribe
unsubscribe:
  effect: write
  takes: [topic, person, phone]
`

export const visits = { 'besok.yaml': source, 'besok.en.yaml': english, 'actions.yaml': actions }
