import { readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { UsageError } from '../../errors.ts'
import { parseGoMod } from '../../go/module.ts'
import { gitFiles } from '../git-files.ts'
import type { UpgradeModule } from './plan-upgrade.ts'

/**
 * The modules of a git work tree below the root, those of vendor, testdata and hidden directories left out; sorted,
 * the root first. Throws UsageError when there is none.
 */
export async function findModules(root: string): Promise<UpgradeModule[]> {
  const { files } = await gitFiles(root, ['.'])
  if (!files)
    throw new UsageError('a playbook needs git, to take a step back that fails; run it in a git work tree')
  const directories = files
    .filter(path => posix.basename(path) === 'go.mod')
    .map(path => (posix.dirname(path) === '.' ? '' : posix.dirname(path)))
    .filter(directory => directory.split('/').every(isModuleDirectory))
  if (directories.length === 0) throw new UsageError(`there is no go.mod in ${root}`)
  return directories.sort().map(directory => {
    const { path, goVersion } = parseGoMod(readFileSync(join(root, directory, 'go.mod'), 'utf8'))
    return { directory, path, goVersion }
  })
}

function isModuleDirectory(name: string): boolean {
  return name !== 'vendor' && name !== 'testdata' && !/^[._]/.test(name)
}
