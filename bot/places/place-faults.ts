// The words of every fault of a file of places, for staff.
import type { ColumnName } from './columns'
import { readPoint } from './coordinates'
import type { PlaceFault } from './place-finding'

export const andMore = (fault: PlaceFault, more: number): PlaceFault => ({
  ...fault,
  message: {
    sv: `${fault.message.sv} Det gäller ${more} ${more === 1 ? 'rad' : 'rader'} till.`,
    en: `${fault.message.en} So do ${more} more.`,
  },
})

export const badEncoding = (line: number): PlaceFault => ({
  code: 'P002',
  line,
  message: { sv: 'Filen är inte sparad som UTF-8.', en: 'The file is not saved as UTF-8.' },
  hint: {
    sv: 'Spara den igen som "CSV UTF-8". Annars blir å, ä och ö andra tecken.',
    en: 'Save it again as "CSV UTF-8".',
  },
})

export const quoteNotClosed = (line: number): PlaceFault => ({
  code: 'P003',
  line,
  message: {
    sv: 'Ett citattecken på den här raden stängs aldrig.',
    en: 'A quotation mark on this line is never closed.',
  },
  hint: {
    sv: 'Ta bort citattecknet eller sätt ett till efter texten.',
    en: 'Remove it, or put another one behind the text.',
  },
})

export const columnsMissing = (line: number, missing: readonly ColumnName[]): PlaceFault => {
  const names = missing.map((name) => `"${name}"`).join(', ')
  return {
    code: 'P001',
    line,
    message: {
      sv: `Rubrikraden saknar ${names}.`,
      en: `The heading lacks ${names}.`,
    },
    hint: {
      sv: 'Skriv en rubrikrad: gata;nummer;postnummer;ort;lat;lon. För platser utan adress räcker namn;lat;lon.',
      en: 'Write a heading: gata;nummer;postnummer;ort;lat;lon. For places without an address namn;lat;lon will do.',
    },
  }
}

export const wrongWidth = (line: number, found: number, wanted: number): PlaceFault => ({
  code: 'P010',
  line,
  message: {
    sv: `Raden har ${found} fält, rubriken har ${wanted}. Raden används inte.`,
    en: `The row has ${found} fields, the heading ${wanted}. The row is not used.`,
  },
  hint: {
    sv: 'Lägg till det som saknas, eller sätt citattecken runt ett fält som innehåller skiljetecknet.',
    en: 'Add what is missing, or quote a field that holds the separator.',
  },
})

export const badCoordinates = (line: number, lat: string, lon: string): PlaceFault => {
  const swapped = readPoint(lon, lat) !== undefined
  const isGrid = Number(lat) > 1_000 || Number(lon) > 1_000
  return {
    code: 'P011',
    line,
    message: {
      sv: `lat "${lat}" och lon "${lon}" är inte en plats i Sverige. Raden används inte.`,
      en: `lat "${lat}" and lon "${lon}" are no place in Sweden. The row is not used.`,
    },
    hint: swapped
      ? { sv: 'De står i fel ordning: byt plats på lat och lon.', en: 'Swap lat and lon.' }
      : isGrid
        ? {
            sv: 'Det ser ut som SWEREF 99. Ge dem i WGS 84, som grader: 56.0465 och 12.6945.',
            en: 'It looks like SWEREF 99. Give degrees of WGS 84: 56.0465 and 12.6945.',
          }
        : {
            sv: 'Skriv grader i WGS 84, till exempel 56.0465 och 12.6945.',
            en: 'Write degrees of WGS 84, such as 56.0465 and 12.6945.',
          },
  }
}

export const noAddress = (line: number): PlaceFault => ({
  code: 'P012',
  line,
  message: {
    sv: 'Raden har varken gata med nummer eller ett namn. Raden används inte.',
    en: 'The row has neither a street with a number nor a name. The row is not used.',
  },
  hint: {
    sv: 'Skriv gata och nummer, till exempel Storgatan och 12 B, eller ett namn.',
    en: 'Write a street and a number such as Storgatan and 12 B, or a name.',
  },
})

export const twice = (line: number, name: string, firstLine: number): PlaceFault => ({
  code: 'P013',
  line,
  message: {
    sv: `"${name}" står redan på rad ${firstLine}, på ett annat ställe. Den första gäller.`,
    en: `"${name}" stands on line ${firstLine} already, at another spot. The first one counts.`,
  },
  hint: {
    sv: 'Ta bort den rad som är fel, eller skriv ort så att de skiljs åt.',
    en: 'Remove the wrong one, or write "ort" so that they differ.',
  },
})

export const farAway = (line: number, metres: number): PlaceFault => {
  const km = Math.round(metres / 1_000)
  return {
    code: 'P014',
    line,
    message: {
      sv: `Platsen ligger ${km} km från de andra.`,
      en: `The place is ${km} km away from the others.`,
    },
    hint: { sv: 'Kontrollera lat och lon.', en: 'Check lat and lon.' },
  }
}
