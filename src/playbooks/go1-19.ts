import type { Playbook } from '../playbook.ts'
import { usesOf } from './checks/uses.ts'
import { goFix, goLine } from './steps.ts'

const NOTES = 'https://go.dev/doc/go1.19'

export const go119: Playbook = {
  name: 'go1.19',
  version: '1.19',
  summary:
    'A revised memory model, typed atomics, `GOMEMLIMIT`; `os/exec` stops finding programs in the current directory.',
  source: NOTES,
  steps: [
    {
      kind: 'check',
      title: 'look at programs that are started by name',
      why: 'a program found in the current directory by way of PATH is an error, ErrDot',
      source: `${NOTES}#os-exec-path`,
      keep: 'execerrdot=0',
      ...usesOf('os/exec', ['Command', 'CommandContext', 'LookPath']),
    },
    {
      kind: 'check',
      title: 'look at 64-bit atomic operations on plain integers',
      why: 'the revised memory model speaks of typed atomics too: those are always aligned, while a plain 64-bit integer has to be by hand on 32-bit machines, and can be read without the atomic operation',
      source: `${NOTES}#atomic_types`,
      ...usesOf('sync/atomic', [
        'AddInt64',
        'AddUint64',
        'LoadInt64',
        'LoadUint64',
        'StoreInt64',
        'StoreUint64',
        'SwapInt64',
        'SwapUint64',
        'CompareAndSwapInt64',
        'CompareAndSwapUint64',
      ]),
    },
    {
      kind: 'check',
      title: 'look at how the garbage collector is tuned',
      why: 'a soft memory limit, GOMEMLIMIT or debug.SetMemoryLimit, does what ballasts and a tuned GOGC were for',
      source: `${NOTES}#runtime`,
      ...usesOf('runtime/debug', ['SetGCPercent']),
    },
    {
      kind: 'check',
      title: 'look at points of elliptic curves from outside',
      why: 'functions that are given a point that is not on the curve panic',
      source: `${NOTES}#cryptoellipticpkgcryptoelliptic`,
      ...usesOf('crypto/elliptic', ['Marshal', 'MarshalCompressed']),
    },
    {
      kind: 'check',
      title: 'look at runtime.GOROOT',
      why: 'it is empty in programs built with -trimpath, unless GOROOT is set',
      source: `${NOTES}#runtimepkgruntime`,
      ...usesOf('runtime', ['GOROOT']),
    },
    {
      kind: 'check',
      title: 'look at certificates with MD5 signatures',
      why: 'CreateCertificate no longer makes them',
      source: `${NOTES}#cryptox509pkgcryptox509`,
      ...usesOf('crypto/x509', ['MD5WithRSA']),
    },
    goLine('1.19'),
    goFix('1.19', ['atomictypes']),
  ],
}
