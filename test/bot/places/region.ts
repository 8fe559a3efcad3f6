// A small town with two localities, and the shipped sample.
import { checkPlaces } from '../../../bot/places/check-places'
import { createPlaces } from '../../../bot/places/find-places'
import { readPlaceFiles } from '../../../bot/places/read-place-files'
import { projectRoot } from '../../support/project-root'

export const smallTown = `gata;nummer;postnummer;ort;lat;lon;namn
Drottninggatan;1;111 11;Lillstad;56.0400;12.7000;
Drottninggatan;3;111 11;Lillstad;56.0404;12.7000;
Drottninggatan;5;111 11;Lillstad;56.0408;12.7000;
Drottninggatan;5B;111 11;Lillstad;56.0409;12.7000;
Drottninggatan;40;111 11;Lillstad;56.0450;12.7000;
Carl Krooks gata;2;111 11;Lillstad;56.0401;12.7011;
Carl Krooks gata;30;111 11;Lillstad;56.0401;12.7080;
Norra Storgatan;7;111 11;Lillstad;56.0500;12.7100;
Södra Storgatan;7;111 11;Lillstad;56.0300;12.7100;
Kyrkvägen;4;111 12;Ödåkra;56.1000;12.7400;
Kyrkvägen;4;111 13;Råå;56.0000;12.7400;
Kyrkvägen;9;111 13;Råå;56.0005;12.7400;
;;;Lillstad;56.0441;12.6951;Busstorget
;;;Lillstad;56.0424;12.7018;Stadsparken
;;;Lillstad;56.0515;12.6999;Lillstads lasarett
`
export const town = { name: 'Lillstad', placesOutside: ['Storköping'] }

export const placesOf = (text: string) =>
  createPlaces(checkPlaces([{ path: 'knowledge/places/test.csv', text }]).rows, town)

export const smallTownPlaces = placesOf(smallTown)

export async function sampleFile() {
  const [file, ...more] = await readPlaceFiles(`${projectRoot}/knowledge`)
  if (file === undefined || more.length > 0) throw new Error('one sample file is shipped')
  return file
}
