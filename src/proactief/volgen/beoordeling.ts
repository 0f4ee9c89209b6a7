/** One person, worked out anew: pure. What is read of registers and what is told stands around it. */
import { type Afhankelijkheid, afhankelijkheden, geraakt } from './afhankelijkheid.ts'
import type { Dossierinhoud, Registerfeiten, Volgbron } from './dossier-store.ts'
import { eigenNaMeldingen, registerZonderEigen } from './eigenwoord.ts'
import { geldende, ingetrokken, kenmerkenVan, type Levensloopsoort, type Melding } from './gebeurtenis.ts'
import { type Dossier, herzie, type Rekenwijze } from './herziening.ts'
import { huishoudenVan, type Sindsdien } from './huishouden.ts'
import { kijkredenen, metGekeken } from './kijkverslag.ts'
import { type Aanleiding, type Signaal, verwerk } from './signaal.ts'
import { tijdredenen } from './tijdreden.ts'

export interface Beoordeeld {
  readonly inhoud: Dossierinhoud
  /** In the order in which they came in, new ones behind; what did not change is the same object. */
  readonly signalen: readonly Signaal[]
  /** The first day on which this must be done again without any event. */
  readonly volgende: string
  /** What was worked out; the rest was left alone. */
  readonly gerekend: readonly string[]
}

type Nieuw = readonly Pick<Melding, 'bron' | 'id'>[]

/**
 * Which registers have to say what is so now: those that were never asked, to have something to compare with; and of what
 * newly holds, or held until it was taken back. What was taken back before anybody looked changed nothing.
 */
export function teVragen(
  { feiten, register = {} }: Pick<Dossierinhoud, 'feiten' | 'register'>,
  meldingen: readonly Melding[],
  nieuw: Nieuw,
): readonly Volgbron[] {
  const isNieuw = inLijst(nieuw)
  const terug = new Set(
    meldingen.flatMap(({ bron, id, wat }) =>
      wat.soort === ingetrokken && isNieuw({ bron, id }) ? [`${bron} ${wat.intrekt}`] : [],
    ),
  )
  const wijzigers = [
    ...geldende(meldingen).filter(isNieuw),
    ...meldingen.filter((een) => terug.has(`${een.bron} ${een.id}`) && !isNieuw(een)),
  ]
  // While somebody counted as dead nothing was worked out, whatever came in: it may all be otherwise by now.
  if (wijzigers.some(({ bron, id, wat: { soort } }) => soort === 'overlijden' && terug.has(`${bron} ${id}`)))
    return feiten.bronnen
  const bronnen = wijzigers.flatMap(({ wat: { soort } }) =>
    soort === ingetrokken ? [] : kenmerkenVan(soort).bronnen,
  )
  return feiten.bronnen.filter((bron) => register[bron] === undefined || bronnen.includes(bron))
}

/** Somebody said that they themselves died, and nobody took it back. Of who survives somebody nothing of this is said. */
export function isOverledenVolgens(meldingen: readonly Melding[]): boolean {
  return geldende(meldingen).some(({ wat: { soort } }) => soort === 'overlijden')
}

/** `undefined`: what is known does not fit the vocabulary of these texts, and nothing can be said. */
export function beoordeel(
  wijze: Rekenwijze,
  wie: {
    readonly inhoud: Dossierinhoud
    readonly signalen: readonly Signaal[]
    readonly meldingen: readonly Melding[]
    readonly nieuw: Nieuw
    /** What registers said just now; the rest stays as it was. */
    readonly gelezen: Registerfeiten
  },
  dag: string,
): Beoordeeld | undefined {
  const { meldingen, nieuw, gelezen } = wie
  const { isZelfGewijzigd, ...inhoud } = wie.inhoud
  const eerst = isZelfGewijzigd ? naEigenWoord(wijze, { ...wie, inhoud }, dag) : wie
  if (eerst === undefined) return undefined
  const register = { ...inhoud.register, ...gelezen }
  const eigen = eigenNaMeldingen(inhoud.eigen ?? {}, meldingen, inLijst(nieuw))
  const huishouden = huishoudenVan(
    inhoud.feiten,
    registerZonderEigen(register, eigen),
    sindsdien(meldingen, inhoud),
  )
  const vorige = eerst.inhoud.dossier
  const herzien = herzie(wijze, vorige, huishouden, dag)
  if (herzien === undefined) return undefined
  const afhankelijk = wijze.afhankelijk ?? afhankelijkheden(wijze.corpus, dag)
  const aanleidingen = aanleidingenVan(wijze, vorige, meldingen, nieuw)
  const signalen = verwerk(
    eerst.signalen,
    herzien.verschillen,
    (regeling) => {
      const gegevens = [...herzien.gewijzigd].filter((feit) => geraakt(afhankelijk, [feit]).has(regeling))
      const gemeld = aanleidingenVoor(afhankelijk, regeling, aanleidingen)
      return gegevens.length === 0 && isAanDeBeurt(wijze, vorige, regeling, dag)
        ? { gegevens, aanleidingen: doorDeDag(wijze, vorige, herzien.dossier, regeling, gemeld) }
        : { gegevens, aanleidingen: gemeld }
    },
    { isEerste: vorige === undefined },
  )
  const waardoor = kijkredenen({
    nieuw: meldingen.filter(inLijst(nieuw)),
    geldend: geldende(meldingen),
    isZelfGewijzigd: isZelfGewijzigd === true,
    isAndereWet: vorige !== undefined && vorige.corpus !== wijze.versie,
    isDag: vorige !== undefined && herzien.gerekend.length > 0,
  })
  const keek = { op: dag, waardoor, isAnders: signalen.some((een) => !wie.signalen.includes(een)) }
  return {
    inhoud: {
      ...inhoud,
      ...(Object.keys(register).length > 0 && { register }),
      ...(Object.keys(eigen).length > 0 && { eigen }),
      ...metGekeken(inhoud.gekeken ?? [], keek),
      dossier: herzien.dossier,
    },
    signalen,
    volgende: herzien.volgende,
    gerekend: herzien.gerekend,
  }
}

