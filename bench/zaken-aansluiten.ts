/** Connects the case registers of the measurement, as an operator would at the command line. For bench/zaken-server.ts. */
import { metBronnen } from '../src/cli/bronnen.ts'

// Written by bench/zaken-bronnen.ts. They take the place of the made-up ones with the same name.
const gegeven = JSON.parse(process.env.METING_BRONNEN ?? '[]') as {
  organisatie: string
  rsin: string
  basis: string
}[]
const uit = (tekst: string): void => void process.stderr.write(`${tekst}\n`)
process.exitCode = await metBronnen(
  { uit, fout: uit, omgeving: process.env, werkmap: process.cwd() },
  async ({ beheer }) => {
    for (const { organisatie, rsin, basis } of gegeven) {
      const uitkomst = await beheer.aansluitingen.bewaar({
        invoer: {
          stand: 'aan',
          organisatie,
          rsins: [rsin],
          adressen: { zrc: `${basis}/zaken/api/v1`, ztc: `${basis}/catalogi/api/v1` },
          aanmelden: { soort: 'zgw-jwt', client: 'voordeur' },
        },
        geheimen: { register: 'een geheim van de meting dat lang genoeg is' },
        door: { soort: 'opdracht' },
      })
      if (uitkomst.status !== 'ok') throw new Error(`${organisatie}: ${JSON.stringify(uitkomst)}`)
    }
    return 0
  },
)
