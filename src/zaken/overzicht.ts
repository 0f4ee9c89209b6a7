import { setImmediate as volgendeBeurt } from 'node:timers/promises'
import type { Verwerkingsbewijs } from '../audit/index.ts'
import { datumOp } from '../kalender/index.ts'
import { kiesBronnen } from './bronkeuze.ts'
import { antwoordVoorIndex, bevestigIndex, leesDeelnemer, meldAan } from './deelname.ts'
import type { Ophaling } from './ophaling.ts'
import { legTakenErbij } from './takenlijst.ts'
import { regelVoor } from './toonregel.ts'
import { maakZaakbeeld } from './zaakbeeld-maken.ts'
import type { Zaakvraag } from './zaakbron.ts'
import type { BronId, Zaakgegevens } from './zaakgegevens.ts'
import type { Bronantwoord } from './zaakindex-store.ts'
import type { Kijker, Zakenblik } from './zaken.ts'
import { metVerwanten, opVolgorde, zonderDubbel } from './zakenlijst.ts'
import { levend, type Zaakverbinding, type Zakenomgeving } from './zakenomgeving.ts'
import { isTeZien, type Zicht } from './zicht.ts'

/** Kinds of data, in the register of processing activities. */
export const soortZaken = 'zaken'
export const soortTaken = 'taken'

/** Of who looked already it is there. */
export function leesVooruit(omgeving: Zakenomgeving, kijker: Kijker): void {
  const ophaling = omgeving.plekken.open(kijker)
  ophaling.index ??= leesIndex(omgeving, kijker, ophaling)
}

/** Begins to ask when nothing was asked for this place yet; waits no longer than this for what still comes. */
export async function kijk(omgeving: Zakenomgeving, kijker: Kijker, hoogstensMs: number): Promise<Zakenblik> {
  const { promise: genoeg, resolve } = Promise.withResolvers<void>()
  const stop = omgeving.wekker(hoogstensMs, resolve)
  try {
    const ophaling = omgeving.plekken.open(kijker)
    const klaar = beginOf(omgeving, kijker, ophaling).then(() => Promise.all(ophaling.rondes))
    // A log that fails after we stopped waiting shows at the next look; nobody may trip over it here.
    klaar.catch(() => {})
    await Promise.race([klaar, genoeg])
    return maakBlik(omgeving, kijker, ophaling)
  } finally {
    stop()
  }
}

/** Asks one organisation again; waits until that stands in the log, not for the answer. */
export async function opnieuw(omgeving: Zakenomgeving, kijker: Kijker, bron: BronId): Promise<void> {
  const ophaling = omgeving.plekken.open(kijker)
  await beginOf(omgeving, kijker, ophaling)
  if (ophaling.isBezig(bron)) return
  const { vraag } = kiesBronnen({ ...keuzeVan(omgeving, kijker), deelnemer: undefined, gekozen: [bron] })
  await vraagRonde(
    omgeving,
    kijker,
    ophaling,
    vraag.filter((een) => een === bron),
  )
}

/** After something was done at a source: what a list holds of it is old. Does nothing where nobody looked at one. */
export async function ververs(omgeving: Zakenomgeving, kijker: Kijker, bron: BronId): Promise<void> {
  if (omgeving.plekken.vind(kijker)?.isBegonnen !== true) return
  try {
    await opnieuw(omgeving, kijker, bron)
  } catch (fout) {
    // What was done is done; the list renews by itself in a quarter of an hour.
    omgeving.meld('een bron is na een handeling niet opnieuw gevraagd', { fout })
  }
}

/** Once per place: who is asked stays so, but whoever chooses more organisations gets more. */
function beginOf(omgeving: Zakenomgeving, kijker: Kijker, ophaling: Ophaling): Promise<void> {
  ophaling.index ??= leesIndex(omgeving, kijker, ophaling)
  ophaling.aanloop = (ophaling.aanloop ?? ophaling.index).then(() => {
    const keuze = kiesBronnen({ ...keuzeVan(omgeving, kijker), deelnemer: ophaling.deelnemer })
    ophaling.slaOver = keuze.slaOver
    ophaling.isBegonnen = true
    return vraagRonde(
      omgeving,
      kijker,
      ophaling,
      keuze.vraag.filter((bron) => !ophaling.kent(bron)),
    )
  })
  const begonnen = ophaling.aanloop
  if (ophaling.isNietAangemeld && kijker.isTerloops !== true) {
    ophaling.isNietAangemeld = false
    void meldAan(omgeving, kijker, ophaling)
  }
  // Without a line nothing was asked: the next look begins anew.
  begonnen.catch(() => omgeving.plekken.wis(kijker, ophaling))
  return begonnen
}

