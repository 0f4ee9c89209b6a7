import type { PersoonId } from '../domain/index.ts'
import type { BronId, Verwerk, Verwerkingsbewijs } from './kluistoegang.ts'
import type { RegisterMislukt } from './register.ts'
import {
  bronVan,
  isAf,
  type NieuweTerugmelding,
  nogEens,
  type StandBijBron,
  stelOp,
  type Terugmelding,
  volgens,
} from './terugmelding.ts'
import type { TerugmeldingStore, Wachtende } from './terugmelding-store.ts'

/** The way to the source holder. */
export interface Terugmeldloket {
  /** Sending twice with the same id is sending once. */
  readonly meld: (melding: Terugmelding, bewijs: Verwerkingsbewijs) => Promise<MeldUitkomst>
  readonly volg: (melding: Terugmelding, bewijs: Verwerkingsbewijs) => Promise<MeldUitkomst>
}

export type MeldUitkomst =
  | { readonly status: 'ok'; readonly stand: StandBijBron }
  /** The source does not know the person or the report. */
  | { readonly status: 'onbekend' }
  | { readonly status: 'geen-bsn' }
  | RegisterMislukt

export interface TerugmeldOnderdelen {
  readonly store: TerugmeldingStore
  readonly loketten: Readonly<Record<BronId, Terugmeldloket>>
  readonly verwerk: Verwerk
  readonly nu: () => Date
}

export type StartUitkomst =
  | { readonly status: 'verzonden'; readonly melding: Terugmelding }
  /** Kept; it goes to the source as soon as that answers. */
  | { readonly status: 'bewaard'; readonly melding: Terugmelding; readonly waarom: MeldUitkomst['status'] }
  | { readonly status: 'ongeldig' }

/**
 * First kept, then sent: what a person was told that we received is never lost. The same id twice is the same report:
 * whoever did not hear the answer may send the form again.
 */
export async function meldTerug(
  onderdelen: TerugmeldOnderdelen,
  nieuw: NieuweTerugmelding,
): Promise<StartUitkomst> {
  const melding = stelOp(nieuw, onderdelen.nu())
  if (melding === undefined) return { status: 'ongeldig' }
  const { store, verwerk } = onderdelen
  const bron = bronVan(melding)
  if (await store.bewaar(melding)) return verwerk(bron, (bewijs) => verzend(onderdelen, melding, bewijs))
  const eerder = await verwerk(bron, (bewijs) => store.haal(nieuw.persoon, bewijs, nieuw.id))
  // An id that is somebody else's.
  if (eerder === undefined) return { status: 'ongeldig' }
  if (eerder.status !== 'opgesteld') return { status: 'verzonden', melding: eerder }
  return { status: 'bewaard', melding: eerder, waarom: 'fout' }
}

async function verzend(
  { store, loketten, nu }: Omit<TerugmeldOnderdelen, 'verwerk'>,
  melding: Terugmelding,
  bewijs: Verwerkingsbewijs,
): Promise<StartUitkomst> {
  const uitkomst = await loketten[bronVan(melding)].meld(melding, bewijs)
  const wordt = uitkomst.status === 'ok' ? volgens(melding, uitkomst.stand) : nogEens(melding, nu())
  await store.wijzig(melding, wordt)
  if (uitkomst.status === 'ok') return { status: 'verzonden', melding: wordt }
  return { status: 'bewaard', melding: wordt, waarom: uitkomst.status }
}

/** For a job: everything that still has to go. `verwerk` says for each person why. Gives how many went. */
export async function verzendOpenstaande(
  onderdelen: Omit<TerugmeldOnderdelen, 'verwerk'> & {
    readonly verwerkVoor: (melding: Wachtende) => Verwerk
  },
  aantal: number,
): Promise<number> {
  const { store, nu, verwerkVoor } = onderdelen
  let verzonden = 0
  for (const wachtende of await store.teVerzenden(nu(), aantal)) {
    const uitkomst = await verwerkVoor(wachtende)(bronVan(wachtende), async (bewijs) => {
      const melding = await store.haal(wachtende.persoon, bewijs, wachtende.id)
      // Somebody else sent it a moment ago.
      return melding?.status === 'opgesteld' ? verzend(onderdelen, melding, bewijs) : undefined
    })
    if (uitkomst?.status === 'verzonden') verzonden++
  }
  return verzonden
}

export interface Gevolgd {
  readonly meldingen: readonly Terugmelding[]
  /** Sources that did not answer: what is shown about them is what we knew. */
  readonly nietGevraagd: readonly BronId[]
}

/** Somebody's reports as they stand at the source holders now. What is finished is not asked again. */
export async function volgTerugmeldingen(
  { store, loketten, verwerk }: TerugmeldOnderdelen,
  persoon: PersoonId,
  bewijs: Verwerkingsbewijs,
): Promise<Gevolgd> {
  const nietGevraagd = new Set<BronId>()
  const volg = async (melding: Terugmelding): Promise<Terugmelding> => {
    if (isAf(melding) || melding.status === 'opgesteld') return melding
    const bron = bronVan(melding)
    const uitkomst = await verwerk(bron, (vraag) => loketten[bron].volg(melding, vraag))
    if (uitkomst.status === 'fout') nietGevraagd.add(bron)
    if (uitkomst.status !== 'ok') return melding
    const wordt = volgens(melding, uitkomst.stand)
    if (wordt !== melding) await store.wijzig(melding, wordt)
    return wordt
  }
  const meldingen = await Promise.all((await store.vanPersoon(persoon, bewijs)).map(volg))
  return { meldingen, nietGevraagd: [...nietGevraagd] }
}
