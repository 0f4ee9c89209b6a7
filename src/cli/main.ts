import { codeVan } from '../platform/index.ts'
import { opdrachten } from './opdrachten.ts'
import { voerOpdrachtUit } from './voer-uit.ts'

// Who reads only the beginning (`… | head`) is done. The command goes on, so that it closes what it opened.
for (const stroom of [process.stdout, process.stderr])
  stroom.on('error', (fout) => {
    if (codeVan(fout) !== 'EPIPE') throw fout
  })

// `exitCode` and not `exit`: a long answer into a pipe must be written out to its end.
process.exitCode = await voerOpdrachtUit(process.argv.slice(2), opdrachten, {
  uit: (tekst) => process.stdout.write(`${tekst}\n`),
  fout: (tekst) => process.stderr.write(`${tekst}\n`),
  omgeving: process.env,
  // npm changes the directory to that of the package; a file name is meant from where the person stands.
  werkmap: process.env.INIT_CWD ?? process.cwd(),
})
