import { isDeepStrictEqual } from 'node:util'
import type { Verwerkingsbewijs } from '../audit/index.ts'
import { isBereikbaar } from './bereikbaarheid.ts'
import { ookInTalen, type Postbestemming } from './brieftalen.ts'
import { isBruikbaar } from './contactadres.ts'
import { blijvend, type Inhanden, later, type Verzendwerk } from './in-handen.ts'
import { kijkVan, laatsteOordeel, naLaatsteBlik, vraagOver } from './laatste-blik.ts'
import { meldkanalen } from './route.ts'
import { naStilleUren } from './stille-uren.ts'
import type { Adres } from './verzendweg.ts'
import { type Gebeurtenis, isMelding } from './zending.ts'

/** How far one item is, for whoever waits for it. */
export interface Gang {
  isBegonnen: boolean
  isOpgegeven: boolean
}

/**
 * One item, once. What somebody chose is read anew each time: a statement that was taken back a moment ago holds no
 * more, and in the hours in which nobody may be disturbed a notice waits as long as its term lets it.
 */
export async function verzendEen(
  werk: Verzendwerk,
  item: Inhanden,
  gang: Gang,
  bewijs: Verwerkingsbewijs,
): Promise<Gebeurtenis> {
  const { zending, vraag, inhoud, rij, code } = item
  const { kanaal, pogingen, ongewis } = zending
  // The inbox has been dealt with before; what is in hand here leaves the house.
  if (kanaal === 'berichtenbox') throw new Error('de berichtenbox is geen weg naar buiten')
  const nu = werk.nu()
  if (zending.alleenSnel && zending.uiterlijk !== undefined && nu >= zending.uiterlijk)
    return blijvend(zending, 'voorbij', nu)
  if (isMelding(kanaal)) {
    const inbox = isBereikbaar(vraag.verklaringen, 'berichtenbox', vraag.waarover, nu)
    if (inbox.stand !== 'ja') return blijvend(zending, 'ingetrokken', nu)
    const straks = naStilleUren(nu, vraag.geldend.stil, zending.uiterlijk)
    if (straks > nu) return later(zending, straks)
  }
  const weg = werk.wegen().get(kanaal)
  // Nobody calls for a body that has no desk.
  if (weg === undefined || weg.bedient?.(zending.organisatie) === false)
    return blijvend(zending, 'geen-weg', nu)
  const doel = await adresVoor(werk, item, bewijs)
  if (doel === undefined) return blijvend(zending, 'geen-adres', nu)
  const { taal, vorm } = vraag.geldend
  const { id, soort, verstuurd, corrigeert } = rij
  const bericht = { id, soort, verstuurd, inhoud, ...(corrigeert !== undefined && { corrigeert }) }
  if (kanaal === 'brief' && inhoud.bijlagen?.some(({ type }) => !opPapierOver.has(type)))
    return blijvend(zending, 'bijlage-op-papier', nu)
  const doorgever = isMelding(kanaal) ? undefined : await doorgeverVan(werk, inhoud, bewijs)
  const ookIn = doel.adres.soort === 'post' ? ookInTalen(doel.adres, taal) : []
  const opgemaakt = await werk.opstel({
    ...{ bericht, kanaal, taal, vorm, code, gemaakt: zending.gemaakt },
    ...(ookIn.length > 0 && { ookIn }),
    ...(doorgever !== undefined && { doorgever }),
  })
  if (opgemaakt === undefined) return blijvend(zending, 'geen-woorden', nu)
  // Last of all: what was decided an hour ago may have been overtaken by a death, or by who wants to hear no more.
  const kijk = kijkVan(werk, soort, inhoud)
  const oordeel = await laatsteOordeel(werk, kijk, vraagOver(zending), bewijs)
  const gestuit = naLaatsteBlik(oordeel, zending, werk.nu())
  if (gestuit !== undefined) return gestuit
  // Nobody waits for it any more: what was slow to get ready is begun anew, and not sent beside that.
  if (gang.isOpgegeven) return later(zending, nu)
  gang.isBegonnen = true
  const uitslag = await weg.verzend({
    zending: zending.id,
    poging: pogingen + ongewis + 1,
    adres: doel.adres,
    taal,
    vorm,
    inhoud: opgemaakt,
    ...(kijk !== undefined && { kijk }),
  })
  const op = werk.nu()
  return {
    ...{ soort: 'uitslag', greep: zending.greep, uitslag, op },
    ...(doel.id !== undefined && { adres: doel.id }),
  }
}

/** A file for a calendar says what the letter says. A letter without any other file would not be what was sent. */
const opPapierOver: ReadonlySet<string> = new Set(['text/calendar'])

/** Of a letter also the place, where a register says it; with a name when it is an address that somebody gave us. */
interface Bestemming {
  readonly adres: Exclude<Adres, { soort: 'post' }> | (Extract<Adres, { soort: 'post' }> & Postbestemming)
  readonly id?: string
}

async function doorgeverVan(
  { naamVan }: Verzendwerk,
  { doorgestuurdVan }: Inhanden['inhoud'],
  bewijs: Verwerkingsbewijs,
): Promise<string | undefined> {
  return doorgestuurdVan && ((await naamVan(doorgestuurdVan, bewijs)) ?? '')
}

/** The newest that works. A number to call needs no code: who picks up says whether it is them. */
async function adresVoor(
  { postadres }: Verzendwerk,
  { zending, vraag, inhoud }: Inhanden,
  bewijs: Verwerkingsbewijs,
): Promise<Bestemming | undefined> {
  const { kanaal, persoon } = zending
  if (isMelding(kanaal) && !meldkanalen(vraag).some((kan) => kan === kanaal)) return undefined
  const soort = kanaal === 'email' ? 'email' : kanaal === 'brief' ? 'post' : 'telefoon'
  const { oudAdres } = inhoud
  if (oudAdres?.soort === soort)
    return vraag.adressen.find(({ adres }) => isDeepStrictEqual(adres, oudAdres)) ?? { adres: oudAdres }
  // Of who gave none until now, what they added is not where they are told of it.
  const isNieuw = kanaal === 'brief' && oudAdres?.soort === 'register'
  const eigen = isNieuw
    ? undefined
    : vraag.adressen.findLast(
        (een) => een.adres.soort === soort && (kanaal === 'telefoon' || isBruikbaar(een)),
      )
  if (eigen !== undefined || kanaal !== 'brief') return eigen
  const thuis = await postadres(persoon, bewijs)
  return thuis && { adres: { soort: 'post', ...thuis } }
}
