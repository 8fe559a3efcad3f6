// What somebody is told in Finnish.
import { helpNumbers } from '../help-numbers'
import type { AdviceTexts } from '../advice-texts'

const { emergency, police, healthAdvice, violence, suicide, children } = helpNumbers
const robot = 'Olen robotti enkä voi hälyttää apua puolestasi.'

export const finnishAdvice: AdviceTexts = {
  fire: {
    web: `Soita nyt ${emergency}. ${robot} Mene ulos, sulje ovi perässäsi ja varoita muita. Jos portaikko on täynnä savua, pysy asunnossa ovi suljettuna ja mene ikkunan luo.`,
    sms: `Soita nyt ${emergency}. ${robot} Mene ulos, sulje ovi ja varoita muita. Jos portaikko on täynnä savua, pysy sisällä ja mene ikkunan luo.`,
  },
  gas: {
    web: `Mene nyt ulos ja soita sieltä ${emergency}. ${robot} Älä sytytä mitään, älä koske valokatkaisimiin ja varoita muita. Älä mene takaisin sisään.`,
    sms: `Mene nyt ulos ja soita sieltä ${emergency}. ${robot} Älä sytytä mitään, älä koske valokatkaisimiin äläkä mene takaisin.`,
  },
  'child-in-danger': {
    web: `Soita nyt ${emergency}, jos lapsi on vaarassa. ${robot} Jos löysit lapsen, pysy hänen luonaan. Jos tarvitset sosiaalipäivystystä, soita myös ${emergency} ja pyydä sitä. Jos olet itse lapsi, voit puhua Brisin kanssa numerossa ${children}. Se on ilmainen.`,
    sms: `Soita nyt ${emergency}, jos lapsi on vaarassa, ja pyydä tarvittaessa sosiaalipäivystystä. ${robot} Jos olet lapsi, soita Bris ${children}, se on ilmainen.`,
  },
  'violence-nearby': {
    web: `Pysy poissa ja soita nyt ${emergency}. ${robot} Älä mene väliin äläkä koske mihinkään epäilyttävään. Mene suojaan, varoita muita ja kerro, missä olet ja mitä näet. Auta muita vain, jos se on sinulle turvallista. Jos tilanne on ohi, poliisi vastaa numerossa ${police}.`,
    sms: `Pysy poissa ja soita nyt ${emergency}. ${robot} Älä mene väliin äläkä koske mihinkään epäilyttävään. Auta vain, jos se on turvallista. Poliisi, ei kiire: ${police}.`,
  },
  violence: {
    web: `Soita nyt ${emergency}, jos sinä tai joku muu on vaarassa. ${robot} Tämä ei ole sinun syytäsi. Kvinnofridslinjen vastaa ympäri vuorokauden numerossa ${violence}. Se on ilmainen eikä näy puhelinlaskussa. Jos ei ole kiire, poliisi vastaa numerossa ${police}.`,
    sms: `Soita nyt ${emergency}, jos joku on vaarassa. ${robot} Tämä ei ole sinun syytäsi. Auttava puhelin ${violence}: ilmainen, aina auki, ei näy laskussa. Poliisi, ei kiire: ${police}.`,
  },
  'self-harm': {
    web: `Soita nyt ${emergency}, jos henki on vaarassa. ${robot} Sinun ei tarvitse jäädä yksin. Soita itsemurhalinjalle Mind numeroon ${suicide} tai kysy neuvoa numerosta ${healthAdvice}. Jos kyse on toisesta, pysy hänen luonaan.`,
    sms: `Soita nyt ${emergency}, jos henki on vaarassa. ${robot} Sinun ei tarvitse jäädä yksin. Itsemurhalinja Mind: ${suicide}. Neuvontaa: ${healthAdvice}. Jos kyse on toisesta, pysy hänen luonaan.`,
  },
  'life-in-danger': {
    web: `Soita nyt ${emergency}. ${robot} He neuvovat sinua, kunnes apu tulee, joten älä sulje puhelinta. Jos henki ei ole vaarassa, soita ${healthAdvice} ja kysy neuvoa.`,
    sms: `Soita nyt ${emergency}. ${robot} He neuvovat sinua, kunnes apu tulee. Jos henki ei ole vaarassa, soita ${healthAdvice} ja kysy neuvoa.`,
  },
  'lost-person': {
    web: `Soita nyt ${emergency}, poliisille, jos sairas, vanha tai sekava ihminen on kadoksissa tai ei löydä kotiin. ${robot} Jos löysit jonkun, pysy hänen luonaan ja auta pysymään lämpimänä. Jos etsit jotakuta, katso kotoa ja läheltä. Jos kukaan ei ole vaarassa, poliisi vastaa numerossa ${police}.`,
    sms: `Soita nyt ${emergency}, jos sairas tai sekava ihminen on kadoksissa tai ei löydä kotiin. ${robot} Jos löysit jonkun, pysy hänen luonaan. Poliisi, ei kiire: ${police}.`,
  },
  'stuck-in-lift': {
    web: `Soita nyt ${emergency}, jos joku voi huonosti tai kukaan ei vastaa hälytykseen. ${robot} Pidä hissin hälytysnappia painettuna, kunnes joku vastaa, tai soita hississä olevaan numeroon. Älä yritä kiivetä ulos. Hississä on ilmaa.`,
    sms: `Soita nyt ${emergency}, jos joku voi huonosti tai kukaan ei vastaa. ${robot} Paina hissin hälytysnappia tai soita hississä olevaan numeroon. Älä kiipeä ulos.`,
  },
}
