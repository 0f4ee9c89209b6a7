/** `POST /lijnteams/publiek`: the telephone exchange of an organisation tells which residents call, and hears who takes which. */
import { z } from 'zod'
import { component, tekst } from './componenten.ts'
import { eisOrganisatie, kentSleutel, sleuteluitleg } from './lijnteams.ts'
import { invoerProbleem } from './problemen.ts'
import type { Route, Verzoek } from './route.ts'

/** Named limit: so many calls of one organisation at once. */
const maxGesprekken = 500

const id = tekst.regex(/^[\w-]{8,64}$/).meta({
  description: 'Uw eigen kenmerk van dit gesprek, nooit twee keer. Geen telefoonnummer.',
  example: 'c-20260302-0017',
})
const medewerker = tekst
  .max(200)
  .meta({ description: 'De medewerker van uw organisatie, zoals die bij ons inlogt.', example: 'h.bakker' })
const meldingSchema = z.object({
  id,
  lijnteam: tekst.max(60).meta({ description: 'Voor welk team de inwoner belt.', example: 'svb-aow' }),
  stand: z.enum(['wacht', 'gesprek', 'niet-opgenomen']).meta({
    description:
      'wacht: de inwoner wacht. gesprek: de medewerker nam op. niet-opgenomen: de medewerker nam niet op.',
  }),
  medewerker: medewerker.optional(),
})
const vraagSchema = z.object({ gesprekken: z.array(meldingSchema).max(maxGesprekken) })
const melding = component('Publiekgesprek', meldingSchema.meta({ description: 'Een inwoner die belt.' }))
const vraag = component(
  'Publiekmelding',
  z
    .object({ gesprekken: z.array(melding).max(maxGesprekken) })
    .meta({ description: 'Alle gesprekken van inwoners die uw telefooncentrale nu heeft.' }),
)
const antwoord = component(
  'Publiekstanden',
  z.object({
    gesprekken: z.array(
      component(
        'Publiekstand',
        z.object({
          id,
          stand: z.enum(['wacht', 'verbind', 'gesprek', 'voorbij', 'gesloten', 'onbekend', 'druk']).meta({
            description:
              'verbind: verbind door met deze medewerker. voorbij: dit gesprek is afgelopen. gesloten: de lijn van dit team is nu dicht. onbekend: dit team hebt u niet. druk: stuur het nog eens.',
          }),
          voor: z.int().min(0).meta({ description: 'Zoveel wachten er voor deze inwoner.' }).optional(),
          medewerker: medewerker.optional(),
        }),
      ),
    ),
  }),
)

const VOORBEELD = { id: 'c-20260302-0017', lijnteam: 'svb-aow', stand: 'wacht' } as const

export const lijnpubliekRoutes: readonly Route[] = [
  {
    methode: 'POST',
    pad: '/lijnteams/publiek',
    naam: 'meldPubliek',
    tag: 'lijnteams',
    samenvatting: 'Laat inwoners en collega’s in één rij wachten',
    beschrijving:
      'Voor de telefooncentrale van een organisatie met een koppeling. Stuur steeds alle gesprekken die u nu hebt, na elke verandering en minstens elke 15 seconden, één verzoek tegelijk. Wat er niet meer bij staat, is afgelopen. Hoort de voordeur een minuut niets, dan zijn al uw gesprekken afgelopen. Collega’s gaan voor tot de lijn haar deel van de tijd heeft gehad.',
    inhoud: { schema: vraag, voorbeeld: () => ({ gesprekken: [VOORBEELD] }) },
    antwoord: {
      schema: antwoord,
      beschrijving: 'Hoe elk gesprek er nu voor staat.',
      voorbeeld: () => ({ gesprekken: [{ id: VOORBEELD.id, stand: 'verbind', medewerker: 'h.bakker' }] }),
    },
    problemen: ['niet-ingelogd'],
    isMetSleutel: true,
    kentSleutel,
    sleuteluitleg,
    handler: async (verzoek, bronnen) => {
      const { deur, organisatie } = await eisOrganisatie(verzoek, bronnen)
      return { gesprekken: await deur.meldPubliek(organisatie, leesGesprekken(verzoek)) }
    },
  },
]

function leesGesprekken({ json }: Verzoek) {
  if (!json.ok || json.fouten.length > 0) throw invoerProbleem(json.fouten)
  const gelezen = vraagSchema.safeParse(json.waarde)
  if (gelezen.success) return gelezen.data.gesprekken
  throw invoerProbleem(
    gelezen.error.issues.map(({ path, message }) => ({
      pointer: path.map((deel) => `/${String(deel)}`).join(''),
      code: 'inhoud',
      melding: 'Dit kunnen wij niet lezen.',
      gegeven: message.slice(0, 100),
      verwacht: 'gesprekken: een lijst met id, lijnteam en stand',
    })),
  )
}
