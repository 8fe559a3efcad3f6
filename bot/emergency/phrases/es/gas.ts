// Spanish: gas and poison in the air.
export const gas: readonly string[] = [
  '(huele|olor|fuga|escape|huelo|oliendo|oler|apesta|siento_olor|fugas) .. (gas|butano|propano|gases)',
  '(gas|butano|bombona|tubería) .. (fuga|escapa|escape|pierde|olor|fugando|saliendo|escapando)',
  '(monóxido|monóxido_de_carbono) .. (alarma|intoxicación|mareado|detector|suena|intoxicado|mareo|mareada)',
  '(intoxicación|intoxicado|intoxicados) (por|con) (gas|monóxido|humo)',
  '(alarma|detector|sensor) .. (monóxido|gas|carbono) .. (suena|pita|sonando|pitando|saltó|saltado|activó|pitado)',
  '(monóxido|carbono) .. (suena|pita|mareados|mareo|mareado|mareada|náuseas|dolor_de_cabeza|vómitos|pitando|sonando|saltó|duele)',
  '(cocina|estufa|hornilla|bombona|calentador|caldera|llave|manguera|tubería) (de)? .. gas .. (abierta|abierto|pierde|fuga|silba|suelta|escapa|rota|encendido|sale|huele|roto)',
  '(gas) .. (abierto|encendido|escapando|escapándose|silba|silbando|se_sale|está_saliendo)',
]
