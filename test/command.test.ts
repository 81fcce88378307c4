import { expect, test } from 'vitest'
import { runCommand } from '../src/command.ts'

const cwd = process.cwd()
const node = process.execPath

test('output, errors and exit code are told apart', async () => {
  const script = 'console.log("out"); console.error("err"); process.exitCode = 3'
  expect(await runCommand(node, ['-e', script], { cwd })).toEqual({
    exitCode: 3,
    stdout: 'out\n',
    stderr: 'err\n',
  })
})

test('arguments are never seen by a shell', async () => {
  const argument = '$HOME `id` "quoted" *'
  const result = await runCommand(node, ['-p', 'process.argv[1]', argument], { cwd })
  expect(result.stdout).toBe(`${argument}\n`)
})

test('variables are added to the environment and removed from it', async () => {
  const script = 'JSON.stringify([process.env.ADDED, process.env.HOME ?? null, "PATH" in process.env])'
  const result = await runCommand(node, ['-p', script], { cwd, env: { ADDED: 'yes', HOME: undefined } })
  expect(JSON.parse(result.stdout)).toEqual(['yes', null, true])
})

test('input arrives whole, and a program that does not read it is no error', async () => {
  const input = 'é'.repeat(200_000)
  const echo = 'process.stdin.pipe(process.stdout)'
  expect((await runCommand(node, ['-e', echo], { cwd, input })).stdout).toBe(input)
  expect((await runCommand(node, ['-e', ''], { cwd, input })).exitCode).toBe(0)
})

test('a program that is not there is a result', async () => {
  expect(await runCommand('gomend-no-such-program', [], { cwd })).toMatchObject({
    exitCode: undefined,
    failure: 'missing',
  })
})

test.skipIf(process.platform === 'win32')('a timeout also ends what the program started', async () => {
  // The grandchild shares the output pipe, so the result cannot be there before it has ended too.
  const child = "process.stdout.write('started'); setInterval(() => {}, 1000)"
  const parent = `require('child_process').spawn(process.execPath, ['-e', ${JSON.stringify(child)}], { stdio: 'inherit' })`
  const result = await runCommand(node, ['-e', parent], { cwd, timeout: 1500 })
  expect(result).toEqual({ exitCode: undefined, failure: 'timeout', stdout: 'started', stderr: '' })
})
