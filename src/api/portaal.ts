/** `POST /context/zoek` and `GET /taken/{uuid}`: MijnTaken 0.1.0 for other portals, with cases and chains besides. */
import { z } from 'zod'
import { PlatformError } from '../platform/index.ts'
import type { Portaaluitkomst } from '../zaken/index.ts'
import { component, datum, tekst, tekstPerTaal } from './componenten.ts'
import { ApiProbleem, invoerProbleem } from './problemen.ts'
import type { ApiBronnen, Route, Verzoek } from './route.ts'

/** Named limits. */
const maxDelen = 20
const maxTekens = 255

/** The same for every fault: which one it was would help who tries keys. */
const sleuteluitleg =
  'Stuur in de kopregel Authorization: Bearer een JWT van een portaal dat hier bekend is: ondertekend met HS256, met iss, sub, bsn, iat en exp, hoogstens vijf minuten geldig volgens de klok van deze server.'

const uuidSchema = z.guid().meta({ example: '550e8400-e29b-41d4-a716-446655440000' })
const urn = tekst.regex(/^urn:/).max(maxTekens)
const urnUit = urn.meta({
  description: 'Naam van de zaak die overal geldt.',
  example: 'urn:nld:rsin:999800005:zaak:uuid:2f0f4f0e-6f57-4b0f-8c8a-5f2b1c9d7e10',
})

const vraagSchema = z.looseObject({
  klantId: tekst.min(1).max(maxTekens).meta({ description: 'Gelijk aan sub in het token.' }),
  contextId: urn.optional().meta({ description: 'URN van een zaak: alleen wat daarbij hoort.' }),
  include: z
    .array(tekst.max(maxTekens))
    .max(maxDelen)
    .optional()
    .meta({
      description: 'taken, zaken, ketens. Zonder of leeg: alles. Wat wij niet kennen, slaan wij over.',
      example: ['taken', 'zaken'],
    }),
})
const vraag = component('ContextQuery', vraagSchema.meta({ description: 'Waarnaar wordt gevraagd.' }))

const taakInfo = component(
  'TaakInfo',
  z.object({
    uuid: uuidSchema,
    titel: tekstPerTaal,
    toelichting: tekstPerTaal.optional(),
    status: tekst.meta({ description: 'open, afgerond, geannuleerd of onbekend.', example: 'open' }),
    deadline: z.iso
      .datetime({ offset: true })
      .optional()
      .meta({ description: 'Laatste moment, zelf nog op tijd.' }),
    context: z.object({ urn: urnUit, canonicalUrl: tekst.optional() }).optional(),
    uitvoering: z
      .object({ type: tekst.optional(), fallbackUrl: z.url() })
      .meta({ description: 'Waar het gedaan wordt: altijd bij de bron.' }),
  }),
)
const organisatie = component(
  'Organisatienaam',
  z.object({ id: tekst.meta({ description: 'Zie /organisaties.' }), naam: tekst }),
)
const zaakInfo = component(
  'ZaakInfo',
  z.object({
    urn: urnUit,
    titel: tekstPerTaal,
    nummer: tekst.optional().meta({ description: 'Hoe de organisatie de zaak noemt.' }),
    organisatie,
    statusgroep: tekst.optional().meta({ description: 'Hoe ver het is, in een woord dat overal gelijk is.' }),
    status: tekstPerTaal.optional(),
    doet: z.enum(['organisatie', 'u', 'niemand']).optional().meta({ description: 'Wie nu iets moet doen.' }),
    straks: tekstPerTaal.optional(),
    inWoordenVanBron: z
      .array(z.enum(['titel', 'status', 'straks', 'resultaat']))
      .meta({ description: 'Deze delen zijn in de woorden van de organisatie zelf, in haar taal.' }),
    verwacht: z
      .array(
        z.object({
          datum,
          soort: z.enum(['gepland', 'wettelijk']),
          volgens: z
            .enum(['organisatie', 'wet'])
            .optional()
            .meta({ description: 'Van een wettelijke datum: wie haar gaf of telde.' }),
          artikel: tekst.optional().meta({ description: 'Het artikel waarmee wij telden.' }),
        }),
      )
      .meta({ description: 'Wanneer; leeg als niemand een datum gaf.' }),
    startdatum: datum,
    einddatum: datum.optional(),
    resultaat: tekstPerTaal.optional(),
    canonicalUrl: tekst.optional().meta({ description: 'Onze pagina over deze zaak.' }),
  }),
)
const keten = component(
  'Keten',
  z.object({
    zaken: z.array(urnUit),
    aard: z.array(tekst).meta({ description: 'Hoe de zaken samenhangen.', example: ['vervolg'] }),
  }),
)
const volledigheid = component(
  'Volledigheid',
  z.object({
    gevraagd: z.int().meta({ description: 'Zoveel organisaties zijn gevraagd.' }),
    geantwoord: z.int(),
    ontbreekt: z.array(organisatie).meta({ description: 'Deze antwoordden niet, of niet met alles.' }),
    takenOntbreken: z.array(organisatie).meta({ description: 'Van deze zijn de taken niet bekend.' }),
  }),
)
const resultaat = component(
  'ContextResultaat',
  z.object({
    taken: z.array(taakInfo).optional(),
    zaken: z.array(zaakInfo).optional(),
    ketens: z.array(keten).optional(),
    volledigheid: volledigheid.optional(),
  }),
)

