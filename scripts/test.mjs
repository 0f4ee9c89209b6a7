// npm test: first types and style; then, side by side, the tests of parts, of the program as a whole, the journeys in a
// browser (in two halves) and every page in one. The tests of parts show as they go; what runs beside them is
// shown when it ends, so that lines do not mix. A test that fails is named at once, and nothing new begins after it;
// what fails is shown last: the closing lines decide the exit code.
import { spawn } from 'node:child_process'
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'

const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
const children = new Set()
for (const signal of ['SIGINT', 'SIGTERM'])
  process.once(signal, () => {
    for (const child of children) child.kill(signal)
  })

/** Where what runs leaves its output, and what Node made of our sources once for all of it. */
let directory

const checked = await run('check')
if (checked !== 0) process.exit(checked)

const begin = performance.now()
directory = mkdtempSync(join(tmpdir(), 'voordeur-test-'))
const shownAsItGoes = 'test:unit'
/**
 * Seconds of one processor, as last measured; only their order matters. The longest first: then nothing begins late that
 * takes long.
 */
const sizes = {
  [shownAsItGoes]: 300,
  'test:journeys 1/2': 290,
  'test:journeys 2/2': 285,
  'test:whole': 185,
  'test:pages': 100,
}
/**
 * Two for each processor: who waits for a browser, a database or a node that starts leaves it to another, and none works
 * on alone at the end. Named limit: each of them may need so much memory.
 */
const perProcessor = 2
const memory = 1.5 * 1024 ** 3
const atOnce = Math.min(perProcessor * availableParallelism(), Math.max(2, Math.floor(totalmem() / memory)))
const waiting = Object.keys(sizes).sort((a, b) => sizes[b] - sizes[a])
const ended = []
const held = []
const named = new Set()
let streams = true
await Promise.all(Array.from({ length: atOnce }, () => work()))

const failed = ended.filter(({ code }) => code !== 0)
process.stdout.write(`\n${table()}\n`)
for (const { script, file } of failed)
  process.stdout.write(`\nFAILED: ${script}\n${ending(readFileSync(file, 'utf8'))}`)
rmSync(directory, { recursive: true, force: true })
process.exit(failed[0]?.code ?? 0)

/** One of those side by side: takes what is next until nothing is left. */
async function work() {
  for (let script = waiting[0]; script !== undefined && named.size === 0; script = waiting[0]) {
    waiting.shift()
    const file = join(directory, script.replaceAll(/\W/g, '-'))
    const isShown = script === shownAsItGoes
    const since = performance.now()
    const code = await run(script, file, isShown ? process.stdout : undefined)
    ended.push({ script, file, code, seconds: (performance.now() - since) / 1000 })
    if (code !== 0) named.add(script)
    if (isShown) streams = false
    else held.push({ script, file })
    if (!streams) show()
  }
}

function show() {
  for (const { script, file } of held.splice(0))
    process.stdout.write(`\n${script}\n\n${readFileSync(file, 'utf8')}`)
  if (ended.length < Object.keys(sizes).length)
    process.stdout.write('\nThe others go on; they show when they end.\n\n')
}

/** Of each: whether it went well and how long it took; and of all together. */
function table() {
  const rows = ended.map(
    ({ script, code, seconds }) => `${code === 0 ? '✔' : '✖'} ${script.padEnd(20)}${clock(seconds)}`,
  )
  const not = waiting.map((script) => `- ${script.padEnd(20)}not begun: something failed before it`)
  return [...rows, ...not, `  ${'together'.padEnd(20)}${clock((performance.now() - begin) / 1000)}`].join(
    '\n',
  )
}

function clock(seconds) {
  const whole = Math.round(seconds)
  return `${String(Math.floor(whole / 60)).padStart(3)}:${String(whole % 60).padStart(2, '0')}`
}

/** Nothing new begins after a test that failed; of what is not shown as it goes its name is told at once. */
function nameFailures(script, part, tell) {
  for (const [line] of part.matchAll(/^✖ .*\(\d[\d.]*ms\)$/gm)) {
    if (named.has(line)) continue
    named.add(line)
    if (tell) process.stdout.write(`\nFAILED in ${script}: ${line}\n`)
  }
}

/** From the summary on; without one, the last lines. */
function ending(text) {
  const summary = text.lastIndexOf('ℹ tests ')
  return summary < 0 ? text.split('\n').slice(-60).join('\n') : text.slice(summary)
}

/** Runs a script of package.json. With `file` its output goes there, and to `beside` as it comes. */
function run(script, file, beside) {
  return new Promise((resolve) => {
    const [name, part] = script.split(' ')
    const rest = part === undefined ? [] : ['--', `--part=${part}`]
    const child = spawn(npm, ['run', '--silent', name, ...rest], {
      stdio: file === undefined ? 'inherit' : ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
      env:
        directory === undefined
          ? process.env
          : { ...process.env, NODE_COMPILE_CACHE: join(directory, 'compiled') },
    })
    if (file !== undefined) appendFileSync(file, '')
    children.add(child)
    for (const stream of file === undefined ? [] : [child.stdout, child.stderr])
      stream.on('data', (part) => {
        appendFileSync(file, part)
        nameFailures(script, String(part), beside === undefined)
        beside?.write(part)
      })
    child.on('close', (code, signal) => {
      children.delete(child)
      resolve(code ?? (signal ? 130 : 1))
    })
  })
}
