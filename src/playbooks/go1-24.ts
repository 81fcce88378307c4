import type { Playbook } from '../playbook.ts'
import { usesOf } from './checks/uses.ts'
import { goFix, goLine } from './steps.ts'

const NOTES = 'https://go.dev/doc/go1.24'

export const go124: Playbook = {
  name: 'go1.24',
  version: '1.24',
  summary: 'Generic type aliases, `os.Root`, `tool` lines in go.mod; Swiss maps; `rand.Seed` does nothing.',
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
      title: 'look at certificate policies',
      why: 'CreateCertificate takes them from Policies and no longer from PolicyIdentifiers',
      source: 'https://go.dev/doc/godebug#go-124',
      keep: 'x509usepolicies=0',
      ...usesOf('crypto/x509', ['CreateCertificate']),
    },
    {
      kind: 'check',
      title: 'look at RSA keys made by other programs',
      why: 'the CRT parameters of a PKCS #1 key are used, and have to be right',
      source: 'https://go.dev/doc/godebug#go-124',
      keep: 'x509rsacrt=0',
      ...usesOf('crypto/x509', ['ParsePKCS1PrivateKey']),
    },
    {
      kind: 'check',
      title: 'look at cipher modes without authentication',
      why: 'NewOFB, NewCFBEncrypter and NewCFBDecrypter are deprecated',
      source: `${NOTES}#cryptocipherpkgcryptocipher`,
      ...usesOf('crypto/cipher', ['NewOFB', 'NewCFBEncrypter', 'NewCFBDecrypter']),
    },
    goLine('1.24'),
    goFix('1.24', ['stringsseq', 'testingcontext']),
  ],
}
