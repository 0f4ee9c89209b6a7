/** `POST /gebeurtenisberichten`: CloudEvents 1.0 in the profile of NL GOV; alone, in a batch, or in headers (binary). */
import { z } from 'zod'
import { component, tekst } from './componenten.ts'
import { ApiProbleem, type Fout, invoerProbleem } from './problemen.ts'
import type { Route, Verzoek } from './route.ts'

/** Named limit: so many in one batch. */
const maxPerKeer = 1_000

const EEN = 'application/cloudevents+json'
const REEKS = 'application/cloudevents-batch+json'
/** With the attributes in the headers. */
const IN_KOPREGELS = 'application/json'

const eisen = {
  specversion: z.literal('1.0').meta({ description: 'Altijd 1.0.' }),
  id: z.string().min(1).max(255).meta({ description: 'Samen met source anders voor elk bericht.' }),
  source: z
    .string()
    .regex(/^urn:nld:(oin|kvknr):[^\s]+$/)
    .max(255)
    .meta({
      description: 'Wie het bericht stuurt, als urn:nld:oin:….',
      example: 'urn:nld:oin:00000001:zaken',
    }),
  type: z
    .string()
    .regex(/^[a-z][A-Za-z0-9.-]*$/)
    .max(255)
    .meta({ description: 'Wat er gebeurde.', example: 'nl.overheid.zaken.zaak-gemuteerd' }),
}

const gebeurtenisSchema = z.looseObject({
  ...eisen,
  subject: tekst.max(255).optional().meta({ description: 'Waar het over gaat: het uuid van de zaak.' }),
  time: z.iso.datetime({ offset: true }).optional().meta({ description: 'Wanneer het gebeurde.' }),
  dataref: tekst.max(1000).optional().meta({ description: 'Waar het te lezen is, bij de afzender.' }),
})

const gebeurtenis = component(
  'Gebeurtenisbericht',
  gebeurtenisSchema.meta({
    description:
      'Een bericht volgens CloudEvents 1.0, profiel NL GOV. Zet er geen persoonsgegevens in; wij lezen wat er is bij de bron.',
  }),
)
const reeks = component(
  'Gebeurtenisberichten',
  z.array(gebeurtenis).max(maxPerKeer).meta({ description: 'Meer berichten in één keer.' }),
)
const ontvangst = component(
  'Gebeurtenisontvangst',
  z.object({
    ontvangen: z.int().meta({ description: 'Berichten die wij verwerken.' }),
    onbekend: z.int().meta({ description: 'Berichten van een soort waar wij niets mee doen.' }),
  }),
)

const VOORBEELD = {
  specversion: '1.0',
  id: '7c4a1a1e-2f0c-4a1b-9a65-0c8a5bb3f0de',
  source: 'urn:nld:oin:00000001823288444000:zaken',
  type: 'nl.overheid.zaken.zaak-gemuteerd',
  subject: '2f0f4f0e-6f57-4b0f-8c8a-5f2b1c9d7e10',
  time: '2026-03-01T09:00:00Z',
}

