/** Chain cases that lie at another installation, done from here: read there, written there, and nowhere else. */
import { createHmac } from 'node:crypto'
import type { z } from 'zod'
import { type Audit, ontzegel, type Sleutelring, verzegel } from '../audit/index.ts'
import { isUuid7, type OrganisatieId, type Toeval } from '../domain/index.ts'
import type { Subject } from '../toegang/index.ts'
import type { Eldersplek, EldersStore } from './elders-store.ts'
import { opTermijn, werkElders } from './elders-werk.ts'
import {
  beeldSchema,
  isOpdrachtElders,
  type Opdrachtelders,
  uitslagSchema,
  werkSchema,
} from './federatie/vormen.ts'
import type { Ketenweg, Wegantwoord } from './ketenweg.ts'
import type { Ketenverbinding, Koppelingen } from './koppelingen.ts'
import type {
  Elders,
  Ketenbeeld,
  Loket,
  Loketvrager,
  NietGelezen,
  Opdrachtkop,
  Uitslag,
  Werkregel,
} from './loket.ts'
import type { Bezorgd } from './uitgaand.ts'
import type { Uitgaand, UitgaandStore } from './uitgaand-store.ts'
import { magVan, type Toegangsdelen } from './vrager.ts'
import { metElders } from './werkblad.ts'

export interface Eldersdelen extends Toegangsdelen {
  readonly store: EldersStore
  readonly uitgaand: UitgaandStore
  readonly koppelingen: Pick<Koppelingen, 'opOrganisatie' | 'verbindingen'>
  readonly weg: Pick<Ketenweg, 'vraag'>
  readonly audit: Pick<Audit, 'schrijf'>
  readonly ring: Sleutelring
  readonly toeval: Toeval
}

export interface Eldersdienst {
  /** The same loket, with the cases that lie elsewhere among those that lie here. */
  readonly metElders: (loket: Loket) => Loket
  readonly bezorgOpdracht: (wat: Uitgaand) => Promise<Bezorgd>
  /** Somebody said that something changed in a case of theirs. */
  readonly hoor: (van: Ketenverbinding, over: Gehoord) => Promise<void>
  /** What lies with organisations here at each of the other installations. Gives how many answered. */
  readonly ververs: () => Promise<number>
}

/** Named limits: what was read is shown again for so long when it cannot be read; so many of those at once. */
const geheugenMs = 15 * 60_000
const maxGeheugen = 500
/** So long is the one who sent it the one who tries; after that it is the work that goes on by itself. */
const eersteMs = 10_000

/** That something changed there; `vergeet`: something may not be read here any more. */
export interface Gehoord {
  readonly ketenzaak: string
  readonly type: string
  readonly vergeet?: boolean
}

type Medewerker = Extract<Subject, { readonly soort: 'medewerker' }>

