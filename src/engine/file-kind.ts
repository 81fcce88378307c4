import type { FileKind } from '../go/file.ts'

// The extensions go/build passes to matchFile (go/build/build.go); .syso and .swigcxx's outputs are binary.
const OTHER_EXTENSIONS = new Set(
  '.s .S .sx .c .h .hh .hpp .hxx .cc .cpp .cxx .m .f .F .for .f90 .swig .swigcxx'.split(' '),
)

/** What go/build would take a file of this name for; undefined when it would not read it. */
export function fileKind(name: string): FileKind | undefined {
  const dot = name.lastIndexOf('.')
  if (dot < 0) return undefined
  const extension = name.slice(dot)
  if (extension === '.go') return 'go'
  return OTHER_EXTENSIONS.has(extension) ? 'other' : undefined
}
