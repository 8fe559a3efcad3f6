// Swedish: somebody who cannot get out of a lift.
export const stuckInLift: readonly string[] = [
  '(fast|fastnat|fastnade|instängd|instängda|inlåst|inlåsta|fången|stuck) (i|inne_i|inuti) (en|vår|den|husets)? (hissen|hiss|hisen)',
  '(sitter|satt|är|står|blivit|kvar|har) .. (fast|fastnat|instängd|instängda|inlåst) .. (hissen|hiss|hisen)',
  '(kommer|kan|tar) .. inte .. (ut|ur|upp) .. (hissen|hiss|hisen)',
  '(hissen|hiss|hisen) .. .. (jag|vi|hon|han|mamma|pappa|någon|folk|barnen|sonen|dottern|mormor|grannen) .. (fast|instängd|instängda|inlåst|kvar_i|inne_i)',
  '(hissen|hiss) .. .. .. (kommer|kan|får) .. inte .. (ut|ur|upp_dörren|öppna)',
  '(jag|vi|någon|folk|mamma|pappa|grannen|barn|hon|han) .. (i|inne_i) (hissen|en_hiss) .. .. (stannat|stannade|står_still|går_inte|fastnat|mellan_två)',
  '(hissen|hiss) .. .. .. (med_mig_i|med_oss_i|kvar_inne|inne_i_den|kvar_i_den|jag_är_inne|vi_är_inne|är_i_den)',
]
