// Types (TypeScript 7) and style (Biome). Both always run, so that one look shows everything.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

const bin = (name) => join('node_modules', '.bin', name)
const checks = [
  ['tsc', '-p', 'tsconfig.json'],
  // Browser scripts have the browser's types, not those of Node.
  ...(existsSync('src/web/enhance') ? [['tsc', '-p', 'tsconfig.enhance.json']] : []),
  ['biome', 'check', '--error-on-warnings', '.'],
]

let isGood = true
for (const [name, ...args] of checks) {
  const result = spawnSync(bin(name), args, { stdio: 'inherit', shell: process.platform === 'win32' })
  if (result.status !== 0) isGood = false
}
process.exit(isGood ? 0 : 1)
