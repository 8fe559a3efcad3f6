// What an answer must not say by itself: that something was or will be done, and anything about who words it. A source may.
import { toFolded } from '../text/compared'

/** On folded text. Each place that matches must stand in the sources, word for word. */
const claims: readonly RegExp[] = [
  // Somebody speaks: the answers of a city's pages have no "I".
  /\b(?:jag|mig|mitt|mina|oss)\b|(?<!\d ?)\bmin\b(?! \d)/g,
  /\bi(?:'m|'ve|'ll|'d| am| have| will| can| cannot| did| was| do)\b|\b(?:me|my|mine|myself)\b/g,
  // Of itself, and of what it was told.
  /\b(?:instruktion|instruction|prompt|systemmeddel|system message|sprakmodell|language model|artificiell|artificial|openai|chatgpt|gpt|chatb|chattb|assistent|assistant|robot|sourcesused|completeness|json|source_|link_|utvecklar|developer|jailbreak|ai)\w*\b/g,
  // Done.
  /\b(?:har|ar|blev|blivit|blir|bli|ska|kommer att|hade)(?: (?:nu|redan|just|harmed|precis|darfor|att|bli|ha|blivit|du|dig|vi))* (?:bok|avbok|anmal|skick|registr|andr|spar|bestall|godkan|bevilj|motta|tagit|tagen|skap|rader|betal|noter|vidare|kopp|fix|ordn|lov|garant|besl|avskriv|sankt|hojt|tagits|lagts?|flytt|ringt|mejl|utfor|genomfor|klar|avslut|upphav|aterbet|utbetal|rest)\w*/g,
  /\b(?:has|have|had|is|are|was|were|be|been|being|gets?|got)(?: (?:now|already|just|hereby|been|successfully|be|also))* (?:book|report|sent|send|regist|cancel|chang|sav|order|approv|grant|receiv|creat|delet|paid|pay|not(?:ed|ified)|forward|transfer|connect|schedul|submitt|process|refund|waiv|complet|confirm|guarant|promis|decid|escalat|updat|fil(?:ed|ing)|fix|remov|don)\w*/g,
  // Promised.
  /\b(?:vi|kommunen|staden|nagon|handlaggaren|en handlaggare|en kollega|en medarbetare|systemet) (?:ska|skall|kommer|aterkommer|ringer|kontaktar|skickar|hor av|lovar|garanterar|ordnar|fixar|beslutar|bokar|godkanner)\b(?: \w+)?/g,
  /\b(?:we|someone|somebody|the city|an officer|a colleague|our (?:team|staff)|they|staff)(?:'ll)?(?: (?:will|shall|promise|guarantee|call|contact|send|are going to|is going to))\b(?: \w+)?/g,
  /\b(?:du|ni) (?:far|kommer|blir|har|ar)(?: att)?(?: fa)?(?: (?:snart|nu|strax|ratt|garanterat|inom|ett|en|dina|din|ditt|pengarna|beviljad|godkand|anmald|inbokad|bokad|upprin\w*))+/g,
  /\byou(?:'ll| will| are| have)(?: (?:soon|shortly|now|been|be|receive|get|granted|approved|entitled|booked))+/g,
  /\b(?:din|ditt|dina) (?:ansokan|ansokningar|anmalan|bokning|arende|begaran|bestallning|betalning|faktura|bot|boter|avgift|tillstand|bygglov|plats|klagomal|utbetalning|konto|uppgifter)(?: \w+)? (?:ar|har|blir|kommer)\b(?: \w+)?/g,
  /\byour (?:\w+ )?(?:application|report|booking|case|request|order|payment|invoice|fine|fee|permit|complaint|account|appointment|place|data)(?: \w+)? (?:is|are|has|have|was|will)\b(?: \w+)?/g,
  /\b(?:harmed|hereby|pa dina vagnar|on your behalf|at dig|for your account|bekraftelsenummer|confirmation number|arendenummer|case number|klart!|done!)/g,
]

export function claimsAreFrom(answer: string, sources: string): boolean {
  const said = toFolded(answer)
  const known = ` ${toFolded(sources)} `
  return claims.every((claim) => [...said.matchAll(claim)].every(([words]) => known.includes(words)))
}
