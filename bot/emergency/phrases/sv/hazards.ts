// Swedish: what may hurt somebody any moment, and has a dialog or an article of its own: the resident is asked about danger, and answered.
export const hazards: readonly string[] = [
  // from above
  '(istapp|istappar|istapparna|snöras|takras|snömassor|taktegel|takpannor|tegelpannor|tegelsten|tegel|puts|putsen|fasadbitar|glas|betong|betongbitar|is_och_snö|stora_isbitar) .. (ramlar|ramla|faller|falla|rasar|trillar|störtar|ramlade|lossnar) .. (folk|människor|gångbanan|trottoaren|trottoar|gatan|barn|barnen|gående|huvudet|entrén|gångvägen|ner|ned|taket)',
  '(snöras|takras) (från|på|över|vid|ner|utanför|nu|risk|$)',
  '(snö|snön|is|isen) .. (rasar|ramlar|faller|störtar) .. (från|av|ner) .. (tak|taket|taken|takkanten)',
  '(taket|tak|innertaket|väggen|muren|balkongen|fasaden|skorstenen|byggställningen|ställningen|bron|gungställningen|huset|trädet|trappan) .. (på_väg_att|på_väg|håller_på_att|håller_på|kan_när_som_helst|hotar_att|när_som_helst) .. (rasa|falla|ramla|ge_vika|välta|kollapsa|lossna|störta)',
  '(taket|innertaket|väggen|muren|balkongen|fasaden|husfasaden|skorstenen|byggställningen|bron) .. (rasar|rasat|rasade|kollapsar|kollapsat|störtar) (in|ner|ned|ihop|på|över|snart|nu|$)',
  '(taket|tak|innertaket|väggen|muren|balkongen|fasaden|skorstenen|byggställningen|bron|trädet) .. (kan|riskerar|riskerar_att|ska|kommer_att) (att|nog|snart)? (rasa|falla|ramla|ge_vika|välta|kollapsa|lossna|störta) (in|ner|ned|ihop)? (när_som_helst|snart|på|över|nu)',
  '(rasar|ramlar|faller|störtar|trillar) .. (snö|is|istappar|taktegel|takpannor|puts|tegel|snömassor) .. (från|av|ner|på) .. (tak|taket|taken|folk|gångbanan|trottoaren|gatan)',
  // what is open
  '(brunnslock|brunnslocket|gatubrunnslock|locket_till_brunnen|locket_på_brunnen|brunnlock|brunnlocket) .. (borta|saknas|saknar|försvunnet|försvunnit|stulet|bredvid|öppet|av|sönder|stulits|vält|flyttat)',
  '(borta|saknas|stulet|stulit|inget|utan) .. (brunnslock|brunnslocket|gatubrunnslock|brunnlock)',
  '(brunn|brunnen|gatubrunn|gatubrunnen|dagvattenbrunn|avloppsbrunn) .. (utan_lock|saknar_lock|utan_sitt_lock|står_öppen|är_öppen|öppen_på|öppen_mitt|öppen_utan)',
  '(öppen|öppet|djup|djupt) (brunn|gatubrunn|dagvattenbrunn|avloppsbrunn|schakt|brunnshål) .. (barn|barnen|gatan|gården|trottoaren|lekplatsen|vägen|mitt|gångvägen)',
  // sparks out of doors
  '(lyktstolpe|lyktstolpen|lyktan|gatlykta|gatlyktan|gatlampa|gatlampan|gatubelysningen|lampan|lampa|elstolpe|elstolpen|stolpe|stolpen|kabel|kabeln|kablar|ledning|ledningen|trafikljuset|busskuren) .. (gnistrar|gnistor|sprakar|blixtrar|gnistra)',
  '(gnistor|gnistrar|sprakar|gnistra) .. (från|ur|om|i|runt|kring|av) .. (lyktstolpe|lyktstolpen|lyktan|gatlykta|gatlyktan|gatlampa|gatlampan|lampan|lampa|elstolpe|stolpe|stolpen|kabel|kabeln|kablar|ledning|ledningen|trafikljuset)',
  '(står|ström|strömmen|stöt|stötar) .. (under_spänning|i_staketet|i_stolpen|i_lyktstolpen|av_lyktstolpen|från_lyktstolpen|av_stolpen)',
  '(lös|lösa|öppen|öppna|bara|hängande|blottad|strömförande) (elkabel|elkablar|kablar|elledning|kabel|elledningar) .. (barn|barnen|lekplatsen|gården|stolpen|lyktstolpen|marken|gatan)',
  '(kabel|kabeln|kablar|kablarna|elkabel|elkabeln|elkablar|elledning|ledning|ledningar|ledningarna|elsladd|sladd|sladdar|sladdarna|trådar) .. (öppet|öppen|öppna|blottad|blottade|nakna|nakna_trådar|framme|löst|oskyddat|oskyddade|helt_fritt|bara) (och|så|med|där|på|vid|i|ute|mitt|$)',
  '(lösa|öppna|nakna|blottade|oskyddade|avslitna|trasiga|strömförande) (el)? (kablar|elkablar|ledningar|elledningar|sladdar|trådar) .. (ur|från|ut|i|på|vid|över|hänger|ligger|sticker|där|här)',
  '(hänger|ligger|sticker|dinglar) .. (elkabel|elkablar|elledning|elledningar|högspänningsledning|kraftledning|starkströmskabel) .. (ur|ut|ner|ned|på|över|i|vid|löst|från|där)',
  '(gnistrar|sprakar|fräser|blixtrar|slår_gnistor|kommer_gnistor|kommer_gnistor_och_rök) .. (om|i|från|ur|runt|kring|av|vid) (den|stolpen|luckan|lampan|lyktan|skåpet|elskåpet|kabeln|kablarna|sladdarna|foten)',
  '(luckan|lucka|elskåpet|kopplingsskåpet|proppskåpet) .. (öppen|öppet|borta|uppbruten|uppbrutet) .. (barn|barnen|ungar|petar|leker|kablar|kablarna|sladdar|sladdarna)',
  '(barn|barnen|ungar|ungarna|småbarn) .. (petar|leker|drar|klättrar|pillar) .. (kablar|kablarna|kabeln|sladdar|sladdarna|ledningen|ledningarna|elskåpet|stolpen_som_gnistrar)',
  // water
  '(källaren|källare|garaget|källarplanet|bottenvåningen) .. (fylls|fyllts|fyller|översvämmas|svämmas_över) (på|upp|snabbt|helt)? (av|med)? (vatten|vattnet)?',
  // fireworks
  '(skjuter|skjuts|skjutit|sköt|siktar|avfyrar|kastar|kastas|kastade|slänger) .. (raketer|raket|fyrverkerier|smällare|bangers|nyårsraketer) .. (mot|in_i|i|på) .. (hus|husen|huset|fönster|fönstret|balkonger|balkongen|bilar|trapphuset|brevinkast|brevinkastet|trappan|porten)',
]
