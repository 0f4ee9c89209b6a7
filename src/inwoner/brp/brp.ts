import { type Bsn, onthul, type PersoonId, parseBsn } from '../../domain/index.ts'
import { type Bron, type BronUitkomst, leesSpoor } from '../../platform/bron/index.ts'
import type { MetBsn, PersoonBij, Verwerkingsbewijs } from '../kluistoegang.ts'
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
import { kinderenOnderGezag, vertaal } from './vertaal.ts'

/** The register of persons over Haal Centraal BRP personen bevragen 2.x. No BSN leaves this folder. */
export function brpRegister(bron: Bron, metBsn: MetBsn, persoonBij: PersoonBij): PersoonsRegister {
  return {
    async raadpleeg(persoon, bewijs) {
      const uitkomst = await metBsn(persoon, bewijs, (bsn) => raadpleeg(bron, persoonBij, bsn, bewijs))
      return uitkomst.status === 'ok' ? uitkomst.uitkomst : uitkomst
    },
  }
}

async function raadpleeg(
  bron: Bron,
  persoonBij: PersoonBij,
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
  const [bewoners, onderGezag] = await Promise.all([
    vraagBewoners(bron, persoon, bewijs),
    personenBij(persoonBij, kinderenOnderGezag(persoon)),
  ])
  return {
    status: 'ok',
    gegevens: vertaal({ persoon, bewoners, op: antwoord.op, onderGezag }),
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

async function personenBij(
  persoonBij: PersoonBij,
  nummers: readonly string[],
): Promise<Map<string, PersoonId>> {
  const gevonden = new Map<string, PersoonId>()
  for (const nummer of nummers) {
    const bsn = parseBsn(nummer)
    // A number that fails the eleven test is no BSN; nobody may act for whoever that is.
    if (bsn !== undefined) gevonden.set(nummer, await persoonBij(bsn))
  }
  return gevonden
}
