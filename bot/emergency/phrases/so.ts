// Somali.
import { calm } from './so/calm'
import { childInDanger } from './so/child-in-danger'
import { fire } from './so/fire'
import { gas } from './so/gas'
import { lifeInDanger } from './so/life-in-danger'
import { selfHarm } from './so/self-harm'
import { violence } from './so/violence'
import type { PhraseTable } from '../phrase-table'

export const somali: PhraseTable = {
  language: 'so',
  negations: 'ma maaha aan aanan waxba cidna maya may la’aan maan lama',
  alsoWritten: {
    ninkaygu: 'ninkeyga ninkayga ninkeygu ninkeyga ninkeyg',
    neefsan: 'neefsanayo neefsaneyso neefsaneyn neefsaneyo neefsaneynin nefsan neefsanayn neefsanin',
    i: 'ii',
    waxaa: 'waxa waxaan',
    garaacaa: 'garaaca garacaa garaacayaa garaacaya garaacay garaacee garaacda',
    caawi: 'caawiya caawin icaawi caawimo caawimaad',
  },
  words: {
    partner:
      'ninkaygu ninkayga nin ninka ninkii xaaskayga xaaska saygayga odaygayga naagtayda wiilkaygu gacaliyahayga saaxiibkay ninkeeda afadayda seygayga xaasigayga',
    relative:
      'aabbahay aabe aabo hooyo hooyaday hooyada walaalkay walaashay ayeeyo ayeeyaday awoowe awowgay adeer eeddo habaryar qoyska qoyskayga waalidka waalidkay aabahay abahay hooyadey walaal abti aabbe awoowgay walaalaha walaalkey reerkayga',
    child:
      'ilmo ilmaha ilmahayga cunug cunugga cunugayga carruur carruurta caruurta wiilkayga wiil gabadh gabadhayda gabar gabadha gabdhaha dhallaanka dhallaan ilmahaygii caruurtayda caruur carruurtiisa caruurtiisa gabadhii wiilka gabartayda wiilkaygii ilmahiisa cunuga cunugaygii canug canugga canuga canugayga inankayga inanta inanka ubadka ubad ilmaheyga wiilkeyga',
    someone:
      '<partner> <relative> <child> isaga isagu iyada iyadu iyagu qof qofka qof_ayaa dad dadka naag naagta haweeney deriskayga deriska jaarka jaarkayga daris shakhsi rag saaxiib dariska dumar nimanka nimankaas waayeel duq wadaha cid qoys jaarkeyga tuug tuuga koox',
    hits: 'garaacaa garaacday garaacayaa dilaa dilayaa dishay feedhay laadaa ceejinayaa kufsaday kufsanayaa dilay garaacay jirdilaa tumaa wax_yeelleeyaa ceejiyay kufsaday garaaceysaa garaacaysaa toorreeyay tumaya tumay feeraa feeray dharbaaxaa ceejiyaa haraatiyaa laaday dilaysaa jirdila',
    weapon: 'mindi toori bastoolad qori hub faas bistoolad toorey mindida mindi_weyn budh gudin',
    house:
      'guri guriga gurigayga gurigeena dabaqa daaradda dhisme dhismaha jiko jikada baabuur baabuurka gaari gaariga kayn kaynta geed saqaf qolka jaarka deriska iskuul iskuulka dukaan dukaanka balakoon gurigii gurigeyga shooladda qashinka aqalka jaranjarada gaarigayga qol xaafadda dhismo sariirta daaqad baska dugsiga fariidda dabakh apartment',
    water:
      'biyo biyaha bad badda webi webiga haro harada baraf barafka ceel barkad barkadda ceelka harooyinka',
    pills:
      'kiniin kiniinno daawo daawooyin kaniini dawo kiniini daawada kiniino kaniiniyo kiniiniyo dawooyin kaniinno',
    attack:
      'wadno_xanuun wadne_xanuun wadno_istaag wadne_istaag istarook faalig suuxdin wadnaxanuun qallal wadnaha_istaagay dhiigkar qalal suuxdinta wadnexanuun wadna_xanuun faalik',
  },
  ordinary:
    'hadlaysaa hadlaysid ' +
    'hadlayaa hadlaya hadlo hadal hadlaa waa ka ku u iyo oo in waxaan waxa sidee goorma halkee maxaa yaa miyaa fadlan mahadsanid salaan magaalada degmada iskuulka saacadaha furitaanka codsi lacag imisa qiimo rabaa doonayaa baahan haa waan nala kala leh yahay tahay ahay waxay mid kale maalin berri maanta xafiiska foom ' +
    'sameeyay sameeyey sameyay sameeyaa samee dabka dabaqa dabayl gubay gudbi guddi garanayaa garab garsoor dhiman dhiib dhiibo dhigan dhig dhigay neef neefta daawasho kaniisad biil baabuur baahi',
  calm,
  questions: [
    '(maxaa|sidee|yaa|halkee|xagee|goorma|maxaan|ma) .. .. (haddii|marka|hadii|hadduu|hadday|waqtiga|inta) ...',
    '(haddii|hadii|marka) .. .. .. .. (maxaa|sidee|yaa|maxaan|halkee|xagee) ...',
    '(khatarta|astaamaha|calaamadaha|caymis|caymiska|macluumaad|kahortag|ka_hortag|tirokoob|sababaha|sharciga) ...',
    '(sannadkii_hore|sanadkii_hore|bishii_hore|toddobaadkii|sannad_ka_hor|sanad_ka_hor|hore|sanado_ka|laba_sano|bil_ka_hor|sanadkii_la|sannadkii_la) ...',
    '(dab|dabka|gubtay|gubatay|dhacay|shil|wadno|istarook|galay|faalig) .. .. (sannadkii_hore|sanadkii_hore|bishii_hore|sannad_ka_hor|sanad_ka_hor|sanado_ka_hor|toddobaadkii_hore|sano_ka_hor|hore)',
    '(kadib|ka_dib) (wadno|shil|istarook|dab|shilka|faalig)',
  ],
  afar: [
    '(haha*|kaftan|waan_kaftamayaa)',
    '(192*|193*|194*|195*|196*|197*|198*|199*|200*|201*|202*)',
    '(sanadkii|sannadkii|bishii|toddobaadkii|isbuucii) (hore|tagay|la_soo_dhaafay)',
    '(sano|sanno|sanadood|bilood|toddobaad|bil) ka hor',
    '(waagii_hore|yaraantii|jiilaalkii|xagaagii)',
    '(filim|filimka|filin|riwaayad|riwaayadda|buug|buugga|sheeko|sheekadii|sheekada|ciyaar|ciyaarta|hees|heesta)',
    '(cilmi_baaris|warbixin|wargeyska|maqaal)',
  ],
  errands:
    'codsi codsiga codsado lacag caymis magdhow daryeel ogolaansho qiimo koorso shaqo aas ballan kharash',
  alarms: {
    fire,
    gas,
    'child-in-danger': childInDanger,
    violence,
    'self-harm': selfHarm,
    'life-in-danger': lifeInDanger,
  },
}