function keuzeVan(omgeving: Zakenomgeving, { zicht, bronnen }: Kijker) {
  return { alle: levend(omgeving).map(({ bron }) => bron.id), gekozen: bronnen, zicht, nu: omgeving.nu() }
}

async function leesIndex(omgeving: Zakenomgeving, kijker: Kijker, ophaling: Ophaling): Promise<void> {
  const bezoek = await leesDeelnemer(omgeving, kijker)
  ophaling.deelnemer = bezoek?.deelnemer
  ophaling.meldAan = bezoek?.meldAan ?? 'niets'
}

/** One round is one line in the log, which names everybody who is asked. Settles when that line stands. */
async function vraagRonde(
  omgeving: Zakenomgeving,
  kijker: Kijker,
  ophaling: Ophaling,
  ids: readonly BronId[],
): Promise<void> {
  const verbindingen = levend(omgeving)
    .filter(({ bron }) => ids.includes(bron.id))
    .map((een) => (kijker.isZonderTaken === true ? zonderTaken(een) : een))
  if (ophaling.isWeg) return
  const nogAanTeMelden = () => (kijker.isTerloops === true ? 'niets' : ophaling.meldAan)
  ophaling.isNietAangemeld = nogAanTeMelden() !== ophaling.meldAan
  if (verbindingen.length === 0) {
    // Nobody has to be asked; that they were here is written down all the same, and nobody waits for it.
    if (nogAanTeMelden() !== 'niets') void meldAan(omgeving, kijker, ophaling)
    return
  }
  const op = omgeving.nu()
  const terug = verbindingen.map(({ bron }) => ophaling.begin(bron.id, op))
  const { promise: begonnen, resolve, reject } = Promise.withResolvers<void>()
  const antwoorden = Promise.withResolvers<void>()
  const ronde = antwoorden.promise.finally(() => ophaling.rondes.delete(ronde))
  ophaling.rondes.add(ronde)
  let staatErIn = false
  omgeving.bereidVoor?.(kijker.persoon)
  // Beside the line, because a page waits for both before anybody is asked.
  const aangemeld = nogAanTeMelden() === 'eerst' ? meldAan(omgeving, kijker, ophaling) : undefined
  omgeving.audit
    .metVerwerking(
      {
        doel: kijker.doel,
        gegevens: [soortZaken, ...(verbindingen.some(({ taken }) => taken) ? [soortTaken] : [])],
        betrokkenen: [kijker.persoon],
        door: kijker.door,
        bronnen: verbindingen.map(({ bron }) => bron.id),
      },
      async (bewijs) => {
        staatErIn = true
        resolve()
        await aangemeld
        // Also of who has left by the time that the last one answers.
        const { deelnemer } = ophaling
        // When the questions have left: it is waited for with the last answer.
        const verstuurd = volgendeBeurt().then(() => leesVerstuurd(omgeving, kijker, ophaling, bewijs))
        const ronde = { omgeving, kijker, ophaling, bewijs, gevraagdOp: op, verstuurd }
        const geantwoord = await Promise.all(verbindingen.map((een) => vraagEen(ronde, een)))
        antwoorden.resolve()
        // Whoever waits for the list does not wait for the index.
        if (nogAanTeMelden() === 'straks') await meldAan(omgeving, kijker, ophaling)
        const voorIndex = geantwoord.filter((een) => een !== undefined)
        if (deelnemer !== undefined) await bevestigIndex(omgeving, kijker, deelnemer, voorIndex)
      },
    )
    .catch((fout: unknown) => {
      if (staatErIn) return omgeving.meld('een ronde langs zaakbronnen eindigde niet goed', { fout })
      for (const zet of terug) zet()
      reject(fout)
    })
    .finally(() => antwoorden.resolve())
  return begonnen
}

function zonderTaken({ taken: _, ...verbinding }: Zaakverbinding): Zaakverbinding {
  return verbinding
}

