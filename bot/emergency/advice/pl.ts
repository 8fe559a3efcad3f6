// What somebody is told in Polish.
import { helpNumbers } from '../help-numbers'
import type { AdviceTexts } from '../advice-texts'

const { emergency, police, healthAdvice, violence, suicide, children } = helpNumbers
const robot = 'Jestem robotem i nie mogę wezwać pomocy.'

export const polishAdvice: AdviceTexts = {
  fire: {
    web: `Zadzwoń teraz pod ${emergency}. ${robot} Wyjdź, zamknij za sobą drzwi i ostrzeż innych. Jeśli klatka schodowa jest pełna dymu, zostań w mieszkaniu i stań przy oknie.`,
    sms: `Zadzwoń teraz pod ${emergency}. ${robot} Wyjdź, zamknij drzwi i ostrzeż innych.`,
  },
  gas: {
    web: `Wyjdź teraz na zewnątrz i stamtąd zadzwoń pod ${emergency}. ${robot} Niczego nie zapalaj, nie dotykaj włączników i ostrzeż innych. Nie wracaj do środka.`,
    sms: `Wyjdź teraz i zadzwoń pod ${emergency}. ${robot} Nie zapalaj światła ani ognia. Nie wracaj.`,
  },
  'child-in-danger': {
    web: `Zadzwoń teraz pod ${emergency}, jeśli dziecko jest w niebezpieczeństwie. ${robot} Jeśli znaleziono dziecko, zostań przy nim. Jeśli potrzebujesz dyżuru socjalnego (socialjouren), też zadzwoń pod ${emergency}. Jeśli jesteś dzieckiem, porozmawiaj z Bris pod ${children}, to bezpłatne.`,
    sms: `Zadzwoń pod ${emergency}, gdy dziecku coś grozi. ${robot} Jesteś dzieckiem? Bris: ${children}, bezpłatnie.`,
  },
  'violence-nearby': {
    web: `Odejdź na bezpieczną odległość i zadzwoń teraz pod ${emergency}. ${robot} Nie wchodź pomiędzy i nie dotykaj niczego podejrzanego. Schowaj się, ostrzeż innych i powiedz, gdzie jesteś i co widzisz. Pomagaj tylko wtedy, gdy to dla ciebie bezpieczne. Gdy już po wszystkim, policja odbiera pod ${police}.`,
    sms: `Odejdź i zadzwoń teraz pod ${emergency}. ${robot} Nie wchodź pomiędzy, niczego nie dotykaj.`,
  },
  violence: {
    web: `Zadzwoń teraz pod ${emergency}, jeśli ty lub ktoś inny jest w niebezpieczeństwie. ${robot} To nie twoja wina. Kvinnofridslinjen odbiera całą dobę pod ${violence}, bezpłatnie i bez śladu na rachunku. Jeśli to nie jest pilne, policja odbiera pod ${police}.`,
    sms: `W niebezpieczeństwie dzwoń: ${emergency}. ${robot} To nie twoja wina. Pomoc całą dobę: ${violence}.`,
  },
  'self-harm': {
    web: `Zadzwoń teraz pod ${emergency}, jeśli życie jest zagrożone. ${robot} Nie musisz być z tym bez pomocy. Zadzwoń do Mind pod ${suicide} albo pod ${healthAdvice} po poradę. Jeśli chodzi o kogoś innego, zostań przy tej osobie.`,
    sms: `Zadzwoń pod ${emergency}, jeśli życie jest zagrożone. ${robot} Porozmawiaj z Mind: ${suicide}, lub ${healthAdvice}.`,
  },
  'life-in-danger': {
    web: `Zadzwoń teraz pod ${emergency}. ${robot} Powiedzą ci, co robić, zanim przyjedzie pomoc, nie rozłączaj się. Jeśli nie ma zagrożenia życia, zadzwoń pod ${healthAdvice} po poradę.`,
    sms: `Zadzwoń teraz pod ${emergency}. ${robot} Jeśli życie nie jest zagrożone, zadzwoń pod ${healthAdvice}.`,
  },
  'lost-person': {
    web: `Zadzwoń teraz pod ${emergency}, na policję, jeśli zaginął ktoś chory lub zdezorientowany albo nie umie trafić do domu. ${robot} Jeśli kogoś znalazłeś, zostań przy tej osobie i pomóż jej się ogrzać. Jeśli kogoś szukasz, sprawdź dom i okolicę. Gdy nikt nie jest w niebezpieczeństwie, policja odbiera pod ${police}.`,
    sms: `Zadzwoń pod ${emergency}, gdy zaginął ktoś chory. ${robot} Znaleziono kogoś? Zostań przy nim.`,
  },
  'stuck-in-lift': {
    web: `Zadzwoń teraz pod ${emergency}, jeśli ktoś źle się czuje albo nikt nie odpowiada na alarm. ${robot} Przytrzymaj przycisk alarmu w windzie, aż ktoś odpowie, albo zadzwoń pod numer podany w windzie. Nie próbuj się wydostać. W windzie jest powietrze.`,
    sms: `Zadzwoń pod ${emergency}, gdy ktoś źle się czuje. ${robot} Przytrzymaj alarm w windzie, nie wychodź.`,
  },
}
