import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { runInTerminal } from '../command.ts'
import type { EditFiles } from '../terminal/edit.ts'

/** Editors that want the line behind the path; all others take `+LINE` before it, as vi does. */
const LINE_BEHIND = new Set(['code', 'code-insiders', 'codium', 'cursor', 'hx', 'helix', 'subl', 'zed'])
/** Those that return at once unless they are told to wait. */
const HAVE_TO_WAIT = new Set(['code', 'code-insiders', 'codium', 'cursor', 'subl', 'zed'])

/**
 * Opens copies of files in the editor that VISUAL or EDITOR names, with its arguments, else vi. When the editor fails,
 * the texts come back as they were and the reason goes to `report`.
 */
export function editorFor(
  { VISUAL, EDITOR }: Readonly<Record<string, string | undefined>>,
  report: (message: string) => void,
): EditFiles {
  const command = VISUAL || EDITOR || 'vi'
  return async (files, line) => {
    const directory = mkdtempSync(join(tmpdir(), 'gomend-edit-'))
    try {
      const paths = files.map(({ path }) => join(directory, path))
      for (const [index, path] of paths.entries()) {
        mkdirSync(dirname(path), { recursive: true })
        writeFileSync(path, files[index]?.text ?? '')
      }
      // EDITOR may have arguments and quotes: git hands it to a shell, too.
      const script = `${command} "$@"`
      const exitCode = await runInTerminal('sh', [
        '-c',
        script,
        command,
        ...editorArguments(command, paths, line),
      ])
      if (exitCode === 0) return paths.map(path => readFileSync(path, 'utf8'))
      report(
        `${command} ended with ${exitCode ?? 'a signal'}: the change is as it was; set EDITOR to another editor`,
      )
      return files.map(({ text }) => text)
    } finally {
      rmSync(directory, { recursive: true, force: true })
    }
  }
}

function editorArguments(command: string, paths: readonly string[], line: number): readonly string[] {
  const name = basename(command.trim().split(/\s+/)[0] ?? '')
  const [first = '', ...rest] = paths
  if (!LINE_BEHIND.has(name)) return [`+${line}`, ...paths]
  const wait = HAVE_TO_WAIT.has(name) ? ['--wait'] : []
  const goto = name.startsWith('co') || name === 'cursor' ? ['--goto'] : []
  return [...wait, ...goto, `${first}:${line}`, ...rest]
}
