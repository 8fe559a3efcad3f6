// Files of places with one fault each, and files that look like it and have none.
import type { PlaceCheck } from '../../../bot/places/place-finding'

const heading = 'gata;nummer;postnummer;ort;lat;lon'
const sound = 'Storgatan;1;111 11;Lillstad;56.04;12.70'
const file = (...lines: readonly string[]): string => `${[heading, sound, ...lines].join('\n')}\n`

export const placeFaults: readonly {
  readonly code: PlaceCheck
  readonly line: number
  readonly text: string
  readonly sv: string
}[] = [
  { code: 'P001', line: 1, text: 'gata;nummer;lat\n', sv: 'Rubrikraden saknar "lon".' },
  { code: 'P001', line: 1, text: 'gata;lat;lon\n', sv: 'Rubrikraden saknar "nummer".' },
  { code: 'P001', line: 1, text: '', sv: 'Rubrikraden saknar "gata", "nummer", "lat", "lon".' },
  { code: 'P002', line: 3, text: file('S\uFFFDdergatan;1;;;56.04;12.70'), sv: 'UTF-8' },
  { code: 'P003', line: 3, text: file('"Storgatan;2;;;56.04;12.70'), sv: 'stängs aldrig' },
  { code: 'P010', line: 3, text: file('Storgatan;2;56.04;12.70'), sv: 'Raden har 4 fält, rubriken har 6.' },
  { code: 'P011', line: 3, text: file('Storgatan;2;;;12.70;56.04'), sv: 'är inte en plats i Sverige' },
  { code: 'P011', line: 3, text: file('Storgatan;2;;;6213000;107000'), sv: 'är inte en plats i Sverige' },
  { code: 'P011', line: 3, text: file('Storgatan;2;;;;'), sv: 'är inte en plats i Sverige' },
  {
    code: 'P012',
    line: 3,
    text: file('Storgatan;;;;56.04;12.70'),
    sv: 'varken gata med nummer eller ett namn',
  },
  { code: 'P012', line: 3, text: file('Storgatan;tolv;;;56.04;12.70'), sv: 'varken gata med nummer' },
  {
    code: 'P013',
    line: 3,
    text: file('Storgatan;1;111 11;Lillstad;56.05;12.70'),
    sv: '"Storgatan 1, Lillstad" står redan på rad 2',
  },
  {
    code: 'P014',
    line: 4,
    text: file('Storgatan;2;;;56.04;12.71', 'Storgatan;3;;;58.04;12.71'),
    sv: 'ligger 222 km från de andra',
  },
]

export const placeNearMisses: readonly { readonly code: PlaceCheck; readonly text: string }[] = [
  { code: 'P001', text: 'namn,lat,lon\nBusstorget,56.04,12.70\n' },
  {
    code: 'P001',
    text: '\uFEFFGATUNAMN;Nr;Postort;Latitud;Longitud\r\nStorgatan;1;Lillstad;56,04;12,70\r\n',
  },
  { code: 'P002', text: file('Södergatan;1;;;56.04;12.70') },
  {
    code: 'P003',
    text: file('"Storgatan";"2";;"Lillstad";56.04;12.70', '"Kung ""Karls"" gata";2;;;56.04;12.70'),
  },
  { code: 'P010', text: `gata,nummer,lat,lon\n"Storgatan, norra delen",1,56.04,12.70\n\n` },
  { code: 'P011', text: file('Storgatan;2;;;56,04;12,70') },
  { code: 'P012', text: file('Storgatan;12b;;;56.04;12.70') },
  {
    code: 'P013',
    text: file('Storgatan;1;111 22;Ödåkra;56.05;12.70', 'Storgatan;1;;Lillstad;56.0401;12.70'),
  },
  { code: 'P014', text: file('Storgatan;2;;;56.04;12.71', 'Storgatan;3;;;56.34;12.71') },
]
