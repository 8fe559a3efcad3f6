// A file of its own, for scripts that are fetched late would bring the chat's Swedish words with them once more.

/** Stands in where the chat's own words are not translated, or the city does not speak the page's language. */
export const fallback = 'en'
