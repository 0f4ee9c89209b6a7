import { brontekst } from '../brontekst.ts'
import { type RegisterUitkomst, registerMislukt } from '../register.ts'
import type { Zaaktypekeus } from '../verkenning.ts'
import type { Binnen } from './binnen.ts'
import { catalogusVorm, zaaktypeVorm } from './vormen.ts'

/** The published types of a source. A newer version has the same key and comes later in the list: its name is kept. */
export async function zaaktypenVan({
  klant,
  huis,
}: Binnen): Promise<RegisterUitkomst<readonly Zaaktypekeus[]>> {
  const [catalogussen, zaaktypen] = await Promise.all(
    ['catalogussen', 'zaaktypen'].map((pad) =>
      klant.lijst({}, { component: 'ztc', pad }, { handeling: `${pad} lezen` }),
    ),
  )
  const rijen: (readonly unknown[])[] = []
  for (const lijst of [catalogussen, zaaktypen]) {
    if (lijst === undefined || lijst.status === 'niet-gevonden') return { status: 'onbekend', op: huis.nu() }
    if (lijst.status === 'fout') return registerMislukt(lijst)
    // Half a list would look as if the other half could not be chosen.
    if (!lijst.inhoud.isVolledig) return registerMislukt({ soort: 'te-groot', sinds: lijst.op })
    rijen.push(lijst.inhoud.rijen)
  }
  const perUrl = new Map(
    (rijen[0] ?? []).flatMap((rij) => {
      const { data } = catalogusVorm.safeParse(rij)
      return data === undefined ? [] : [[data.url, data] as const]
    }),
  )
  const keuzes = (rijen[1] ?? []).flatMap((rij): Zaaktypekeus[] => {
    const { data } = zaaktypeVorm.safeParse(rij)
    const catalogus = data === undefined ? undefined : perUrl.get(data.catalogus)
    if (data === undefined || catalogus === undefined) return []
    const { domein, rsin } = catalogus
    const naam = brontekst(data.omschrijving || data.omschrijvingGeneriek, 100)
    return [
      {
        sleutel: { domein, rsin, identificatie: data.identificatie },
        naam,
        isIntern: data.indicatieInternOfExtern === 'intern',
      },
    ]
  })
  const uniek = new Map(keuzes.map((keus) => [Object.values(keus.sleutel).join('|'), keus]))
  const gegevens = [...uniek.values()].sort((a, b) => a.naam.localeCompare(b.naam, 'nl'))
  return { status: 'ok', gegevens, op: huis.nu() }
}
