/** `GET` and `POST /lijnteams`: what an organisation says of its own teams in the guide, from its own system. */
import { z } from 'zod'
import type { OrganisatieId } from '../domain/index.ts'
import { component, datum, tekst } from './componenten.ts'
import type { Lijnteamdeur, Lijnteamrij } from './lijnteamdeur.ts'
import { ApiProbleem, invoerProbleem } from './problemen.ts'
import type { ApiBronnen, Route, Verzoek } from './route.ts'

/** Named limit: so many in one request. */
const maxPerKeer = 100
const maxTekens = 10_000

export const sleuteluitleg =
  'Stuur in de kopregel Authorization: Bearer een JWT met de client en het geheim van uw koppeling: ondertekend met HS256, met client_id en iat, hoogstens een uur oud.'

const veld = (description: string, example: string) => tekst.max(maxTekens).meta({ description, example })

const velden = {
  id: veld('Kort kenmerk: kleine letters, cijfers en streepjes.', 'rotterdam-bijstand'),
  naam: veld('Naam van het team, hoogstens 80 tekens. Nooit die van een mens.', 'Inkomen Rotterdam'),
  uitleggen: veld('Onderwerpen die dit team uitlegt.', 'gebeurtenis-verhuizen').optional(),
  beslissen: veld('Onderwerpen waarover dit team mag beslissen.', 'regeling-bijstand').optional(),
  gebied: veld('Codes van gemeenten of eilanden, of nederland.', 'GM0599'),
  buren: veld('Plaatsen waar het helpt als het team daar het niet redt.', 'GM0502').optional(),
  talen: veld('Talen, als code.', 'nl pap'),
  niveau: veld('specialist of generalist.', 'specialist').optional(),
  uren: veld('Wanneer de lijn open is, of altijd.', 'ma-vr 09:00-17:00'),
  tijdzone: veld('Europe/Amsterdam of America/Kralendijk.', 'Europe/Amsterdam').optional(),
  feestdagen: veld('open of dicht.', 'dicht').optional(),
  gesloten: veld('Andere dagen waarop het dicht is.', '2027-05-07').optional(),
  capaciteit: veld('Zoveel gesprekken tegelijk als iedereen er is.', '4'),
}
const rijSchema = z.object(velden)
const rij = component('Lijnteam', rijSchema.meta({ description: 'Een team in de gids van directe lijnen.' }))
const vraagSchema = z.object({ lijnteams: z.array(rijSchema).min(1).max(maxPerKeer) })
const vraag = component(
  'LijnteamsVraag',
  z
    .object({ lijnteams: z.array(rij).min(1).max(maxPerKeer) })
    .meta({ description: 'Teams van uw organisatie.' }),
)
const antwoord = component(
  'Lijnteams',
  z.object({
    lijnteams: z.array(
      component(
        'Lijnteamstand',
        z.object({
          ...velden,
          bevestigdOp: datum,
          isVerouderd: z.boolean().meta({ description: 'Langer dan een kwartaal niet bevestigd.' }),
          gevraagdOp: datum.optional(),
        }),
      ),
    ),
  }),
)

const VOORBEELD = {
  id: 'rotterdam-bijstand',
  naam: 'Inkomen Rotterdam',
  beslissen: 'regeling-bijstand',
  gebied: 'GM0599',
  talen: 'nl pap',
  niveau: 'specialist',
  uren: 'ma-vr 09:00-17:00',
  capaciteit: '4',
}
const STAND = { ...VOORBEELD, bevestigdOp: '2026-03-01', isVerouderd: false }

export const kentSleutel = async (
  { lijnteams }: ApiBronnen,
  authorization: string | undefined,
): Promise<boolean> => (await lijnteams?.organisatieVan(authorization)) !== undefined

