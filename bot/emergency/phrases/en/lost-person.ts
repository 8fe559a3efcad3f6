// English: somebody ill or confused who is gone, or was found.
export const lostPerson: readonly string[] = [
  '(elderly|dementia|demented|old|grandma|grandpa|grandmother|grandfather|alzheimers|alzheimer|confused) .. (missing|disappeared|wandered|lost|gone|wandering|not_come_home|ran_off) ~',
  '(dementia|demented|alzheimers|alzheimer|senile) .. .. (missing|gone|left|walked_out|wandered|disappeared|lost|went_out|not_home|run_away)',
  '(missing|gone|walked_out|wandered|disappeared|lost) .. .. (dementia|demented|alzheimers|alzheimer|senile)',
  '(found|find|met|seeing|see|saw|there_is|theres|with) .. (confused|disoriented|lost|demented|bewildered|dementia) .. (lady|woman|man|gentleman|person|elderly|grandma|grandpa|pensioner|senior|guy)',
  '(confused|disoriented|demented|bewildered) (old|elderly|older)? (lady|woman|man|gentleman|person|pensioner) .. .. (outside|street|here|park|bus|shop|stairs|standing|wandering|sitting|at|in|$)',
  '(old|elderly|older) (lady|woman|man|gentleman|person) .. .. (doesnt_know|cant_remember|not_know|cant_find|forgot|forgotten) .. (where|home|way|name|address)',
  '(old|elderly|older) (lady|woman|man|gentleman|person) .. .. (confused|disoriented|bewildered)',
  '(found|find|there_is|theres|met) .. (old|elderly|older) (lady|woman|man|gentleman|person) .. (confused|disoriented|lost|bewildered)',
]
