// Addresses below a GeoReport server: `https://open311.example.se/v2` → `https://open311.example.se/v2/requests.json?…`.

/** Each part is one step of the path, whatever it holds. */
export function addressOf(base: string, parts: readonly string[], query: URLSearchParams): URL {
  const url = new URL(base)
  const steps = parts.map(encodeURIComponent).join('/')
  url.pathname = `${url.pathname.replace(/\/+$/, '')}/${steps}.json`
  for (const [name, value] of query) url.searchParams.set(name, value)
  return url
}
