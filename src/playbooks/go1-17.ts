import type { Playbook } from '../playbook.ts'
import { usesOf } from './checks/uses.ts'
import { buildTags, goLine } from './steps.ts'

const NOTES = 'https://go.dev/doc/go1.17'

export const go117: Playbook = {
  name: 'go1.17',
  version: '1.17',
  summary: '`//go:build` lines, lazy loading of modules, `unsafe.Slice` and `unsafe.Add`.',
  source: NOTES,
  steps: [
    {
      kind: 'check',
      title: 'look at URL queries that may hold semicolons',
      why: 'a semicolon no longer separates query parameters: settings after one are dropped, and ParseQuery gives an error',
      source: `${NOTES}#semicolons`,
      ...usesOf('net/url', ['ParseQuery']),
    },
    {
      kind: 'check',
      title: 'look at addresses that may have leading zeros',
      why: 'decimal parts of IPv4 addresses with leading zeros are rejected, since other systems read them as octal',
      source: `${NOTES}#net`,
      ...usesOf('net', ['ParseIP', 'ParseCIDR', 'ResolveIPAddr', 'ResolveTCPAddr', 'ResolveUDPAddr']),
    },
    {
      kind: 'check',
      title: 'look at protocols that TLS peers negotiate',
      why: 'a connection fails when both sides name application protocols and have none in common',
      source: `${NOTES}#ALPN`,
      ...usesOf('crypto/tls', ['Config']),
    },
    goLine('1.17'),
    buildTags('Go 1.17 reads `//go:build`; `// +build` stays for Go 1.16'),
  ],
}
