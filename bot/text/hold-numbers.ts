/** No line ends within a number: "30 000 kronor" is not read as 30, and what comes next as 000. For where lines are broken to fit. */
export const holdNumbers = (text: string): string => text.replace(/(?<=\d) (?=\d{3}(?!\d))/g, '\u00A0')
