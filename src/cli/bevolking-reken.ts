/**
 * `voordeur bevolking reken [zaad]`: works out every scheme for the whole made-up population here and now, with the time
 * that is left. Ctrl+C stops it; what is done is kept, and the same command goes on. The pages of policy show the
 * outcome. A server on the same database works out no other run meanwhile.
 */
import { randomBytes } from 'node:crypto'
import { availableParallelism } from 'node:os'
import { maakUuid7 } from '../domain/index.ts'
import { datumOp } from '../kalender/index.ts'
import {
  type Bevolkingsloper,
  type Gebruikslopen,
  gebruikloop,
  openBevolkingsloper,
  openGebruikslopen,
} from '../proactief/index.ts'
import { bevolkingsloopOpslag } from '../store/index.ts'
import type { Eindcode, VoerUit, Wereld } from './opdracht.ts'
import { metToegang } from './toegang.ts'

/** Characters of the bar. */
const BREED = 30

export const voerUit: VoerUit = async ([getypt = '1'], wereld) => {
  const zaad = Number(getypt)
  if (!/^\d{1,10}$/.test(getypt) || zaad > 2_000_000_000) {
    wereld.fout('Het startgetal is een getal van 0 tot en met 2000000000.')
    return 2
  }
  return metToegang(wereld, async ({ opslag, corpus, klok }) => {
    const { nu } = klok
    const store = bevolkingsloopOpslag(opslag.databank)
    const lopen = openGebruikslopen({ store, nu, nieuwId: () => maakUuid7(nu(), randomBytes) })
    const loper = openBevolkingsloper({
      ...{ store, nu, corpus: corpus.huidig, draden: availableParallelism() },
      soorten: [gebruikloop],
    })
    const datum = datumOp(nu(), 'Europe/Amsterdam')
    const [eerder] = await lopen.lijst()
    const gaatVerder = eerder?.zaad === zaad && ['gestopt', 'mislukt'].includes(eerder.stand)
    const uit = gaatVerder ? await lopen.hervat(eerder.id) : await lopen.vraag({ zaad, datum })
    if (uit === 'bezet') wereld.uit('Er wacht of loopt al een berekening; die wordt nu gedaan.')
    return reken(loper, lopen, wereld)
  })
}

async function reken(loper: Bevolkingsloper, lopen: Gebruikslopen, wereld: Wereld): Promise<Eindcode> {
  const id = (await lopen.lijst())[0]?.id ?? ''
  const opStop = () => void lopen.stop(id)
  process.once('SIGINT', opStop)
  let gemeld = -1
  try {
    const uit = await loper.werk(undefined, ({ gedaan, stukken, nogMs }) => {
      const tiende = Math.floor((10 * gedaan) / stukken)
      if (tiende === gemeld) return
      gemeld = tiende
      const vol = Math.round((BREED * gedaan) / stukken)
      const nog = nogMs === undefined ? '' : `, nog ${Math.ceil(nogMs / 1000)} s`
      wereld.uit(`[${'#'.repeat(vol)}${'.'.repeat(BREED - vol)}] ${gedaan} van ${stukken}${nog}`)
    })
    if (uit === 'niets') wereld.uit('Er loopt al een berekening. Deze komt daarna aan de beurt.')
    else if (uit !== 'klaar')
      wereld.uit('Gestopt. Wat klaar is, is bewaard; met dezelfde opdracht gaat u verder.')
    if (uit !== 'klaar') return 1
  } finally {
    process.off('SIGINT', opStop)
  }
  const laatste = await lopen.laatste()
  for (const { regeling, recht, niet } of laatste?.beeld.regelingen ?? [])
    if (niet !== undefined)
      wereld.uit(
        `${regeling}: ${recht} huishoudens met waarschijnlijk recht, ${niet.huishoudens} gebruiken het niet, ${Math.round(niet.centen / 100)} euro per jaar`,
      )
  wereld.uit(
    `Kenmerk ${laatste?.merk}. De bevolking is verzonnen, en een deel is aangenomen: zie /balie/niet-gebruik.`,
  )
  return 0
}
