/** Names as a sentence has them: `a, b and c`, each once. */
export function listed(names: readonly string[]): string {
  const [last, ...others] = [...new Set(names)].toReversed()
  return others.length === 0 ? `${last}` : `${others.toReversed().join(', ')} and ${last}`
}

/** No more texts than can be read, and how many there are besides. */
export function shortened(texts: readonly string[]): string[] {
  return texts.length > 5 ? [...texts.slice(0, 4), `and ${texts.length - 4} more`] : [...texts]
}
