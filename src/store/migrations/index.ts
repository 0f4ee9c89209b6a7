import type { Migration } from 'kysely/migration'
import * as regelingen from './2026-11-24-regelingen.ts'
import * as zoeken from './2026-11-25-zoeken.ts'
import * as bewijs from './2026-11-26-bewijs.ts'
import * as kluis from './2026-11-26-kluis.ts'
import * as terugmelding from './2026-11-26-terugmelding.ts'
import * as sessie from './2026-11-27-sessie.ts'
import * as machtigen from './2026-12-07-machtigen.ts'
import * as grond from './2026-12-17-grond.ts'
import * as begrenzing from './2026-12-27-begrenzing.ts'
import * as bewijssleutel from './2026-12-29-bewijssleutel.ts'
import * as zaakindex from './2026-12-30-zaakindex.ts'
import * as zaakbron from './2026-12-31-zaakbron.ts'
import * as bericht from './2027-01-01-bericht.ts'
import * as zaaksignaal from './2027-01-02-zaaksignaal.ts'
import * as portaal from './2027-01-03-portaal.ts'
import * as zaaksignaalWeg from './2027-01-04-zaaksignaal-weg.ts'
import * as verzending from './2027-01-05-verzending.ts'
import * as controlecode from './2027-01-06-controlecode.ts'
import * as ontvangst from './2027-01-07-ontvangst.ts'
import * as afspraak from './2027-01-08-afspraak.ts'
import * as hulpbehoefte from './2027-01-08-hulpbehoefte.ts'
import * as zaakbronCertificaat from './2027-01-13-zaakbron-certificaat.ts'
import * as zaaksignaalVerzegeld from './2027-01-13-zaaksignaal-verzegeld.ts'
import * as ervaring from './2027-01-14-ervaring.ts'
import * as doorvoer from './2027-01-15-doorvoer.ts'
import * as postEmail from './2027-01-16-post-email.ts'
import * as berichtcode from './2027-01-17-berichtcode.ts'
import * as afspraakbericht from './2027-01-19-afspraakbericht.ts'
import * as ongewis from './2027-01-20-ongewis.ts'
import * as klaar from './2027-01-21-klaar.ts'
import * as postGereed from './2027-01-23-post-gereed.ts'
import * as postKenmerk from './2027-01-24-post-kenmerk.ts'
import * as belkeuze from './2027-01-26-belkeuze.ts'
import * as hulpAanBalie from './2027-01-27-hulp-aan-balie.ts'
import * as herinnerVanaf from './2027-01-28-herinner-vanaf.ts'
import * as afspraakVerteld from './2027-01-29-afspraak-verteld.ts'
import * as postOpenen from './2027-01-29-post-openen.ts'
import * as herstel from './2027-01-30-herstel.ts'
import * as navraag from './2027-01-31-navraag.ts'
import * as ketenzaak from './2027-02-01-ketenzaak.ts'
import * as machtigingVerteld from './2027-02-02-machtiging-verteld.ts'
import * as kennismelding from './2027-02-10-kennismelding.ts'
import * as naamlozeAfspraak from './2027-02-11-naamloze-afspraak.ts'
import * as ketenkoppeling from './2027-02-12-ketenkoppeling.ts'
import * as ketenuitgaand from './2027-02-13-ketenuitgaand.ts'
import * as ketenelders from './2027-02-14-ketenelders.ts'
import * as ketenopdracht from './2027-02-14-ketenopdracht.ts'
import * as ketenopslag from './2027-02-18-ketenopslag.ts'
import * as herstelInzien from './2027-02-21-herstel-inzien.ts'
import * as papierGevraagd from './2027-02-22-papier-gevraagd.ts'
import * as codeTerug from './2027-02-23-code-terug.ts'
import * as tochAangenomen from './2027-02-24-toch-aangenomen.ts'
import * as gebruiktAdres from './2027-02-26-gebruikt-adres.ts'
import * as alleenSnel from './2027-02-27-alleen-snel.ts'
import * as mailPogingen from './2027-02-28-mail-pogingen.ts'
import * as storingIngetrokken from './2027-03-01-storing-ingetrokken.ts'
import * as afspraakGewijzigd from './2027-03-02-afspraak-gewijzigd.ts'
import * as hersteltaakSamen from './2027-03-03-hersteltaak-samen.ts'
import * as ketenklok from './2027-03-04-ketenklok.ts'
import * as ketenweg from './2027-03-05-ketenweg.ts'
import * as woordenWissen from './2027-03-06-woorden-wissen.ts'
import * as inwonerbericht from './2027-03-07-inwonerbericht.ts'
import * as ketenlering from './2027-03-08-ketenlering.ts'
import * as ketenwerk from './2027-03-08-ketenwerk.ts'
import * as ketenafscheid from './2027-03-09-ketenafscheid.ts'
import * as lijngids from './2027-03-11-lijngids.ts'
import * as belgesprek from './2027-03-12-belgesprek.ts'
import * as klantwerk from './2027-03-13-klantwerk.ts'
import * as keteneldersVergeten from './2027-03-15-ketenelders-vergeten.ts'
import * as klantwerkAf from './2027-03-15-klantwerk-af.ts'
import * as lijndienst from './2027-03-16-lijndienst.ts'
import * as belafspraak from './2027-03-17-belafspraak.ts'
import * as gespreksnotitie from './2027-03-17-gespreksnotitie.ts'
import * as levensloop from './2027-03-21-levensloop.ts'
import * as belafspraakEenPersoon from './2027-03-23-belafspraak-een-persoon.ts'
import * as lijnElders from './2027-03-25-lijn-elders.ts'
import * as belafspraakTijd from './2027-03-26-belafspraak-tijd.ts'
import * as proactief from './2027-03-27-proactief.ts'
import * as levensloopbron from './2027-03-28-levensloopbron.ts'
import * as vroegsignalering from './2027-03-29-vroegsignalering.ts'
import * as nietGebruik from './2027-03-30-niet-gebruik.ts'
import * as loopvolgorde from './2027-03-30-volgorde.ts'
import * as vergelijking from './2027-03-31-vergelijking.ts'
import * as volgvoorrang from './2027-04-01-volgvoorrang.ts'
import * as volgberichtTerug from './2027-04-03-volgbericht-terug.ts'
import * as bevolkingsloop from './2027-04-04-bevolkingsloop.ts'
import * as volgdoorvoer from './2027-04-05-volgdoorvoer.ts'
import * as lijnvlug from './2027-04-07-lijnvlug.ts'
import * as bewijsvlug from './2027-04-10-bewijsvlug.ts'
import * as volgvlug from './2027-04-11-volgvlug.ts'
import * as onafgerond from './2027-04-13-onafgerond.ts'
import * as meldingenBegrensd from './2027-04-14-meldingen-begrensd.ts'
import * as laatsteBlik from './2027-04-15-laatste-blik.ts'
import * as uitzoeken from './2027-04-16-uitzoeken.ts'
import * as bureauUitkomst from './2027-04-19-bureau-uitkomst.ts'
import * as afmeldingTermijn from './2027-04-20-afmelding-termijn.ts'
import * as bronAanvullen from './2027-04-21-bron-aanvullen.ts'
import * as campagneBeheer from './2027-04-22-campagne-beheer.ts'
import * as belgesprekRonde from './2027-04-23-belgesprek-ronde.ts'
import * as volgeinde from './2027-04-27-volgeinde.ts'
import * as campagneBewaring from './2027-05-01-campagne-bewaring.ts'
import * as lijncentrale from './2027-05-10-lijncentrale.ts'

