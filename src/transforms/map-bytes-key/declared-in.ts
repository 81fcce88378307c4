import type { GoObject } from '../../go/types/object.ts'
import type { PackageTypes } from '../../go/types/package-types.ts'

/** Reports whether an object is declared in the directory: by its package or that of its external tests. */
export function isDeclaredIn({ importPath }: PackageTypes, object: GoObject): boolean {
  return object.package === importPath || object.package === `${importPath}_test`
}
