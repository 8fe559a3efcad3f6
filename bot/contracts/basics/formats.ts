// Formats of `Intl`, each made once: making one costs as much as some hundred uses of it.

/** @param make called when a format with these options was not asked for before; `locale` is a BCP 47 tag. */
function keepFormats<Options extends object, Format>(make: (locale: string, options: Options) => Format) {
  const known = new Map<string, Format>()
  return (locale: string, options: Options): Format => {
    const key = `${locale} ${JSON.stringify(options)}`
    const format = known.get(key) ?? make(locale, options)
    known.set(key, format)
    return format
  }
}

export const dateFormat = keepFormats(
  (locale, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options),
)

export const numberFormat = keepFormats(
  (locale, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options),
)

export const listFormat = keepFormats(
  (locale, options: Intl.ListFormatOptions) => new Intl.ListFormat(locale, options),
)
