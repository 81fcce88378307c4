/** Compares versions of a module by the rules that select them (https://semver.org/#spec-item-11); negative: a is older. */
export function compareModuleVersions(a: string, b: string): number {
  const [left, right] = [partsOf(a), partsOf(b)]
  return (
    compareLists(left.numbers, right.numbers) ||
    // A release is newer than what led to it.
    Number(right.isPrerelease) - Number(left.isPrerelease) ||
    compareLists(left.prerelease, right.prerelease)
  )
}

function partsOf(version: string) {
  const [, numbers = '', prerelease] = /^v?([\d.]*)(?:-([^+]*))?/u.exec(version) ?? []
  return {
    numbers: numbers.split('.'),
    isPrerelease: prerelease !== undefined,
    prerelease: prerelease?.split('.') ?? [],
  }
}

function compareLists(a: readonly string[], b: readonly string[]): number {
  for (const [index, word] of a.entries()) {
    const other = b[index]
    if (other === undefined) return 1
    const order = compareIdentifiers(word, other)
    if (order !== 0) return order
  }
  return a.length - b.length
}

/** Numbers come before words, and may be longer than a JS number holds. */
function compareIdentifiers(a: string, b: string): number {
  const [isNumber, isOtherNumber] = [/^\d+$/u.test(a), /^\d+$/u.test(b)]
  if (isNumber !== isOtherNumber) return isNumber ? -1 : 1
  if (isNumber && a.length !== b.length) return a.length - b.length
  return a < b ? -1 : a > b ? 1 : 0
}
