import type { Playbook } from '../playbook.ts'
import { fieldsOf } from './checks/fields.ts'
import { usesOf } from './checks/uses.ts'
import { goFix, goLine, rewrite } from './steps.ts'

const NOTES = 'https://go.dev/doc/go1.17'

export const go117: Playbook = {
  name: 'go1.17',
  version: '1.17',
  summary:
    '`//go:build` lines; pruned module graphs; `unsafe.Slice`, `unsafe.Add`, and slices convert to array pointers.',
  source: NOTES,
  steps: [
    {
      kind: 'check',
      title: 'look at URL queries that may hold semicolons',
      why: 'a semicolon no longer separates query parameters: settings with one are dropped, and ParseQuery gives an error',
      source: `${NOTES}#semicolons`,
      ...usesOf('net/url', ['ParseQuery']),
    },
    {
      kind: 'check',
      title: 'look at addresses that may have leading zeros',
      why: 'decimal parts of IPv4 addresses with leading zeros are rejected, since other systems read them as octal',
      source: `${NOTES}#netpkgnet`,
      ...usesOf('net', ['ParseIP', 'ParseCIDR']),
    },
    {
      kind: 'check',
      title: 'look at protocols that TLS peers negotiate',
      why: 'a connection fails when both sides name application protocols and have none in common',
      source: `${NOTES}#ALPN`,
      ...fieldsOf('crypto/tls', ['NextProtos']),
    },
    {
      kind: 'check',
      title: 'look at the order of cipher suites',
      why: 'crypto/tls orders them by itself: the order of CipherSuites and the field PreferServerCipherSuites are ignored',
      source: `${NOTES}#cryptotlspkgcryptotls`,
      ...fieldsOf('crypto/tls', ['CipherSuites', 'PreferServerCipherSuites']),
    },
    {
      kind: 'check',
      title: 'look at certificates that are made',
      why: 'CreateCertificate gives an error when the private key is not that of the parent',
      source: `${NOTES}#cryptox509pkgcryptox509`,
      ...usesOf('crypto/x509', ['CreateCertificate']),
    },
    goLine(
      '1.17',
      'the module graph is pruned: go.mod lists every module that is needed, indirect ones in a block of their own',
    ),
    rewrite(
      'build-tags',
      'Go 1.17 reads `//go:build`; `// +build` stays for Go 1.16',
      `${NOTES}#build-lines`,
    ),
    rewrite('array-cast', 'casts to huge arrays are what unsafe.Slice replaces', `${NOTES}#language`),
    goFix('1.17', ['unsafefuncs']),
  ],
}
