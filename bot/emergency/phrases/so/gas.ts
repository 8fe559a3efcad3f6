// Somali: gas and poison in the air.
export const gas: readonly string[] = [
  '(ukunta|ukun) .. (qudhun*|qurun*|uraya) .. .. (suux*|madax*|wareer*|dhisme*)?',
  '(gaaska|shooladda|gaas) .. (iloobay|hilmaamay|illoobay|furan|furnaa|daminin) .. .. (madax*|wareer*|suux*|lalabbo*|matag*|hurd*|habeen*)?',
  '(dhammaan|dhamaanteen|qof_walba|qoyska|kulligeen|qoyskii) .. (madax*|wareer*|matag*|lalabbo*) .. .. (gaas*|dhuxul*|kulayliye*|makiinad*|alaarm*)',
  '(dhuxul|dhuxusha|kulayliyaha|matoorka|shoolad|girgire) .. .. .. (madax*|wareer*|matag*|lalabbo*|suux*)',
  '(ur|uraya|urayaa|urta|carfa|urinayaa|urinaynaa|uriyaa|uriyey|urayso|uraysa|carfaya|urinayo) .. (gaas|gaaska|gaz|gas)',
  '(gaas|gaaska|gas|gaz) .. (uraya|ur|soo_baxaya|dildilaacay|ka_baxaya|soo_daadanaya|uraayo|baxaya|daadanaya|siidaynaya|urayaa|liikayaa|dusaya|ka_dusaya|dhuunta|sii_daayay|urta|urinayaa)',
  '(alaarmiga|alaarmi|qalabka|dareemaha|alaarm|digniinta) .. (gaaska|kaarboon|monoxide|carbon|karboon|gaas) .. (dhawaaqaya|qaylinaya|yeeraya|dhawaaqayaa|qaylinayaa|shaqaynaya|ku_dhawaaqay|wareer*|dhacay)',
  '(carbon_monoxide|kaarboon_moonoksaydh|kaarboon|karboon|monoxide) .. (wareer*|madax*|lalabbo*|matag*|alaarm*|suux*|daal*|dhawaaq*|qaylin*)',
  '(shooladda|shoolad|burjikada|dhalada_gaaska|tuubada|dhuunta|kitlida) .. (gaas|gaaska)? .. (furan|daysanaya|dusaya|liikaya|jabtay|sii_daynaya|baxaya|shanqaraysa)',
]
