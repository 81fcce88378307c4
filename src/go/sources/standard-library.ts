import { join, relative, sep } from 'node:path'
import type { Files } from './files.ts'
import type { Located, Scope } from './scope.ts'

/** The packages of GOROOT/src; some come from elsewhere and have copies in vendor directories there. */
export interface StandardLibrary {
  /** What code outside the standard library gets for an import path. */
  readonly find: Scope['find']
  /** Undefined for a directory that is not below GOROOT/src. */
  readonly locate: (directory: string) => Located | undefined
}

/** Without a GOROOT nothing is found. */
export function makeStandardLibrary(goroot: string | undefined, files: Files): StandardLibrary {
  if (goroot === undefined) return { find: () => undefined, locate: () => undefined }
  const source = join(goroot, 'src')
  const packages: Scope = { name: 'std', find: path => packageAt(path) ?? packageAt(`vendor/${path}`) }
  const commands: Scope = { name: 'cmd', find: path => packageAt(path) ?? packageAt(`cmd/vendor/${path}`) }

  return {
    // The first element of any other import path has a dot, or names a module of the user's.
    find: path => (/^[^/]*\./u.test(path) ? undefined : packageAt(path)),
    locate(directory) {
      const path = relative(source, directory).split(sep).join('/')
      return path === '' || path.startsWith('..') ? undefined : located(path)
    },
  }

  function packageAt(path: string): Located | undefined {
    const found = located(path)
    return files.goFiles(found.directory).length > 0 ? found : undefined
  }

  function located(path: string): Located {
    const scope = path.startsWith('cmd/') ? commands : packages
    return { directory: join(source, path), importPath: path, scope }
  }
}
