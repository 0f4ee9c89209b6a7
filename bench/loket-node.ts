/**
 * A node with nothing but chain cases, for the proof in which it is killed: commands come in over HTTP. Its clock runs
 * faster and is not right, as clocks are: what two nodes say of one moment differs.
 */
import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { OrganisatieId, PersoonId } from '../src/domain/index.ts'
import type { Doener } from '../src/loket/bouw.ts'
import type { Loketvrager, Opdracht, Opdrachtkop } from '../src/loket/index.ts'
import { herhaal, stilLog } from '../src/platform/index.ts'
import { openOpslag } from '../src/store/index.ts'
import { ketenregister } from '../src/store/proefloket.ts'
import { openHuis, organisatie } from './loket-voorbeeld.ts'

/** What a node is told to do; moments as text. */
export interface Nodeopdracht {
  readonly wie: Doener
  readonly persoon: PersoonId
  readonly kop: Opdrachtkop
  readonly opdracht: Opdracht
  /** For an invitation that is used. */
  readonly code?: string
}

export const SLEUTEL = 'x'.repeat(40)
/** So much faster than the wall: terms of weeks run out in a proof of minutes. */
export const SNELHEID = 2_000

export function nodeklok(begin: number, scheefMs: number): () => Date {
  return () => new Date(begin + (Date.now() - begin) * SNELHEID + scheefMs)
}

if (import.meta.main) {
  const { DATABASE_URL, VOORDEUR_PORT, BEGIN = '0', SCHEEF = '0' } = process.env
  const opslag = await openOpslag({ databaseUrl: DATABASE_URL, dataMap: undefined, log: stilLog })
  const nu = nodeklok(Number(BEGIN), Number(SCHEEF))
  const isOverheid = (wie: OrganisatieId) => wie !== organisatie('een-bank')
  const { loket } = openHuis(opslag, { sleutel: SLEUTEL, register: ketenregister, isOverheid, nu })
  // Two nodes do this at once, as they do in earnest.
  const werk = [herhaal(300, loket.klok, () => {}), herhaal(200, loket.zend, () => {})]

  const vragerVan = ({ wie, persoon, kop, opdracht }: Nodeopdracht): Loketvrager => {
    const voor = { soort: 'zelf' } as const
    if (wie.soort === 'inwoner') {
      const herkenning = {
        middel: 'digid',
        niveau: 'substantieel',
        bron: 'https://x.example',
        op: nu(),
      } as const
      return { subject: { soort: 'inwoner', persoon, herkenning }, voor }
    }
    if (wie.soort !== 'medewerker')
      return {
        subject: {
          soort: 'genodigde',
          ketenzaak: kop.ketenzaak,
          deelnemer: wie.soort === 'genodigde' ? wie.deelnemer : '',
        },
        voor,
      }
    const { organisatie: van, medewerker, functies } = wie
    const grond = { doel: 'inwoner-helpen', persoon, gesteldOp: nu() } as const
    return {
      subject: {
        ...({ soort: 'medewerker', organisatie: van, medewerker } as const),
        ...{ rollen: ['balie', 'behandelaar', ...functies], doelen: ['ketenzaak'] },
        ...(opdracht.soort === 'open' && { grond }),
      },
      voor,
    }
  }
  const doe = async (in_: Nodeopdracht): Promise<unknown> => {
    const { kop, opdracht } = in_
    const vrager = vragerVan(in_)
    switch (opdracht.soort) {
      case 'open':
        return loket.open(vrager, kop, opdracht)
      case 'nodig-uit':
      case 'nodig-opnieuw-uit':
        return loket.nodigUit(vrager, kop, opdracht)
      case 'gebruik-uitnodiging':
        return loket.meldAan({ code: in_.code ?? '', ondertekenaar: opdracht.ondertekenaar.woorden }, kop.id)
      case 'klok':
        return { status: 'ok', gedaan: await loket.klok() }
      default:
        await loket.bekijk(vrager, kop.ketenzaak)
        return loket.doe(vrager, kop, opdracht)
    }
  }
  const server = createServer((vraag, antwoord) => {
    beantwoord(vraag).then(
      (tekst) => antwoord.end(tekst),
      (fout: unknown) => {
        // A database that falls over is no fault of ours; anything else is, and the proof has to hear of it.
        if (process.env.TOON === 'ja') process.stderr.write(`${fout instanceof Error ? fout.stack : fout}\n`)
        antwoord.writeHead(503).end()
      },
    )
  })
  const beantwoord = async (vraag: IncomingMessage): Promise<string> => {
    if (vraag.url === '/gezond') return 'goed'
    const delen: Buffer[] = []
    for await (const stuk of vraag) delen.push(stuk as Buffer)
    // Sent by bench/loketproef.ts; every end of something is a moment.
    const in_ = JSON.parse(Buffer.concat(delen).toString('utf8'), (naam, waarde) =>
      naam === 'tot' ? new Date(waarde as string) : waarde,
    ) as Nodeopdracht
    return JSON.stringify(await doe(in_))
  }
  server.listen(Number(VOORDEUR_PORT), 'localhost')
  await once(process, 'SIGTERM')
  server.close()
  await Promise.all(werk.map((stop) => stop()))
  await opslag.sluit()
  process.exit(0)
}
