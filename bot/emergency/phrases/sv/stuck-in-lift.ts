// Swedish: somebody who cannot get out of a lift.
export const stuckInLift: readonly string[] = [
  '(fast|fastnat|fastnade|instängd|instängda|inlåst|inlåsta|fången|stuck) (i|inne_i|inuti) (en|vår|den|husets)? (hissen|hiss|hisen)',
  '(sitter|satt|är|står|blivit|kvar|har) .. (fast|fastnat|instängd|instängda|inlåst) .. (hissen|hiss|hisen)',
  '(kommer|kan|tar) .. inte .. (ut|ur|upp) .. (hissen|hiss|hisen)',
  '(hissen|hiss|hisen) .. .. (sitter|är|står|blev) .. (fast|instängd|instängda|inlåst|kvar_i|inne_i)',
  '(hissen|hiss) .. .. .. (kommer|kan|får) .. inte .. (ut|ur|upp_dörren|öppna)',
  '(jag|vi|någon|folk|mamma|pappa|grannen|barn|hon|han) .. (i|inne_i) (hissen|en_hiss) .. .. (stannat|stannade|står_still|går_inte|fastnat|mellan_två)',
]
