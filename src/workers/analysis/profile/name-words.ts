/** What a column's name says about its content: words found in it, in the languages spreadsheets often come in. */

/** Lower-case words of a name: `userId`, `User_ID` and `user id` all give `user`, `id`. */
export function nameWords(name: string): string[] {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}%#]+/u)
    .filter((word) => word.length > 0)
}

const list = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter((word) => word.length > 0))

/** Names of keys, whatever the values repeat. */
export const identifierWords =
  list(`id ids uid uuid guid key pk fk identifier identificador kennung isbn issn ean upc sku
  asin hash ssn vin iban`)

/** Who or what rows are about, each with several of them. */
export const keyWords =
  list(`customer customers client patient patients subject subjects participant participants person
  user users student students pupil child employee worker member player driver rider owner donor visitor respondent
  household family animal mouse rat plant tree plot chick sensor sensors device machine vehicle meter station store shop
  school hospital clinic teacher company firm account card session supplier vendor team kunde patientin proband schueler
  mitarbeiter nutzer maschine geraet`)

/** Names of keys only where every value is different: `number of children` is an amount. */
export const weakIdentifierWords = list('nr no number # index idx row rowid serial n°')

/** Numbers that name a thing: groups, never amounts. */
export const codeWords =
  list(`zip zipcode postal postcode postleitzahl plz code codes fips phone telephone fax iata icao
  naics sic cpt icd stratum strata schicht province provinz provincia prefecture canton kanton county comune municipio
  municipality departement departamento gemeinde landkreis`)

/** Places on the globe: neither summed nor compared between groups. */
export const coordinateWords = list('lat latitude lon lng long longitude easting northing breitengrad laengengrad')

export const yearWords = list('year years yr yrs jahr annee ano anno jaar vuosi')

/** Names of time in general, under which years stand as well as seconds. */
export const timeWords = list('t time times period periods date dates zeit datum temps periode fecha tempo periodo tid')

/** Parts of a calendar: groups in an order. */
export const calendarWords = list(`month monat mois mes mese day tag jour dia giorno weekday wochentag dow hour stunde
  heure hora week woche semaine semana quarter quartal trimestre minute`)

/** Groups written as small numbers. */
export const groupWords = list(`class group cluster type category segment tier grade level stage phase zone ward
  pclass region district cohort batch version gender sex status flag klasse gruppe typ fold split treatment condition
  race ethnicity ethnic religion religious nationality party occupation industry sector province marital sexe geschlecht
  sexo raza religione konfession familienstand beruf branche`)

/** Of these, those whose many values are numbers on a list, and no marks, levels or amounts. */
export const listedGroupWords =
  list(`class group cluster type category segment ward district cohort batch race ethnicity
  nationality religion occupation industry sector region party klasse gruppe beruf branche`)

/** Who or where, of which a number says which one: `subject` 308 to 372, `inst` 1 to 33. In the plural they are counted. */
export const listedKeyWords =
  list(`subject patient participant respondent student pupil employee customer client user animal
  mouse rat plot chick sensor device machine vehicle meter station store shop school hospital clinic institution inst
  site centre center kunde patientin proband schueler mitarbeiter maschine geraet`)

/** Words that end in `id` and are no key. */
export const wordsInId =
  list(`bid aid paid unpaid grid acid covid solid fluid liquid rapid valid invalid void kid mid raid lid
  rid did said laid maid braid hybrid humid arid lipid steroid thyroid android asteroid pyramid euclid madrid`)

/** Numbers that count something up, and answers on a scale: as even as names may be, and amounts all the same. */
export const sequenceWords =
  list(`time t period step tick round trial visit wave epoch iteration cycle dose lag offset distance
  satisfaction stars likert answer importance agreement difficulty severity years children siblings kids rooms bedrooms
  bathrooms doors cylinders gears floors pages items number anzahl zeit runde dosis schritt zimmer kinder`)