export const lijnteamRoutes: readonly Route[] = [
  {
    methode: 'GET',
    pad: '/lijnteams',
    naam: 'listLijnteams',
    tag: 'lijnteams',
    samenvatting: 'Toon uw teams in de gids',
    beschrijving:
      'Voor organisaties met een koppeling. Alleen uw eigen teams. gevraagdOp zegt dat wij vroegen of het nog klopt: stuur het team dan opnieuw.',
    antwoord: {
      schema: antwoord,
      beschrijving: 'De teams van uw organisatie.',
      voorbeeld: () => ({ lijnteams: [STAND] }),
    },
    problemen: ['niet-ingelogd'],
    isMetSleutel: true,
    kentSleutel,
    sleuteluitleg,
    handler: async (verzoek, bronnen) => {
      const { deur, organisatie } = await eisOrganisatie(verzoek, bronnen)
      return lijst(deur, organisatie)
    },
  },
  {
    methode: 'POST',
    pad: '/lijnteams',
    naam: 'zetLijnteams',
    tag: 'lijnteams',
    samenvatting: 'Zet uw teams in de gids',
    beschrijving:
      'Voor organisaties met een koppeling. Wat u stuurt, komt erbij of komt in de plaats van het team met dat kenmerk, en geldt als vandaag bevestigd. Is er één fout, dan verandert er niets. Hetzelfde mag u vaker sturen.',
    inhoud: { schema: vraag, voorbeeld: () => ({ lijnteams: [VOORBEELD] }) },
    antwoord: {
      schema: antwoord,
      beschrijving: 'De teams van uw organisatie, na de wijziging.',
      voorbeeld: () => ({ lijnteams: [STAND] }),
    },
    problemen: ['niet-ingelogd'],
    isMetSleutel: true,
    kentSleutel,
    sleuteluitleg,
    handler: async (verzoek, bronnen) => {
      const { deur, organisatie } = await eisOrganisatie(verzoek, bronnen)
      const rijen = leesRijen(verzoek)
      const uit = await deur.zet(organisatie, rijen)
      if (uit.status === 'ok') return lijst(deur, organisatie)
      const { nummer, veld: welk, code, wat } = uit
      throw invoerProbleem([
        {
          ...{ pointer: `/lijnteams/${nummer}/${welk}`, code },
          melding: `Hier klopt iets niet: ${code.replaceAll('-', ' ')}.`,
          ...(wat !== undefined && { gegeven: wat.slice(0, 100) }),
          verwacht: welk in velden ? (velden[welk as keyof typeof velden].meta()?.description ?? welk) : welk,
        },
      ])
    },
  },
]

export async function eisOrganisatie({ koppen }: Verzoek, { lijnteams: deur }: ApiBronnen) {
  const organisatie = await deur?.organisatieVan(koppen.authorization)
  if (deur === undefined || organisatie === undefined)
    throw new ApiProbleem('niet-ingelogd', [], sleuteluitleg)
  return { deur, organisatie }
}

async function lijst(deur: Lijnteamdeur, organisatie: OrganisatieId) {
  const rijen = await deur.eigen(organisatie)
  return { lijnteams: rijen.map(({ rij: velden, ...stand }) => ({ ...velden, ...stand })) }
}

function leesRijen({ json }: Verzoek): readonly Lijnteamrij[] {
  if (!json.ok || json.fouten.length > 0) throw invoerProbleem(json.fouten)
  const gelezen = vraagSchema.safeParse(json.waarde)
  if (gelezen.success)
    return gelezen.data.lijnteams.map((een) =>
      Object.fromEntries(Object.entries(een).map(([naam, waarde]) => [naam, waarde ?? ''])),
    )
  throw invoerProbleem(
    gelezen.error.issues.map(({ path, message }) => ({
      pointer: path.map((deel) => `/${String(deel)}`).join(''),
      code: 'inhoud',
      melding: 'Dit kunnen wij niet lezen.',
      gegeven: message.slice(0, 100),
      verwacht: 'lijnteams: een lijst met velden van tekst',
    })),
  )
}
