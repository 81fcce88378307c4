import type { Playbook } from '../playbook.ts'
import { fieldsOf } from './checks/fields.ts'
import { pointReleaseTags } from './checks/patterns.ts'
import { usesOf } from './checks/uses.ts'
import { goFix, goLine, vetPrintf } from './steps.ts'

const NOTES = 'https://go.dev/doc/go1.24'

export const go124: Playbook = {
  name: 'go1.24',
  version: '1.24',
  summary:
    'Generic type aliases, `os.Root`, `tool` lines in go.mod; Swiss maps; `rand.Seed` does nothing; `go test` rejects formats that are no constants.',
  source: NOTES,
  steps: [
    {
      kind: 'check',
      title: 'look at rand.Seed',
      why: 'it does nothing: code that needs a fixed sequence has to make its own generator with rand.New',
      source: `${NOTES}#mathrandpkgmathrand`,
      keep: 'randseednop=0',
      ...usesOf('math/rand', ['Seed']),
    },
    {
      kind: 'check',
      title: 'look at small RSA keys',
      why: 'keys of less than 1024 bits are an error',
      source: `${NOTES}#cryptorsapkgcryptorsa`,
      keep: 'rsa1024min=0',
      ...usesOf('crypto/rsa', [
        'GenerateKey',
        'SignPKCS1v15',
        'SignPSS',
        'VerifyPKCS1v15',
        'VerifyPSS',
        'EncryptOAEP',
        'DecryptOAEP',
      ]),
    },
    {
      kind: 'check',
      title: 'look at certificates signed with SHA-1',
      why: 'Verify rejects them always; the setting x509sha1 is gone',
      source: `${NOTES}#cryptox509pkgcryptox509`,
      ...usesOf('crypto/x509', ['SHA1WithRSA', 'ECDSAWithSHA1']),
    },
    {
      kind: 'check',
      title: 'look at certificate policies',
      why: 'CreateCertificate takes them from Policies and no longer from PolicyIdentifiers',
      source: 'https://go.dev/doc/godebug#go-124',
      keep: 'x509usepolicies=0',
      ...fieldsOf('crypto/x509', ['PolicyIdentifiers']),
    },
    {
      kind: 'check',
      title: 'look at RSA keys made by other programs',
      why: 'the CRT values of an encoded key are used, and have to be right',
      source: 'https://go.dev/doc/godebug#go-124',
      keep: 'x509rsacrt=0',
      ...usesOf('crypto/x509', ['ParsePKCS1PrivateKey', 'ParsePKCS8PrivateKey']),
    },
    {
      kind: 'check',
      title: 'look at the key exchanges of TLS',
      why: 'X25519MLKEM768 is on by default, which some old servers take badly; the order of CurvePreferences is ignored',
      source: `${NOTES}#cryptotlspkgcryptotls`,
      keep: 'tlsmlkem=0',
      ...fieldsOf('crypto/tls', ['CurvePreferences']),
    },
    {
      kind: 'check',
      title: 'look at listeners',
      why: 'they take Multipath TCP where the system has it',
      source: 'https://go.dev/doc/godebug#go-124',
      keep: 'multipathtcp=0',
      ...usesOf('net', ['ListenConfig']),
    },
    {
      kind: 'check',
      title: 'look at requests with very many cookies or parameters',
      why: 'since 1.24.8 and 1.24.12 cookies are limited to 3000 and query parameters to 10000',
      source: 'https://go.dev/doc/godebug#go-126',
      keep: 'httpcookiemaxnum=0, urlmaxqueryparams=0',
      ...usesOf('net/url', ['ParseQuery']),
    },
    {
      kind: 'check',
      title: 'look at build constraints that name a point release',
      why: 'there is no tag such as go1.23.1, so the file is never built; vet reports it, and go test runs vet',
      source: `${NOTES}#vet`,
      ...pointReleaseTags,
    },
    goLine(
      '1.24',
      'a format that is no constant, fmt.Printf(s), fails go test, as a % in s prints noise: go vet makes it fmt.Printf("%s", s)',
      [vetPrintf],
    ),
    goFix('1.24', ['stringsseq', 'testingcontext']),
  ],
}
