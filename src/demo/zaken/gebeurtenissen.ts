import { createHash } from 'node:crypto'
import type { Notificatie, Zaakgebeurtenis } from '../../zgw/index.ts'
import { breng } from './bezorgen.ts'
import type { Zaakorganisatie } from './organisaties.ts'

/** Where an organisation brings its CloudEvents, as its operator filled it in. */
export interface Gebeurtenisadres {
  readonly naar: string
  /** The whole value of the header Authorization. */
  readonly auth: string
}

/** Some send one at a time, others what they have together, and some put it all in headers. */
const wijzen = ['een', 'reeks', 'koppen'] as const

/**
 * The other way to say that a case changed: CloudEvents, to addresses that were filled in by hand. Who is messy says
 * things twice, turned around, and keeps some of it until the next time.
 */
export class Gebeurtenissen {
  readonly #organisatie: Zaakorganisatie
  readonly #adressen = new Map<string, string>()
  #nagekomen: Zaakgebeurtenis[] = []

  constructor(organisatie: Zaakorganisatie) {
    this.#organisatie = organisatie
  }

  get isLeeg(): boolean {
    return this.#adressen.size === 0
  }

  zet({ naar, auth }: Gebeurtenisadres): void {
    this.#adressen.set(naar, auth)
  }

  /** To everybody whose address was filled in; how many were taken. What was refused is not sent again. */
  async verspreid(berichten: readonly Notificatie[]): Promise<number> {
    const nieuw = berichten.map((bericht) => gebeurtenisVan(this.#organisatie, bericht))
    const later =
      this.#organisatie.gewoonten.rommeligeBerichten === true ? nieuw.filter((_, i) => i % 4 === 3) : []
    const nu = [...nieuw.filter((een) => !later.includes(een)), ...this.#nagekomen]
    this.#nagekomen = later
    let aantal = 0
    for (const [naar, auth] of this.#adressen)
      for (const { inhoud, koppen, telt } of verpak(nu)) {
        const status = await breng(naar, { authorization: auth, ...koppen }, inhoud)
        if (status !== undefined && status < 300) aantal += telt
      }
    return aantal
  }
}

function verpak(gebeurtenissen: readonly Zaakgebeurtenis[]) {
  const delen = Object.groupBy(gebeurtenissen, (_, i) => wijzen[i % wijzen.length] ?? 'een')
  return [
    ...(delen.een ?? []).map((een) => ({
      koppen: { 'content-type': 'application/cloudevents+json' },
      inhoud: JSON.stringify(een),
      telt: 1,
    })),
    ...(delen.reeks === undefined
      ? []
      : [
          {
            koppen: { 'content-type': 'application/cloudevents-batch+json' },
            inhoud: JSON.stringify(delen.reeks),
            telt: delen.reeks.length,
          },
        ]),
    ...(delen.koppen ?? []).map(({ data, datacontenttype, ...kenmerken }) => ({
      koppen: {
        'content-type': datacontenttype ?? 'application/json',
        ...Object.fromEntries(
          Object.entries(kenmerken).map(([naam, waarde]) => [
            `ce-${naam}`,
            encodeURIComponent(String(waarde)),
          ]),
        ),
      },
      inhoud: JSON.stringify(data),
      telt: 1,
    })),
  ]
}

function gebeurtenisVan({ rsin }: Zaakorganisatie, bericht: Notificatie): Zaakgebeurtenis {
  const { hoofdObject, kenmerken, aanmaakdatum } = bericht
  const subject = hoofdObject.split('/').at(-1) ?? ''
  return {
    specversion: '1.0',
    id: createHash('sha256')
      .update(`${bericht.resourceUrl} ${bericht.actie} ${aanmaakdatum}`)
      .digest('hex')
      .slice(0, 32),
    // An OIN of an organisation that has an RSIN begins so (Logius, OIN-stelsel).
    source: `urn:nld:oin:00000001${rsin}000:zaken`,
    type: `nl.overheid.zaken.${soortVan(bericht)}`,
    subject,
    time: aanmaakdatum,
    datacontenttype: 'application/json',
    dataref: new URL(hoofdObject).pathname,
    data: { ...kenmerken },
  }
}

function soortVan({ resource, actie }: Notificatie): string {
  if (resource !== 'zaak') return 'zaak-gemuteerd'
  if (actie === 'destroy') return 'zaak-verwijderd'
  return actie === 'create' ? 'zaak-geregistreerd' : 'zaak-bijgewerkt'
}