export function createElders(delen: Eldersdelen): Eldersdienst {
  const geheugen: Geheugen = new Map()
  const stil: Stil = new Map()
  const bezorgOpdracht = (wat: Uitgaand) => bezorg(delen, wat)
  return {
    bezorgOpdracht,
    // What was read before stays for its quarter of an hour: it is shown only when the other does not answer.
    hoor: (van, over) => hoor(delen, van, over),
    ververs: () => ververs(delen, stil),
    metElders: (loket) => ({
      ...loket,
      async bekijk(vrager, ketenzaak, sinds) {
        const hier = await loket.bekijk(vrager, ketenzaak, sinds)
        if (hier !== undefined) return hier
        return bekijk(delen, { geheugen, stil }, await plekkenVan(delen, vrager, ketenzaak))
      },
      async overzie(vrager, ketenzaak) {
        const hier = await loket.overzie(vrager, ketenzaak)
        if (hier !== undefined) return hier
        return bekijk(delen, { geheugen, stil }, await plekkenVan(delen, vrager, ketenzaak))
      },
      async doe(vrager, kop, opdracht) {
        const hier = await loket.doe(vrager, kop, opdracht)
        if (hier.status !== 'geweigerd' || hier.weigering.reden !== 'niet-gevonden') return hier
        const wie = (await plekkenVan(delen, vrager, kop.ketenzaak)).filter((een) => een.heeftGeantwoord)
        const [plek] = wie
        if (plek === undefined) return hier
        // Words go to nobody of whom it is not sure that the case lies there.
        if ((await aantalWegen(delen, wie)) > 1)
          return { status: 'geweigerd', weigering: { reden: 'twee-plekken' } }
        if (!isOpdrachtElders(opdracht)) return { status: 'geweigerd', weigering: { reden: 'mag-niet' } }
        return doe(delen, plek, kop, opdracht)
      },
      async werkvoorraad(vrager) {
        const hier = await loket.werkvoorraad(vrager)
        const elders = await werkElders(delen, vrager)
        return elders.length === 0 ? hier : [...hier, ...elders].toSorted(opTermijn)
      },
      async werkbladen(vrager, vraag) {
        const [hier, elders] = await Promise.all([loket.werkbladen(vrager, vraag), werkElders(delen, vrager)])
        return metElders(hier, elders, vraag)
      },
      async vindNummer(vrager, nummer) {
        const hier = await loket.vindNummer(vrager, nummer)
        return hier ?? (await werkElders(delen, vrager)).find((een) => een.nummer === nummer)?.ketenzaak
      },
      async ligtElders(vrager, ketenzaak) {
        const plekken = await plekkenVan(delen, vrager, ketenzaak)
        const plek = plekken.find(({ isWeg }) => !isWeg) ?? plekken[0]
        if (plek === undefined) return undefined
        const opdrachten = await delen.store.opdrachten(plek.lezer, ketenzaak)
        const weg = plek.isWeg ? { isWeg: true as const } : omVan(stil, plek)
        return { bij: plek.bij, isNu: false, opdrachten, ...weg }
      },
      nietGelezen({ subject }) {
        if (subject.soort !== 'medewerker') return []
        return [...stil.values()].flatMap(({ voor, ...een }) => (voor === subject.organisatie ? [een] : []))
      },
    }),
  }
}

/** Of the last round, per connection: why nothing could be read there, and since when. */
type Stil = Map<string, NietGelezen & { readonly voor: OrganisatieId }>

const stilSleutel = (bij: OrganisatieId, voor: OrganisatieId): string => `${bij} ${voor}`

function omVan(stil: Stil, { bij, lezer }: Pick<Plek, 'bij' | 'lezer'>): Pick<Elders, 'om'> {
  const om = stil.get(stilSleutel(bij, lezer.organisatie))?.om
  return om === undefined ? {} : { om }
}

interface Plek extends Eldersplek {
  readonly ketenzaak: string
  readonly subject: Medewerker
  readonly lezer: {
    readonly soort: 'medewerker'
    readonly organisatie: OrganisatieId
    readonly medewerker: string
  }
}

/** Where a case lies that is not here, who answered for it first; nowhere for who may not see it. */
async function plekkenVan(
  delen: Eldersdelen,
  vrager: Loketvrager,
  ketenzaak: string,
): Promise<readonly Plek[]> {
  const { subject } = vrager
  if (subject.soort !== 'medewerker' || !isUuid7(ketenzaak)) return []
  const { soort, organisatie, medewerker } = subject
  const lezer = { soort, organisatie, medewerker }
  const rijen = await delen.store.plekken(lezer, ketenzaak)
  // That their organisation takes part is what the other installation said; what they see of it, it says again.
  const mag = ({ bij }: Eldersplek) =>
    magVan(delen, vrager, 'bekijken', { ketenzaak, organisatie: bij, deelnemers: [organisatie] })
  return rijen.filter(mag).map((rij) => ({ ...rij, ketenzaak, subject, lezer }))
}

