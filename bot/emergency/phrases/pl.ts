// Polish.
import { calm } from './pl/calm'
import { childInDanger } from './pl/child-in-danger'
import { fire } from './pl/fire'
import { gas } from './pl/gas'
import { lifeInDanger } from './pl/life-in-danger'
import { selfHarm } from './pl/self-harm'
import { violence } from './pl/violence'
import type { PhraseTable } from '../phrase-table'

export const polish: PhraseTable = {
  language: 'pl',
  negations: 'nie nikt nic żaden bez nigdy ani niema',
  alsoWritten: {
    nie: 'ne nei',
    chcę: 'chce chcem',
    się: 'sie',
    mnie: 'mie mi',
    jest: 'jes',
    gaz: 'gas gazu gazem gazowy',
    dom: 'domu',
  },
  words: {
    partner:
      'mąż męża mężem mój_mąż żona żonę chłopak chłopaka partner partnerka partnera dziewczyna konkubent konkubina narzeczony były eks ojczym mężczyzna były_mąż były_chłopak facet',
    relative:
      'mama mamę matka matkę tata ojciec brat siostra siostrę babcia babcię dziadek dziadka wujek ciocia kuzyn rodzice rodzina teściowa teść macocha bracia rodzic tatuś mamusia tatę',
    child:
      'dziecko dziecka dzieci dziecku niemowlę niemowlak syn syna synek córka córkę córki córeczka chłopiec chłopca dziewczynka dziewczynkę dziewczynki wnuk wnuczka maluch noworodek nastolatek synka dzieckiem dzidziuś latek letnie letni',
    someone:
      '<partner> <relative> <child> on ona oni ktoś ktos człowiek ludzie kobieta kobietę facet pan pani sąsiad sąsiada sąsiadka sąsiadkę sąsiedzi kolega koleżanka przyjaciel przyjaciółka osoba osoby starsza rowerzysta kierowca ' +
      'pieszy pijany obcy nieznajomy banda grupa pacjent współlokator gość młodzież',
    anyone: '<someone> ja my',
    hits: 'bije bił bila pobił pobiła bijje kopie kopał dusi dusił katuje katował maltretuje uderzył uderza szarpie znęca napadł zgwałcił gwałci dźgnął biją atakuje zaatakował leje okłada biła',
    victim:
      'mnie nas ją go mamę matkę żonę siostrę swoją swoje moją babcię kogoś dziewczynę nad_mną nad_nami nad_żoną nade_mną',
    weapon:
      'nóż nożem noża broń bronią pistolet pistoletem siekierę siekierą siekiera maczetę maczetą strzelbę karabin nożyczki młotek',
    burning:
      'dom domu mieszkanie mieszkaniu kuchnia kuchni samochód auto las lesie blok bloku dach piwnica piwnicy klatka klatce balkon garaż śmietnik kontener szopa sąsiada sąsiadów szkoła hotel sklep piekarnik kuchenka olej patelnia drzewo pole trawa autobus pralka telewizor bateria łóżko okno okna kamienica stodoła winda pokój pokoju wszystko instalacja gniazdko łódź sypialnia',
    water:
      'wody wodzie jeziora jeziorze rzeki rzece morza morzu kanału lodem lód basenu basenie stawu stawie portu studni wodę',
    pills:
      'tabletek tabletki tabletkę leków leki pigułek pigułki proszków proszki lekarstw nasennych paracetamolu przeciwbólowych apapu',
    attack:
      'zawał zawału udar udaru atak_serca zatrzymanie_krążenia wylew wylewu atak_padaczki padaczkę atak_epilepsji napad_padaczkowy napad_drgawek drgawki drgawek wstrząs_anafilaktyczny',
  },
  ordinary:
    'robot robotem robota roboty i w na z do że to jest się nie jak co kiedy gdzie kto dlaczego czy mogę można chcę potrzebuję proszę dziękuję dzień dobry mój moja moje mam ma jestem od za po przez dla ale albo lub tylko już jeszcze bardzo dzisiaj jutro ' +
    'urząd miasto szkoła przedszkole godziny otwarcia wniosek ile kosztuje opłata palić palę palenie biuro bilet biorę bije bilety płonie płatne płacę płyn plan gaz gazeta życie żyję umówić umowa umowę umieram umieć umiem rower ogień ogólne krew kreda rani rano ranki',
  calm,
  questions: [
    '(co|jak|kogo|gdzie|kto|kiedy|czy|do_kogo|dokąd) .. .. (gdy|jeśli|jeżeli|kiedy|w_razie|w_przypadku|podczas|gdyby) ...',
    '(co|jak) (robić|zrobić|się_zachować|rozpoznać|uniknąć|zapobiec|zapobiegać|gasić|pomóc|postępować|należy) ...',
    '(ryzyko|zagrożenie|objawy|przyczyny|ubezpieczenie|statystyki|ochrona|informacje|przepisy|profilaktyka) .. (o|od|przy|na|dla|przed|w|zawału|udaru|pożaru|pożarowe|pożarem) ...',
    '(zeszłym|ubiegłym|rok_temu|lat_temu|lata_temu|miesiące_temu|miesiąc_temu|tydzień_temu|dawno|2023|2024|2025) (roku|miesiącu|tygodniu)? ...',
    '(miał|miała|miałem|miałam|był|była|upadła|upadł|przeszedł|palił|palił_się|paliło|doznał) .. .. (zeszłym|ubiegłym|rok_temu|lat_temu|lata_temu|miesiące_temu|tydzień_temu|dawno)',
    '(po|od) (udarze|zawale|wypadku|pożarze|wylewie|udaru|wypadku)',
  ],
  afar: [
    '(haha*|hehe*|żart|żartuję)',
    '(192*|193*|194*|195*|196*|197*|198*|199*|200*|201*|202*)',
    '(w_zeszłym|zeszłego|w_ubiegłym|w_poprzednim|w_tamtym) (roku|tygodniu|miesiącu|lata)',
    '(rok|lata|lat|miesiąc|miesiące|tydzień|tygodnie) temu',
    '(zimą|latem|wiosną|jesienią|w_wigilię|w_dzieciństwie|kiedyś|w_lutym|w_styczniu|w_marcu|w_kwietniu|w_maju|w_czerwcu|w_lipcu|w_sierpniu|we_wrześniu|w_październiku|w_listopadzie|w_grudniu)',
    '(film|filmie|filmu|sztuka|sztuce|książka|książki|powieść|kryminał|thriller|gra|grze|gry|serial|piosenka|piosenki|scena|zespół|przedstawienie)',
    '(praca_magisterska|esej|statystyki|wykład|próbny|artykuł)',
  ],
  errands:
    'wniosek wniosku odszkodowanie odszkodowania zasiłek opieka opiekę ubezpieczenie pozwolenie opłata kurs praca pogrzeb cena dodatek świadczenie świadczenia logopeda logopedy logopedę',
  alarms: {
    fire,
    gas,
    'child-in-danger': childInDanger,
    violence,
    'self-harm': selfHarm,
    'life-in-danger': lifeInDanger,
  },
}