/**
 * In order of name, one file each. Once shipped a migration is never changed; a new one goes below.
 * They run as the role `eigenaar`; each grants `app` (and the others) exactly what they need.
 */
export const migrations: Readonly<Record<string, Migration>> = {
  '2026-11-24-regelingen': regelingen,
  '2026-11-25-zoeken': zoeken,
  '2026-11-26-bewijs': bewijs,
  '2026-11-26-kluis': kluis,
  '2026-11-26-terugmelding': terugmelding,
  '2026-11-27-sessie': sessie,
  '2026-12-07-machtigen': machtigen,
  '2026-12-17-grond': grond,
  '2026-12-27-begrenzing': begrenzing,
  '2026-12-29-bewijssleutel': bewijssleutel,
  '2026-12-30-zaakindex': zaakindex,
  '2026-12-31-zaakbron': zaakbron,
  '2027-01-01-bericht': bericht,
  '2027-01-02-zaaksignaal': zaaksignaal,
  '2027-01-03-portaal': portaal,
  '2027-01-04-zaaksignaal-weg': zaaksignaalWeg,
  '2027-01-05-verzending': verzending,
  '2027-01-06-controlecode': controlecode,
  '2027-01-07-ontvangst': ontvangst,
  '2027-01-08-afspraak': afspraak,
  '2027-01-08-hulpbehoefte': hulpbehoefte,
  '2027-01-13-zaakbron-certificaat': zaakbronCertificaat,
  '2027-01-13-zaaksignaal-verzegeld': zaaksignaalVerzegeld,
  '2027-01-14-ervaring': ervaring,
  '2027-01-15-doorvoer': doorvoer,
  '2027-01-16-post-email': postEmail,
  '2027-01-17-berichtcode': berichtcode,
  '2027-01-19-afspraakbericht': afspraakbericht,
  '2027-01-20-ongewis': ongewis,
  '2027-01-21-klaar': klaar,
  '2027-01-23-post-gereed': postGereed,
  '2027-01-24-post-kenmerk': postKenmerk,
  '2027-01-26-belkeuze': belkeuze,
  '2027-01-27-hulp-aan-balie': hulpAanBalie,
  '2027-01-28-herinner-vanaf': herinnerVanaf,
  '2027-01-29-afspraak-verteld': afspraakVerteld,
  '2027-01-29-post-openen': postOpenen,
  '2027-01-30-herstel': herstel,
  '2027-01-31-navraag': navraag,
  '2027-02-01-ketenzaak': ketenzaak,
  '2027-02-02-machtiging-verteld': machtigingVerteld,
  '2027-02-10-kennismelding': kennismelding,
  '2027-02-11-naamloze-afspraak': naamlozeAfspraak,
  '2027-02-12-ketenkoppeling': ketenkoppeling,
  '2027-02-13-ketenuitgaand': ketenuitgaand,
  '2027-02-14-ketenelders': ketenelders,
  '2027-02-14-ketenopdracht': ketenopdracht,
  '2027-02-18-ketenopslag': ketenopslag,
  '2027-02-21-herstel-inzien': herstelInzien,
  '2027-02-22-papier-gevraagd': papierGevraagd,
  '2027-02-23-code-terug': codeTerug,
  '2027-02-24-toch-aangenomen': tochAangenomen,
  '2027-02-26-gebruikt-adres': gebruiktAdres,
  '2027-02-27-alleen-snel': alleenSnel,
  '2027-02-28-mail-pogingen': mailPogingen,
  '2027-03-01-storing-ingetrokken': storingIngetrokken,
  '2027-03-02-afspraak-gewijzigd': afspraakGewijzigd,
  '2027-03-03-hersteltaak-samen': hersteltaakSamen,
  '2027-03-04-ketenklok': ketenklok,
  '2027-03-05-ketenweg': ketenweg,
  '2027-03-06-woorden-wissen': woordenWissen,
  '2027-03-07-inwonerbericht': inwonerbericht,
  '2027-03-08-ketenlering': ketenlering,
  '2027-03-08-ketenwerk': ketenwerk,
  '2027-03-09-ketenafscheid': ketenafscheid,
  '2027-03-11-lijngids': lijngids,
  '2027-03-12-belgesprek': belgesprek,
  '2027-03-13-klantwerk': klantwerk,
  '2027-03-15-ketenelders-vergeten': keteneldersVergeten,
  '2027-03-15-klantwerk-af': klantwerkAf,
  '2027-03-16-lijndienst': lijndienst,
  '2027-03-17-belafspraak': belafspraak,
  '2027-03-17-gespreksnotitie': gespreksnotitie,
  '2027-03-21-levensloop': levensloop,
  '2027-03-23-belafspraak-een-persoon': belafspraakEenPersoon,
  '2027-03-25-lijn-elders': lijnElders,
  '2027-03-26-belafspraak-tijd': belafspraakTijd,
  '2027-03-27-proactief': proactief,
  '2027-03-28-levensloopbron': levensloopbron,
  '2027-03-29-vroegsignalering': vroegsignalering,
  '2027-03-30-niet-gebruik': nietGebruik,
  '2027-03-30-volgorde': loopvolgorde,
  '2027-03-31-vergelijking': vergelijking,
  '2027-04-01-volgvoorrang': volgvoorrang,
  '2027-04-03-volgbericht-terug': volgberichtTerug,
  '2027-04-04-bevolkingsloop': bevolkingsloop,
  '2027-04-05-volgdoorvoer': volgdoorvoer,
  '2027-04-07-lijnvlug': lijnvlug,
  '2027-04-10-bewijsvlug': bewijsvlug,
  '2027-04-11-volgvlug': volgvlug,
  '2027-04-13-onafgerond': onafgerond,
  '2027-04-14-meldingen-begrensd': meldingenBegrensd,
  '2027-04-15-laatste-blik': laatsteBlik,
  '2027-04-16-uitzoeken': uitzoeken,
  '2027-04-19-bureau-uitkomst': bureauUitkomst,
  '2027-04-20-afmelding-termijn': afmeldingTermijn,
  '2027-04-21-bron-aanvullen': bronAanvullen,
  '2027-04-22-campagne-beheer': campagneBeheer,
  '2027-04-23-belgesprek-ronde': belgesprekRonde,
  '2027-04-27-volgeinde': volgeinde,
  '2027-05-01-campagne-bewaring': campagneBewaring,
  '2027-05-10-lijncentrale': lijncentrale,
}