/** What they sent, so that the list and the page of a case say the same. A list without it is still a list. */
export async function leesVerstuurd(
  { inzendingen, meld }: Zakenomgeving,
  { persoon }: Kijker,
  ophaling: Ophaling,
  bewijs: Verwerkingsbewijs,
): Promise<void> {
  if (inzendingen === undefined) return
  try {
    ophaling.zetVerstuurd(await inzendingen.lees(persoon, bewijs))
  } catch (fout) {
    meld('wat iemand verstuurde, is voor de lijst niet gelezen', { fout })
  }
}

/** Gives what the index is to know of it: nothing when nobody waits for the answer any more. */
async function vraagEen(
  {
    omgeving,
    kijker,
    ophaling,
    bewijs,
    gevraagdOp,
    verstuurd,
  }: {
    readonly omgeving: Zakenomgeving
    readonly kijker: Kijker
    readonly ophaling: Ophaling
    readonly bewijs: Verwerkingsbewijs
    readonly gevraagdOp: Date
    readonly verstuurd: Promise<void>
  },
  { bron, taken }: Zaakverbinding,
): Promise<Bronantwoord | undefined> {
  const vraag = vraagVan(omgeving, kijker, bron.id, bewijs)
  const [uitkomst, gevraagd] = await Promise.all([
    omgeving.vraagbaak.vraag(bron.id, () => bron.zoek(vraag)),
    taken && omgeving.vraagbaak.vraag(bron.id, () => taken.zoek(vraag)),
    taken && verstuurd,
  ])
  if (gevraagd !== undefined) ophaling.neemTaken(bron.id, gevraagdOp, gevraagd)
  const eerst = ophaling.aantal
  if (!ophaling.neem(bron.id, gevraagdOp, uitkomst)) return undefined
  omgeving.plekken.telBij(kijker.plek, ophaling.aantal - eerst)
  return antwoordVoorIndex(bron.id, gevraagdOp, uitkomst)
}

export function vraagVan(
  { nu, zone }: Zakenomgeving,
  { persoon, vestiging }: Kijker,
  bron: BronId,
  bewijs: Verwerkingsbewijs,
): Zaakvraag {
  return {
    persoon,
    bewijs,
    vandaag: datumOp(nu(), zone(bron)),
    ...(vestiging !== undefined && { vestiging }),
  }
}

/** What is known now, in words. What an operator stopped showing meanwhile is not shown. */
export function maakBlik(omgeving: Zakenomgeving, { zicht }: Kijker, ophaling: Ophaling): Zakenblik {
  const verbindingen = new Map(levend(omgeving).map((een) => [een.bron.id, een]))
  const { zaken, staatVoor } = zonderDubbel(ophaling.zaken())
  const zaaktaal = omgeving.zaaktaal()
  const nu = omgeving.nu()
  const lees = (zaak: Zaakgegevens) => {
    const verbinding = verbindingen.get(zaak.ref.bron)
    if (verbinding === undefined) return []
    const { regels } = verbinding.instelling
    if (!regelVoor(regels, zaak.type.sleutel).tonen) return []
    const zone = omgeving.zone(zaak.organisatie)
    return [maakZaakbeeld(zaak, { zaaktaal, regels, zone, vandaag: datumOp(nu, zone) })]
  }
  const beelden = zaken.flatMap(lees).filter((beeld) => isTeZien(zicht, beeld))
  const { metTaken, takenOnbekend, losseTaken, taken } = legTakenErbij(
    beelden,
    ophaling.taken(),
    zicht,
    ophaling.verstuurd(),
  )
  return {
    zaken: opVolgorde(metVerwanten(metTaken, staatVoor)),
    bronnen: ophaling.bronnen().map((een) => binnenZicht(een, zicht)),
    ...(ophaling.slaOver.length > 0 && { overgeslagen: ophaling.slaOver }),
    ...(takenOnbekend.length > 0 && { takenOnbekend }),
    ...(losseTaken.length > 0 && { losseTaken }),
    ...(taken.length > 0 && { taken }),
    isKlaar: ophaling.isKlaar,
  }
}

/** Who sees a part does not hear how many there were of the whole. */
function binnenZicht(een: Zakenblik['bronnen'][number], zicht: Zicht | undefined): typeof een {
  if (een.stand.soort !== 'mislukt' || zicht?.soort !== 'onderwerpen') return een
  const { bekend: _, ...stand } = een.stand
  return { ...een, stand }
}
