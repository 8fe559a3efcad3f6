// Finnish: gas and poison in the air.
export const gas: readonly string[] = [
  '(grillasimme|grillattiin|grilli|hiiligrilli|takka|takassa|kamiina|uuni|aggregaatti|nestekaasu|pelti) .. .. .. (pää|päätä|päänsärky|huimaa|oksettaa|oksentaa|pyörryttää|väsyttää|pahoinvointi|pyörtyi)',
  '(kaikilla|kaikki|meillä|koko_perhe) .. (pää|päänsärkyä|huimaa|oksettaa|pyörryttää|huono_olo) .. .. .. (häkä*|kaasu|takka|grilli|uuni|kamiina|hälytin|liesi|sihisee)',
  '(sihisee|suhisee|pihisee) .. (haisee|haju|löyhkää|kaasu*)',
  '(kaivinkone|kaivuri|poraus|porasi) .. .. (putkeen|putken|putki|linjaan|johtoon) .. .. (sihisee|haisee|suhisee|kaasu*)',
  '(kaasu|kaasuhella|kaasuhana|kaasuliesi) .. (auki|päällä|jäi) .. .. (pää|huimaa|yön|yöllä|oksettaa|haisee|sekava)',
  '(haisee|haju|tuoksuu|haisi|löyhkää|hajua|hajuu) .. (kaasu|kaasulta|kaasua|kaasulle|kaasun|nestekaasu|maakaasu)',
  '(kaasu|kaasun|kaasua|nestekaasun|maakaasun) .. (haju|hajua|vuotaa|vuoto|vuotoa|haisee|pihisee|hajuu)',
  '(kaasuvuoto|kaasuvuodon|kaasunhaju|kaasunhajua|kaasuputki_rikki|ammoniakkivuoto|häkämyrkytys|klooria_ilmassa|kemikaalivuoto|kaasuvuotoa)',
  '(häkävaroitin|häkähälytin|häkä) .. (soi|hälyttää|huutaa|huimaa|päänsärky)',
  '(häkävaroitin|häkähälytin|kaasuhälytin|kaasuvaroitin|häkämittari) .. (piippaa|piipittää|soi|hälyttää|huutaa|pitää_ääntä) .. (huimaa|päätä|pyörryttää|oksettaa|oksentaa|pahoinvointi|huono|särkee|pahoin|väsyttää)?',
  '(kaasuhella|kaasuliesi|kaasupullo|kaasuletku|kaasuputki|kaasuhana) .. (vuotaa|auki|suhisee|pihisee|sihisee|halkesi|päällä|rikki)',
]