/** What changes by their own answers they saw when they gave them: it ends what ran, and is no news. */
function naEigenWoord<T extends Parameters<typeof beoordeel>[1]>(
  wijze: Rekenwijze,
  wie: T,
  dag: string,
): T | undefined {
  const { inhoud, meldingen, nieuw, gelezen } = wie
  const isNieuw = inLijst(nieuw)
  const eerder = meldingen.filter((een) => !isNieuw(een))
  // What a register says for the first time is no change either: they let it be asked a moment ago.
  const register = registerZonderEigen({ ...gelezen, ...inhoud.register }, inhoud.eigen ?? {})
  const huishouden = huishoudenVan(inhoud.feiten, register, sindsdien(eerder, inhoud))
  const herzien = herzie(wijze, inhoud.dossier, huishouden, dag)
  if (herzien === undefined) return undefined
  const geweest = new Set(herzien.verschillen.map(({ regeling }) => regeling))
  const loopt = ({ stand }: Signaal) => stand === 'open' || stand === 'verteld'
  return {
    ...wie,
    inhoud: { ...inhoud, dossier: herzien.dossier },
    signalen: wie.signalen.map((een) =>
      loopt(een) && geweest.has(een.regeling) ? { ...een, stand: 'vervallen' } : een,
    ),
  }
}

function sindsdien(meldingen: readonly Melding[], { gegeven }: Pick<Dossierinhoud, 'gegeven'>): Sindsdien {
  const gebeurd = geldende(meldingen).flatMap(({ wat }) => (wat.op >= gegeven ? [wat] : []))
  const is = (soort: Levensloopsoort) => gebeurd.some((wat) => wat.soort === soort)
  const verlies = gebeurd.findLast(({ soort }) => soort === 'overlijden-partner')
  const huwelijk = gebeurd.findLast(({ soort }) => soort === 'huwelijk')
  return {
    isVerhuisd: is('verhuizing'),
    isPartnerOverleden: verlies !== undefined && (huwelijk === undefined || huwelijk.op < verlies.op),
    isHuisgenootOverleden: is('overlijden-huisgenoot'),
  }
}

/** Events that are new, and what they take back; without any: another text of the law, or time. */
function aanleidingenVan(
  { versie }: Rekenwijze,
  vorige: Dossier | undefined,
  meldingen: readonly Melding[],
  nieuw: Nieuw,
): readonly Aanleiding[] {
  const isNieuw = inLijst(nieuw)
  const soorten = new Map<string, Levensloopsoort>(
    meldingen.flatMap(({ bron, id, wat }) =>
      wat.soort === ingetrokken ? [] : [[`${bron} ${id}`, wat.soort]],
    ),
  )
  const uit = meldingen.filter(isNieuw).flatMap(({ bron, id, wat }): readonly Aanleiding[] => {
    const melding = wat.soort === ingetrokken ? wat.intrekt : id
    const soort = soorten.get(`${bron} ${melding}`)
    return soort === undefined ? [] : [{ soort, bron, melding }]
  })
  if (uit.length > 0) return uit
  return [{ soort: vorige !== undefined && vorige.corpus !== versie ? 'wet' : 'tijd' }]
}

/** No other text of the law came, and the day came that the last look said to look again. */
function isAanDeBeurt(
  { versie }: Rekenwijze,
  vorige: Dossier | undefined,
  regeling: string,
  dag: string,
): vorige is Dossier {
  if (vorige === undefined || vorige.corpus !== versie) return false
  const eerder = vorige.standen[regeling]
  return eerder === undefined ? vorige.dag < dag : eerder.geldigTot <= dag
}

/** Sources that report what a day brings say it themselves. */
const vanDeDag: ReadonlySet<Aanleiding['soort']> = new Set<Levensloopsoort>([
  'achttien-geworden',
  'aow-leeftijd',
  'nieuw-jaar',
  'wetswijziging',
])

/** Nothing that a scheme hangs on was said to be otherwise: what changed it is the day, and no event that came in as well. */
function doorDeDag(
  { corpus }: Rekenwijze,
  vorige: Dossier,
  nu: Dossier,
  regeling: string,
  gemeld: readonly Aanleiding[],
): readonly Aanleiding[] {
  const zelf = gemeld.filter(({ soort }) => vanDeDag.has(soort))
  if (zelf.length > 0) return zelf
  const redenen = tijdredenen(corpus, vorige, nu, regeling)
  return redenen.length === 0 ? [{ soort: 'tijd' }] : redenen.map((door) => ({ soort: 'tijd', door }))
}

/** Of an event that cannot have touched a scheme nothing is said in what is told of that scheme. */
function aanleidingenVoor(
  afhankelijk: Afhankelijkheid,
  regeling: string,
  alle: readonly Aanleiding[],
): readonly Aanleiding[] {
  const eigen = alle.filter(
    ({ soort }) =>
      soort === 'tijd' || soort === 'wet' || geraakt(afhankelijk, kenmerkenVan(soort).raakt).has(regeling),
  )
  // It came of something that was read because of them.
  return eigen.length > 0 ? eigen : alle
}

function inLijst(lijst: Nieuw): (een: Pick<Melding, 'bron' | 'id'>) => boolean {
  const sleutels = new Set(lijst.map(({ bron, id }) => `${bron} ${id}`))
  return ({ bron, id }) => sleutels.has(`${bron} ${id}`)
}
