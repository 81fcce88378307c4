/** Names as a sentence has them: `a, b and c`, each once. */
export function listed(names: readonly string[]): string {
  const [last, ...others] = [...new Set(names)].toReversed()
  return others.length === 0 ? `${last}` : `${others.toReversed().join(', ')} and ${last}`
}
