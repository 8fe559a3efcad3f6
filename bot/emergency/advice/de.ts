// What somebody is told in German.
import { helpNumbers } from '../help-numbers'
import type { AdviceTexts } from '../advice-texts'

const { emergency, police, healthAdvice, violence, suicide, children } = helpNumbers
const robot = 'Ich bin ein Roboter und kann keine Hilfe rufen.'

export const germanAdvice: AdviceTexts = {
  fire: {
    web: `Rufen Sie jetzt ${emergency} an. ${robot} Gehen Sie hinaus, schließen Sie die Tür und warnen Sie andere. Ist das Treppenhaus voll Rauch, bleiben Sie in der Wohnung und gehen Sie ans Fenster.`,
    sms: `Rufen Sie jetzt ${emergency} an. ${robot} Gehen Sie hinaus, schließen Sie die Tür und warnen Sie andere. Ist die Treppe voll Rauch, bleiben Sie drinnen am Fenster.`,
  },
  gas: {
    web: `Gehen Sie jetzt hinaus und rufen Sie dort ${emergency} an. ${robot} Machen Sie kein Feuer und kein Licht und warnen Sie andere. Gehen Sie nicht zurück.`,
    sms: `Gehen Sie jetzt hinaus und rufen Sie dort ${emergency} an. ${robot} Kein Feuer, keine Lichtschalter, nicht zurückgehen.`,
  },
  'child-in-danger': {
    web: `Rufen Sie jetzt ${emergency} an, wenn ein Kind in Gefahr ist. ${robot} Haben Sie ein Kind gefunden, bleiben Sie dort. Brauchen Sie nachts das Jugendamt (socialjouren), rufen Sie auch ${emergency} an. Bist du selbst ein Kind, sprich mit Bris unter ${children}, kostenlos.`,
    sms: `Rufen Sie jetzt ${emergency} an, wenn ein Kind in Gefahr ist, und fragen Sie nach socialjouren. ${robot} Bist du selbst ein Kind: Bris, ${children}, kostenlos.`,
  },
  'violence-nearby': {
    web: `Bleiben Sie weg und rufen Sie jetzt ${emergency} an. ${robot} Gehen Sie nicht dazwischen und berühren Sie nichts Verdächtiges. Gehen Sie in Deckung und warnen Sie andere. Helfen Sie anderen nur, wenn es für Sie sicher ist. Ist es vorbei, erreichen Sie die Polizei unter ${police}.`,
    sms: `Bleiben Sie weg und rufen Sie jetzt ${emergency} an. ${robot} Gehen Sie nicht dazwischen, berühren Sie nichts Verdächtiges. Polizei, nicht eilig: ${police}.`,
  },
  violence: {
    web: `Rufen Sie jetzt ${emergency} an, wenn Sie oder andere in Gefahr sind. ${robot} Es ist nicht Ihre Schuld. Kvinnofridslinjen antwortet Tag und Nacht unter ${violence}, kostenlos und nicht auf der Rechnung. Eilt es nicht, erreichen Sie die Polizei unter ${police}.`,
    sms: `Rufen Sie jetzt ${emergency} an, wenn jemand in Gefahr ist. ${robot} Es ist nicht Ihre Schuld. Hilfe Tag und Nacht, kostenlos, nicht auf der Rechnung: ${violence}. Polizei, nicht eilig: ${police}.`,
  },
  'self-harm': {
    web: `Rufen Sie jetzt ${emergency} an, wenn ein Leben in Gefahr ist. ${robot} Sie müssen das nicht allein tragen. Rufen Sie die Hilfe bei Suizidgedanken von Mind unter ${suicide} an, oder ${healthAdvice}. Geht es um jemand anderen, bleiben Sie dort.`,
    sms: `Rufen Sie jetzt ${emergency} an, wenn ein Leben in Gefahr ist. ${robot} Sie müssen das nicht allein tragen. Mind, Hilfe bei Suizidgedanken: ${suicide}. Rat: ${healthAdvice}.`,
  },
  'life-in-danger': {
    web: `Rufen Sie jetzt ${emergency} an. ${robot} Dort sagt man Ihnen, was Sie tun sollen, bis Hilfe kommt. Ist niemand in Lebensgefahr, rufen Sie ${healthAdvice} an und fragen Sie um Rat.`,
    sms: `Rufen Sie jetzt ${emergency} an. ${robot} Dort sagt man Ihnen, was zu tun ist. Ist niemand in Lebensgefahr, rufen Sie ${healthAdvice} an.`,
  },
  'lost-person': {
    web: `Rufen Sie jetzt ${emergency} an, die Polizei, wenn jemand krank oder verwirrt ist und vermisst wird oder nicht heimfindet. ${robot} Haben Sie jemanden gefunden, bleiben Sie dort und halten Sie die Person warm. Vermissen Sie jemanden, suchen Sie zu Hause und in der Nähe. Ist niemand in Gefahr: Polizei ${police}.`,
    sms: `Rufen Sie jetzt ${emergency} an, wenn ein kranker oder verwirrter Mensch vermisst wird oder nicht heimfindet. ${robot} Haben Sie jemanden gefunden, bleiben Sie dort. Polizei, nicht eilig: ${police}.`,
  },
  'stuck-in-lift': {
    web: `Rufen Sie jetzt ${emergency} an, wenn es jemandem schlecht geht oder niemand auf den Alarm antwortet. ${robot} Drücken Sie den Alarmknopf im Aufzug, bis jemand antwortet, oder rufen Sie die Nummer auf dem Schild an. Klettern Sie nicht hinaus. Es gibt genug Luft.`,
    sms: `Rufen Sie jetzt ${emergency} an, wenn es jemandem schlecht geht oder niemand antwortet. ${robot} Drücken Sie den Alarmknopf im Aufzug. Klettern Sie nicht hinaus.`,
  },
}
