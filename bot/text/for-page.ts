// A text as a page shows it, which breaks lines where they fit.
import { linkPhones } from './link-phones'

/** No line ends within a number: "30 000 kronor" is not read as 30, and what comes next as 000. */
const holdNumbers = (text: string): string => text.replace(/(?<=\d) (?=\d{3}(?!\d))/g, '\u00A0')

/** @param markdown of a reply, or of its beginning */
export const forPage = (markdown: string): string => holdNumbers(linkPhones(markdown))