export const gebeurtenisRoutes: readonly Route[] = [
  {
    methode: 'POST',
    pad: '/gebeurtenisberichten',
    naam: 'ontvangGebeurtenisberichten',
    tag: 'gebeurtenisberichten',
    samenvatting: 'Meld dat er iets is gebeurd',
    beschrijving:
      'Voor organisaties die een sleutel van ons hebben. Hetzelfde bericht mag vaker komen, en in elke volgorde. Een soort die wij niet kennen, nemen wij aan en tellen wij. Met application/json staan de kenmerken in de kopregels (ce-id, ce-source, …).',
    inhoud: {
      schema: gebeurtenis,
      voorbeeld: () => VOORBEELD,
      soorten: { [EEN]: gebeurtenis, [REEKS]: reeks },
    },
    antwoord: {
      status: 202,
      schema: ontvangst,
      beschrijving: 'Aangenomen: het bericht gaat niet meer verloren.',
      voorbeeld: () => ({ ontvangen: 1, onbekend: 0 }),
    },
    problemen: ['niet-ingelogd', 'niet-gereed'],
    isMetSleutel: true,
    handler: async (verzoek, { deur }) => {
      const afzender = deur?.afzender(verzoek.koppen.authorization)
      if (deur === undefined || afzender === undefined) throw new ApiProbleem('niet-ingelogd')
      const berichten = leesBerichten(verzoek)
      let onbekend = berichten.length
      for (const { soorten, ontvang } of deur.ontvangers) {
        const deel = berichten.filter(({ type }) => type.startsWith(soorten))
        if (deel.length === 0) continue
        const uitkomst = await ontvang(afzender, deel)
        if (uitkomst.status === 'vol') throw new ApiProbleem('niet-gereed')
        if (uitkomst.status === 'ongeldig') throw invoerProbleem([fout(uitkomst.plaats, uitkomst.waarom)])
        onbekend -= deel.length
      }
      if (onbekend > 0) await deur.telOnbekend(afzender, onbekend)
      return { ontvangen: berichten.length - onbekend, onbekend }
    },
  },
]

/** Every fault of every message at once. */
function leesBerichten({ json, koppen }: Verzoek) {
  const soort = (koppen['content-type'] ?? '').split(';')[0]?.trim().toLowerCase()
  if (soort !== IN_KOPREGELS && !json.ok) throw invoerProbleem(json.fouten)
  const waarde = soort === IN_KOPREGELS ? uitKopregels(koppen) : json.ok ? json.waarde : undefined
  const isReeks = soort === REEKS
  if (isReeks && !(Array.isArray(waarde) && waarde.length <= maxPerKeer))
    throw invoerProbleem([fout('', `Een lijst van hoogstens ${maxPerKeer} berichten hoort hier.`)])
  const lijst: readonly unknown[] = isReeks && Array.isArray(waarde) ? waarde : [waarde]
  const fouten: ReturnType<typeof fout>[] = []
  const goed = lijst.flatMap((een, i) => {
    const gelezen = gebeurtenisSchema.safeParse(een)
    if (gelezen.success) return [gelezen.data]
    const waar = isReeks ? `/${i}` : ''
    for (const { path } of gelezen.error.issues)
      fouten.push(
        fout(`${waar}${path.map((stap) => `/${String(stap)}`).join('')}`, 'Dit kenmerk klopt niet.'),
      )
    return []
  })
  if (fouten.length === 0) return goed
  throw soort === IN_KOPREGELS ? kopprobleem(fouten) : invoerProbleem(fouten)
}

/** Attributes are percent-encoded there (CloudEvents HTTP binding §3.1.3.2). What does not decode is wrong, and named. */
function uitKopregels(koppen: Verzoek['koppen']): Record<string, string> {
  const paren = Object.entries(koppen).flatMap(([naam, waarde]) =>
    naam.startsWith('ce-') && waarde !== undefined ? [[naam.slice(3), ontcijfer(waarde)] as const] : [],
  )
  return Object.fromEntries(paren)
}

function ontcijfer(waarde: string): string {
  try {
    return decodeURIComponent(waarde)
  } catch {
    return ''
  }
}

function kopprobleem(fouten: readonly ReturnType<typeof fout>[]): ApiProbleem {
  return new ApiProbleem(
    'verzoek-ongeldig',
    fouten.map(
      ({ pointer, melding, code, verwacht }): Fout => ({
        in: 'header',
        parameter: `ce-${pointer.slice(1)}`,
        code,
        detail: melding,
        verwacht,
      }),
    ),
  )
}

const fout = (pointer: string, melding: string) => ({
  pointer,
  code: 'gebeurtenisbericht',
  melding,
  verwacht: 'een bericht volgens CloudEvents 1.0, profiel NL GOV',
})
