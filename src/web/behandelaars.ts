/** Which function answers which address. */

import { gebruikbehandelaars } from './behandelaars-gebruik.ts'
import { proactiefbehandelaars } from './behandelaars-proactief.ts'
import * as aansluitingInstellen from './pages/aansluiting/instellen.ts'
import * as aansluitingen from './pages/aansluiting/lijst.ts'
import * as aansluitingRegels from './pages/aansluiting/regels.ts'
import * as aansluitingSluiten from './pages/aansluiting/sluiten.ts'
import * as aansluitingTest from './pages/aansluiting/test.ts'
import * as aansluitingVoorbeeld from './pages/aansluiting/voorbeeld.ts'
import * as afspraken from './pages/afspraken/controller.ts'
import * as balieBeeindigen from './pages/balie/beeindigen.ts'
import * as balieBegin from './pages/balie/begin.ts'
import * as herstel from './pages/balie/herstel.ts'
import * as herstelVanOns from './pages/balie/herstel-van-ons.ts'
import * as balieHulp from './pages/balie/hulp.ts'
import * as balieInloggen from './pages/balie/inloggen.ts'
import * as balieInwoner from './pages/balie/inwoner.ts'
import * as balieKanalen from './pages/balie/kanalen.ts'
import * as balieMachtiging from './pages/balie/machtiging.ts'
import * as balieSignalen from './pages/balie/signalen.ts'
import * as balieToezicht from './pages/balie/toezicht.ts'
import * as balieZaken from './pages/balie/zaken.ts'
import * as balieZoeken from './pages/balie/zoeken.ts'
import * as belafspraakNieuw from './pages/bellen/afspraak-nieuw.ts'
import * as belafspraken from './pages/bellen/afspraken.ts'
import * as belbijdragen from './pages/bellen/bijdragen.ts'
import * as belgesprek from './pages/bellen/gesprek.ts'
import * as bellen from './pages/bellen/lijst.ts'
import * as belnotitie from './pages/bellen/notitie.ts'
import * as belplan from './pages/bellen/wacht-op-plan.ts'
import * as echt from './pages/echt/controller.ts'
import * as gelukt from './pages/ervaring/gelukt.ts'
import * as noteer from './pages/ervaring/noteer.ts'
import * as balieErvaring from './pages/ervaring/overzicht.ts'
import { codesPagina } from './pages/fout/codes-pagina.ts'
import * as gebeurtenissen from './pages/gebeurtenissen/controller.ts'
import * as hulp from './pages/informatie/hulp.ts'
import { informatiePagina } from './pages/informatie/informatie-pagina.ts'
import * as intakeAfspraak from './pages/intake/afspraak.ts'
import * as intake from './pages/intake/intake.ts'
import * as intakeKeten from './pages/intake/ketenzaak.ts'
import * as naamloos from './pages/intake/naamloos.ts'
import * as intakePrint from './pages/intake/print.ts'
import * as kennisblad from './pages/kennis/blad.ts'
import * as kennisKloptNiet from './pages/kennis/klopt-niet.ts'
import * as kennis from './pages/kennis/lijst.ts'
import * as kennismeldingen from './pages/kennis/meldingen.ts'
import * as lijnbel from './pages/lijnen/bel.ts'
import * as lijncijfers from './pages/lijnen/cijfers.ts'
import * as lijndienst from './pages/lijnen/dienst.ts'
import * as lijngids from './pages/lijnen/gids.ts'
import * as lijnteam from './pages/lijnen/lijnteam.ts'
import * as lijnteams from './pages/lijnen/lijnteams.ts'
import * as lijnmodel from './pages/lijnen/model.ts'
import * as lijnoproep from './pages/lijnen/oproep.ts'
import * as lijnstrook from './pages/lijnen/strook.ts'
import * as ketenzaakBalie from './pages/loket/balie-zaak.ts'
import * as ketenDoe from './pages/loket/doe.ts'
import * as ketenGezien from './pages/loket/gezien.ts'
import * as ketenleren from './pages/loket/leren.ts'
import * as meewerken from './pages/loket/meewerken.ts'
import * as mijnLoket from './pages/loket/mijn.ts'
import * as ketenOpenen from './pages/loket/openen.ts'
import * as ketenPlan from './pages/loket/plan.ts'
import * as ketenPdf from './pages/loket/plan-pdf.ts'
import { stuk as ketenStuk } from './pages/loket/stuk.ts'
import * as ketenwerk from './pages/loket/werk.ts'
import * as ketenWie from './pages/loket/wie.ts'
import * as mijnBegin from './pages/mijn/begin.ts'
import * as bericht from './pages/mijn/bericht.ts'
import * as berichtDoor from './pages/mijn/bericht-doorsturen.ts'
import * as berichten from './pages/mijn/berichten.ts'
import * as ernaast from './pages/mijn/ernaast.ts'
import * as gegevens from './pages/mijn/gegevens.ts'
import * as hulpbehoefte from './pages/mijn/hulpbehoefte.ts'
import * as inloggen from './pages/mijn/inloggen.ts'
import * as invullen from './pages/mijn/invullen.ts'
import * as inzage from './pages/mijn/inzage.ts'
import * as inzageBestand from './pages/mijn/inzage-bestand.ts'
import * as kanalen from './pages/mijn/kanalen.ts'
import * as kloptNiet from './pages/mijn/klopt-niet.ts'
import * as machtigingCode from './pages/mijn/machtiging-code.ts'
import * as machtigingGeven from './pages/mijn/machtiging-geven.ts'
import * as machtigingen from './pages/mijn/machtigingen.ts'
import * as portalen from './pages/mijn/portalen.ts'
import * as taak from './pages/mijn/taak.ts'
import * as voorWie from './pages/mijn/voor-wie.ts'
import * as zaak from './pages/mijn/zaak.ts'
import * as zaakVraag from './pages/mijn/zaak-vraag.ts'
import * as zaken from './pages/mijn/zaken.ts'
import * as organisaties from './pages/organisaties/controller.ts'
import * as baliePost from './pages/post/balie-post.ts'
import { openen } from './pages/post/balie-post-openen.ts'
import * as storingen from './pages/post/storingen.ts'
import * as postSturen from './pages/post/sturen.ts'
import * as verstuurd from './pages/post/verstuurd.ts'
import * as producten from './pages/producten/controller.ts'
import * as rechten from './pages/rechten/controller.ts'
import { ontvang, wis } from './pages/rechten/vraag-controller.ts'
import * as redactie from './pages/redactie/controller.ts'
import { begin } from './pages/start/start-pagina.ts'
import * as verwerkingen from './pages/verwerkingen/controller.ts'
import { vroegbehandelaars } from './pages/vroegsignalering/behandelaars.ts'
import * as watAls from './pages/wat-als/controller.ts'
import { wetswijziging } from './pages/wetswijziging/controller.ts'
import { zoeken } from './pages/zoeken/controller.ts'
import type { Routenaam } from './routes.ts'
import type { Antwoord, Verzoek } from './verzoek.ts'

