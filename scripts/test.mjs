// npm test: first types and style; then, side by side, the tests of parts and of the program as a whole, and the
// journeys in a browser in two lots: those that start a whole government beside them wait for it more than they work.
// What runs beside is shown when it ends, so that lines do not mix, and what fails is shown last: the closing lines on
// the screen decide the exit code.
import { spawn } from 'node:child_process'
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
const children = new Set()
for (const signal of ['SIGINT', 'SIGTERM'])
  process.once(signal, () => {
    for (const child of children) child.kill(signal)
  })

const checked = await run('check')
if (checked !== 0) process.exit(checked)

const directory = mkdtempSync(join(tmpdir(), 'voordeur-test-'))
const shown = join(directory, 'shown.txt')
const beside = lots().map((files, i) => {
  const kept = join(directory, `journeys-${i}.txt`)
  writeFileSync(kept, '')
  return { kept, ended: journeys(files, kept) }
})
const ours =
  (await run('test:unit', shown, process.stdout)) || (await run('test:whole', shown, process.stdout))
if (ours === 0) process.stdout.write('\nThe journeys in a browser go on; they show when they end.\n\n')
let theirs = 0
for (const { kept, ended } of beside) {
  theirs ||= await ended
  process.stdout.write(readFileSync(kept))
}
if (ours !== 0) process.stdout.write(`\nFAILED, before the journeys:\n${ending(readFileSync(shown, 'utf8'))}`)
rmSync(directory, { recursive: true, force: true })
process.exit(ours || theirs)

/** Every file with journeys, in one lot or the other. */
function lots() {
  const folder = join('test', 'journeys')
  const files = readdirSync(folder).filter((name) => name.endsWith('.test.ts'))
  const paths = files.map((name) => join(folder, name))
  const isSlow = (path) => readFileSync(path, 'utf8').includes("from './inwoners.ts'")
  return [paths.filter(isSlow), paths.filter((path) => !isSlow(path))]
}

function journeys(files, kept) {
  const node = join('node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node')
  return start(node, ['--test', '--test-isolation=none', ...files], kept)
}

/** From the summary on; without one, the last lines. */
function ending(text) {
  const summary = text.lastIndexOf('ℹ tests ')
  return summary < 0 ? text.split('\n').slice(-60).join('\n') : text.slice(summary)
}

/** Runs a script of package.json. With `file` its output goes there, and to `beside` as it comes. */
function run(script, file, beside) {
  return start(npm, ['run', '--silent', script], file, beside)
}

function start(program, words, file, beside) {
  return new Promise((resolve) => {
    const child = spawn(program, words, {
      stdio: file === undefined ? 'inherit' : ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    })
    children.add(child)
    for (const stream of file === undefined ? [] : [child.stdout, child.stderr])
      stream.on('data', (part) => {
        appendFileSync(file, part)
        beside?.write(part)
      })
    child.on('close', (code, signal) => {
      children.delete(child)
      resolve(code ?? (signal ? 130 : 1))
    })
  })
}
