// The only code that the machine's own Node runs (20 or newer): it brings in the packages, among them
// Node 24, in which everything else runs. A second start installs nothing and needs no network.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const modules = join(root, 'node_modules')
const stampPath = join(modules, '.voordeur-stempel')
const wantedMajor = 24

if (process.argv.includes('--stempel')) {
  writeStamp()
} else {
  if (!isInstalled()) install()
  checkNode()
}

/** The hash of what was asked for: package.json and the lock. The platform is in it, for a folder that is shared. */
function wantedStamp() {
  const hash = createHash('sha256').update(`${process.platform}-${process.arch}\n`)
  for (const name of ['package.json', 'package-lock.json']) hash.update(readFileSync(join(root, name)))
  return hash.digest('hex')
}

function isInstalled() {
  return existsSync(stampPath) && readFileSync(stampPath, 'utf8').trim() === wantedStamp()
}

/** Also called by `postinstall`, so that a plain `npm ci` counts as installed. */
function writeStamp() {
  if (existsSync(modules)) writeFileSync(stampPath, `${wantedStamp()}\n`)
}

function install() {
  console.error('Voordeur: pakketten installeren (de eerste keer ongeveer een halve minuut) …')
  // `ci` on an empty folder follows the lock exactly; on a filled one it would throw everything away first.
  const command = existsSync(modules) ? 'install' : 'ci'
  const result = spawnSync('npm', [command, '--no-fund', '--no-audit', '--loglevel=error'], {
    cwd: root,
    // Our answers on standard output must not be mixed with those of npm.
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  })
  if (result.status !== 0) {
    fail(
      'Het installeren is niet gelukt. Lees de melding hierboven; vaak is er geen verbinding met internet.',
    )
  }
  writeStamp()
}

function checkNode() {
  const bin = join(modules, '.bin', process.platform === 'win32' ? 'node.cmd' : 'node')
  const result = spawnSync(bin, ['-v'], { encoding: 'utf8', shell: process.platform === 'win32' })
  const version = String(result.stdout ?? '').trim()
  if (version.startsWith(`v${wantedMajor}.`)) return
  fail(
    `Node ${wantedMajor} ontbreekt in node_modules (gevonden: ${version || 'niets'}). ` +
      'Het npm-pakket "node" zet die neer met een installatiescript. ' +
      'Staat npm op "ignore-scripts"? Zet dat uit, verwijder de map node_modules en probeer het opnieuw.',
  )
}

function fail(message) {
  console.error(`Voordeur: ${message}`)
  process.exit(1)
}
