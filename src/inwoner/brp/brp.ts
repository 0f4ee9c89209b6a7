import { type Bsn, onthul, type PersoonId, parseBsn } from '../../domain/index.ts'
import { type Bron, type BronUitkomst, leesSpoor } from '../../platform/bron/index.ts'
import {
  type MetBsn,
  meegekomenDoel,
  type PersonenBij,
  type SchrijfMeegekomen,
  type Verwerkingsbewijs,
} from '../kluistoegang.ts'
import type { Persoonsgegevens, PersoonsRegister } from '../persoonsregister.ts'
import { type RegisterMislukt, type RegisterUitkomst, registerMislukt } from '../register.ts'
import {
  adresAntwoord,
  type BrpBewoner,
  type BrpPersoon,
  bewonersvelden,
  raadpleegAntwoord,
  veldenVoor,
} from './haal-centraal.ts'
import { type InAntwoord, meegekomenMet } from './meegekomen.ts'
import { kinderenOnderGezag, vertaal, type Zwijgen } from './vertaal.ts'

/** The register of persons over Haal Centraal BRP personen bevragen 2.x. No BSN leaves this folder. */
export function brpRegister(bron: Bron, rond: Rondom): PersoonsRegister {
  return {
    async raadpleeg(persoon, bewijs) {
      const uitkomst = await rond.metBsn(persoon, bewijs, (bsn) => raadpleeg(bron, rond, bsn, bewijs))
      return uitkomst.status === 'ok' ? uitkomst.uitkomst : uitkomst
    },
  }
}

/** The vault and the log, for whom the answer is about and for everybody else in it. */
export interface Rondom {
  readonly metBsn: MetBsn
  readonly personenBij: PersonenBij
  readonly schrijfMeegekomen: SchrijfMeegekomen
  /** What it means when this register says nothing about secrecy; absent: not known. */
  readonly zwijgt?: Zwijgen
}

async function raadpleeg(
  bron: Bron,
  rond: Rondom,
  bsn: Bsn,
  bewijs: Verwerkingsbewijs,
): Promise<RegisterUitkomst<Persoonsgegevens>> {
  const nummer = onthul(bsn)
  const antwoord = await bron.vraag({
    handeling: 'persoon raadplegen',
    methode: 'POST',
    pad: 'personen',
    json: {
      type: 'RaadpleegMetBurgerservicenummer',
      burgerservicenummer: [nummer],
      // What is not for this purpose is not asked.
      fields: veldenVoor(bewijs.gegevens),
    },
    isHerhaalbaar: true,
    vorm: raadpleegAntwoord,
    pastBij: ({ personen }) => personen.every((een) => een.burgerservicenummer === nummer),
    spoor: leesSpoor(bewijs.traceparent),
  })
  if (antwoord.status === 'fout') return registerMislukt(antwoord)
  const persoon = antwoord.status === 'ok' ? antwoord.inhoud.personen[0] : undefined
  if (persoon === undefined) return { status: 'onbekend', op: antwoord.op }
  const bekend: Bekenden = new Map()
  // Who stands in the first answer is looked up while the register is asked for the second.
  const [bewoners] = await Promise.all([
    vraagBewoners(bron, persoon, bewijs),
    zoekOp(rond, bekend, meegekomenMet(persoon, [], rond.zwijgt ?? 'onbekend')),
  ])
  const opAdres = bewoners === undefined || 'status' in bewoners ? [] : bewoners
  await legAnderenVast(rond, bekend, meegekomenMet(persoon, opAdres, rond.zwijgt ?? 'onbekend'), bewijs)
  const onderGezag = new Map(
    kinderenOnderGezag(persoon).flatMap((nummer) => {
      const kind = bekend.get(nummer)
      return kind === undefined ? [] : [[nummer, kind] as const]
    }),
  )
  return {
    status: 'ok',
    gegevens: vertaal({ persoon, bewoners, op: antwoord.op, onderGezag, zwijgt: rond.zwijgt ?? 'onbekend' }),
    op: antwoord.op,
  }
}

/** Who else is registered at the address: the answer must hold the person whose address it is. */
async function vraagBewoners(
  bron: Bron,
  persoon: BrpPersoon,
  bewijs: Verwerkingsbewijs,
): Promise<readonly BrpBewoner[] | RegisterMislukt | undefined> {
  const object = persoon.verblijfplaats?.adresseerbaarObjectIdentificatie
  if (object === undefined) return undefined
  const antwoord: BronUitkomst<{ readonly personen: readonly BrpBewoner[] }> = await bron.vraag({
    handeling: 'bewoners zoeken',
    methode: 'POST',
    pad: 'personen',
    json: {
      type: 'ZoekMetAdresseerbaarObjectIdentificatie',
      adresseerbaarObjectIdentificatie: object,
      fields: bewonersvelden,
    },
    isHerhaalbaar: true,
    vorm: adresAntwoord,
    pastBij: ({ personen }) =>
      personen.some((een) => een.burgerservicenummer === persoon.burgerservicenummer),
    spoor: leesSpoor(bewijs.traceparent),
  })
  if (antwoord.status === 'ok') return antwoord.inhoud.personen
  return antwoord.status === 'fout' ? registerMislukt(antwoord) : undefined
}

/** By BSN. */
type Bekenden = Map<string, PersoonId>

async function zoekOp(
  { personenBij }: Rondom,
  bekend: Bekenden,
  anderen: readonly InAntwoord[],
): Promise<void> {
  const nieuw = anderen.flatMap(({ nummer }) => {
    const bsn = bekend.has(nummer) ? undefined : parseBsn(nummer)
    // A number that fails the eleven test is no BSN; nobody may act for whoever that is.
    return bsn === undefined ? [] : [{ nummer, bsn }]
  })
  if (nieuw.length === 0) return
  const personen = await personenBij(nieuw.map(({ bsn }) => bsn))
  for (const [i, persoon] of personen.entries()) bekend.set(nieuw[i]?.nummer ?? '', persoon)
}

/** Everybody else in the answers gets a line on their own record; only then are the answers handed on. */
async function legAnderenVast(
  rond: Rondom,
  bekend: Bekenden,
  anderen: readonly InAntwoord[],
  bewijs: Verwerkingsbewijs,
): Promise<void> {
  await zoekOp(rond, bekend, anderen)
  const wie = anderen.flatMap(({ nummer, ...rest }) => {
    const persoon = bekend.get(nummer)
    return persoon === undefined ? [] : [{ ...rest, persoon }]
  })
  if (wie.length > 0) await rond.schrijfMeegekomen(bewijs, { doel: meegekomenDoel, wie })
}
