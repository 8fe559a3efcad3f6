// German.
import { calm } from './de/calm'
import { childInDanger } from './de/child-in-danger'
import { fire } from './de/fire'
import { gas } from './de/gas'
import { lifeInDanger } from './de/life-in-danger'
import { selfHarm } from './de/self-harm'
import { violence } from './de/violence'
import type { PhraseTable } from '../phrase-table'

export const german: PhraseTable = {
  language: 'de',
  negations: 'nicht kein keine keinen keiner nie niemals nichts niemand ohne nich ned net',
  alsoWritten: {
    ich: 'isch ik ih',
    nicht: 'nich net ned nix nit',
    mich: 'misch mihc',
    ist: 'is iss',
    mein: 'main',
    es: 'e',
    und: 'u un',
    schlägt: 'schlaegt schlät schläg',
    tabletten: 'tableten pillen',
  },
  words: {
    partner:
      'mein_mann ein_mann der_mann ihr_mann mann ehemann frau ehefrau freund freundin partner partnerin ex exmann exfreund exfrau exfreundin lebensgefährte verlobter gatte',
    relative:
      'mutter mama mutti vater papa vati bruder schwester oma opa großmutter großvater onkel tante cousin eltern familie stiefvater stiefmutter schwiegermutter schwiegervater brüder geschwister verwandte',
    child:
      'kind kinder kindes baby babys säugling kleinkind sohn tochter junge mädchen enkel enkelin enkelkind kleine kleiner neugeborenes nachbarskind nachbarskinder söhne töchter teenager jährige jähriger jähriges',
    someone:
      '<partner> <relative> <child> er sie jemand wer person leute mensch menschen männer nachbar nachbarin nachbarn kollege kollegin bekannter fremder typ kerl alter alte radfahrer radfahrerin fahrer fußgänger frau ' +
      'kumpel gast patient jugendliche mitbewohner man einer die',
    anyone: '<someone> ich wir',
    hits: 'schlägt schlug verprügelt prügelt misshandelt tritt trat würgt würgte schlagen haut boxt geschlagen verletzt vergewaltigt sticht',
    victim:
      'mich uns ihn seine ihre meine mama mutter sein seinen frau freundin schwester jemanden einander sich meinen bruder einen eine',
    weapon: 'messer pistole waffe axt gewehr schusswaffe machete beil schere hammer knarre schwert',
    burning:
      'weihnachtsbaum christbaum tannenbaum adventskranz haus wohnung küche auto wald dach keller treppenhaus balkon garage zimmer mülltonne container müll schuppen schule hotel laden herd ofen pfanne öl baum feld wiese hecke scheune lkw bus trockner fernseher akku bett sofa fenster nebenan ' +
      'nachbarn nachbar nachbarhaus gebäude flur aufzug hochhaus steckdose sicherungskasten kleidung gardine vorhang restaurant dachboden sofa alles boot wohnmobil wohnwagen zelt campingwagen reisebus traktor roller',
    water: 'wasser see fluss meer hafen kanal eis teich pool bach becken ozean brunnen hafenbecken',
    pills:
      'tabletten pillen medikamente schlaftabletten schmerztabletten schlafmittel paracetamol ibuprofen medizin antidepressiva beruhigungsmittel tavor',
    attack:
      'herzinfarkt herzstillstand schlaganfall herzattacke hirnblutung krampfanfall anfall asthmaanfall infarkt epilepsieanfall allergieschock',
  },
  ordinary:
    'besten bestens ' +
    'schließen schließt schließe schließung geschlossen geöffnet zurück rufen rückruf anrufen der die das ein eine und oder ist sind war ich du er sie es wir ihr nicht mit von zu auf für in im an am den dem des wie was wann wo wer warum kann können muss soll haben habe hat hatte werden wird bitte danke hallo ' +
    'guten tag mein meine ihre unser stadt wohnung schule öffnungszeiten termin antrag kosten kostet brauche möchte brenner brunnen bremst bringt rennt rinnt nennt schlägt schräg trägt schlecht recht brand brauch gas glas gast gras ' +
    'schützen schützt messe messen messer blättert blättern blüht blühen blutet sterben streben erben werben starb stark stirn raucht braucht brauchen rauchen raucher tauchen atme atem kinder kindergarten tot not leicht leichte leichter leichtes sprache',
  calm,
  questions: [
    '(im|letzten|vergangenen) (januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|frühling|frühjahr|sommer|herbst|winter) .. .. .. (gestürzt|hingefallen|gebrochen|gestorben|gehabt|gebrannt|verunglückt|operiert)',
    '(gestürzt|hingefallen|gebrochen|gestorben|gebrannt|stürzte|fiel|brach|brannte) .. .. (im|letzten|letztes|vor) (januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|frühling|frühjahr|sommer|herbst|winter|jahr|jahren|monat|monaten|wochen)',
    '(was|wie|wen|wer|wohin|wo|wann|darf|muss|soll|kann|welche|gibt) .. .. (wenn|falls|bei|im_falle|beim|gegen|im_brandfall) (es|ein|eine|einem|einer|man|jemand|brand|feuer|gas*|mein|meine|ich|schlaganfall|herz*|einen|unfall|rauch|das) ...',
    '(was|wie) (tun|macht|mache|soll|muss|sollte|verhalte|erkenne|erkennt|vermeide|löscht|hilft|reagiert) .. (bei|wenn|man|im|falls|einen) ...',
    '(risiko|gefahr|gefahren|symptome|anzeichen|vorbeugen|versicherung|statistik|schutz|infos|informationen|ursachen|ursache) .. (von|für|bei|gegen|eines|einer|zu|über|vor|durch|des|der) ...',
    '(letztes|letzten|letzte|vor_einem|vor_zwei|vor_drei|vor_jahren|damals|früher|2023|2024|2025) (jahr|monat|woche|sommer|winter|jahren|monaten|wochen)? ...',
    '(hatte|war|wurde|hat|brannte|roch|fiel|habe) .. .. (letztes|letzten|letzte|vor_einem_jahr|vor_zwei|vor_drei|vor_jahren|vor_monaten|vor_wochen|damals|früher) ...',
    '(nach|seit) .. (schlaganfall|herzinfarkt|unfall|brand|sturz|op)',
  ],
  afar: [
    '(haha*|hihi*|scherz|witz|im_scherz)',
    '(192*|193*|194*|195*|196*|197*|198*|199*|200*|201*|202*)',
    '(letztes|letzten|letzte|voriges|vorigen|vorige|vergangenes|vergangenen) (jahr|sommer|winter|monat|woche|herbst|frühling|samstag|sonntag)',
    'vor (einem|zwei|drei|vier|fünf|zehn|vielen|ein_paar) (jahr|jahren|monat|monaten|wochen)',
    'im (januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|winter|sommer|herbst|frühjahr)',
    '(als_kind|früher|damals)',
    '(film|theaterstück|stück|buch|roman|krimi|spiel|minecraft|fortnite|serie|lied|szene|spaß|halloween|zombie*)',
    '(hausarbeit|aufsatz|statistik|vortrag|probealarm|artikel|lokaljournalistin|lokaljournalist)',
  ],
  errands:
    'antrag beantragen entschädigung versicherung pflegegeld zuschuss genehmigung gebühr kurs ausbildung stelle beerdigung preis kosten pflegedienst termin schadensersatz formular logopädie logopäde logopädin sprachtherapie',
  alarms: {
    fire,
    gas,
    'child-in-danger': childInDanger,
    violence,
    'self-harm': selfHarm,
    'life-in-danger': lifeInDanger,
  },
}