/** At how many installations that is: several organisations may have one together. */
async function aantalWegen({ koppelingen }: Eldersdelen, plekken: readonly Plek[]): Promise<number> {
  if (plekken.length < 2) return plekken.length
  const wegen = await Promise.all(
    plekken.map(async ({ bij }) => (await koppelingen.opOrganisatie(bij))?.koppeling.keten ?? bij),
  )
  return new Set(wegen).size
}

/** Who does it, as the other side may know: a mark of them for that organisation alone, their roles, and why. */
function doorVan({ ring }: Eldersdelen, { bij, subject }: Pick<Plek, 'bij' | 'subject'>) {
  const sleutel = ring.leid(ring.actief(), `keten medewerker ${bij}`)
  const mark = createHmac('sha256', sleutel).update(`${subject.organisatie}|${subject.medewerker}`)
  return {
    medewerker: mark.digest('hex').slice(0, 32),
    rollen: [...subject.rollen],
    grond: subject.grond?.doel ?? 'ketenzaak',
  }
}

type Geheugen = Map<
  string,
  { readonly bij: OrganisatieId; readonly beeld: Ketenbeeld; readonly gelezen: Date }
>

async function bekijk(
  delen: Eldersdelen,
  { geheugen, stil }: { readonly geheugen: Geheugen; readonly stil: Stil },
  plekken: readonly Plek[],
): Promise<Ketenbeeld | undefined> {
  const [eerste] = plekken
  if (eerste === undefined) return undefined
  const { ketenzaak, lezer } = eerste
  const sleutel = `${lezer.organisatie} ${lezer.medewerker} ${ketenzaak}`
  const opdrachten = () => delen.store.opdrachten(lezer, ketenzaak)
  for (const plek of plekken) {
    const { bij, heeftGeantwoord, isWeg } = plek
    const antwoord = await vraagBeeld(delen, plek)
    if (antwoord.status === 'niet-gevonden') {
      if (geheugen.get(sleutel)?.bij === bij) geheugen.delete(sleutel)
      await delen.store.weg(ketenzaak, bij, delen.nu())
    } else if (antwoord.status === 'ok') {
      // The same shape: only what may be absent has a type that says so in another way.
      const beeld = antwoord.inhoud.beeld as unknown as Ketenbeeld
      const gelezen = delen.nu()
      onthoud(geheugen, sleutel, { bij, beeld, gelezen })
      const { nummer } = beeld.zicht
      if (!heeftGeantwoord || isWeg)
        await delen.store.merkAntwoord({ ketenzaak, bij, voor: lezer.organisatie, nummer, op: gelezen })
      return { ...beeld, elders: { bij, gelezen, isNu: true, opdrachten: await opdrachten() } }
      // Who answered for it before is waited for: nobody else takes their place meanwhile.
    } else if (heeftGeantwoord && !isWeg) break
  }
  const eerder = geheugen.get(sleutel)
  if (eerder === undefined || delen.nu().getTime() - eerder.gelezen.getTime() > geheugenMs) return undefined
  const { bij, beeld, gelezen } = eerder
  // Gone there, or words of it: what was read before is shown no longer, whichever node heard that.
  const { isWeg = true, vergeten } = plekken.find((een) => een.bij === bij) ?? {}
  if (isWeg || (vergeten !== undefined && vergeten >= gelezen)) return undefined
  const om = omVan(stil, { bij, lezer })
  return { ...beeld, elders: { bij, gelezen, isNu: false, opdrachten: await opdrachten(), ...om } }
}

