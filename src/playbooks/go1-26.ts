import type { Playbook } from '../playbook.ts'
import { usesOf } from './checks/uses.ts'
import { goFix, goLine } from './steps.ts'

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
      source: 'https://go.dev/doc/godebug#go-126',
      keep: 'urlstrictcolons=0',
      ...usesOf('net/url', ['Parse', 'ParseRequestURI']),
    },
    {
      kind: 'check',
      title: 'look at sources of randomness given to crypto',
      why: 'most functions ignore the reader they are given and use a secure source; tests that count on a fixed one need testing/cryptotest',
      source: 'https://go.dev/doc/godebug#go-126',
      keep: 'cryptocustomrand=1',
      ...usesOf('crypto/rsa', ['GenerateKey', 'EncryptPKCS1v15']),
    },
    {
      kind: 'check',
      title: 'look at requests with very many cookies or parameters',
      why: 'cookies are limited to 3000 and query parameters to 10000',
      source: 'https://go.dev/doc/godebug#go-126',
      keep: 'httpcookiemaxnum=0, urlmaxqueryparams=0',
      ...usesOf('net/url', ['ParseQuery']),
    },
    goLine('1.26'),
    goFix('1.26', ['newexpr']),
  ],
}
