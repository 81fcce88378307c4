export { type Config, defineConfig, definePlaybook, defineTransform } from './config.ts'
export type { GoFile, GoModule } from './go/file.ts'
export type { GoPackage } from './go/package.ts'
export type { SyntaxNode, SyntaxTree } from './go/syntax/tree.ts'
export type { Constant } from './go/types/constant.ts'
export type { TypedFile } from './go/types/files.ts'
export type { GoObject } from './go/types/object.ts'
export type { PackageTypes } from './go/types/package-types.ts'
export type { Type } from './go/types/type.ts'
export type { Uses } from './go/types/uses.ts'
export type { GoVersion } from './go/version.ts'
export type { Playbook, Site, Step } from './playbook.ts'
export { playbooks } from './playbooks/index.ts'
export type {
  Edit,
  FileTransform,
  Finding,
  Fix,
  ImportChange,
  Location,
  Needle,
  PackageTransform,
  Transform,
} from './transform.ts'
export { shippedTransforms } from './transforms/index.ts'
export { mapBytesKeyWith } from './transforms/map-bytes-key/index.ts'
