// Swedish: violence of strangers, as who sees or hears it tells it.
export const violenceNearby: readonly string[] = [
  // a weapon
  '(en|nån|någon|okänd|maskerad|galen|full|den) (man|kille|kvinna|tjej|person|snubbe|elev) .. (har|med|viftar|håller|bär|drog|drar|tog_fram) .. <weapon>',
  '(någon|två_män|killar|ungdomar|gäng|gänget|personer|folk|grannen|två|flera|de|dom) .. (har|med|viftar|håller|bär|drog|drar|hotar_med|tog_fram) (en|ett|stora|stor|sina)? <weapon>',
  '^ (man|kille|kvinna|person|kvinnan|mannen) med (en|ett|stor)? <weapon>',
  // shots and bombs
  '(skottlossning|skottlossningen|skjutning|masskjutning|skolskjutning|terrorattack|terrordåd)',
  '(hör|hörde|hört|hörs|hördes|avlossades|föll) .. (skott|pistolskott|gevärsskott|skotten)',
  '(någon|de|dom|en_man|en_kille|två_män|killar|maskerade) .. (skjuter|sköt|skjutit|skjutits) (på_folk|mot_folk|folk|utanför|ute|vilt|omkring|på_torget|på_gatan|i_skolan|på_skolan|vid_skolan|på_varandra|mot_varandra|på_polisen|på_stan)',
  '(det|de) skjuts (utanför|här|nu|ute|på_torget|på_gatan|i_skolan)',
  '(bomb|bomben|handgranat|handgranaten|granat|sprängladdning) (i|utanför|under|vid|på|här|hittad|hittats) .. (stationen|skolan|porten|trappan|tåget|bussen|torget|centralen|gatan|huset|trapphuset|bil|bilen)',
  '(misstänkt|misstänkta|mystisk|mystiskt|skum|skumt|suspekt) (väska|väskan|resväska|ryggsäck|paket|föremål|låda|kartong|kasse)',
  '(väska|väskan|resväska|resväskan|ryggsäck|ryggsäcken|paket|paketet|låda|lådan|kartong|föremål) .. .. (den)? (tickar|tickande|tickat|sladdar_sticker|med_sladdar|ser_misstänkt_ut|verkar_misstänkt|ser_ut_som_en_bomb|kan_vara_en_bomb)',
  '(övergiven|övergivet|kvarlämnad|kvarglömd|obevakad|ensam|herrelös) (väska|resväska|ryggsäck|paket|kartong|låda) .. .. (stationen|centralen|perrongen|tåget|flygplatsen|terminalen|synagogan|moskén)',
  // a fight
  '(slagsmål|knivslagsmål|storbråk|gängbråk|massbråk|knivbråk|tumult) .. .. (utanför|ute|torget|här|nu|gatan|krogen|pågår|skolan|stationen|bussen|parken|tåget|centrum|gården)',
  '(pågående|pågår) .. (slagsmål|skottlossning|knivdåd|skjutning|gängbråk)',
  '(gäng|ungdomar|killar|två_män|personer|folk|de|dom|många|några|tjejer) .. (slåss|slår_ner|slår_ned|hoppar_på|sparkar_på|misshandlar|rånar|spöar|slår_på) .. (utanför|ute|torget|här|nu|gatan|krogen|skolan|stationen|bussen|parken|tåget|varandra|en_kille|en_man|någon|folk|ner|$)',
  '^ (de|dom)? slåss (utanför|ute|på|vid|i|här|nu)',
  '(någon|en_man|en_kille|en_tjej|en_kvinna|en_person|en_gubbe|en_elev) .. (blir|blev|har_blivit|blivit|håller_på_att_bli) .. (misshandlad|nerslagen|nedslagen|knivhuggen|knivskuren|skjuten|påhoppad|slagen)',
  // neighbours
  '(grannen|granne|grannarna|grannens|grannfrun|grannparet|lägenheten_bredvid) .. (slår|misshandlar|slåss|sparkar|stryper) (på|ner|ihjäl)? (sin|sina|henne|honom|varandra|barnen|fru|frun|med_varandra|så)',
  '(grannen|granne|grannarna|någon|kvinna|kvinnan|tjej|hon) .. (skriker|skrik|skriket|vrålar|gråter|ropar) .. .. (slag|slår|dunsar|duns|dunkar|smällar|misshandel)',
  '(hör|hörs|hört|hörde|låter|lät) .. (slag|dunsar|smällar) .. (och|o)? .. (skrik|skriker|skriket|gråt|gråter|rop)',
  '(hör|hörs|hört|hörde) .. (skrik|skriker|skriket|gråt) .. (slag|dunsar|dunkar|smällar) .. (granne|grannen|grannens|grannarna|ovanför|bredvid|under|väggen)?',
  '(granne|grannen|grannens|grannarna|grannlägenheten|ovanför|bredvid) .. (låter|lät|hör|hörs|hörde) .. (som)? (slag|misshandel|bråk_och_slag|någon_blir_slagen|nån_blir_slagen|någon_får_stryk|nån_får_stryk)',
  // fireworks
  '(skjuter|skjuts|skjutit|sköt|skjuta|siktar|avfyrar) .. (raketer|raket|fyrverkerier|fyrverkeri|smällare|nyårsraketer) .. (mot|på|efter|bland|in_i|rakt) .. (folk|människor|barn|barnen|oss|mig|personer|publiken|folkmassan|bussen|polisen|varandra|förbipasserande)',
  '(kastar|kastas|kastade|kastat|slänger|slängs|slängde|slängt) .. (raketer|raket|fyrverkerier|smällare|smällarna|bangers|nyårsraketer) .. (mot|på|efter|bland|in_i|rakt) .. (folk|människor|barn|barnen|oss|mig|personer|publiken|folkmassan|bussen|polisen|varandra|förbipasserande)',
  '(raketer|raket|smällare|smällarna|fyrverkerier|bangers) .. (kastas|kastar|skjuts|skjuter|slängs|avfyras|kastades|sköts) .. (mot|på|efter|bland|in_i) .. (folk|människor|barn|barnen|oss|mig|personer|publiken|folkmassan|bussen|polisen|varandra|förbipasserande)',
  // a burglar
  '(någon|de|dom|tjuvar|inbrottstjuvar|inbrottstjuv|en_man|främmande|några_män) .. (brutit|bröt|bryter|tagit|tog) sig in (hos|i|nu|här|och|$)',
  '(inbrott|inbrottet|rån|bankrån) (pågår|nu|just_nu|på_gång|här_nu)',
  '(pågående|pågår) .. (inbrott|rån)',
  '(någon|de|dom|tjuvar|en_man|två_män) .. (försöker|håller_på_att|är_på_väg_att) .. (bryta_sig_in|ta_sig_in|bryta_upp_dörren|bryta_upp)',
  '(någon|de|dom|tjuvar|en_man|två_män) .. (bryter|bänder) (upp|sönder) .. (dörr|dörren|ytterdörren|fönster|fönstret|låset) (nu|just_nu|här|hos|$)',
  '(tjuv|tjuven|tjuvar|inbrottstjuv|inbrottstjuvar|inbrottstjuven) (är|e|inne|kvar|i) .. (huset|lägenheten|källaren|kvar|inne|trapphuset|garaget)',
  '(någon|okänd|främmande|en_man|två_män) (är|e|har_tagit_sig)? (inne|in) i (huset|lägenheten|källaren|mitt_hus|min_lägenhet|vår_lägenhet|vårt_hus|garaget|trapphuset)',
  '(beväpnad|beväpnade) (man|kille|person|personer|rånare|gäng|ungdomar)',
  '(hör|hörs|hört|hörde) .. (granne|grannen|grannarna) .. (skrika|skriker|gråta|gråter) .. (slag|dunsar|smällar|slås)',
  '(inbrott|inbrottet) (hos|i|på) .. (nu|pågår|just_nu)',
  '(knivman|knivmannen|kniv_man|pistolman|gärningsman_med)',
]
