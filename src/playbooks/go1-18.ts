import type { Playbook } from '../playbook.ts'
import { literalsWithout } from './checks/fields.ts'
import { templateLogic } from './checks/patterns.ts'
import { either, usesOf } from './checks/uses.ts'
import { goFix, goLine, rewrite } from './steps.ts'

const NOTES = 'https://go.dev/doc/go1.18'

export const go118: Playbook = {
  name: 'go1.18',
  version: '1.18',
  summary:
    'Generics and `any`; workspaces; `// +build` lines are no longer needed; `go get` installs nothing.',
  source: NOTES,
  steps: [
    {
      kind: 'check',
      title: 'look at TLS clients of old servers',
      why: 'clients ask for TLS 1.2 at least unless MinVersion says otherwise',
      source: `${NOTES}#tls10`,
      ...literalsWithout('crypto/tls', 'Config', 'MinVersion'),
    },
    {
      kind: 'check',
      title: 'look at certificates signed with SHA-1',
      why: 'they are rejected, unless they are self-signed roots; the setting x509sha1 that allowed them is gone since 1.24',
      source: `${NOTES}#sha1`,
      ...usesOf('crypto/x509', ['VerifyOptions', 'SHA1WithRSA', 'ECDSAWithSHA1']),
    },
    {
      kind: 'check',
      title: 'look at templates whose and / or has function calls',
      why: 'they stop at the first argument that decides, so later functions are not called',
      source: `${NOTES}#texttemplatepkgtexttemplate`,
      ...templateLogic,
    },
    {
      kind: 'check',
      title: 'look at what is gone from syscall/js',
      why: 'the interface Wrapper was removed, so code that names it does not compile',
      source: `${NOTES}#syscalljspkgsyscalljs`,
      ...usesOf('syscall/js', ['Wrapper']),
    },
    {
      kind: 'check',
      title: 'look at Title',
      why: 'it is deprecated: it takes no notice of Unicode punctuation and of languages',
      source: `${NOTES}#stringspkgstrings`,
      ...either(usesOf('strings', ['Title']), usesOf('bytes', ['Title'])),
    },
    goLine('1.18', 'it turns on type parameters'),
    rewrite(
      'build-tags',
      'every supported toolchain reads `//go:build`, so `// +build` goes',
      `${NOTES}#go-build-lines`,
    ),
    rewrite(
      'pinned-substring-key',
      'strings.Clone copies a substring, so that a map which keeps it as a key does not keep the whole string',
      `${NOTES}#stringspkgstrings`,
    ),
    goFix('1.18', ['any', 'stringscut', 'stringsbuilder']),
  ],
}
