import type { Playbook } from '../playbook.ts'
import { usesOf } from './checks/uses.ts'
import { goFix, goLine } from './steps.ts'

const NOTES = 'https://go.dev/doc/go1.20'

export const go120: Playbook = {
  name: 'go1.20',
  version: '1.20',
  summary:
    '`unsafe.String`, `unsafe.StringData`, `unsafe.SliceData`; slices convert to arrays; `math/rand` seeds itself.',
  source: NOTES,
  steps: [
    {
      kind: 'check',
      title: 'look at code that counts on a fixed sequence of random numbers',
      why: 'the top-level functions are seeded at random unless Seed is called',
      source: `${NOTES}#library`,
      keep: 'randautoseed=0',
      ...usesOf('math/rand', ['Seed']),
    },
    {
      kind: 'check',
      title: 'look at slice and string headers',
      why: 'unsafe.Slice, String, StringData and SliceData say the same without a uintptr that hides the pointer from the garbage collector; the types are deprecated since 1.21',
      source: `${NOTES}#unsafe`,
      ...usesOf('reflect', ['SliceHeader', 'StringHeader']),
    },
    {
      kind: 'check',
      title: 'look at archives that are unpacked',
      why: 'with the settings at 0, Reader.Next and NewReader return ErrInsecurePath for names that lead out of the directory; without them the check stays with the program',
      source: `${NOTES}#archive-tar`,
      ...usesOf('archive/tar', ['NewReader']),
    },
    {
      kind: 'check',
      title: 'look at methods of elliptic curves',
      why: 'the low-level methods of elliptic.Curve are deprecated; crypto/ecdh is for key exchange',
      source: `${NOTES}#crypto-elliptic`,
      ...usesOf('crypto/elliptic', ['GenerateKey', 'Marshal', 'Unmarshal']),
    },
    goLine('1.20'),
    goFix('1.20', ['stringscutprefix']),
  ],
}
