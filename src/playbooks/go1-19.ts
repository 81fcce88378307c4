import type { Playbook } from '../playbook.ts'
import { usesOf } from './checks/uses.ts'
import { goLine } from './steps.ts'

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
      title: 'look at atomic operations on plain integers',
      why: 'the typed atomics are always aligned, and cannot be read without the atomic operation; 64-bit ones crash on 32-bit machines when they are not aligned',
      source: `${NOTES}#sync-atomic`,
      ...usesOf('sync/atomic', [
        'AddInt64',
        'AddUint64',
        'LoadInt64',
        'LoadUint64',
        'StoreInt64',
        'StoreUint64',
        'CompareAndSwapInt64',
        'CompareAndSwapUint64',
      ]),
    },
    {
      kind: 'check',
      title: 'look at how the garbage collector is tuned',
      why: 'GOMEMLIMIT and debug.SetMemoryLimit replace ballasts and most settings of GOGC',
      source: `${NOTES}#runtime`,
      ...usesOf('runtime/debug', ['SetGCPercent']),
    },
    goLine('1.19'),
  ],
}