async function vraagBeeld(delen: Eldersdelen, plek: Plek): Promise<Wegantwoord<z.infer<typeof beeldSchema>>> {
  const { ketenzaak, bij } = plek
  const verbinding = await delen.koppelingen.opOrganisatie(bij)
  const basis = verbinding?.koppeling.keten
  if (verbinding === undefined || basis === undefined) return { status: 'weg' }
  const door = doorVan(delen, plek)
  // Before anybody has a word of it.
  await schrijf(delen, 'elders-gezien', plek, door)
  const antwoord = await delen.weg.vraag(verbinding, {
    adres: `${zonderSlash(basis)}/zaken/${ketenzaak}/beeld`,
    handeling: 'ketenzaak lezen',
    json: { door },
    vorm: beeldSchema,
    isKeten: true,
  })
  // Of another case it is no answer.
  const isAnder = antwoord.status === 'ok' && antwoord.inhoud.beeld.zicht.id !== ketenzaak
  return isAnder ? { status: 'weg' } : antwoord
}

function onthoud<V>(geheugen: Map<string, V>, sleutel: string, waarde: V): void {
  geheugen.delete(sleutel)
  geheugen.set(sleutel, waarde)
  const [oudste] = geheugen.keys()
  if (geheugen.size > maxGeheugen && oudste !== undefined) geheugen.delete(oudste)
}

function schrijf(
  { audit, nu }: Eldersdelen,
  soort: 'elders-gezien' | 'opdracht-naar-elders',
  { ketenzaak, bij, lezer: { organisatie } }: Plek,
  { medewerker, grond, ...meer }: ReturnType<typeof doorVan> & Readonly<Record<string, unknown>>,
) {
  const { rollen: _, ...codes } = meer
  return audit.schrijf({
    onderwerp: `zaak:${ketenzaak}`,
    soort,
    tijd: nu(),
    codes: { ...(codes as Readonly<Record<string, string>>), organisatie, bij, medewerker, grond },
  })
}

/** What is sealed of a command until it arrived. */
interface Verpakt {
  readonly verwacht: number
  readonly na: readonly string[]
  readonly opdracht: Opdrachtelders
  readonly door: ReturnType<typeof doorVan>
}

const plekIn = (id: string) => ({ tabel: 'loket_uitgaand', rij: id, doel: 'opdracht' })

/** Kept first, then brought: whatever happens in between, it is not lost, and twice is once. */
async function doe(
  delen: Eldersdelen,
  plek: Plek,
  { id, verwacht, ketenzaak }: Opdrachtkop,
  opdracht: Opdrachtelders,
): Promise<Uitslag> {
  const { ring, toeval, uitgaand, nu } = delen
  if (!isUuid7(id)) return { status: 'geweigerd', weigering: { reden: 'niet-gevonden' } }
  const door = doorVan(delen, plek)
  const na = await uitgaand.wachtend(ketenzaak)
  const verpakt: Verpakt = { verwacht, na, opdracht, door }
  const { kid, cijfer } = verzegel(ring, plekIn(id), JSON.stringify(verpakt), { toeval })
  const op = nu()
  const wat: Omit<Uitgaand, 'pogingen'> = {
    id,
    soort: 'opdracht',
    naar: plek.bij,
    ketenzaak,
    op,
    inhoud: { voor: plek.lezer.organisatie, soort: opdracht.soort, kid, cijfer: cijfer.toString('hex') },
  }
  await schrijf(delen, 'opdracht-naar-elders', plek, { ...door, opdracht: id, wat: opdracht.soort })
  await uitgaand.leg([{ ...wat, volgend: new Date(op.getTime() + eersteMs) }])
  // Whatever is said of the case meanwhile: as long as this waits, there is a page that says so.
  await delen.store.erbij({ ketenzaak, bij: plek.bij, voor: plek.lezer.organisatie, op })
  const bewaard: Uitslag = {
    status: 'ok',
    nr: verwacht,
    isHerhaald: false,
    isSamengevoegd: false,
    isBewaard: true,
  }
  // What was given before it goes before it.
  if (na.some((een) => een !== id)) return bewaard
  const uitkomst = await bezorg(delen, { ...wat, pogingen: 1 })
  if (uitkomst.status === 'wacht') return bewaard
  // What the other installation said, read by `uitslagSchema`; a reason that is new there is said as it is.
  const uitslag = uitkomst.uitkomst as Uitslag | { readonly status: 'weg' }
  // Whoever gave it is told now, whatever came of it.
  await uitgaand.klaar(id, nu(), { status: 'ok' })
  return uitslag.status === 'weg' ? { status: 'geweigerd', weigering: { reden: 'niet-gevonden' } } : uitslag
}

