import type { Playbook } from '../playbook.ts'
import { fieldsOf } from './checks/fields.ts'
import { subtreePatterns } from './checks/patterns.ts'
import { either, usesOf } from './checks/uses.ts'
import { goFix, goLine, vetPrintf } from './steps.ts'

const NOTES = 'https://go.dev/doc/go1.26'

export const go126: Playbook = {
  name: 'go1.26',
  version: '1.26',
  summary: '`new` takes a value; the Green Tea garbage collector; `go fix` with modernizers.',
  source: NOTES,
  steps: [
    {
      kind: 'check',
      title: 'look at URLs whose host has colons',
      why: 'Parse rejects a host with colons outside of brackets, such as http://::1/',
      source: `${NOTES}#neturlpkgneturl`,
      keep: 'urlstrictcolons=0',
      ...usesOf('net/url', ['Parse', 'ParseRequestURI']),
    },
    {
      kind: 'check',
      title: 'look at sources of randomness given to crypto',
      why: 'these functions ignore the reader that they are given and use a secure source; tests that count on a fixed one need testing/cryptotest',
      source: 'https://go.dev/doc/godebug#go-126',
      keep: 'cryptocustomrand=1',
      ...either(
        usesOf('crypto/rsa', ['GenerateKey', 'GenerateMultiPrimeKey', 'EncryptPKCS1v15']),
        usesOf('crypto/ecdsa', ['GenerateKey', 'Sign', 'SignASN1']),
        usesOf('crypto/dsa', ['GenerateKey']),
        usesOf('crypto/rand', ['Prime']),
      ),
    },
    {
      kind: 'check',
      title: 'look at the key exchanges of TLS',
      why: 'two more hybrid ones are on by default where CurvePreferences names none',
      source: `${NOTES}#cryptotlspkgcryptotls`,
      keep: 'tlssecpmlkem=0',
      ...fieldsOf('crypto/tls', ['CurvePreferences']),
    },
    {
      kind: 'check',
      title: 'look at subtrees that a ServeMux redirects to',
      why: 'the redirect to the path with a slash is a 307 instead of a 301',
      source: `${NOTES}#nethttppkgnethttp`,
      ...subtreePatterns,
    },
    {
      kind: 'check',
      title: 'look at JPEGs that are compared bit by bit',
      why: 'encoder and decoder are new, and give slightly different images',
      source: `${NOTES}#imagejpegpkgimagejpeg`,
      ...usesOf('image/jpeg', ['Encode', 'Decode']),
    },
    goLine(
      '1.26',
      'go test also rejects %q of integers other than runes and bytes, and looks at formats behind interface methods: https://go.dev/issue/72850',
      [vetPrintf],
    ),
    goFix('1.26', ['newexpr', 'errorsastype']),
  ],
}
