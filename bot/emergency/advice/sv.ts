// What somebody is told in Swedish.
import { helpNumbers } from '../help-numbers'
import type { AdviceTexts } from '../advice-texts'

const { emergency, police, healthAdvice, violence, suicide, children } = helpNumbers
const robot = 'Jag är en robot och kan inte larma åt dig.'

export const swedishAdvice: AdviceTexts = {
  fire: {
    web: `Ring ${emergency} nu. ${robot} Gå ut, stäng dörren efter dig och varna andra. Är trappan full av rök, stanna i lägenheten med dörren stängd och ställ dig vid ett fönster.`,
    sms: `Ring ${emergency} nu. ${robot} Gå ut, stäng dörren efter dig och varna andra. Är trappan full av rök, stanna inne och ställ dig vid ett fönster.`,
  },
  gas: {
    web: `Gå ut nu och ring ${emergency} när du är ute. ${robot} Tänd inget, rör inga strömbrytare och varna andra. Gå inte in igen.`,
    sms: `Gå ut nu och ring ${emergency} när du är ute. ${robot} Tänd inget, rör inga strömbrytare och gå inte in igen.`,
  },
  'child-in-danger': {
    web: `Ring ${emergency} nu om ett barn är i fara. ${robot} Har du hittat ett barn, stanna hos barnet. Behöver ni hjälp av socialjouren, ring också ${emergency} och fråga efter den. Är du själv barn kan du prata med Bris på ${children}, det är gratis. Är det inte bråttom når du polisen på ${police}.`,
    sms: `Ring ${emergency} nu om ett barn är i fara, och be om socialjouren om den behövs. ${robot} Är du själv barn kan du prata med Bris på ${children}, det är gratis.`,
  },
  'violence-nearby': {
    web: `Håll dig undan och ring ${emergency} nu. ${robot} Gå inte emellan och rör inget misstänkt. Sök skydd, varna andra och berätta för ${emergency} var du är och vad du ser. Hjälp någon annan bara om du kan göra det utan fara. Är det över och ingen i fara når du polisen på ${police}.`,
    sms: `Håll dig undan och ring ${emergency} nu. ${robot} Gå inte emellan och rör inget misstänkt. Hjälp andra bara om du kan göra det utan fara. Polisen, inte bråttom: ${police}.`,
  },
  violence: {
    web: `Ring ${emergency} nu om du eller någon annan är i fara. ${robot} Det som händer är inte ditt fel. Kvinnofridslinjen svarar dygnet runt på ${violence}, det är gratis och syns inte på räkningen. Är det inte bråttom når du polisen på ${police}.`,
    sms: `Ring ${emergency} nu om någon är i fara. ${robot} Det är inte ditt fel. Kvinnofridslinjen ${violence}: gratis, dygnet runt, syns inte på räkningen. Polisen, inte bråttom: ${police}.`,
  },
  'self-harm': {
    web: `Ring ${emergency} nu om livet är i fara. ${robot} Du ska inte behöva bära det här ensam. Ring Mind Självmordslinjen på ${suicide}, eller ${healthAdvice} för råd om vård. Gäller det någon annan, stanna hos den tills hjälpen kommer.`,
    sms: `Ring ${emergency} nu om livet är i fara. ${robot} Du ska inte behöva bära det här ensam. Mind Självmordslinjen: ${suicide}. Råd om vård: ${healthAdvice}. Gäller det någon annan, stanna hos den.`,
  },
  'life-in-danger': {
    web: `Ring ${emergency} nu. ${robot} De som svarar säger vad du ska göra medan hjälpen är på väg, så lägg inte på. Är det ingen fara för livet, ring ${healthAdvice} och få råd om vård.`,
    sms: `Ring ${emergency} nu. ${robot} De säger vad du ska göra medan hjälpen är på väg. Är det ingen fara för livet, ring ${healthAdvice} för råd om vård.`,
  },
  'lost-person': {
    web: `Ring ${emergency} nu, till polisen, om någon som är sjuk, gammal eller förvirrad är borta eller inte hittar hem. ${robot} Har du hittat någon, stanna där och hjälp till att hålla värmen. Saknar du någon, leta hemma och nära och låt någon vänta vid dörren. Är ingen i fara når du polisen på ${police}.`,
    sms: `Ring ${emergency} nu, till polisen, om någon sjuk eller förvirrad är borta eller inte hittar hem. ${robot} Har du hittat någon, stanna där. Polisen, inte bråttom: ${police}.`,
  },
  'stuck-in-lift': {
    web: `Ring ${emergency} nu om någon mår dåligt, eller om ingen svarar på larmet. ${robot} Håll in larmknappen i hissen tills någon svarar, eller ring numret som står i hissen. Stanna kvar och försök inte klättra ut. Det finns luft i hissen.`,
    sms: `Ring ${emergency} nu om någon mår dåligt, eller om ingen svarar på larmet. ${robot} Håll in larmknappen i hissen, eller ring numret som står där. Klättra inte ut.`,
  },
}
