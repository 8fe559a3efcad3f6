// German: gas and poison in the air.
export const gas: readonly string[] = [
  '(riecht|stinkt|rieche|geruch|gerochen|riechen|richt|stink) .. (gas|propan|erdgas)',
  '(gasgeruch|gasleck|gasaustritt|gasleitung_kaputt|gasleitung_beschädigt|gasleitung_leck|gasalarm|chlorgas|ammoniakaustritt|kohlenmonoxidvergiftung|co-vergiftung|gas_ausgetreten)',
  '(gas|gasflasche|gasleitung|gasherd|propan|chlor) .. (tritt_aus|strömt|austritt|leck|undicht|ausgetreten|strömt_aus|zischt|leckt|entweicht)',
  '(kohlenmonoxid|co-melder|co_melder|gasmelder|kohlenmonoxidmelder) .. (alarm|piept|schwindel|schlägt|kopfschmerzen|angegangen|schrillt|geht)',
  '(co|kohlenmonoxid|gas|co-warner|kohlenmonoxidwarner|kohlenmonoxidmelder|gaswarner|gasmelder|co-melder) (melder|alarm|warner)? .. (piept|schrillt|geht|heult|schlägt|pfeift|ausgelöst|angesprungen|losgegangen)',
  '(gasherd|gasofen|gastherme|gasflasche|gashahn|gasschlauch|gasleitung|gaskocher) .. (undicht|zischt|offen|aufgedreht|tritt|leckt|ausgelaufen|angelassen|aufgelassen|riecht|kaputt)',
  '(zischt|strömt|tritt) .. (gas|gasflasche|gasleitung|gasherd)',
]
