/** `POST /lijnteams/publiek`: the telephone exchange of an organisation tells which residents call, and hears who takes which. */
import { z } from 'zod'
import { HOOGSTENS_PUBLIEK } from '../lijnen/index.ts'
import { PlatformError } from '../platform/index.ts'
import { component, tekst } from './componenten.ts'
import { eisOrganisatie, kentSleutel, sleuteluitleg } from './lijnteams.ts'
import { invoerProbleem } from './problemen.ts'
import type { Route, Verzoek } from './route.ts'

/** Named limit: whoever comes while an earlier report is looked at comes back so soon. */
const BEZIG_SECONDEN = 1

// Digits alone may be a telephone number or a BSN.
const id = tekst.regex(/^(?=.*[A-Za-z])[\w-]{8,64}$/).meta({
  description:
    'Uw eigen kenmerk van dit gesprek, nooit twee keer, met minstens één letter. Geen telefoonnummer.',
  example: 'c-20260302-0017',
})
const medewerker = tekst
  .max(200)
  .meta({ description: 'De medewerker van uw organisatie, zoals die bij ons inlogt.', example: 'h.bakker' })
const gesprekVelden = z.object({
  id,
  lijnteam: tekst.max(60).meta({ description: 'Voor welk team de inwoner belt.', example: 'svb-aow' }),
  stand: z.enum(['wacht', 'gesprek', 'niet-opgenomen']).meta({
    description:
      'wacht: de inwoner wacht. gesprek: de medewerker nam op. niet-opgenomen: de medewerker nam niet op.',
  }),
  medewerker: medewerker.optional(),
})
/** Whoever did not answer is named, or the next one would be taken for them when the same report comes once more. */
const gesprekSchema = gesprekVelden.refine(
  ({ stand, medewerker: wie }) => stand === 'wacht' || wie !== undefined,
  { path: ['medewerker'] },
)
const volgnummer = z.int().min(1).meta({
  description:
    'Hoger dan in uw vorige melding, bijvoorbeeld de milliseconden sinds 1970. Een melding die onderweg werd ingehaald, doet zo niets ongedaan.',
  example: 1772442000000,
})
const vraagSchema = z.object({ volgnummer, gesprekken: z.array(gesprekSchema).max(HOOGSTENS_PUBLIEK) })
const gesprek = component(
  'Publiekgesprek',
  gesprekVelden.meta({
    description: 'Een inwoner die belt. Bij gesprek en niet-opgenomen hoort medewerker.',
  }),
)
const vraag = component(
  'Publiekmelding',
  z
    .object({ volgnummer, gesprekken: z.array(gesprek).max(HOOGSTENS_PUBLIEK) })
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
              'verbind: verbind door met deze medewerker. voorbij: dit gesprek is afgelopen. gesloten: de lijn van dit team is nu dicht, ook voor wie al wachtte. onbekend: dit team hebt u niet. druk: stuur het nog eens.',
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
      'Voor de telefooncentrale van een organisatie met een koppeling. Stuur steeds alle gesprekken die u nu hebt, na elke verandering en minstens elke 15 seconden, één verzoek tegelijk en met een volgnummer dat steeds hoger is. Wat er niet meer bij staat, is afgelopen. Hoort de voordeur een minuut niets, dan zijn al uw gesprekken afgelopen. Collega’s gaan voor tot de lijn haar deel van de tijd heeft gehad.',
    inhoud: { schema: vraag, voorbeeld: () => ({ volgnummer: 1772442000000, gesprekken: [VOORBEELD] }) },
    antwoord: {
      schema: antwoord,
      beschrijving: 'Hoe elk gesprek er nu voor staat.',
      voorbeeld: () => ({ gesprekken: [{ id: VOORBEELD.id, stand: 'verbind', medewerker: 'h.bakker' }] }),
    },
    problemen: ['niet-ingelogd', 'te-vaak'],
    isMetSleutel: true,
    kentSleutel,
    sleuteluitleg,
    handler: async (verzoek, bronnen) => {
      const { deur, organisatie } = await eisOrganisatie(verzoek, bronnen)
      const uit = await deur.meldPubliek(organisatie, leesMelding(verzoek))
      if (uit === 'bezig') throw new PlatformError('te-vaak', { wachtSeconden: BEZIG_SECONDEN })
      if (uit === 'oud')
        throw invoerProbleem([
          {
            ...{ pointer: '/volgnummer', code: 'volgnummer' },
            melding: 'Een latere melding was er al. Met deze deden wij niets.',
            verwacht: 'een hoger volgnummer dan in uw vorige melding',
          },
        ])
      return { gesprekken: uit }
    },
  },
]

function leesMelding({ json }: Verzoek) {
  if (!json.ok || json.fouten.length > 0) throw invoerProbleem(json.fouten)
  const gelezen = vraagSchema.safeParse(json.waarde)
  if (gelezen.success) return gelezen.data
  throw invoerProbleem(
    gelezen.error.issues.map(({ path, message }) => ({
      pointer: path.map((deel) => `/${String(deel)}`).join(''),
      code: 'inhoud',
      melding: 'Dit kunnen wij niet lezen.',
      gegeven: message.slice(0, 100),
      verwacht: 'volgnummer, en gesprekken: een lijst met id, lijnteam en stand',
    })),
  )
}
