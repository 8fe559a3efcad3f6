// English: gas and poison in the air.
export const gas: readonly string[] = [
  '(gas|propane|stove|hob|burner|cylinder) .. (wont|cant|cannot|doesnt|not) .. (shut|turn|switch|close|stop) .. (off|leaking|leak|hissing|coming_out)',
  '(hear|hearing|hissing|hisses) .. (gas|propane)',
  '(gas|propane) .. .. .. (hissing|leaking|hear)',
  '(eyes|throat|nose) .. (burning|stinging|sting|burn|stings) .. .. (gas|everyone|coughing|smell|people|fumes|cloud|chemical*|truck)',
  '(everyone|all_of_us|we_all|whole_family|we) .. (headache|headaches|dizzy|nauseous|vomiting|sick) .. .. (alarm|detector|gas|monoxide|boiler|heater|fumes)',
  '(alarm|detector|boiler|heater) .. (beeping|ringing|going_off|howling|on) .. .. (headache|headaches|dizzy|nauseous|vomiting|faint)',
  '(mixed|mixing) .. (bleach|chlorine|ammonia|cleaner|cleaners|chemicals) .. .. (breathe|breathing|cough|coughing|fumes|burning|dizzy|gas)',
  '(smell|smells|smelling|smelled|odor|odour|stinks|smel|stink|scent|reeks) .. (gas|propane|natural_gas|lpg|butane|leaking_gas|rotten_eggs_and_gas)',
  '(gas) (leak|leaking|leaks|leakage|smell|odor|odour|escaping|is_leaking|pipe_broke|pipe_burst|coming_out|everywhere|hissing|leek|lekage|cloud|fumes)',
  '(gas|propane|pipe|bottle|cylinder|stove|ammonia|chlorine|line|main) .. (leak|leaking|leaks|leakage|hissing|escaping|ruptured|burst)',
  '(leak|leaking|leakage) of gas',
  '(carbon_monoxide|co|monoxide) (alarm|detector|poisoning) .. (beeping|going_off|ringing|dizzy|headache|goes|sounding|help|now|sick|on|is|$)',
  '(chlorine_gas|toxic_gas|poison_gas|chemical_leak|chemical_spill|ammonia_leak|gas_attack)',
  '(inhaled|breathed_in|breathing_in|breathing) .. (gas|chlorine|ammonia|fumes|monoxide|chemicals)',
  '(left|forgot|turn_off) .. (gas) .. (on|smell|dizzy|turn_off)',
]
