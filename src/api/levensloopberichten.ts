/** `POST /levensloopberichten`: what happened to people, as CloudEvents 1.0 (profile NL GOV), each body signed. */
import { z } from 'zod'
import { levensloopsoorten, soortvoorvoegsel } from '../proactief/index.ts'
import { component, tekst } from './componenten.ts'
import { ApiProbleem, invoerProbleem } from './problemen.ts'
import type { ApiBronnen, Route } from './route.ts'

/** Named limits: so many messages, of half a kilobyte each. */
const maxPerKeer = 1_000
const maxBytes = 512 * 1024

const EEN = 'application/cloudevents+json'
const REEKS = 'application/cloudevents-batch+json'

const soorten = [...levensloopsoorten, 'ingetrokken'].map((soort) => `${soortvoorvoegsel}${soort}`)

const bericht = component(
  'Levensloopbericht',
  z
    .looseObject({
      specversion: z.literal('1.0').meta({ description: 'Altijd 1.0.' }),
      id: z
        .string()
        .min(1)
        .max(255)
        .meta({ description: 'Van u, en anders voor elke gebeurtenis. Hetzelfde id nog eens is dezelfde.' }),
      source: tekst
        .max(255)
        .meta({ description: 'Wie het bericht stuurt.', example: 'urn:nld:oin:00000001:brp' }),
      type: tekst.max(255).meta({
        description: `Wat er gebeurde, of dat een eerder bericht niet klopte: ${soorten.join(', ')}. Een andere soort nemen wij aan en tellen wij.`,
        example: `${soortvoorvoegsel}geboorte`,
      }),
      subject: tekst.max(255).optional().meta({
        description: 'De naam waaronder u deze persoon volgt, zoals u die van ons kreeg. Nooit een BSN.',
      }),
      time: z.iso.datetime({ offset: true }).optional().meta({ description: 'Wanneer u het opschreef.' }),
      data: z
        .looseObject({
          op: z.string().optional().meta({ description: 'De dag waarop het gebeurde, als JJJJ-MM-DD.' }),
          intrekt: z.string().optional().meta({
            description:
              'Bij ingetrokken: het id van het bericht dat niet klopte. Mag ook eerder komen dan dat bericht.',
          }),
        })
        .optional(),
    })
    .meta({
      description:
        'Dat er iets gebeurde, volgens CloudEvents 1.0, profiel NL GOV. Niet wat er nu is: dat vragen wij zelf, als de inwoner dat goed vond.',
    }),
)
const reeks = component(
  'Levensloopberichten',
  z.array(bericht).max(maxPerKeer).meta({ description: 'Meer berichten in één keer.' }),
)
const ontvangst = component(
  'Levensloopontvangst',
  z.object({
    nieuw: z.int().meta({ description: 'Berichten die wij nu bewaarden.' }),
    dubbel: z.int().meta({ description: 'Berichten die wij al hadden.' }),
    samen: z.int().meta({
      description:
        'Berichten van een soort waarvan u er deze dag over deze persoon al heel veel stuurde. Die bewaren wij niet elk apart. Wij kijken wel opnieuw.',
    }),
    onbekend: z.int().meta({
      description:
        'Berichten over iemand die niet (meer) meedoet, of van een soort die u niet hoeft te melden. Daarvan bewaren wij niets.',
    }),
  }),
)

const uitleg =
  'Teken elk verzoek met de sleutel die u van de beheerder kreeg: een JWT (HS256) met iss, iat, exp (hoogstens 60 seconden later) en inhoud, de SHA-256 van precies deze bytes als base64url. Klopt dat en lukt het toch niet? Vraag of uw organisatie nog is aangesloten.'

export const levensloopRoutes: readonly Route[] = [
  {
    methode: 'POST',
    pad: '/levensloopberichten',
    naam: 'ontvangLevensloopberichten',
    tag: 'levensloopberichten',
    samenvatting: 'Meld dat er iets in iemands leven gebeurde',
    beschrijving: `Voor bronnen die iemand voor ons volgen. ${uitleg} Hetzelfde bericht mag vaker komen, te laat en in elke volgorde. Klopt er een niet, dan bewaren wij er geen: herstel dat ene en stuur alles opnieuw.`,
    inhoud: {
      schema: bericht,
      voorbeeld: () => ({
        specversion: '1.0',
        id: '7c4a1a1e-2f0c-4a1b-9a65-0c8a5bb3f0de',
        source: 'urn:nld:oin:00000001823288444000:brp',
        type: `${soortvoorvoegsel}geboorte`,
        subject: 'k0123456789.Zm9vYmFyYmF6cXV4',
        time: '2026-03-01T09:00:00Z',
        data: { op: '2026-02-27' },
      }),
      soorten: { [EEN]: bericht, [REEKS]: reeks },
    },
    antwoord: {
      status: 202,
      schema: ontvangst,
      beschrijving: 'Aangenomen: het bericht gaat niet meer verloren.',
      voorbeeld: () => ({ nieuw: 1, dubbel: 0, samen: 0, onbekend: 0 }),
    },
    problemen: ['niet-ingelogd'],
    isMetSleutel: true,
    // The signature is over the body, which is read first; whoever signed nothing is told so before that.
    kentSleutel: ({ levensloop }: ApiBronnen, authorization) =>
      levensloop !== undefined && /^Bearer \S+$/.test(authorization ?? ''),
    sleuteluitleg: uitleg,
    handler: async ({ json, bytes, koppen }, { levensloop }) => {
      if (bytes.length > maxBytes) throw new ApiProbleem('te-groot')
      const bron = levensloop?.bron(koppen.authorization, bytes.toString('utf8'))
      if (levensloop === undefined || bron === undefined) throw new ApiProbleem('niet-ingelogd', [], uitleg)
      if (!json.ok) throw invoerProbleem(json.fouten)
      const uitkomst = await levensloop.ontvang(bron, json.waarde)
      if (uitkomst.status === 'ongeldig')
        throw invoerProbleem([
          {
            pointer: uitkomst.plaats,
            code: 'gebeurtenis',
            verwacht: 'een bericht volgens CloudEvents 1.0',
            melding:
              uitkomst.plaats === ''
                ? `Dit is geen bericht volgens CloudEvents 1.0, of het zijn er meer dan ${maxPerKeer}.`
                : 'Dit is geen bericht volgens CloudEvents 1.0, of er ontbreekt een id, een dag of wie het is.',
          },
        ])
      const { status: _, ...telling } = uitkomst
      return telling
    },
  },
]
