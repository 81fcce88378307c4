import type { FoundFix, Patch, Step } from './types.ts'

/** Tells apart what each transform made of files in one round, in the order of their names. */
export function stepsOf(
  patches: readonly Patch[],
  patch: (changes: readonly FoundFix[]) => readonly Patch[],
): readonly Step[] {
  const texts = new Map(patches.map(({ path, before }) => [path, before]))
  const fixes = [...new Set(patches.flatMap(({ changes }) => changes))]
  const transforms = [...new Set(fixes.map(({ transform }) => transform))].sort()
  const steps: Step[] = []
  for (const [index, transform] of transforms.entries()) {
    const made = fixes.filter(fix => transforms.indexOf(fix.transform) <= index)
    // Imports that two transforms leave unused together go with the later one.
    for (const { path, after } of index === transforms.length - 1 ? patches : patch(made)) {
      const before = texts.get(path) ?? ''
      if (after !== before) steps.push({ transform, path, before, after })
      texts.set(path, after)
    }
  }
  return steps
}