async function bezorg(delen: Eldersdelen, { id, naar, ketenzaak, inhoud }: Uitgaand): Promise<Bezorgd> {
  // Written by `doe`.
  const { kid, cijfer } = inhoud as { readonly kid: string; readonly cijfer: string }
  const verpakt = JSON.parse(
    ontzegel(delen.ring, plekIn(id), { kid, cijfer: Buffer.from(cijfer, 'hex') }),
  ) as Verpakt
  const verbinding = await delen.koppelingen.opOrganisatie(naar)
  const basis = verbinding?.koppeling.keten
  if (verbinding === undefined || basis === undefined) return { status: 'wacht' }
  const antwoord = await delen.weg.vraag(verbinding, {
    adres: `${zonderSlash(basis)}/zaken/${ketenzaak}/opdrachten`,
    handeling: 'opdracht aan ketenzaak',
    json: { id, ...verpakt },
    vorm: uitslagSchema,
    isKeten: true,
  })
  if (antwoord.status === 'weg') return { status: 'wacht' }
  return { status: 'klaar', uitkomst: antwoord.status === 'ok' ? antwoord.inhoud : { status: 'weg' } }
}

async function hoor(
  { store, nu }: Eldersdelen,
  { koppeling: { organisatie: bij, voor } }: Ketenverbinding,
  { ketenzaak, type, vergeet }: Gehoord,
): Promise<void> {
  // Who is no installation to do cases at is heard, and that is all.
  if (voor === undefined || !isUuid7(ketenzaak)) return
  if (/zaak-(verwijderd|afgesloten)$/.test(type)) await store.weg(ketenzaak, bij, nu())
  else await store.erbij({ ketenzaak, bij, voor, op: nu() })
  if (vergeet === true) await store.vergeet(ketenzaak, bij, nu())
}

/** As nobody in particular: numbers, states and days, also of what no message told. */
async function ververs(delen: Eldersdelen, stil: Stil): Promise<number> {
  let aantal = 0
  for (const verbinding of await delen.koppelingen.verbindingen()) {
    const { organisatie: bij, voor, keten } = verbinding.koppeling
    if (voor === undefined || keten === undefined) continue
    const subject: Medewerker = {
      soort: 'medewerker',
      medewerker: 'ronde',
      organisatie: voor,
      rollen: ['behandelaar', 'coordinator', 'doorbreker'],
      doelen: [],
    }
    const antwoord = await delen.weg.vraag(verbinding, {
      adres: `${zonderSlash(keten)}/werk`,
      handeling: 'werk in ketenzaken',
      json: { door: doorVan(delen, { bij, subject }) },
      vorm: werkSchema,
      isKeten: true,
    })
    const sleutel = stilSleutel(bij, voor)
    if (antwoord.status !== 'ok') {
      const eerder = stil.get(sleutel)
      const zegt = antwoord.status === 'weg' ? antwoord : undefined
      const om = zegt?.om ?? (zegt?.isNietGevraagd ? eerder?.om : undefined) ?? 'weg'
      stil.set(sleutel, { bij, voor, om, sinds: eerder?.sinds ?? delen.nu() })
      continue
    }
    stil.delete(sleutel)
    const regels = antwoord.inhoud.regels as unknown as readonly Werkregel[]
    await delen.store.zetWerk({ bij, voor, op: delen.nu() }, regels)
    aantal++
  }
  return aantal
}

const zonderSlash = (adres: string): string => adres.replace(/\/+$/, '')
