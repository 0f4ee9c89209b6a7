/** What stands before two nodes: it lets bytes through to one of them, and knows of nothing else. */
import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'

export interface Schakelaar {
  readonly url: string
  /** From now on to that port; what is open stays where it is. */
  readonly naar: (poort: number) => void
  /** Everything that is open now breaks off, as when the network changes. */
  readonly breek: () => void
  readonly sluit: () => Promise<void>
}

export async function openSchakelaar(): Promise<Schakelaar> {
  let doel = 0
  const open = new Set<Socket>()
  const server = createServer((in_) => {
    const uit = connect(doel, 'localhost')
    for (const een of [in_, uit]) {
      open.add(een)
      een.on('error', () => {})
      een.on('close', () => {
        open.delete(een)
        in_.destroy()
        uit.destroy()
      })
    }
    in_.pipe(uit).pipe(in_)
  })
  server.listen(0, 'localhost')
  await once(server, 'listening')
  const adres = server.address()
  if (typeof adres !== 'object' || adres === null) throw new Error('geen poort')
  const breek = () => {
    for (const een of open) een.destroy()
  }
  return {
    url: `http://localhost:${adres.port}`,
    naar: (poort) => {
      doel = poort
    },
    breek,
    sluit: async () => {
      breek()
      server.close()
      await once(server, 'close')
    },
  }
}
