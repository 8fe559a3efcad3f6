// Spanish: somebody ill or confused who is gone, or was found.
export const lostPerson: readonly string[] = [
  '(encontrado|encontré|encontramos|hay|he_visto|vi|veo) .. (señor|señora|anciano|anciana|hombre|mujer|abuelo|abuela|persona|viejo) (mayor|muy)? .. (desorientado|desorientada|confundido|confundida|perdido|perdida|demencia|alzheimer)',
  '(señor|señora|anciano|anciana|abuelo|abuela) (mayor)? .. (desorientado|desorientada|confundido|confundida) .. (calle|aquí|portal|parque|solo|sola|tienda|$)',
  '(anciano|anciana|señor_mayor|señora_mayor|abuelo|abuela) .. no (sabe|recuerda|se_acuerda) .. (dónde|donde|quién|casa)',
  '(abuela|abuelo|anciano|anciana|demencia|alzheimer) .. (desaparecido|desaparecida|desapareció|perdido|perdida|se_perdió)',
]