/** Amounts that flow: the sum over all rows means something. */
export const flowWords =
  list(`sales sale sold revenue revenues turnover amount amounts total totals sum quantity quantities
  qty units count counts cnt cost costs expense expenses expenditure spend spending spent budget gross net profit profits
  loss losses earnings payment payments paid fee fees tax taxes donation donations contribution contributions
  contributed orders order_count visits visitors views clicks impressions downloads installs passengers riders trips
  deaths death cases births injuries fatalities victims votes hours minutes precipitation rain rainfall snowfall
  production output generation consumption emissions exports imports shipments deliveries calls tickets goals points
  trials attempts successes failures errors mistakes hits shots incidents accidents crimes offences thefts complaints
  defects wins attendance admissions enrollment applicants downloads bytes calories transactions refunds returns
  umsatz betrag menge anzahl summe kosten gewinn ausgaben einnahmen ventes montant quantite nombre cout ventas importe
  cantidad costo ingresos vendite quantita spenden bestellungen besuche besucher aufrufe klicks absatz beschwerden unfalle
  geburten todesfalle pedidos visitas clics gastos ganancias unidades muertes nacimientos commandes visites depenses
  recettes unites deces naissances ordini visite costi ricavi vendas custos receitas omzet aantal bestellingen tonnes`)

/** Of these, those that say no more than that something was counted. */
export const bareCountWords = list('count counts cnt anzahl nombre')

/** Amounts that are there at a moment: summed over things, never over time. */
export const stockWords = list(`population pop people persons inhabitants residents employees headcount jobs staff
  households stock inventory balance balances debt assets liabilities deposits members subscribers users customers
  vehicles livestock einwohner bevolkerung bestand poblacion`)

/** Of these, those that count who lives somewhere: no place of a table has 32 to 91 of them. */
export const inhabitantWords = list('population pop inhabitants residents einwohner bevolkerung poblacion')

/** Ratios, levels and scores, whatever else the name says: a sum of them means nothing. */
export const intensiveWords = list(`rate rates ratio ratios pct percent percentage % share shares fraction proportion
  avg average mean median mode min max minimum maximum std sd stdev variance var score scores rating ratings rank ranks
  index price prices temp temperature temperatures age ages speed velocity density per probability prob quantile
  percentile humidity pressure concentration level margin yield efficiency factor coefficient growth change delta gpa
  bmi mpg height width length depth elevation altitude angle direction magnitude value close open high low adj
  adjusted expectancy median cumulative cum running ytd unit_price rate_of likelihood weight wt wgt lag rolling
  preis kurs anteil quote prix prezzo precio temperatur durchschnitt mittelwert`)

/** Between what is counted and what it is divided by: `deaths per inhabitant`, `Umsatz je Kunde`, `ventes par client`. */
export const perWords = list('per je pro par por')

/** Place of such a word with something on either side of it; −1 for none. */
export function placeOfPer(words: readonly string[]): number {
  const place = words.findLastIndex((word) => perWords.has(word))
  return place > 0 && place < words.length - 1 ? place : -1
}

/** What happens once to each and is dated: under these names, whole numbers in the thousands are days since some day. */
export const datedWords = list(`date dates death died birth born diag diagnosis diagnosed admission admitted discharge
  entry entered exit start end onset event surgery operation relapse enrolled enrolment enrollment visit day julian
  datum fecha geburt tod beginn ende`)

/** Scales without a true zero, where twice as much and half as much mean nothing: degrees, scores, ranks, differences. */
export const intervalScaleWords = list(`temp temps temperature temperatures temperatur celsius fahrenheit score scores
  index indices rating ratings rank ranks grade latitude lat longitude lon lng year date anomaly anomalies deviation delta
  change difference diff growth zscore log ph sentiment balance pct percent percentage % share shares`)

export function has(words: readonly string[], set: ReadonlySet<string>): boolean {
  return words.some((word) => set.has(word))
}
