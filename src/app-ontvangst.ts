import { randomBytes, randomInt } from 'node:crypto'
import { join } from 'node:path'
import { zoneVan } from './app-zaken.ts'
import type { Sleutelring } from './audit/index.ts'
import {
  aanwijzingOp,
  type LopendCorpus,
  MEEGELEVERD,
  POSTSOORTEN,
  verlopenUitzonderingen,
} from './corpus/index.ts'
import type { OrganisatieId } from './domain/index.ts'
import { datumOp } from './kalender/index.ts'
import { type Berichten, BundelVol, type Terugbericht, type Verzendweg } from './kanalen/index.ts'
import {
  bezorgKennisgevingen,
  createOntvangst,
  createStoringen,
  isDezeWeg,
  mailKennisgevingen,
  neemMailTerug,
  type Ontvangst,
} from './ontvangst/index.ts'
import type { Controle } from './platform/http/index.ts'
import { loadTeksten } from './platform/i18n/index.ts'
import { herhaal, type Klok, type Levensloop, type Log, PlatformError } from './platform/index.ts'
import { type Opslag, poststukOpslag, storingOpslag } from './store/index.ts'
import type { Toegang } from './toegang/index.ts'
import { maakPostOpsteller, type PostBronnen } from './web/index.ts'

/** Named limits: so long may a notice wait before it goes to an inbox, or by e-mail. */
const bezorgMs = 1_000
const mailMs = 5_000
/** Named limit: so soon may be sent again what could not be taken in. */
const wachtSeconden = 5

export interface Ontvangstdelen {
  readonly opslag: Pick<Opslag, 'databank'>
  readonly corpus: Pick<LopendCorpus, 'huidig'>
  readonly toegang: Pick<Toegang, 'audit'>
  readonly ring: Sleutelring
}

/** What became of a notice that went by e-mail; also for the command that a mail server calls. */
export function maakMailTerug({ opslag, toegang, ring }: Omit<Ontvangstdelen, 'corpus'>) {
  const store = poststukOpslag(opslag.databank)
  return (terug: Terugbericht) => neemMailTerug({ store, ring, audit: toegang.audit }, terug)
}

export interface Ontvangstdeel {
  readonly poststukken: PostBronnen
  readonly controles: readonly (readonly [string, Controle])[]
}

/** The part of the composition root that is about what people send. */
export function openOntvangst(
  { klok, log }: { readonly klok: Klok; readonly log: Log },
  {
    opslag,
    corpus,
    toegang,
    ring,
    berichten,
    email,
    organisaties,
  }: Ontvangstdelen & {
    readonly berichten: Pick<Berichten, 'stuur'> | undefined
    /** The way out for e-mail; absent: none is connected, and somebody brings what would go by it. */
    readonly email: Verzendweg | undefined
    /** Whose professionals log in here. */
    readonly organisaties: readonly OrganisatieId[]
  },
  levensloop: Levensloop,
): Ontvangstdeel {
  const { audit } = toegang
  const { nu } = klok
  const { ontvangst, store, zone } = maakOntvangst(klok, { opslag, corpus, toegang, ring, organisaties })
  let isDicht = false
  if (berichten !== undefined) {
    const bezorg = async () => {
      while (!isDicht && (await bezorgKennisgevingen({ store, berichten, ring, nu })) > 0);
    }
    const stop = herhaal(bezorgMs, bezorg, (fout) => log.waarschuwing('kennisgeving niet bezorgd', { fout }))
    levensloop.bijSluiten('kennisgevingen', () => {
      isDicht = true
      return stop()
    })
  }
  // Not secret: only so that what failed together does not come back together.
  const loting = () => randomInt(1_000) / 1_000
  const mail = async () => {
    while (!isDicht && (await mailKennisgevingen({ store, weg: email, ring, audit, nu, loting })) > 0);
  }
  const stopMail = herhaal(mailMs, mail, (fout) => log.waarschuwing('kennisgeving niet gemaild', { fout }))
  levensloop.bijSluiten('e-mail over post', () => {
    isDicht = true
    return stopMail()
  })
  const overheid = () => organisaties.filter((id) => corpus.huidig().organisaties.get(id)?.overheid === true)
  return {
    poststukken: {
      ontvangst,
      storingen: createStoringen({ store: storingOpslag(opslag.databank), audit, nu, toeval: randomBytes }),
      organisaties: overheid,
      zoneVan: zone,
      toeval: randomBytes,
    },
    controles: [['postwegen', async () => postwegenstand(corpus, nu())]],
  }
}

/** Taking in what people send, on any edge: the pages, the desk, and the command that a mail server calls. */
export function maakOntvangst(
  { nu }: Pick<Klok, 'nu'>,
  {
    opslag,
    corpus,
    toegang,
    ring,
    organisaties = [],
  }: Ontvangstdelen & { readonly organisaties?: readonly OrganisatieId[] },
) {
  const store = poststukOpslag(opslag.databank)
  const zone = (organisatie: OrganisatieId) => zoneVan(corpus.huidig(), organisatie)
  const naamVan = (id: string) => corpus.huidig().organisaties.get(id)?.naam ?? id
  const kern = createOntvangst({
    store,
    audit: toegang.audit,
    ring,
    aanwijzing: (organisatie, soort, dag) =>
      aanwijzingOp(corpus.huidig().postwegen, { organisatie, soort }, dag),
    isWegErgensVoor: (organisatie, weg, waar, dag) =>
      POSTSOORTEN.some((soort) => {
        const van = aanwijzingOp(corpus.huidig().postwegen, { organisatie, soort }, dag)
        const hier = { weg, ...(waar !== undefined && { waar }) }
        return van.soort === 'vastgesteld' && van.wegen.some((een) => isDezeWeg(een, hier))
      }),
    zoneVan: zone,
    werktHier: (organisatie) => organisaties.includes(organisatie),
    ...maakPostOpsteller(loadTeksten(join(MEEGELEVERD, 'teksten')), { naamVan, zoneVan: zone }),
    nu,
    toeval: randomBytes,
  })
  const ontvangst: Ontvangst = { ...kern, neemAan: (...stuk) => kern.neemAan(...stuk).catch(teDruk) }
  return { ontvangst, store, zone }
}

/** Nothing was kept, and whoever sent it is told so, with when to send it again. */
function teDruk(fout: unknown): never {
  throw fout instanceof BundelVol ? new PlatformError('te-druk', { wachtSeconden, cause: fout }) : fout
}

/** A temporary exception that is over: from then on a way must be designated (Awb 2:13 lid 4). */
function postwegenstand(corpus: Ontvangstdelen['corpus'], nu: Date): Awaited<ReturnType<Controle>> {
  const verlopen = verlopenUitzonderingen(corpus.huidig().postwegen, datumOp(nu, 'Europe/Amsterdam'))
  return {
    stand: verlopen.length === 0 ? 'goed' : 'beperkt',
    ...(verlopen.length > 0 && {
      verlopen: verlopen.map(({ organisatie, soort }) => `${organisatie} ${soort}`),
    }),
  }
}
