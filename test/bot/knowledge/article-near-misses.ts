// What resembles a fault of an article and is right.
import type { ArticleNearMiss } from './article-fault'

export const articleNearMisses: readonly ArticleNearMiss[] = [
  { code: 'D001', name: 'a key that may be left out', change: ['owner:', 'sample: avgiften\nowner:'] },
  { code: 'D060', name: 'the name of the file in quotes', change: ['id: elda', 'id: "elda"'] },
  { code: 'D061', name: 'a leap day', change: ['validUntil: 2027-10-01', 'validUntil: 2028-02-29'] },
  { code: 'D062', name: 'a source with a query', change: ['se/elda', 'se/elda?s=1#ris'] },
  {
    code: 'D063',
    name: 'a short answer in bold',
    change: ['Du får elda torrt ris.', '**Du får elda** torrt ris.'],
  },
  {
    code: 'D010',
    name: 'a dialog that exists',
    change: ['reviewed: 2026-10-01', 'dialog: grovsopor\nreviewed: 2026-10-01'],
  },
  { code: 'A001', name: 'another department', change: ['department: miljo', 'department: avfall'] },
  {
    code: 'A002',
    name: 'a date of next spring',
    change: ['validUntil: 2027-10-01', 'validUntil: 2027-04-01'],
  },
  { code: 'N001', name: 'a question that resembles another', change: ['bränna ris', 'får man elda ris'] },
  { code: 'N002', name: 'a fourth question', change: ['- bränna ris', '- bränna ris\n  - elda i tunna'] },
  { code: 'T020', name: 'an article with its translation', change: ['torrt ris', 'torrt gräs'] },
  { code: 'T021', name: 'a translation beside its article', file: 'en', change: ['dry twigs', 'twigs'] },
  {
    code: 'T023',
    name: 'a translation read through on the same day',
    file: 'en',
    change: ['reviewed: 2026-10-02', 'reviewed: 2026-10-01'],
  },
  { code: 'T024', name: 'a phone number that is the same', file: 'en', change: ['Call 042', 'Ring 042'] },
  {
    code: 'T027',
    name: 'the word machine in a text',
    file: 'en',
    change: ['dry twigs', 'twigs cut by machine'],
  },
  {
    code: 'T030',
    name: 'a sentence of 25 words',
    file: 'en',
    change: ['A barrel costs SEK 2,660.', `${'word '.repeat(24)}word.`],
  },
  { code: 'T040', name: 'a comparison', change: ['torrt ris', 'ris < 2 m'] },
  { code: 'T041', name: 'a link to another site', change: ['example.se/mer', 'example.com/m%C3%A5l?x=1'] },
  { code: 'T042', name: 'a numbered sign inside a text', change: ['torrt ris', 'torrt ris (nr 1)'] },
  { code: 'T043', name: 'an amount below a thousand', change: ['2 660 kronor', '450 kronor'] },
  { code: 'T044', name: 'a number of another town', change: ['042-10 50 00', '08-508 005 00'] },
  { code: 'T045', name: 'a number of three digits', change: ['Ring 042-10 50 00.', 'Ring 112 vid brand.'] },
  { code: 'T046', name: 'the word example', change: ['torrt ris', 'till exempel ris'] },
  { code: 'T047', name: 'three sentences', change: ['torrt ris.', 'torrt ris. Aldrig löv.'] },
]
