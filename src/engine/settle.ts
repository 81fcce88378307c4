import type { FoundFix } from './types.ts'

/** How a set of fixes fared when all of it was tried together. */
export type Trial =
  | { readonly passed: true }
  | { readonly passed: false; readonly output: string; readonly suspects: ReadonlySet<FoundFix> }

/** The fixes that pass together, and the others each with what was said when it joined those before it. */
export interface Settled {
  readonly accepted: readonly FoundFix[]
  readonly broken: ReadonlyMap<FoundFix, string>
}

/**
 * Finds the fixes that do not pass, by bisection: yields sets to try and is told how they fared. Suspects
 * are only tried last; no fix is given up before the set without it passed and the set with it did not.
 * `whole` is how all of them fared, where that is known.
 */
export function* settle(
  fixes: readonly FoundFix[],
  whole?: Trial,
): Generator<readonly FoundFix[], Settled, Trial> {
  const broken = new Map<FoundFix, string>()
  const accepted = yield* extend([], fixes, whole)
  return { accepted, broken }

  function* extend(
    base: readonly FoundFix[],
    group: readonly FoundFix[],
    known?: Trial,
  ): Generator<readonly FoundFix[], readonly FoundFix[], Trial> {
    if (group.length === 0) return base
    const trial = known ?? (yield [...base, ...group])
    if (trial.passed) return [...base, ...group]
    const [first, second] = divide(group, trial.suspects)
    if (second === undefined) {
      for (const fix of first) broken.set(fix, trial.output)
      return base
    }
    const extended = yield* extend(base, first)
    const isSameSet = extended.length === base.length + first.length
    return yield* extend(extended, second, isSameSet ? trial : undefined)
  }
}

function divide(
  group: readonly FoundFix[],
  suspects: ReadonlySet<FoundFix>,
): readonly [readonly FoundFix[], (readonly FoundFix[])?] {
  if (group.length === 1) return [group]
  const suspected = group.filter(fix => suspects.has(fix))
  if (suspected.length > 0 && suspected.length < group.length)
    return [group.filter(fix => !suspects.has(fix)), suspected]
  const middle = Math.ceil(group.length / 2)
  return [group.slice(0, middle), group.slice(middle)]
}