const VOORBEELDTAAK = {
  uuid: '550e8400-e29b-41d4-a716-446655440000',
  titel: { nl: 'Stuur uw loonstrook' },
  status: 'open',
  deadline: '2026-03-20T22:59:59.000Z',
  uitvoering: { type: 'upload', fallbackUrl: 'https://taken.gemeente.example/550e8400' },
}

const UITLEG =
  'Voor portalen die deze installatie kent, over een inwoner die dat portaal toestemming gaf. Het token (HS256, hoogstens vijf minuten) noemt iss, sub, bsn, iat en exp.'

/** Before anything that was sent is read: a token of a portal that we know. */
const kentSleutel = ({ portalen }: ApiBronnen, authorization: string | undefined): boolean =>
  portalen?.beller(authorization) !== undefined

export const portaalRoutes: readonly Route[] = [
  {
    methode: 'POST',
    pad: '/context/zoek',
    naam: 'zoekContext',
    tag: 'portalen',
    samenvatting: 'Zoek taken en zaken van een inwoner',
    beschrijving: `${UITLEG} Volgens MijnTaken 0.1.0; zaken, ketens en volledigheid komen daar bovenop. Er verandert niets door te vragen.`,
    inhoud: {
      schema: vraag,
      voorbeeld: () => ({ klantId: 'a8f3c1d2-7e44-4b1a-9c0f-123456789abc', include: ['taken', 'zaken'] }),
    },
    antwoord: {
      schema: resultaat,
      beschrijving: 'Wat er nu bekend is.',
      voorbeeld: () => ({
        taken: [VOORBEELDTAAK],
        zaken: [],
        volledigheid: { gevraagd: 3, geantwoord: 3, ontbreekt: [], takenOntbreken: [] },
      }),
    },
    problemen: ['niet-ingelogd', 'geen-toestemming', 'te-vaak'],
    isMetSleutel: true,
    kentSleutel,
    sleuteluitleg,
    handler: async (verzoek, bronnen) => {
      const { portalen, beller } = eisBeller(verzoek, bronnen)
      const { klantId, contextId, include } = leesVraag(verzoek)
      const uitkomst = await portalen.zoek(beller, {
        klant: klantId,
        ...(contextId !== undefined && { context: contextId }),
        ...(include !== undefined && { delen: include }),
      })
      return antwoordVan(uitkomst)
    },
  },
  {
    methode: 'GET',
    pad: '/taken/{uuid}',
    naam: 'retrieveTaak',
    tag: 'portalen',
    samenvatting: 'Haal één taak op',
    beschrijving: `${UITLEG} Een taak bij een zaak vragen wij opnieuw bij de bron; een taak zonder zaak is hoogstens een kwartier oud. Uitvoeren gebeurt daar, met fallbackUrl.`,
    padDelen: {
      uuid: {
        schema: uuidSchema,
        beschrijving: 'Kenmerk van de taak, uit /context/zoek.',
        voorbeeld: '550e8400-e29b-41d4-a716-446655440000',
        verwacht: 'een uuid',
      },
    },
    antwoord: { schema: taakInfo, beschrijving: 'De taak.', voorbeeld: () => VOORBEELDTAAK },
    problemen: ['niet-ingelogd', 'geen-toestemming', 'niet-gevonden', 'te-vaak', 'niet-gereed'],
    isMetSleutel: true,
    kentSleutel,
    sleuteluitleg,
    handler: async (verzoek, bronnen) => {
      const { portalen, beller } = eisBeller(verzoek, bronnen)
      const { uuid = '' } = verzoek.pad
      // What is no uuid is nobody's task.
      if (!uuidSchema.safeParse(uuid).success) throw new ApiProbleem('niet-gevonden')
      return antwoordVan(await portalen.taak(beller, uuid.toLowerCase()))
    },
  },
]

function eisBeller({ koppen }: Verzoek, { portalen }: ApiBronnen) {
  const beller = portalen?.beller(koppen.authorization)
  if (portalen === undefined || beller === undefined)
    throw new ApiProbleem('niet-ingelogd', [], sleuteluitleg)
  return { portalen, beller }
}

function leesVraag({ json }: Verzoek): z.infer<typeof vraagSchema> {
  if (!json.ok || json.fouten.length > 0) throw invoerProbleem(json.fouten)
  const gelezen = vraagSchema.safeParse(json.waarde)
  if (gelezen.success) return gelezen.data
  throw invoerProbleem(
    gelezen.error.issues.map(({ path }) => ({
      pointer: path.map((stap) => `/${String(stap)}`).join(''),
      code: 'contextvraag',
      melding: 'Dit klopt niet.',
      verwacht: 'een vraag volgens MijnTaken 0.1.0, met klantId',
    })),
  )
}

function antwoordVan<T>(uitkomst: Portaaluitkomst<T>): T {
  switch (uitkomst.status) {
    case 'ok':
      return uitkomst.antwoord
    case 'geen-toestemming':
      throw new ApiProbleem('geen-toestemming')
    case 'andere-klant':
      throw invoerProbleem([
        {
          pointer: '/klantId',
          code: 'andere-klant',
          melding: 'Dit is niet wie in het token staat.',
          verwacht: 'dezelfde waarde als sub in het token',
        },
      ])
    case 'onbekend':
      throw new ApiProbleem('niet-gevonden')
    case 'later':
      throw new ApiProbleem('niet-gereed')
    case 'te-vaak':
      throw new PlatformError('te-vaak', { wachtSeconden: uitkomst.seconden })
  }
}
