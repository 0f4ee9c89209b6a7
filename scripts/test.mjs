// npm test: first types and style; then, side by side on two processors, the unit tests and the tests of the
// program as a whole with the journeys. What runs beside is shown when it ends, so that lines do not mix, and
// what fails is shown last: the closing lines on the screen decide the exit code.
import { spawn } from 'node:child_process'
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
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
const [unitFile, wholeFile] = [join(directory, 'unit.txt'), join(directory, 'whole.txt')]
const whole = (async () => (await run('test:whole', wholeFile)) || run('test:journeys', wholeFile))()
const unit = await run('test:unit', unitFile, process.stdout)
if (unit === 0) process.stdout.write('\nThe tests of the whole program go on; they show when they end.\n\n')
const other = await whole
process.stdout.write(readFileSync(wholeFile))
if (unit !== 0)
  process.stdout.write(`\nFAILED, in the unit tests:\n${ending(readFileSync(unitFile, 'utf8'))}`)
rmSync(directory, { recursive: true, force: true })
process.exit(unit || other)

/** From the summary on; without one, the last lines. */
function ending(text) {
  const summary = text.lastIndexOf('ℹ tests ')
  return summary < 0 ? text.split('\n').slice(-60).join('\n') : text.slice(summary)
}

/** Runs a script of package.json. With `file` its output goes there, and to `beside` as it comes. */
function run(script, file, beside) {
  return new Promise((resolve) => {
    const child = spawn(npm, ['run', '--silent', script], {
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
