import type { Playbook } from '../playbook.ts'
import { usesBeforeErrorCheck } from './checks/before-error.ts'
import { usesOf } from './checks/uses.ts'
import { goFix, goLine } from './steps.ts'

const NOTES = 'https://go.dev/doc/go1.25'

export const go125: Playbook = {
  name: 'go1.25',
  version: '1.25',
  summary:
    '`GOMAXPROCS` follows the CPU limit of the container; a nil pointer that went unnoticed since 1.21 panics; `sync.WaitGroup.Go`, `testing/synctest`.',
  source: NOTES,
  steps: [
    {
      kind: 'check',
      title: 'look at results that are used before the error is',
      why: 'compilers from 1.21 to 1.24 could put the nil check too late; such code now panics where it is wrong',
      source: `${NOTES}#compiler`,
      ...usesBeforeErrorCheck,
    },
    {
      kind: 'check',
      title: 'look at how GOMAXPROCS is set',
      why: 'on Linux its default follows the CPU limit of the cgroup and changes with it; setting it turns that off',
      source: `${NOTES}#runtime`,
      keep: 'containermaxprocs=0, updatemaxprocs=0',
      ...usesOf('runtime', ['GOMAXPROCS']),
    },
    {
      kind: 'check',
      title: 'look at TLS 1.2 with SHA-1 signatures',
      why: 'they are refused',
      source: `${NOTES}#cryptotlspkgcryptotls`,
      keep: 'tlssha1=1',
      ...usesOf('crypto/tls', ['PKCS1WithSHA1', 'ECDSAWithSHA1', 'VersionTLS12']),
    },
    {
      kind: 'check',
      title: 'look at subject key identifiers',
      why: 'CreateCertificate fills a missing one in with SHA-256 instead of SHA-1',
      source: `${NOTES}#cryptox509pkgcryptox509`,
      keep: 'x509sha256skid=0',
      ...usesOf('crypto/x509', ['CreateCertificate']),
    },
    {
      kind: 'check',
      title: 'look at tests that count allocations',
      why: 'AllocsPerRun panics while parallel tests run',
      source: `${NOTES}#testingpkgtesting`,
      ...usesOf('testing', ['AllocsPerRun']),
    },
    {
      kind: 'check',
      title: 'look at mail servers that are looked up',
      why: 'LookupMX also returns names that look like IP addresses',
      source: `${NOTES}#netpkgnet`,
      ...usesOf('net', ['LookupMX']),
    },
    goLine('1.25'),
    goFix('1.25', ['waitgroup', 'hostport']),
  ],
}
