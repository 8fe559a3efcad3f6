/**
 * `make`, done once for each thing and kept as long as the thing itself: what is made of content, which never changes, serves
 * every turn. Things are told apart by identity.
 */
export function madeOnce<Thing extends object, Made>(make: (thing: Thing) => Made): (thing: Thing) => Made {
  const known = new WeakMap<Thing, { readonly made: Made }>()
  return (thing) => {
    const before = known.get(thing)
    if (before !== undefined) return before.made
    const made = make(thing)
    known.set(thing, { made })
    return made
  }
}
