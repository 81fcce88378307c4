import type { Overlay } from './overlay.ts'
import type { FoundFix, Patch, Verdict, Verification, Verify } from './types.ts'

/** Has fixes of one round compiled together, each with a verdict; no verdicts where nothing is compiled. */
export type Compiler = (changes: readonly FoundFix[]) => Promise<Verification>

/** Compiles on top of what earlier rounds made; the last set of fixes asked for is remembered. */
export function makeCompiler(
  verify: Verify | undefined,
  overlay: Overlay,
  patch: (changes: readonly FoundFix[]) => readonly Patch[],
): Compiler {
  let last: { readonly changes: ReadonlySet<FoundFix>; readonly verification: Verification } | undefined

  return async changes => {
    if (!verify || changes.length === 0) return { verdicts: new Map(), notes: [] }
    if (last?.changes.size === changes.length && changes.every(change => last?.changes.has(change)))
      return last.verification
    const { verdicts, notes } = await verify({
      base: new Map(overlay.patches().map(({ path, after }) => [path, after])),
      changes,
      patch,
    })
    const NOT_COMPILED: Verdict = { status: 'unverified', reason: 'it was not compiled' }
    const all = changes.map(change => [change, verdicts.get(change) ?? NOT_COMPILED] as const)
    const verification = { verdicts: new Map(all), notes }
    last = { changes: new Set(changes), verification }
    return verification
  }
}