type Behandelaar = (verzoek: Verzoek) => Antwoord | Promise<Antwoord>

/** One function per page; the key is its row in routes.ts. */
/** What a page begins to read while is counted whether it may: costs no other organisation anything. */
export const vooraf: Readonly<Partial<Record<Routenaam, (verzoek: Verzoek) => void>>> = {
  zaken: zaken.leesVooruit,
  zakenZoek: zaken.leesVooruit,
}

export const behandelaars: Readonly<Record<Routenaam, Behandelaar>> = {
  balieLoket: ketenwerk.toon,
  balieLering: ketenleren.toon,
  balieLoketNieuw: ketenOpenen.toon,
  balieLoketOpen: ketenOpenen.stuur,
  balieLoketVind: ketenwerk.vind,
  balieKetenWie: ketenWie.toon,
  balieKetenzaak: ketenzaakBalie.toon,
  balieKetenPrint: ketenPlan.print('balie'),
  balieKetenPdf: ketenPdf.pdf('balie'),
  balieKetenStuk: ketenStuk('balie'),
  balieKetenGezien: ketenGezien.toon,
  balieKetenVorm: ketenDoe.toon('balie'),
  balieKetenDoe: ketenDoe.stuur('balie'),
  loket: mijnLoket.lijst,
  ketenzaak: mijnLoket.toon,
  ketenPrint: ketenPlan.print('mijn'),
  ketenPdf: ketenPdf.pdf('mijn'),
  ketenStuk: ketenStuk('mijn'),
  ketenVorm: ketenDoe.toon('mijn'),
  ketenDoe: ketenDoe.stuur('mijn'),
  meewerken: meewerken.begin,
  meewerkenCode: meewerken.meld,
  meewerkenStap: meewerken.toon,
  meewerkenDoe: meewerken.doe,
  meewerkenUit: meewerken.uit,
  post: postSturen.toon,
  postStuur: postSturen.stuur,
  verstuurd: verstuurd.lijst,
  verstuurdBewijs: verstuurd.bewijs,
  verstuurdStuk: verstuurd.toon,
  verstuurdPdf: verstuurd.pdf,
  verstuurdHtml: verstuurd.alleen,
  verstuurdBijlage: verstuurd.bijlage,
  ...vroegbehandelaars,
  balieHerstel: herstel.toon,
  balieHerstelOpen: herstel.openen,
  balieHerstelVanOns: herstelVanOns.toon,
  balieHerstelGeef: herstelVanOns.geef,
  balieHerstelTaak: herstel.open,
  balieHerstelBijlage: herstel.bijlage,
  balieHerstelDoe: herstel.doe,
  baliePost: baliePost.toon,
  baliePostMaak: baliePost.maak,
  baliePostOpen: openen,
  baliePostZoek: baliePost.zoek,
  baliePostStuk: baliePost.open,
  baliePostDoe: baliePost.doe,
  baliePostBijlage: baliePost.bijlage,
  balieStoringen: storingen.toon,
  balieStoringenDoe: storingen.doe,
  start: begin,
  gebeurtenissen: gebeurtenissen.lijst,
  gebeurtenis: gebeurtenissen.toon,
  gebeurtenisAntwoord: gebeurtenissen.ontvang,
  gebeurtenisPrint: gebeurtenissen.print,
  gebeurtenisAgenda: gebeurtenissen.agenda,
  gebeurtenisBewaar: gebeurtenissen.bewaar,
  stap: gebeurtenissen.stap,
  rechten: rechten.start,
  vraag: rechten.vraag,
  antwoord: ontvang,
  antwoorden: rechten.antwoorden,
  overzicht: rechten.overzicht,
  print: rechten.print,
  wis,
  watAls: watAls.keuzes,
  watAlsVorm: watAls.vorm,
  watAlsStuur: watAls.ontvang,
  watAlsUitslag: watAls.uitslag,
  regeling: rechten.regeling,
  zoeken,
  producten: producten.lijst,
  product: producten.product,
  organisaties: organisaties.lijst,
  organisatie: organisaties.organisatie,
  verwerkingen: verwerkingen.lijst,
  verwerking: verwerkingen.verwerking,
  redactie: redactie.start,
  redactieRegelingen: redactie.regelingen,
  redactieRegeling: redactie.regeling,
  redactieGebeurtenissen: redactie.gebeurtenissen,
  redactieGebeurtenis: redactie.gebeurtenis,
  redactieOrganisaties: redactie.organisaties,
  redactieBerichten: redactie.berichten,
  redactieSchrijven: redactie.schrijven,
  inloggen: inloggen.kies,
  inlogStart: inloggen.start,
  inlogTerug: inloggen.terug,
  uitloggen: inloggen.uit,
  mijn: mijnBegin.toon,
  sessiesEinde: mijnBegin.beeindig,
  voorWie: voorWie.toon,
  voorWieKies: voorWie.kies,
  ...proactiefbehandelaars,
  hulpbehoefte: hulpbehoefte.toon,
  hulpbehoefteGeef: hulpbehoefte.geef,
  hulpbehoefteNeem: hulpbehoefte.neem,
  gegevens: gegevens.toon,
  kloptNiet: kloptNiet.vorm,
  kloptNietStuur: kloptNiet.stuur,
  portalen: portalen.toon,
  portaalGeef: portalen.geef,
  portaalStop: portalen.stop,
  berichten: berichten.lijst,
  berichtenZoek: berichten.zoek,
  bericht: bericht.toon,
  berichtZet: bericht.zet,
  berichtPapier: bericht.papier,
  berichtBijlage: bericht.bijlage,
  berichtDoor: berichtDoor.toon,
  berichtDoorStuur: berichtDoor.stuur,
  kanalen: kanalen.toon,
  kanalenKies: kanalen.kies,
  kanalenVerklaar: kanalen.verklaar,
  kanalenTerug: kanalen.terug,
  kanalenSoorten: kanalen.soorten,
  kanalenOrganisaties: kanalen.organisaties,
  kanalenZaak: kanalen.zaak,
  kanalenWensen: kanalen.wensen,
  kanalenWensenZet: kanalen.zetWensen,
  kanalenPrint: kanalen.print,
  meldingen: kloptNiet.lijst,
  inzage: inzage.toon,
  inzageBestand: inzageBestand.json,
  inzagePdf: inzageBestand.pdf,
  invullen: invullen.toon,
  invullenGeef: invullen.geef,
  invullenNeem: invullen.neemTerug,
  machtigingen: machtigingen.toon,
  machtigingGeef: machtigingGeven.vorm,
  machtigingGeefStuur: machtigingGeven.stuur,
  machtigingCode: machtigingCode.vorm,
  machtigingCodeStuur: machtigingCode.stuur,
  machtigingTrekIn: machtigingen.trekIn,
  ernaast: ernaast.toon,
  ernaastStuur: ernaast.stuur,
  zaken: zaken.toon,
  zakenZoek: zaken.zoek,
  zakenOpnieuw: zaken.opnieuw,
  zakenDeelname: zaken.zetDeelname,
  zaak: zaak.toon,
  zaakDocument: zaak.document,
  zaakVoegToe: zaak.voegToe,
  zaakVraag: zaakVraag.toon,
  zaakVraagStuur: zaakVraag.stuur,
  taak: taak.toon,
  taakStuur: taak.stuur,
  afspraken: afspraken.inwoner.lijst,
  afspraakNieuw: afspraken.inwoner.nieuw,
  afspraakMaak: afspraken.inwoner.maak,
  afspraak: afspraken.inwoner.een,
  afspraakAgenda: afspraken.inwoner.agenda,
  afspraakVerzet: afspraken.inwoner.verzet,
  afspraakZegAf: afspraken.inwoner.zegAf,
  balieInloggen: balieInloggen.kies,
  balieInlogStart: balieInloggen.start,
  balieInlogTerug: balieInloggen.terug,
  balieUit: balieInloggen.uit,
  balie: balieBegin.toon,
  balieGrond: balieBegin.stel,
  balieEinde: balieBegin.beeindig,
  balieZoeken: balieZoeken.toon,
  balieZoek: balieZoeken.zoek,
  balieKies: balieZoeken.kies,
  balieInwoner: balieInwoner.toon,
  balieZaken: balieZaken.toon,
  balieZakenZoek: balieZaken.zoek,
  balieZakenOpnieuw: balieZaken.opnieuw,
  balieZaak: balieZaken.toonZaak,
  balieZaakDocument: balieZaken.document,
  balieMachtiging: balieMachtiging.toon,
  balieMachtigingGeef: balieMachtiging.geef,
  balieMachtigingEindig: balieBeeindigen.beeindig,
  balieHulp: balieHulp.toon,
  balieHulpGeef: balieHulp.geef,
  balieHulpNeem: balieHulp.neem,
  balieKanalen: balieKanalen.toon,
  balieKanalenKies: balieKanalen.kies,
  balieKanalenVerklaar: balieKanalen.verklaar,
  balieKanalenTerug: balieKanalen.terug,
  balieKanalenSoorten: balieKanalen.soorten,
  balieKanalenOrganisaties: balieKanalen.organisaties,
  balieKanalenWensen: balieKanalen.wensen,
  balieKanalenWensenZet: balieKanalen.zetWensen,
  balieKanalenPrint: balieKanalen.print,
  balieAfspraken: afspraken.balie.lijst,
  balieAfspraakNieuw: afspraken.balie.nieuw,
  balieAfspraakMaak: afspraken.balie.maak,
  balieAfspraak: afspraken.balie.een,
  balieAfspraakVerzet: afspraken.balie.verzet,
  balieAfspraakZegAf: afspraken.balie.zegAf,
  balieSignalen: balieSignalen.toon,
  balieToezicht: balieToezicht.toon,
  balieControle: balieToezicht.controleer,
  balieBellen: bellen.toon,
  balieBellenBel: bellen.bel,
  balieGesprek: belgesprek.toon,
  balieGesprekDoe: belgesprek.doe,
  gesprek: belgesprek.gast,
  gesprekDoe: belgesprek.gastDoe,
  gesprekNa: belbijdragen.naGesprek,
  balieBelafspraken: belafspraken.toon,
  balieBelafspraakNieuw: belafspraakNieuw.toon,
  balieBelafspraakMaak: belafspraakNieuw.maak,
  balieBelafspraak: belafspraken.een,
  balieBelafspraakDoe: belafspraken.doe,
  balieNotitiePlan: belplan.plan,
  balieNotitie: belnotitie.toon,
  balieNotitieSchrijf: belnotitie.stuur,
  balieNotitiePrint: belbijdragen.print,
  balieKennis: kennis.toon,
  balieKennisZoek: kennis.zoek,
  balieKennisRegeling: kennisblad.regeling,
  balieKennisGebeurtenis: kennisblad.gebeurtenis,
  balieKloptNiet: kennisKloptNiet.toon,
  balieKloptNietStuur: kennisKloptNiet.stuur,
  balieKennismeldingen: kennismeldingen.toon,
  balieKennismeldingDoe: kennismeldingen.doe,
  balieLijnen: lijngids.toon,
  balieLijnenZoek: lijngids.zoek,
  balieLijnmodel: lijnmodel.toon,
  ...gebruikbehandelaars,
  balieLijncijfers: lijncijfers.toon,
  balieLijncijfersCsv: lijncijfers.csv,
  balieLijnBel: lijnbel.bel,
  balieOproep: lijnoproep.toon,
  balieOproepDoe: lijnoproep.doe,
  balieDienst: lijndienst.toon,
  balieDienstDoe: lijndienst.doe,
  balieLijnStrook: lijnstrook.toon,
  balieLijnteams: lijnteams.toon,
  balieLijnteamNieuw: lijnteam.nieuw,
  balieLijnteam: lijnteam.toon,
  balieLijnteamDoe: lijnteam.doe,
  balieIntake: intake.toon,
  balieIntakeZet: intake.zet,
  balieIntakeKlaar: intake.klaar,
  balieIntakeAfspraak: intakeAfspraak.toon,
  balieIntakeKeten: intakeKeten.toon,
  balieIntakeKetenMaak: intakeKeten.maak,
  balieIntakeAfspraakMaak: intakeAfspraak.maak,
  balieIntakePrint: intakePrint.toon,
  balieNaamloos: naamloos.toon,
  balieNaamloosZegAf: naamloos.zegAf,
  balieBronnen: aansluitingen.lijst,
  balieBron: aansluitingen.bron,
  balieBronNieuw: aansluitingInstellen.nieuw,
  balieBronMaak: aansluitingInstellen.maak,
  balieBronInstellen: aansluitingInstellen.vorm,
  balieBronStel: aansluitingInstellen.stel,
  balieBronSluiten: aansluitingSluiten.toon,
  balieBronSluit: aansluitingSluiten.sluit,
  balieBronSleutel: aansluitingSluiten.sleutel,
  balieBronRegels: aansluitingRegels.toon,
  balieBronRegel: aansluitingRegels.bewaar,
  balieBronVoorbeeld: aansluitingVoorbeeld.toon,
  balieBronProef: aansluitingTest.toon,
  balieBronTest: aansluitingTest.test,
  gelukt: gelukt.toon,
  geluktBrief: gelukt.toonBrief,
  geluktStuur: gelukt.stuur,
  balieGelukt: noteer.toon,
  balieGeluktNoteer: noteer.noteer,
  balieErvaring: balieErvaring.toon,
  balieErvaringCsv: balieErvaring.csv,
  ...wetswijziging,
  echt: echt.vorm,
  echtStuur: echt.controleer,
  echtCode: echt.code,
  hulp: hulp.toon,
  hulpZoek: hulp.zoek,
  over: ({ context }) => ({ soort: 'pagina', pagina: informatiePagina(context, 'over') }),
  fouten: ({ context }) => ({ soort: 'pagina', pagina: codesPagina(context) }),
  privacy: ({ context }) => ({ soort: 'pagina', pagina: informatiePagina(context, 'privacy') }),
  toegankelijkheid: ({ context }) => ({
    soort: 'pagina',
    pagina: informatiePagina(context, 'toegankelijkheid'),
  }),
}
