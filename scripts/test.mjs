// npm test: check, unit tests, journeys. It stops at the first that fails, so that the closing lines
// on the screen are always those of the run that decides the exit code.
import { spawn } from 'node:child_process'

const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'

for (const step of ['check', 'test:unit', 'test:journeys']) {
  const code = await run(step)
  if (code !== 0) process.exit(code)
}

function run(script) {
  return new Promise((resolve) => {
    const child = spawn(npm, ['run', '--silent', script], {
      stdio: 'inherit',
      shell: process.platform === 'win32',
    })
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => child.kill(signal))
    child.on('exit', (code, signal) => resolve(code ?? (signal ? 130 : 1)))
  })
}
