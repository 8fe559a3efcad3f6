// English: also as people write it who learnt it late or type it in a hurry.
import { calm } from './en/calm'
import { childInDanger } from './en/child-in-danger'
import { fire } from './en/fire'
import { gas } from './en/gas'
import { lifeInDanger } from './en/life-in-danger'
import { violenceNearby } from './en/violence-nearby'
import { lostPerson } from './en/lost-person'
import { stuckInLift } from './en/stuck-in-lift'
import { hazards } from './en/hazards'
import { selfHarm } from './en/self-harm'
import { violence } from './en/violence'
import type { PhraseTable } from '../phrase-table'

export const english: PhraseTable = {
  language: 'en',
  negations: 'not no never dont doesnt didnt isnt arent wasnt cant cannot wont nobody nothing without aint',
  alsoWritten: {
    i: 'im ive id',
    my: 'me mi',
    is: 's iz',
    are: 'r',
    not: 'nt',
    cant: 'cannot cnt can_t canot',
    dont: 'dnt don',
    he: 'hes',
    she: 'shes',
    they: 'theyre',
    someone: 'sb sum1 some1 somebody',
    please: 'pls plz',
    you: 'u',
    people: 'ppl peoples',
    want: 'wanna wana',
    going: 'gonna goin gona',
    fire: 'fier fyre firee',
    gas: 'gass',
    kill: 'kil',
    die: 'dieing',
    knife: 'knive knif nife knifes knives',
    hits: 'hitts hit hitting hitted',
    again: 'agian agen',
    breathing: 'breating breathin brething',
    beats: 'beat beating',
  },
  words: {
    partner:
      'husband wife boyfriend girlfriend partner ex spouse bf gf hubby fiance fiancee exhusband exboyfriend stepdad stepfather ex_husband ex_boyfriend ex_wife ex_girlfriend',
    relative:
      'mother father mom mum mommy mummy dad daddy mama papa brother sister grandmother grandfather grandma grandpa gran granny nan uncle aunt cousin ' +
      'cousins brothers sisters uncles grandad nana niece nephew family parents stepmother stepmom sibling inlaws relative',
    child:
      'child children kid kids baby babies toddler infant newborn son daughter boy girl boys girls grandchild grandson granddaughter teenager teen ' +
      'kiddo year_old',
    someone:
      '<partner> <relative> <child> he she they somebody someone person people man woman men guy lady neighbour neighbor neighbours neighbors friend ' +
      'stranger carer caretaker caregiver nurse housemate coworker diver player resident flatmate roommate colleague cyclist driver pedestrian passenger worker patient gang victim tourist anybody intruder old_man swimmer student',
    anyone: '<someone> i we',
    hits: 'hits beats beating hitting punches punched punching kicks kicked kicking slaps slapped slapping strangles strangled strangling chokes choked choking abuses abused abusing hurts hurting assaulted assaulting attacks attacked attacking stabs stabbed stabbing beat hurt rapes raped molests molested',
    victim:
      'me us her him my his their mum mom mother dad wife girlfriend sister brother someone each_other somebody people woman',
    weapon:
      'knife gun weapon machete axe pistol rifle shotgun sword hammer bat scissors guns machetes axes cleaver crowbar iron_bar iron_pipe iron_pipes metal_pipe metal_pipes metal_bar baseball_bat blade screwdriver chainsaw',
    house:
      'house home flat apartment building kitchen stairs stairwell stairway staircase stairwells basement attic roof balcony garage bedroom bathroom living_room room school ' +
      'shop store restaurant hallway corridor window door floor neighbours neighbour neighbor next_door shed barn cabin hotel laundry elevator lift block oven microwave factory',
    burning:
      '<house> car cars bus truck lorry van boat forest woods grass bushes bush tree trees bin bins dumpster container stove cooker pan oil ' +
      'dryer tv battery scooter curtain curtains sofa bed clothes hair laptop charger train garden hedge fence field wires socket christmas_tree rubbish trash garbage everything',
    water: 'water lake sea river canal harbour harbor pool ice pond ocean stream well bath bathtub',
    pills:
      'pills tablets paracetamol painkillers medicine medication meds sleeping_pills ibuprofen antidepressants tylenol insulin morphine opioids',
    attack:
      'heart_attack stroke seizure seizures cardiac_arrest asthma_attack anaphylaxis fit convulsion convulsions brain_bleed haemorrhage overdose hypo_attack allergic_reaction',
    poison:
      'drain_cleaner antifreeze bleach lye acid detergent methanol paraffin lamp_oil petrol gasoline rat_poison weedkiller pesticide ammonia chlorine caustic descaler ' +
      'coolant screenwash solvent thinner dishwasher_tablet battery mushrooms drain_stuff cleaning_fluid battery_acid nail_polish_remover turpentine',
    deep: 'canal lake river sea harbour harbor stream well pond ice ocean drain ditch fjord quarry',
    edge: 'bridge roof rooftop ledge railing rail cliff tracks platform balcony edge window_ledge parapet viaduct barrier',
    fuel: 'petrol gasoline fuel lighter_fluid kerosene diesel paraffin white_spirit',
    day: 'yesterday monday tuesday wednesday thursday friday saturday sunday days morning',
    vehicle:
      'car cars bus truck lorry van tractor forklift excavator digger train tram motorbike motorcycle scooter quad trailer machine lawnmower ' +
      'moped bulldozer crane taxi',
    electric:
      'fuse_box fusebox fuse fuses socket sockets outlet outlets plug charger battery switch cable cables wire wires wiring panel breaker meter ' +
      'microwave dryer dishwasher oven lamp toaster heater washing_machine extension_cord electrical_panel electric_box powerbank appliance',
    online:
      'online internet snapchat instagram discord roblox tiktok facebook telegram whatsapp fortnite kik chat web',
    abroad:
      'abroad overseas pakistan somalia iraq iran afghanistan syria turkey lebanon india egypt gambia eritrea ethiopia our_home_country home_country ' +
      'another_country out_of_the_country',
    now: 'now here help quick quickly hurry please',
  },
  ordinary:
    'sun sunny sunday sundays suns sunglasses sunscreen sunlight sunset therapist therapists racist short shorter tidy tidying scraped scraper grouped exchange exchanged bring brings bringing ' +
    'drawn down downs the a an and or of to in on at for from with by as it this that these those we you your our their there here where when who what which how why do does did ' +
    'have has had will would can could should may be been being was were if so but about after all any because before get got go just know like make more much need now one ' +
    'only other out over see some take than then time up use very want way well work back new today tomorrow please thanks thank hello hi city office number form ' +
    'racing race raced races shell spell small swell along alongside chores chose flight flights rating ratings fail fails failed full fully feel feels fill fills given gives numbers moms ' +
    'collect collapse lighting lightning right night might sight tight light lights beach bench branch brunch barge large charge share shape shake phone photo ' +
    'brand bran grand grant adult adults method methods reservation reserve kitchen chicken school stools tools pools bridge fridge blinds blond blend ' +
    'spoke spoken smoker smokers smoking cooking doing drying dyeing lying during boating bearing rated breach breed breeding turning buying billing being burying biking ' +
    'hurting harming hinting hiring hunting knit kite burger bitten beaten batting betting barking baking booking bleached bleaching stubbed stapled tables table tablet ' +
    'tables stripes strokes strike shooting shouting shooing sheeting threaten threatens treated treating treat treatment dining drawing drown crowding driving drinking ' +
    'hanging hinges banging ringing chasing chalking checking chucking clocking coughing caught fired fires fare file filed dire killing kidding knives guns gun attach attached ' +
    'attaching attract passed pills bills accent accident access broken breathe breath bread breast chest chess chase choose choked raped rapid rented parked pushed punched ' +
    'locked lucked looked leaking leading learning breaking suicide leave leaves losing loosing mixing missing missed misses flood flooded bloody',
  calm,
  questions: [
    '(broke|fell|fractured|cut|burned|burnt|tripped|slipped|collapsed|fainted|had|got|was|were|exploded|stabbed|drowned|caught) .. .. .. (in_january|in_february|in_march|in_april|in_may|in_june|in_july|in_august|in_september|in_october|in_november|in_december|last_year|last_month|last_spring|last_summer|last_autumn|last_winter|years_ago|months_ago|weeks_ago|in_2018|in_2019|in_2020|in_2021|in_2022|in_2023|in_2024|in_2025)',
    '(last|back_in|years_ago|months_ago) (year|month|spring|summer|autumn|winter)? .. .. (broke|fell|fractured|collapsed|fainted|fire|leak|burned|exploded|drowned|accident) ...',
    '(numb|feel|move|lift|weak) .. .. (since|after) (surgery|my_surgery|the_surgery|operation|the_operation|my_operation|my_stroke)',
    '(what|how|who|where|when|which|should|can|must|is_there|are_there|whom) .. .. (if|when|in_case|incase|during|in_the_event) (there|theres|its|someones|a|an|you|one|it|the|of|someone|my|your|i|something|fire|gas|people) ...',
    '(what|how) (to_do|to|should_one|does_one|do_you|do_i|should_i|do_we|can_i|can_you|would) .. (if|when|in_case|incase|prevent|avoid|recognise|recognize|treat|help|stop|spot|perform|tell|put_out|extinguish) ...',
    '(in_case|incase|in_the_event) of ...',
    '(had|was|got|suffered|fell|broke|smelled|crashed|fainted|were|been|collapsed|bled|burned) .. .. (last|years_ago|year_ago|months_ago|weeks_ago|month_ago|week_ago|days_ago|long_ago|back_in|when_i_was|2020|2021|2022|2023|2024|2025|in_the_past|previously|once_before)',
    '(last|years_ago|in_2023|in_2024|in_2025) (year|month|week|summer|winter|spring|autumn)? .. (had|was|fell|got|broke|were) ...',
    '(since|after|following|recovering_from|before) .. (stroke|heart_attack|seizure|accident|fire|fall|surgery|crash)',
    '(risk|risks|danger|dangers|prevention|causes|cause|fear|afraid|insurance|insured|rules|protect|protection|history|statistics|anniversary|aftermath|victims|prepare|information|info|advice|tips) .. (of|for|against|from|about|in) ...',
    '(does|do|did|is|are) .. .. (insurance|compensation|subsidy|cover|covered) ...',
    '(imagine|suppose|hypothetically|lets_say) ...',
    'would (a|it|you|there) ...',
  ],
  afar: [
    '(joking|joke|haha*|lol|lmao|jk|just_kidding)',
    '(192*|193*|194*|195*|196*|197*|198*|199*|200*|201*|202*)',
    '(nobody|no_one|noone) .. (hurt|injured|harmed)',
    'no injuries',
    '(all|everything|everyone|everybody) (is|was|are|were) (well|fine|ok|okay|safe)',
    'last (year|summer|winter|spring|autumn|fall|month|week|weekend|christmas|term|june|july|may|march)',
    '(years|year|months|month|weeks|week) (ago|since|back)',
    'in (january|february|march|april|may|june|july|august|september|october|november|december)',
    'on (monday|tuesday|wednesday|thursday|friday|saturday|sunday)',
    '(used_to|when_i_was_small|when_i_was_little|when_i_was_a_kid|as_a_child|long_ago|back_in)',
    '(movie|film|films|drama|novel|novels|book|books|thriller|podcast|episode|gamer|minecraft|fortnite|song|lyrics|larp|halloween|zombie*|murder_mystery|escape_room)',
    '(thesis|essay|homework|statistics|statistic|lecture|drill|seminar|article|book_club)',
  ],
  errands:
    'permit permits insurance compensation apply applying application fee fees cost costs price opening allowance subsidy benefit benefits grant homecare wheelchair stairlift parking form course courses training lecture job jobs statistics appointment appeal invoice booking book crossing transport preschool certificate rules law funeral estate repair fix loan allowed',
  hazards,
  alarms: {
    fire,
    gas,
    'child-in-danger': childInDanger,
    violence,
    'self-harm': selfHarm,
    'life-in-danger': lifeInDanger,
    'stuck-in-lift': stuckInLift,
    'lost-person': lostPerson,
    'violence-nearby': violenceNearby,
  },
}
