import type { Playbook } from '../playbook.ts'
import { usesOf } from './checks/uses.ts'
import { buildTags, goFix, goLine } from './steps.ts'

const NOTES = 'https://go.dev/doc/go1.18'

export const go118: Playbook = {
  name: 'go1.18',
  version: '1.18',
  summary: 'Generics; `any`; `// +build` lines are no longer needed.',
  source: NOTES,
  steps: [
    {
      kind: 'check',
      title: 'look at TLS clients of old servers',
      why: 'clients ask for TLS 1.2 at least unless Config.MinVersion says otherwise',
      source: `${NOTES}#tls10`,
      ...usesOf('crypto/tls', ['Config', 'Dial', 'Client']),
    },
    {
      kind: 'check',
      title: 'look at certificates signed with SHA-1',
      why: 'they are rejected, unless they are self-signed; the setting x509sha1 that brought them back is gone since 1.24',
      source: `${NOTES}#sha1`,
      ...usesOf('crypto/x509', ['VerifyOptions']),
    },
    {
      kind: 'check',
      title: 'look at strings.Title',
      why: 'it is deprecated: it takes no notice of Unicode word boundaries',
      source: `${NOTES}#library`,
      ...usesOf('strings', ['Title']),
    },
    goLine('1.18'),
    buildTags('every supported toolchain reads `//go:build`, so `// +build` goes'),
    goFix('1.18', ['any', 'stringscut']),
  ],
}
