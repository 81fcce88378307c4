import type { Playbook } from '../playbook.ts'
import { panicNil } from './checks/patterns.ts'
import { usesOf } from './checks/uses.ts'
import { goFix, goLine } from './steps.ts'

const NOTES = 'https://go.dev/doc/go1.21'

export const go121: Playbook = {
  name: 'go1.21',
  version: '1.21',
  summary:
    'The `go` line becomes the least version that builds the module, and sets the GODEBUG defaults; `min`, `max`, `clear`, `slices`, `maps`.',
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
      title: 'look at templates with JavaScript template literals',
      why: 'an action inside of one is an error; since 1.23 it is escaped instead',
      source: 'https://go.dev/doc/godebug#go-121',
      keep: 'jstmpllitinterp=1',
      ...usesOf('html/template', ['New', 'ParseFiles', 'ParseGlob', 'ParseFS']),
    },
    {
      kind: 'check',
      title: 'look at forms with very many parts',
      why: 'the number of MIME headers and parts is limited',
      source: 'https://go.dev/doc/godebug#go-121',
      keep: 'multipartmaxheaders=…, multipartmaxparts=…',
      ...usesOf('mime/multipart', ['NewReader']),
    },
    goLine('1.21'),
    goFix('1.21', ['minmax', 'slicescontains', 'slicessort']),
  ],
}
