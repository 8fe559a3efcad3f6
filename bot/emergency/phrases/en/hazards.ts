// English: what may hurt somebody any moment, and has a dialog or an article of its own: the resident is asked about danger, and answered.
export const hazards: readonly string[] = [
  '(icicle|icicles|roof_tiles|tiles|bricks|masonry|snow|chunks_of_ice|slates|glass|plaster) (is|are|keep|keeps)? (falling|fall|dropping|crashing|coming_down|sliding) .. (people|pavement|sidewalk|street|kids|children|heads|head|entrance|roof|down|someone|passers)',
  '(roof|ceiling|wall|balcony|facade|chimney|scaffolding|scaffold|bridge|tree) .. (about_to|going_to|gonna|may|might|could|starting_to|looks_like_it_will) .. (collapse|fall|fall_down|cave_in|give_way|come_down|fall_off)',
  '(roof|ceiling|wall|balcony|facade|scaffolding|scaffold|bridge) (is|has|just|are)? (collapsing|caving_in|falling_in|falling_down|giving_way|collapsed|coming_down|caved_in)',
  '(manhole|drain|well) (cover|lid) .. (missing|gone|open|off|stolen|loose|broken)',
  '(missing|no|stolen|open) (manhole|drain|well|manhole_cover|manhole_lid) (cover|lid)? .. (street|road|pavement|kids|children|playground|here|outside|path|$)',
  '(lamp_post|lamppost|street_lamp|street_light|streetlight|streetlamp|pole|pylon|cable|cables|wire|wires|overhead_line|traffic_light) .. (sparking|sparks|arcing|crackling|spitting_sparks|throwing_sparks)',
  '(sparks|sparking) .. (from|out_of|at|on|off) .. (lamp_post|lamppost|street_lamp|street_light|streetlight|streetlamp|pole|cable|cables|wire|wires|traffic_light|lamp)',
  '(exposed|live|bare|hanging) (wires|wire|cable|cables) .. (street|playground|kids|children|pavement|lamp|pole|outside|path|ground)',
  '(electric_shock|shock|live|electrified) .. (lamp_post|lamppost|fence|railing|pole|streetlight)',
  '(basement|cellar|garage) (is|keeps|are)? (filling|flooding|filled|filling_up|flooded) (up)? (with)? (water|fast|now|quickly|$)',
  '(manhole|drain|well) .. (no|without|missing|lacks|lost) .. (lid|cover)',
  '(cable|cables|wire|wires|wiring) .. (exposed|bare|uncovered|open|loose|sticking_out|hanging_out|lying_open) (and|with|where|in|on|at|next|near|by|from|out|$)',
  '(loose|exposed|bare|live|open) (electric|electrical|power)? (cable|cables|wire|wires) .. (hanging|lying|out|from|on|in|near|where|there|sticking)',
  '(sparking|crackling|sparks|fizzing|arcing) .. (from|around|in|at|inside|on) (it|the_pole|the_lamp|the_box|the_base|the_post|the_cable)',
  '(its|it_is|it_s|it) (is)? (sparking|crackling|arcing|throwing_sparks)',
  '(kids|children|child) .. (playing|poking|climbing|pulling) .. (cables|cable|wires|wire|electric_box)',
]
