// Swedish: somebody ill or confused who is gone, or was found.
export const lostPerson: readonly string[] = [
  '(försvunnen|försvunnit|saknad|saknas|bortsprungen|irrat) .. (dement|demens|demenssjuk|alzheimer|mormor|morfar|farmor|farfar|mamma|pappa|gammal|pensionär|kall*) ~',
  '(dement|demens|demenssjuk|demente|dementa|mormor|morfar|farmor|farfar|mamma|pappa|pensionär|gamla|äldre) .. (försvunnit|försvunnen|saknas|irrat_bort|rymt|borta_sen|borta_sedan|gått_vilse|gått_ut|irrat|kommit_hem_inte) ~',
  '(dement|dementa|demens|alzheimers|senil|förvirrad|förvirrade) .. .. .. (försvunnen|försvann|borta|hittar|gett_sig_av|gått_ut|gick_ut|smitit|rymt) ',
  '(dement|demens|demenssjuk|demente|dementa|alzheimers|senil) .. .. (gått|gick|gett_sig|smitit|rymt|stuckit) (ut|hemifrån|hemma|iväg|av|från_boendet|själv)',
  '(gått|gick|smitit|rymt|stuckit) (ut|hemifrån|iväg|från_boendet) .. .. (dement|demens|demenssjuk|alzheimers|senil)',
  '(hittat|hittade|hitta|hittar|träffat|träffade|såg|ser|sett|här_är|sitter|står|går|irrar|tagit_hand_om) .. (förvirrad|förvirrade|förvirat|dement|demente|dementa|vilsen|vilsna|virrig|virriga|desorienterad|senil) .. (dam|damen|tant|tanten|gubbe|gubben|man|kvinna|person|äldre|herre|farbror|gumma|pensionär|människa|åldring)',
  '(förvirrad|förvirrade|dement|demente|dementa|vilsen|vilsna|virrig|virriga|desorienterad|senil) (gammal|gamla|äldre|liten)? (gammal|äldre)? (dam|tant|gubbe|man|kvinna|person|herre|gumma|pensionär|människa|åldring) .. .. (ute|utanför|gatan|torget|här|hos_oss|utan|hittar|busshållplatsen|affären|trappan|trapphuset|parken|stationen|vägen|irrar|vandrar)',
  '(hittat|hittade|hitta|har|ser|här) .. (förvirrad|dement|vilsen|virrig|desorienterad) (gammal|gamla|äldre)? (dam|tant|gubbe|man|kvinna|person|herre|pensionär) $',
  '(tant|tanten|gubbe|gubben|dam|damen|man|kvinna|person|äldre|farbror|gumma|pensionär|herre) .. .. (vet|minns|hittar|kommer_ihåg) .. inte .. (hem|var_hon_bor|var_han_bor|vart_hon_ska|vart_han_ska|var_hon_är|var_han_är)',
  '(vet_inte|minns_inte) (var|vart) (hon|han) (bor|är|ska) .. .. (gammal|gamla|äldre|tant|gubbe|dam|dement|förvirrad)',
  '(dement|demens|demenssjuk|demente|alzheimers|senil) .. .. inte (hemma|kvar|kvar_hemma|på_boendet|kommit_hem|kommit_tillbaka|i_sin_lägenhet)',
  '(äldre|gammal|gamla) (dam|damen|man|kvinna|tant|gubbe|person|herre) .. .. (förvirrad|vilsen|virrig|desorienterad|bortkommen)',
  '<relative> .. (gått|gick) vilse (i|på|och|nu|$)',
  '(dement|demente|dementa) .. (är|e|varit) (borta|spårlöst|väck) (nu|sen|sedan|från|i|och|$)',
  '(dement|demente|dementa|demens|alzheimers) .. (kom|kommit|kommer) (inte|aldrig) (hem|tillbaka)',
]
