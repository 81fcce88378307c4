import type { Playbook } from '../playbook.ts'
import { panicNil } from './checks/patterns.ts'
import { usesOf } from './checks/uses.ts'
import { goFix, goLine } from './steps.ts'

const NOTES = 'https://go.dev/doc/go1.21'

export const go121: Playbook = {
  name: 'go1.21',
  version: '1.21',
  summary:
    'The `go` line becomes the least version that builds the module, and sets the GODEBUG defaults; `toolchain` lines; `min`, `max`, `clear`, `slices`, `maps`; a preview of loop variables per iteration.',
  source: NOTES,
  steps: [
    {
      kind: 'check',
      title: 'look at panic(nil)',
      why: 'it panics with a *runtime.PanicNilError, so recover no longer returns nil for it',
      source: `${NOTES}#language`,
      keep: 'panicnil=1',
      ...panicNil,
    },
    {
      kind: 'check',
      title: 'look at slice and string headers',
      why: 'the types are deprecated; unsafe.Slice, SliceData, String and StringData say the same without a uintptr that hides the pointer from the garbage collector',
      source: `${NOTES}#reflectpkgreflect`,
      ...usesOf('reflect', ['SliceHeader', 'StringHeader']),
    },
    {
      kind: 'check',
      title: 'look at flags that are set by the program',
      why: 'the definition of a flag panics when Set was called for it before; packages are initialised in an order that may differ',
      source: `${NOTES}#flagpkgflag`,
      ...usesOf('flag', ['Set']),
    },
    {
      kind: 'check',
      title: 'look at descriptors that are opened without blocking',
      why: 'Fd of a file that NewFile made of one leaves it that way',
      source: `${NOTES}#ospkgos`,
      ...usesOf('os', ['NewFile']),
    },
    {
      kind: 'check',
      title: 'look at forms with very many parts',
      why: 'the number of MIME headers and of parts is limited',
      source: 'https://go.dev/doc/godebug#go-121',
      keep: 'multipartmaxheaders=N, multipartmaxparts=N',
      ...usesOf('mime/multipart', ['NewReader']),
    },
    {
      kind: 'gate',
      title: 'confirm that everybody who builds or imports the module can have Go 1.21',
      why: 'from here on the go line is a strict minimum, for dependents too',
      source: `${NOTES}#tools`,
    },
    goLine(
      '1.21',
      'it is the least version that builds the module, and the GODEBUG defaults are those of Go 1.21',
    ),
    goFix('1.21', ['minmax', 'slicescontains', 'slicessort']),
  ],
}
